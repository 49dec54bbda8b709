// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/clockwatch.h"

#include <QtTest>

using namespace noonmark;
using transport::ClockWatch;

Q_DECLARE_METATYPE(NtpDuration)

namespace {

// A clock that a test sets while the real one, and its kernel, stay as they are.
class PuppetClock final : public clock::Clock
{
public:
    Now now() const override { return m_now; }
    NtpTimestamp fromSystemTime(NtpTimestamp stamp) const override { return stamp; }
    Result<void> setRate(double) override { return {}; }
    Result<void> step(NtpDuration by) override
    {
        m_now.wall = m_now.wall + by;
        return {};
    }
    bool steerable() const override { return true; }
    void pass(NtpDuration time, double rate)
    {
        m_now.monotonic = m_now.monotonic + time;
        m_now.wall = m_now.wall + time + NtpDuration::seconds(time.toSeconds() * rate);
    }

private:
    Now m_now{Instant::fromNanoseconds(0), NtpTimestamp::fromUnix(1'795'000'000, 0)};
};

} // namespace

class ClockWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = std::make_unique<PuppetClock>();
        m_watch = std::make_unique<ClockWatch>(*m_clock);
        m_watch->start();
    }

    void measuresWhatSomebodyElseDid()
    {
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        m_watch->expectRate(50e-6);
        m_clock->pass(NtpDuration::milliseconds(800), 50e-6);
        QVERIFY(m_clock->step(NtpDuration::milliseconds(-1250)).has_value());
        m_watch->systemClockWasSet();
        QCOMPARE(steps.count(), 1);
        const double step = steps.front().front().value<NtpDuration>().toSeconds();
        QVERIFY2(std::abs(step + 1.25) < 1e-6, qPrintable(QString::number(step, 'g', 12)));
    }

    void doesNotReportOurOwnStep()
    {
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        QVERIFY(m_clock->step(NtpDuration::milliseconds(5000)).has_value());
        m_watch->expectStep();
        m_watch->systemClockWasSet();
        QCOMPARE(steps.count(), 0);
    }

    void doesNotTakeSlewingForAStep()
    {
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        m_watch->expectRate(0.08);
        m_clock->pass(NtpDuration::milliseconds(1000), 0.08);
        m_watch->systemClockWasSet();
        QCOMPARE(steps.count(), 0);
    }

    void ticks()
    {
        QSignalSpy ticks(m_watch.get(), &ClockWatch::ticked);
        QVERIFY(ticks.wait(3000));
    }

private:
    std::unique_ptr<PuppetClock> m_clock;
    std::unique_ptr<ClockWatch> m_watch;
};

QTEST_GUILESS_MAIN(ClockWatchTest)
#include "tst_clockwatch.moc"
