// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/trace.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "core/protocol/refid.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using monitor::TraceEnd;
using monitor::TraceHop;

QString idOf(TraceEnd end)
{
    static const QStringList Ids = {
        u"goes-on"_s,  u"reference-clock"_s, u"local-clock"_s, u"orphan"_s,   u"unsynchronised"_s, u"loop"_s,
        u"too-deep"_s, u"silent"_s,          u"refused"_s,     u"not-told"_s, u"name-unresolved"_s};
    return Ids.value(static_cast<qsizetype>(end));
}

QString refidOf(const TraceHop &hop)
{
    return wording::plain(protocol::refidForPeople(hop.refid, hop.stratum));
}

// ntptrace's line.
QString row(const TraceHop &hop)
{
    const QString name = wording::nameOf(hop);
    if (!hop.answersQueries && !hop.givesTime)
        return u"%1: *"_s.arg(name);
    QString text = u"%1: stratum %2, offset %3, synch distance %4"_s.arg(
        name, QString::number(hop.stratum), QString::number(hop.offset, 'f', 6),
        QString::number(hop.rootDistance, 'f', 6));
    if (hop.end == TraceEnd::ReferenceClock)
        text += u", refid '%1'"_s.arg(wording::plain(protocol::refidText(hop.refid)));
    if (hop.end == TraceEnd::LocalClock) // four bytes, and no text
        text += u", refid '%1'"_s.arg(refidOf(hop));
    return text;
}

QJsonObject toJson(const TraceHop &hop)
{
    QJsonObject object{
        {u"host"_s, wording::nameOf(hop)},   {u"address"_s, wording::plain(hop.endpoint.address.toString())},
        {u"by-reference-id"_s, hop.isGuess}, {u"answers-queries"_s, hop.answersQueries},
        {u"end"_s, idOf(hop.end)},           {u"message"_s, wording::sentence(hop)}};
    if (!hop.answersQueries && !hop.givesTime)
        return object;
    object[u"stratum"_s] = hop.stratum;
    object[u"leap"_s] = hop.leap;
    object[u"offset-seconds"_s] = hop.offset;
    object[u"root-distance-seconds"_s] = hop.rootDistance;
    object[u"refid"_s] = refidOf(hop);
    return object;
}

int statusOf(const std::vector<TraceHop> &hops)
{
    const TraceEnd end = hops.back().end;
    if (end == TraceEnd::ReferenceClock)
        return Good;
    const bool isUnknown = hops.size() == 1 && (end == TraceEnd::Silent || end == TraceEnd::Refused ||
                                                end == TraceEnd::NameUnresolved);
    return isUnknown ? Impossible : Bad;
}

} // namespace

void declareTrace(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"HOST"_s, Text::tr("Where to begin, at this machine if not given."),
                                 u"[HOST[:PORT]]"_s);
    parser.addOption({{u"m"_s, u"maxhosts"_s}, Text::tr("Hosts to follow at most."), u"NUMBER"_s, u"15"_s});
}

int trace(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 0, 1);
    if (!given)
        return terminal.failed(given.error());
    const auto place = placeOf(given->value(0));
    if (!place)
        return terminal.failed(place.error());
    monitor::Trace trace({.longest = std::clamp(parser.value(u"maxhosts"_s).toInt(), 1, 255)});
    const auto show = [&](int index) {
        if (!terminal.json())
            terminal.line(row(trace.hops()[static_cast<std::size_t>(index)]));
    };
    QObject::connect(&trace, &monitor::Trace::hopFound, &trace, show);
    QObject::connect(&trace, &monitor::Trace::finished, &trace, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    trace.start(*place);
    QCoreApplication::exec();
    if (!terminal.json()) {
        terminal.line(u"    "_s + wording::sentence(trace.hops().back()));
        return statusOf(trace.hops());
    }
    QJsonArray hops;
    for (const TraceHop &hop : trace.hops())
        hops += toJson(hop);
    terminal.object({{u"hops"_s, hops}, {u"end"_s, idOf(trace.hops().back().end)}});
    return statusOf(trace.hops());
}

} // namespace noonmark::ctl
