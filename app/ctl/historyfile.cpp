// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/historyfile.h"

#include "app/ctl/terminal.h"
#include "core/monitor/history.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {

void declareHistoryFile(QCommandLineParser &parser)
{
    parser.addOption({u"target"_s,
                      Text::tr("Only the daemon of this name, as the window lists it; the engine inside the "
                               "window has the name \"\"."),
                      u"HOST"_s});
    parser.addOption({u"database"_s, Text::tr("Another file than the window's own history."), u"FILE"_s});
    parser.addOption({u"since"_s, Text::tr("Only what is younger: 30m, 6h, 7d or a date."), u"WHEN"_s});
}

QString historyPath(const QCommandLineParser &parser)
{
    const QString wish = parser.value(u"database"_s);
    return wish.isEmpty() ? monitor::History::usualPath() : wish;
}

Result<double> parseSince(const QCommandLineParser &parser)
{
    const QString text = parser.value(u"since"_s);
    if (text.isEmpty())
        return -HUGE_VAL;
    static const QRegularExpression Age(u"^(\\d{1,9})([smhd])$"_s);
    if (const auto match = Age.match(text); match.hasMatch()) {
        const QString unit = match.captured(2);
        const int seconds = unit == u"s"_s ? 1 : unit == u"m"_s ? 60 : unit == u"h"_s ? 3600 : 86'400;
        return static_cast<double>(QDateTime::currentSecsSinceEpoch()) -
               match.captured(1).toDouble() * seconds;
    }
    QString iso = text;
    const QDateTime moment = QDateTime::fromString(iso.replace(u' ', u'T'), Qt::ISODate);
    if (!moment.isValid())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("--since %1; it wants 30m, 6h, 7d or a date like 2026-11-21 or 2026-11-21T08:00").arg(text).toStdString()});
    return static_cast<double>(moment.toMSecsSinceEpoch()) / 1000;
}

} // namespace noonmark::ctl
