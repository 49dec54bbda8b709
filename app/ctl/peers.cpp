// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/peertable.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {

void declareTable(QCommandLineParser &parser)
{
    parser.addOption({{u"n"_s, u"numeric"_s}, Text::tr("Show addresses, not names.")});
    parser.addOption({{u"w"_s, u"wide"_s}, Text::tr("Cut no name short: a long one has a line of its own.")});
    parser.addOption({u"ids"_s, Text::tr("Show association numbers, as ntpq's apeers does.")});
    parser.addOption(
        {u"local"_s, Text::tr("Show our own address and the dispersion, as ntpq's opeers does.")});
}

PeerLayout layoutOf(const QCommandLineParser &parser)
{
    PeerLayout layout{PeerColumns::Refid, parser.isSet(u"numeric"_s), parser.isSet(u"wide"_s)};
    if (parser.isSet(u"ids"_s))
        layout.columns = PeerColumns::Association;
    else if (parser.isSet(u"local"_s))
        layout.columns = PeerColumns::Local;
    return layout;
}

void declarePeers(QCommandLineParser &parser)
{
    declareDaemon(parser);
    declareTable(parser);
}

int peers(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto reading = readGivenDaemon(parser);
    if (!reading)
        return terminal.failed(reading.error());
    const auto &associations = reading->snapshot.associations;
    if (!terminal.json()) {
        for (const QString &line : peerTable(associations, layoutOf(parser)))
            terminal.line(line);
        return Good;
    }
    QJsonArray peers;
    for (const auto &association : associations)
        peers += peerObject(association);
    terminal.object({{u"peers"_s, peers}});
    return Good;
}

} // namespace noonmark::ctl
