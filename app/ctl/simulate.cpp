// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/simulatedpeers.h"
#include "app/ctl/terminal.h"
#include "core/simulation/summary.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using simulation::Row;
using simulation::RowResult;
using simulation::Summary;

constexpr quint32 MostSeeds = 1000;

struct Request
{
    const Row *row = nullptr;
    quint32 first = 1;
    quint32 seeds = 30;
    simulation::RowOptions options;
};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// What is simulated, in sentences.
QStringList story(const Row &row)
{
    QStringList lines;
    lines +=
        Text::tr("%n server(s); each way takes %1, and on average %2 more in queues.", nullptr, row.servers)
            .arg(wording::span(row.delay), wording::span(row.jitter));
    lines +=
        Text::tr(
            "The clock starts %1 off and runs %2 ppm too fast; its frequency wanders by %3 per root second.")
            .arg(wording::span(row.offset))
            .arg(row.frequency * 1e6)
            .arg(row.wander);
    if (row.sineAmplitude > 0)
        lines += Text::tr("The temperature moves its frequency by %1 ppm up and down, every %2.")
                     .arg(row.sineAmplitude * 1e6)
                     .arg(wording::span(row.sinePeriod));
    if (row.bursts)
        lines += Text::tr("The way to the server is congested for 20 minutes of every two hours.");
    if (row.lastServerOffset != 0)
        lines += Text::tr("The last server is wrong by %1.").arg(wording::span(row.lastServerOffset));
    if (row.lastServerDrift != 0)
        lines += Text::tr("The last server drifts away by %1 ppm.").arg(row.lastServerDrift * 1e6);
    if (row.lostUntil > 0)
        lines += Text::tr("No packet arrives from %1 s to %2 s.").arg(row.lostFrom).arg(row.lostUntil);
    return lines;
}

QString moment(double seconds)
{
    return std::isfinite(seconds) ? Text::tr("after %1 s").arg(seconds) : Text::tr("never");
}

void print(const Request &request, const Summary &s, const Terminal &terminal)
{
    for (const QString &line : story(*request.row))
        terminal.line(line);
    terminal.line({});
    const auto say = [&](const QString &what, const QString &value) {
        terminal.line(u"  "_s + what + u": "_s + value);
    };
    terminal.line(Text::tr("Medians of %n simulated run(s) of %1, from 2000 s on:", nullptr,
                           static_cast<int>(request.seeds))
                      .arg(wording::span(request.options.length)));
    say(Text::tr("time error, root mean square"), wording::span(s.rms));
    say(Text::tr("largest time error"), wording::span(s.largest));
    say(Text::tr("largest of all runs"), wording::span(s.worst));
    say(Text::tr("rate error, root mean square"), Text::tr("%1 ppb").arg(s.rate * 1e9, 0, 'f', 1));
    say(Text::tr("below 1 ms"), moment(s.millisecond));
    say(Text::tr("below 100 us"), moment(s.tenth));
    say(Text::tr("questions asked"), QString::number(s.requests));
    if (request.row->lostUntil <= 0)
        return;
    say(Text::tr("time error while the servers were lost"), wording::span(s.holdRms));
    say(Text::tr("the same of a clock that knew time and rate when they were"),
        wording::span(s.unavoidableRms));
    say(Text::tr("what clients were told that the error was at most"), wording::span(s.holdClaim));
}

// The figures of others hold where the interval is chosen.
const simulation::PeerFigures *peersOf(const Request &request)
{
    const bool isChosen = request.options.minPoll != request.options.maxPoll;
    return isChosen ? simulation::findPeerFigures(request.row->name) : nullptr;
}

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject toJson(const Request &request, const Summary &s)
{
    return {{u"row"_s, latin(request.row->name)},
            {u"first-seed"_s, static_cast<qint64>(request.first)},
            {u"seeds"_s, static_cast<qint64>(request.seeds)},
            {u"rms-seconds"_s, s.rms},
            {u"largest-seconds"_s, s.largest},
            {u"worst-seconds"_s, s.worst},
            {u"last-half-rms-seconds"_s, s.lastHalf},
            {u"rate-rms"_s, s.rate},
            {u"below-1ms-at-seconds"_s, number(s.millisecond)},
            {u"below-100us-at-seconds"_s, number(s.tenth)},
            {u"requests"_s, s.requests},
            {u"holdover-rms-seconds"_s, s.holdRms},
            {u"holdover-claim-seconds"_s, s.holdClaim},
            {u"holdover-outside-share"_s, s.dishonest}};
}

