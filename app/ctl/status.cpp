// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "app/ctl/verdictobject.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

QString idOf(monitor::VerdictState state)
{
    switch (state) {
    case monitor::VerdictState::InSync:
        return u"in-sync"_s;
    case monitor::VerdictState::OwnClock:
        return u"own-clock"_s;
    case monitor::VerdictState::Starting:
        return u"starting"_s;
    case monitor::VerdictState::NotInSync:
        return u"not-in-sync"_s;
    case monitor::VerdictState::NoTarget:
        return u"no-target"_s;
    }
    return {};
}

} // namespace

QJsonObject verdictObject(const monitor::Verdict &verdict)
{
    QJsonArray reasons;
    for (const auto &reason : verdict.reasons)
        reasons += QJsonObject{{u"message"_s, wording::sentence(reason)}, {u"value"_s, reason.value}};
    return {{u"state"_s, idOf(verdict.state)},
            {u"headline"_s, wording::headline(verdict, {})},
            {u"reasons"_s, reasons},
            {u"stratum"_s, verdict.stratum},
            {u"peer-name"_s, wording::plain(verdict.peerName)},
            {u"peer-address"_s,
             verdict.peer == Endpoint{} ? QString() : wording::plain(verdict.peer.address.toString())},
            {u"offset-seconds"_s, verdict.offset},
            {u"root-distance-seconds"_s, verdict.rootDistance},
            {u"max-distance-seconds"_s, verdict.maxDistance},
            {u"good-sources"_s, verdict.goodSources},
            {u"all-sources"_s, verdict.allSources}};
}

namespace {

// What the daemon knows of its clock, and how well; the uncertainties only of one that tells them.
QJsonObject clockObject(const engine::SystemSnapshot &system)
{
    QJsonObject clock{{u"offset-seconds"_s, system.offset},
                      {u"frequency-ppm"_s, system.frequency},
                      {u"observed"_s, system.observing}};
    if (system.expectedError > 0) {
        clock[u"offset-uncertainty-seconds"_s] = system.uncertainty;
        clock[u"frequency-uncertainty-ppm"_s] = system.frequencyUncertainty;
        clock[u"expected-error-seconds"_s] = system.expectedError;
    }
    return clock;
}

// As the diagnosis words it.
QString observed(double offset)
{
    monitor::Check check;
    check.cause = monitor::Cause::ClockObserved;
    check.seconds = {offset};
    return wording::sentence(check);
}

void print(const monitor::Verdict &verdict, const Terminal &terminal)
{
    terminal.line(wording::headline(verdict, {}));
    const QString details = wording::details(verdict);
    if (!details.isEmpty())
        terminal.line(u"  "_s + details);
    for (const auto &reason : verdict.reasons) {
        const QString sentence = wording::sentence(reason);
        if (sentence != details)
            terminal.line(u"  "_s + sentence);
    }
}

} // namespace

void declareStatus(QCommandLineParser &parser)
{
    declareDaemon(parser);
}

int status(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto reading = readGivenDaemon(parser);
    if (!reading)
        return terminal.failed(reading.error());
    const auto verdict = monitor::judge(reading->snapshot);
    if (terminal.json()) {
        QJsonObject object = verdictObject(verdict);
        object[u"clock"_s] = clockObject(reading->snapshot.system);
        terminal.object(object);
        return verdict.state == monitor::VerdictState::InSync ? Good : Bad;
    }
    print(verdict, terminal);
    if (const QString certainty = wording::certainty(reading->snapshot.system); !certainty.isEmpty())
        terminal.line(u"  "_s + certainty);
    if (const auto &system = reading->snapshot.system; system.observing)
        terminal.line(u"  "_s + observed(system.offset));
    return verdict.state == monitor::VerdictState::InSync ? Good : Bad;
}

} // namespace noonmark::ctl
