// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/reading.h"
#include "app/ctl/statuswords.h"
#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using protocol::PeerStatus;

QString authentication(const PeerStatus &status)
{
    if (!status.authenticationEnabled)
        return u"none"_s;
    if (status.broadcast)
        return u"yes"_s;
    return status.authentic ? u"ok "_s : u"bad"_s;
}

QString reach(const PeerStatus &status)
{
    if (status.broadcast)
        return u"none"_s;
    return status.reachable ? u"yes"_s : u"no"_s;
}

QString row(int index, const transport::AssociationReading &association)
{
    const PeerStatus status = PeerStatus::fromWord(association.status);
    return u"%1 %2  %3   %4  %5  %6 %7 %8 %9"_s.arg(index, 3)
        .arg(association.id, 5)
        .arg(association.status, 4, 16, QLatin1Char('0'))
        .arg(status.configured ? u"yes"_s : u"no"_s, 3)
        .arg(reach(status), 4)
        .arg(authentication(status), 4)
        .arg(conditionWord(status), 9)
        .arg(eventWord(status), 11)
        .arg(status.eventCount, 2);
}

QJsonObject toJson(int index, const transport::AssociationReading &association)
{
    const PeerStatus status = PeerStatus::fromWord(association.status);
    return {{u"index"_s, index},
            {u"association-id"_s, association.id},
            {u"status"_s, association.status},
            {u"configured"_s, status.configured},
            {u"reachable"_s, status.reachable},
            {u"authentication"_s, authentication(status).trimmed()},
            {u"condition"_s, conditionWord(status)},
            {u"last-event"_s, eventWord(status)},
            {u"event-count"_s, status.eventCount}};
}

} // namespace

void declareAssoc(QCommandLineParser &parser)
{
    declareDaemon(parser);
}

int assoc(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto reading = readGivenDaemon(parser);
    if (!reading)
        return terminal.failed(reading.error());
    auto associations = reading->variables.associations;
    std::ranges::sort(associations, {}, &transport::AssociationReading::id);
    QJsonArray list;
    if (!terminal.json()) {
        terminal.line({});
        terminal.line(u"ind assid status  conf reach auth condition  last_event cnt"_s);
        terminal.line(QString(59, u'='));
    }
    for (std::size_t i = 0; i < associations.size(); ++i) {
        const int index = static_cast<int>(i) + 1;
        if (terminal.json())
            list += toJson(index, associations[i]);
        else
            terminal.line(row(index, associations[i]));
    }
    if (terminal.json())
        terminal.object({{u"associations"_s, list}});
    return Good;
}

} // namespace noonmark::ctl