// For a spreadsheet: point and comma whatever the language.
QString csv(quint32 seed, const RowResult &r)
{
    const auto reached = [](const std::optional<double> &at) {
        return at ? QString::number(*at) : QString();
    };
    return u"%1,%2,%3,%4,%5,%6,%7,%8"_s.arg(seed)
        .arg(r.rms)
        .arg(r.largest)
        .arg(r.rmsLastHalf)
        .arg(r.rateRms)
        .arg(reached(r.belowMillisecond), reached(r.belowTenthMillisecond))
        .arg(r.requests);
}

void listRows(const Terminal &terminal)
{
    QJsonArray rows;
    for (const Row &row : simulation::rows()) {
        if (terminal.json())
            rows += QJsonObject{{u"row"_s, latin(row.name)}, {u"about"_s, story(row).join(u' ')}};
        else
            terminal.line(u"%1 %2"_s.arg(latin(row.name), -3).arg(story(row).join(u' ')));
    }
    if (terminal.json())
        terminal.object({{u"rows"_s, rows}});
}

Result<quint32> positive(const QCommandLineParser &parser, const QString &option, quint32 most)
{
    bool isNumber = false;
    const quint32 value = parser.value(option).toUInt(&isNumber);
    if (isNumber && value > 0 && value <= most)
        return value;
    return failed(Failure::Malformed,
                  {Text::tr("--%1 wants a number from 1 to %2").arg(option).arg(most).toStdString()});
}

Result<Request> request(const QCommandLineParser &parser, const QString &name)
{
    Request result;
    result.row = simulation::findRow(name.toStdString());
    if (!result.row)
        return failed(
            Failure::Malformed,
            {Text::tr("\"%1\" is no situation; noonmarkctl simulate lists them").arg(name).toStdString()});
    const auto seeds = positive(parser, u"seeds"_s, MostSeeds);
    const auto first = positive(parser, u"first"_s, std::numeric_limits<qint32>::max());
    if (!seeds || !first)
        return tl::unexpected(!seeds ? seeds.error() : first.error());
    result.seeds = *seeds;
    result.first = *first;
    if (parser.isSet(u"poll"_s)) {
        const auto poll = positive(parser, u"poll"_s, 17);
        if (!poll)
            return tl::unexpected(poll.error());
        result.options.minPoll = result.options.maxPoll = static_cast<int>(*poll);
    }
    return result;
}

} // namespace

void declareSimulate(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"ROW"_s, Text::tr("The situation to simulate; without it all are listed."),
                                 u"[ROW]"_s);
    parser.addOptions(
        {{u"seeds"_s, Text::tr("How many runs, each with a chance of its own; 30."), u"COUNT"_s, u"30"_s},
         {u"first"_s, Text::tr("The seed of the first run; 1."), u"SEED"_s, u"1"_s},
         {u"poll"_s, Text::tr("Ask every 2^LOG2 seconds instead of choosing."), u"LOG2"_s},
         {u"csv"_s, Text::tr("One line for each run, in seconds, instead of medians.")}});
}

int simulate(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 0, 1);
    if (!given)
        return terminal.failed(given.error());
    if (given->isEmpty()) {
        listRows(terminal);
        return Good;
    }
    const auto wanted = request(parser, given->first());
    if (!wanted)
        return terminal.failed(wanted.error());
    if (!parser.isSet(u"csv"_s)) {
        const Summary s = simulation::runSeeds(*wanted->row, wanted->options, wanted->first, wanted->seeds);
        if (terminal.json()) {
            QJsonObject object = toJson(*wanted, s);
            if (const auto *peers = peersOf(*wanted))
                object[u"others"_s] = besideOthers(*peers, s);
            terminal.object(object);
            return Good;
        }
        print(*wanted, s, terminal);
        if (const auto *peers = peersOf(*wanted))
            printOthers(*peers, s, terminal);
        return Good;
    }
    terminal.line(u"seed,rms,largest,last-half-rms,rate-rms,below-1ms-at,below-100us-at,requests"_s);
    simulation::RowOptions options = wanted->options;
    for (quint32 i = 0; i < wanted->seeds; ++i) {
        options.seed = wanted->first + i;
        terminal.line(csv(options.seed, simulation::runRow(*wanted->row, options)));
    }
    return Good;
}

} // namespace noonmark::ctl
