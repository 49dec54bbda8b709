// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulatedpeers.h"

#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

constexpr double Micro = 1e-6;
constexpr double Nano = 1e-9;

QString share(double own, double other)
{
    return QString::number(own / other, 'f', 2);
}

QString time(double microseconds)
{
    return wording::span(microseconds * Micro);
}

} // namespace

void printOthers(const simulation::PeerFigures &others, const simulation::Summary &own, const Terminal &terminal)
{
    const auto say = [&](const QString &what, const QString &value) {
        terminal.line(u"  "_s + what + u": "_s + value);
    };
    const auto beside = [](const QString &figure, const QString &ratio) {
        return Text::tr("%1; ours is %2 of it").arg(figure, ratio);
    };
    terminal.line({});
    terminal.line(Text::tr("The others in the same situation (chronyd 4.3, ntpsec 1.2.2, ntpd 4.3.91, ntpd-rs 1.9; medians "
                           "of 30 runs):"));
    say(Text::tr("time error, root mean square"),
        u"chronyd %1, ntpsec %2, ntpd %3, ntpd-rs %4"_s.arg(time(others.chrony), time(others.ntpsec), time(others.ntpd),
                                                            time(others.ntpdrs)));
    say(Text::tr("the best of them"), beside(time(others.bestRms), share(own.rms, others.bestRms * Micro)));
    say(Text::tr("our aim"), beside(time(others.aimRms), share(own.rms, others.aimRms * Micro)));
    say(Text::tr("largest of all runs"), beside(time(others.bestMax), share(own.worst, others.bestMax * Micro)));
    say(Text::tr("our aim for the largest time error"),
        beside(time(others.aimMax), share(own.largest, others.aimMax * Micro)));
    say(Text::tr("rate error, root mean square"),
        beside(Text::tr("%1 ppb").arg(others.bestRate), share(own.rate, others.bestRate * Nano)));
    say(Text::tr("below 1 ms"), Text::tr("after %1 s").arg(others.bestMillisecond));
    say(Text::tr("time error of the yardstick, a filter that knows the noise"),
        beside(time(others.kf), share(own.rms, others.kf * Micro)));
    say(Text::tr("questions of the yardstick"),
        beside(QString::number(others.kfRequests), share(own.requests, others.kfRequests)));
}

QJsonObject besideOthers(const simulation::PeerFigures &others, const simulation::Summary &own)
{
    const auto ratio = [](double mine, double theirs) { return std::isfinite(mine) ? QJsonValue(mine / theirs) : QJsonValue(); };
    return {{u"chronyd-rms-seconds"_s, others.chrony * Micro},
            {u"ntpsec-rms-seconds"_s, others.ntpsec * Micro},
            {u"ntpd-rms-seconds"_s, others.ntpd * Micro},
            {u"ntpd-rs-rms-seconds"_s, others.ntpdrs * Micro},
            {u"best-rms-seconds"_s, others.bestRms * Micro},
            {u"best-worst-seconds"_s, others.bestMax * Micro},
            {u"best-rate-rms"_s, others.bestRate * Nano},
            {u"best-below-1ms-at-seconds"_s, others.bestMillisecond},
            {u"aim-rms-seconds"_s, others.aimRms * Micro},
            {u"aim-largest-seconds"_s, others.aimMax * Micro},
            {u"yardstick-rms-seconds"_s, others.kf * Micro},
            {u"yardstick-requests"_s, others.kfRequests},
            {u"rms-ratio"_s, ratio(own.rms, others.bestRms * Micro)},
            {u"worst-ratio"_s, ratio(own.worst, others.bestMax * Micro)},
            {u"rate-ratio"_s, ratio(own.rate, others.bestRate * Nano)},
            {u"aim-rms-ratio"_s, ratio(own.rms, others.aimRms * Micro)},
            {u"aim-largest-ratio"_s, ratio(own.largest, others.aimMax * Micro)},
            {u"requests-ratio"_s, ratio(own.requests, others.kfRequests)}};
}

} // namespace noonmark::ctl
