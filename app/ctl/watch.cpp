// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/peertable.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "app/ctl/verdictobject.h"
#include "core/monitor/controltarget.h"
#include "core/wording/wording.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

constexpr double ShortestInterval = 0.25; // s: four looks a second

QString timeOf(const monitor::Frame &frame)
{
    return QDateTime::fromMSecsSinceEpoch(frame.unixMilliseconds).toString(Qt::ISODate);
}

QStringList linesOf(const monitor::Frame &frame, const QString &address, const PeerLayout &layout)
{
    QStringList lines = {u"%1  %2"_s.arg(wording::plain(address.toStdString()), timeOf(frame))};
    if (!frame.answered) {
        lines += frame.trouble ? wording::sentence(*frame.trouble) : QString();
        return lines;
    }
    lines += wording::headline(frame.verdict, frame.trouble);
    if (const QString details = wording::details(frame.verdict); !details.isEmpty())
        lines += u"  "_s + details;
    lines += QString();
    return lines + peerTable(frame.snapshot.associations, layout);
}

QJsonObject toJson(const monitor::Frame &frame)
{
    QJsonObject object{{u"time"_s, timeOf(frame)}, {u"answered"_s, frame.answered}};
    if (frame.trouble)
        object[u"error"_s] = wording::sentence(*frame.trouble);
    if (!frame.answered)
        return object;
    QJsonArray peers;
    for (const auto &association : frame.snapshot.associations)
        peers += peerObject(association);
    object[u"status"_s] = verdictObject(frame.verdict);
    object[u"peers"_s] = peers;
    return object;
}

int statusOf(const monitor::Frame &frame)
{
    if (!frame.answered)
        return Impossible;
    return frame.verdict.state == monitor::VerdictState::InSync ? Good : Bad;
}

// On a screen the new table takes the place of the old one, line by line and without a flicker; into a pipe
// each follows the last.
void show(const QStringList &lines, bool isScreen, const Terminal &terminal)
{
    if (!isScreen) {
        for (const QString &line : lines)
            terminal.line(line);
        terminal.line({});
        return;
    }
    QString screen = u"\x1b[H"_s;
    for (const QString &line : lines)
        screen += line + u"\x1b[K\n"_s;
    terminal.picture(screen + u"\x1b[J"_s);
}

} // namespace

void declareWatch(QCommandLineParser &parser)
{
    declareDaemon(parser);
    parser.addOption({u"interval"_s, Text::tr("Seconds between two looks."), u"SECONDS"_s, u"2"_s});
    parser.addOption(
        {u"count"_s, Text::tr("Looks after which it ends; without it only Ctrl+C ends it."), u"NUMBER"_s});
    declareTable(parser);
}

int watch(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto place = givenPlace(parser);
    if (!place)
        return terminal.failed(place.error());
    const double interval = std::clamp(parser.value(u"interval"_s).toDouble(), ShortestInterval, 3600.0);
    const int milliseconds = static_cast<int>(1000 * interval);
    monitor::ControlTarget target(*place,
                                  {.intervalMilliseconds = milliseconds, .longestPause = milliseconds});
    const bool isScreen = isatty(STDOUT_FILENO) != 0 && !terminal.json();
    int left = parser.isSet(u"count"_s) ? parser.value(u"count"_s).toInt() : -1;
    int status = Impossible;
    if (isScreen)
        terminal.picture(u"\x1b[2J"_s);
    QObject::connect(&target, &monitor::Target::frameArrived, &target, [&](const monitor::Frame &frame) {
        if (terminal.json())
            terminal.jsonLine(toJson(frame));
        else
            show(linesOf(frame, target.address(), layoutOf(parser)), isScreen, terminal);
        status = statusOf(frame);
        if (left > 0 && --left == 0)
            QCoreApplication::quit();
    });
    target.start();
    QCoreApplication::exec();
    return status;
}

} // namespace noonmark::ctl
