// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "app/ctl/verdictobject.h"
#include "core/monitor/diagnoser.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using monitor::Check;
using monitor::CheckState;

QString idOf(monitor::CheckId check)
{
    static const QStringList Ids = {u"answers"_s,      u"gives-time"_s, u"port"_s,      u"sources"_s,
                                    u"names"_s,        u"reachable"_s,  u"welcome"_s,   u"authentic"_s,
                                    u"synchronised"_s, u"distance"_s,   u"agreement"_s, u"selected"_s,
                                    u"clock"_s,        u"clients"_s};
    return Ids.value(static_cast<qsizetype>(check));
}

QString idOf(CheckState state)
{
    static const QStringList Ids = {u"good"_s, u"warning"_s, u"bad"_s, u"unknown"_s};
    return Ids.value(static_cast<qsizetype>(state));
}

QString sign(CheckState state)
{
    static const QStringList Signs = {u"ok "_s, u" ! "_s, u" x "_s, u" ? "_s};
    return Signs.value(static_cast<qsizetype>(state));
}

void print(const monitor::Diagnosis &diagnosis, const Terminal &terminal)
{
    terminal.line(wording::headline(diagnosis.verdict, diagnosis.silence));
    terminal.line(wording::conclusion(diagnosis));
    terminal.line({});
    for (const Check &check : diagnosis.checks) {
        terminal.line(u"%1 %2"_s.arg(sign(check.state), wording::title(check.id)));
        terminal.line(u"    "_s + wording::sentence(check));
        const QString remedy = wording::remedy(check);
        if (remedy.isEmpty())
            continue;
        terminal.line(u"    -> "_s + remedy);
        if (!check.command.empty())
            terminal.line(u"       $ "_s + wording::plain(check.command));
    }
}

QJsonObject toJson(const monitor::Diagnosis &diagnosis)
{
    QJsonArray checks;
    for (const Check &check : diagnosis.checks)
        checks += QJsonObject{{u"check"_s, idOf(check.id)},
                              {u"state"_s, idOf(check.state)},
                              {u"question"_s, wording::title(check.id)},
                              {u"message"_s, wording::sentence(check)},
                              {u"remedy"_s, wording::remedy(check)},
                              {u"command"_s, wording::plain(check.command)}};
    const Check *cause = diagnosis.cause();
    return {{u"status"_s, verdictObject(diagnosis.verdict)},
            {u"cause"_s, cause != nullptr ? idOf(cause->id) : QString()},
            {u"conclusion"_s, wording::conclusion(diagnosis)},
            {u"checks"_s, checks}};
}

int statusOf(const monitor::Diagnosis &diagnosis)
{
    switch (diagnosis.verdict.state) {
    case monitor::VerdictState::InSync:
        return Good;
    case monitor::VerdictState::NoTarget:
        return Impossible;
    default:
        return Bad;
    }
}

} // namespace

void declareDiagnose(QCommandLineParser &parser)
{
    declareDaemon(parser);
}

int diagnose(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto place = givenPlace(parser);
    if (!place)
        return terminal.failed(place.error());
    monitor::Diagnoser diagnoser;
    int status = Impossible;
    QObject::connect(&diagnoser, &monitor::Diagnoser::finished, &diagnoser,
                     [&](const monitor::Diagnosis &diagnosis) {
                         if (terminal.json())
                             terminal.object(toJson(diagnosis));
                         else
                             print(diagnosis, terminal);
                         status = statusOf(diagnosis);
                         QCoreApplication::quit();
                     });
    QTimer::singleShot(0, &diagnoser, [&] { diagnoser.start(*place); });
    QCoreApplication::exec();
    return status;
}

} // namespace noonmark::ctl
