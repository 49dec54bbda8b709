// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/clock/clock.h"
#include "core/clock/rawtime.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace noonmark::transport {

// Notices what happens to a clock behind the engine's back: somebody sets the system clock under it, or the
// machine sleeps and a clock of our own sleeps with it. The kernel says when the system clock was set; a
// reading each second says by how much.
class ClockWatch : public QObject
{
    Q_OBJECT

public:
    // How long the machine has slept since it started.
    using SleepSource = NtpDuration (*)();

    explicit ClockWatch(const clock::Clock &watched, QObject *parent = nullptr,
                        SleepSource asleep = clock::timeAsleep);
    ~ClockWatch() override;

    // Seconds: without the kernel's word, a step is found by the next tick.
    enum class Watch
    {
        Everything,
        Seconds
    };
    void start(Watch watch = Watch::Everything);
    void stop();
    // We did this ourselves: the clock runs at this rate, or was just stepped.
    void expectRate(double correction);
    void expectStep();
    // Looks now instead of when the event loop gets to it; cheap.
    void look();
    // What look() does when the kernel says that somebody set the system clock.
    void systemClockWasSet();

signals:
    void ticked();                            // once a second
    void stepped(noonmark::NtpDuration by);   // the watched clock reads another time than it should
    void overslept(noonmark::NtpDuration by); // it stood still while the machine slept
    void putForward(noonmark::NtpDuration by); // by the kernel, for the time that the machine slept

private:
    [[nodiscard]] bool armTimer();
    void tick();
    // Both: what the clock reads now beyond what it should.
    void compare();
    void checkSleep();
    [[nodiscard]] NtpDuration jump(const Now &present) const;

    const clock::Clock &m_clock;
    SleepSource m_timeAsleep;
    QTimer m_second;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Descriptor m_timer; // none: nobody tells of a step
    double m_rate = 0;
    Now m_last;
    NtpDuration m_asleep;
};

} // namespace noonmark::transport
