// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using engine::AssociationSnapshot;
using engine::SourceKind;

// The table is read by scripts that were written for ntpq: its words and its point stay English.
const QLocale Machine = QLocale::c();

QString address(const AssociationSnapshot &association)
{
    if (association.source.kind == SourceKind::LocalClock)
        return u"LOCAL(%1)"_s.arg(association.source.localUnit);
    return association.remote == Endpoint{} ? wording::plain(association.source.name)
                                            : wording::plain(association.remote.address.toString());
}

QString remote(const AssociationSnapshot &association, bool numeric)
{
    const bool hasName =
        !numeric && association.source.kind != SourceKind::LocalClock && !association.source.name.empty();
    return hasName ? wording::plain(association.source.name) : address(association);
}

int pollSeconds(const AssociationSnapshot &association)
{
    return 1 << std::clamp<int>(std::min(association.hostPoll, association.peerPoll), 0, 17);
}

QString number(double seconds, bool sign)
{
    return wording::milliseconds(seconds, 3, sign, Machine).left(8);
}

// ntpq's columns, blank for blank.
QString row(const AssociationSnapshot &association, bool numeric)
{
    const QString who =
        wording::tallySign(association.tally) + remote(association, numeric).left(15).leftJustified(15);
    const QString what = u" %1 %2 %3"_s.arg(wording::refid(association).left(15).leftJustified(15))
                             .arg(association.stratum, 2)
                             .arg(wording::typeLetter(association));
    const QString times = u" %1 %2  %3"_s.arg(wording::when(association.sinceReceived), 4)
                              .arg(wording::when(pollSeconds(association)), 4)
                              .arg(wording::reach(association.reach), 3);
    const QString figures = u"  %1 %2 %3"_s.arg(number(association.delay, false), 7)
                                .arg(number(association.offset, true), 8)
                                .arg(number(association.jitter, false), 7);
    return who + what + times + figures;
}

void print(const std::vector<AssociationSnapshot> &associations, bool numeric, const Terminal &terminal)
{
    terminal.line(u"     remote           refid      st t when poll reach   delay   offset  jitter"_s);
    terminal.line(QString(78, u'='));
    for (const auto &association : associations)
        terminal.line(row(association, numeric));
}

QJsonObject toJson(const AssociationSnapshot &association)
{
    return {{u"association-id"_s, association.id},
            {u"tally"_s, wording::tallySign(association.tally)},
            {u"name"_s, remote(association, false)},
            {u"address"_s, address(association)},
            {u"refid"_s, wording::refid(association)},
            {u"stratum"_s, association.stratum},
            {u"type"_s, QString(wording::typeLetter(association))},
            {u"when-seconds"_s,
             association.sinceReceived ? QJsonValue(*association.sinceReceived) : QJsonValue()},
            {u"poll-seconds"_s, pollSeconds(association)},
            {u"reach"_s, wording::reach(association.reach)},
            {u"delay-seconds"_s, association.delay},
            {u"offset-seconds"_s, association.offset},
            {u"jitter-seconds"_s, association.jitter},
            {u"use"_s, wording::whyNotUsed(association)}};
}

} // namespace

void declarePeers(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"HOST"_s, Text::tr("The daemon to ask, this machine's if not given."),
                                 u"[HOST[:PORT]]"_s);
    parser.addOption({{u"n"_s, u"numeric"_s}, Text::tr("Show addresses, not names.")});
}

int peers(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 0, 1);
    if (!given)
        return terminal.failed(given.error());
    const auto reading = readDaemon(given->value(0));
    if (!reading)
        return terminal.failed(reading.error());
    const auto &associations = reading->snapshot.associations;
    if (!terminal.json()) {
        print(associations, parser.isSet(u"numeric"_s), terminal);
        return Good;
    }
    QJsonArray peers;
    for (const auto &association : associations)
        peers += toJson(association);
    terminal.object({{u"peers"_s, peers}});
    return Good;
}

} // namespace noonmark::ctl
