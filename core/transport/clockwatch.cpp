// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/clockwatch.h"

#include <cerrno>
#include <limits>

#include <sys/timerfd.h>
#include <unistd.h>

namespace noonmark::transport {

namespace {

// Smaller steps are lost in the slewing of whoever keeps the clock, and harmless.
constexpr NtpDuration SmallestStep = NtpDuration::milliseconds(2);
constexpr NtpDuration ShortestSleep = NtpDuration::milliseconds(100);
constexpr NtpDuration SleepError = NtpDuration::milliseconds(50); // the kernel reads a clock of seconds, or slews meanwhile

} // namespace

ClockWatch::ClockWatch(const clock::Clock &watched, QObject *parent, SleepSource asleep)
    : QObject(parent)
    , m_clock(watched)
    , m_timeAsleep(asleep)
    , m_second(this)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ClockWatch::tick);
}

ClockWatch::~ClockWatch()
{
    stop();
}

void ClockWatch::start(Watch watch)
{
    stop();
    m_last = m_clock.now();
    m_asleep = m_timeAsleep();
    m_second.start();
    if (watch == Watch::Seconds)
        return;
    m_timer = Descriptor(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC));
    if (!m_timer.isOpen() || !armTimer()) {
        m_timer = Descriptor(); // then a step is found by the next tick
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_timer.number(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ClockWatch::look);
}

void ClockWatch::stop()
{
    m_second.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // we may be in its signal
    }
    m_timer = Descriptor();
}

void ClockWatch::expectRate(double correction)
{
    m_last = m_clock.now();
    m_rate = correction;
}

void ClockWatch::expectStep()
{
    m_last = m_clock.now();
}

void ClockWatch::look()
{
    std::uint64_t expirations = 0;
    if (!m_timer.isOpen() || read(m_timer.number(), &expirations, sizeof expirations) >= 0 || errno != ECANCELED)
        return;
    static_cast<void>(armTimer());
    systemClockWasSet();
}

void ClockWatch::systemClockWasSet()
{
    checkSleep();
    compare();
}

// A timer that never ends, and that the kernel cancels whenever the system clock is set, by anybody.
bool ClockWatch::armTimer()
{
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<std::int32_t>::max();
    never.it_value.tv_sec <<= 2;
    return timerfd_settime(m_timer.number(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) == 0;
}

void ClockWatch::tick()
{
    look();
    checkSleep();
    if (!m_timer.isOpen())
        compare(); // nobody tells us of a step
    m_last = m_clock.now();
    emit ticked();
}

void ClockWatch::compare()
{
    const Now present = m_clock.now();
    const NtpDuration by = jump(present);
    m_last = present;
    if (by.magnitude() > SmallestStep)
        emit stepped(by);
}

NtpDuration ClockWatch::jump(const Now &present) const
{
    const NtpDuration elapsed = present.monotonic - m_last.monotonic;
    const NtpDuration slewed = NtpDuration::seconds(elapsed.toSeconds() * m_rate);
    return (present.wall - m_last.wall) - elapsed - slewed;
}

void ClockWatch::checkSleep()
{
    const NtpDuration asleep = m_timeAsleep();
    const NtpDuration slept = asleep - std::exchange(m_asleep, asleep);
    if (slept <= ShortestSleep)
        return;
    const Now present = m_clock.now();
    const NtpDuration by = jump(present);
    if ((by - slept).magnitude() < SleepError) { // the system's clock is put right by the kernel
        m_last = present;
        emit putForward(by);
        return;
    }
    if (by <= slept / 2) // if it was set besides, by whomever, compare() finds out
        emit overslept(slept);
}

} // namespace noonmark::transport
