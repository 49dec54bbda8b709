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

NtpDuration slept;

NtpDuration howLongAsleep()
{
    return slept;
}

} // namespace

class ClockWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = std::make_unique<PuppetClock>();
        m_watch = std::make_unique<ClockWatch>(*m_clock, nullptr, howLongAsleep);
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

    void findsAStepByItselfWhereTheKernelTellsOfNone()
    {
        m_watch->start(ClockWatch::Watch::Seconds);
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        QVERIFY(m_clock->step(NtpDuration::seconds(2)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(steps.count(), 1, 20'000); // the watch looks once a second
        QCOMPARE(steps.front().front().value<NtpDuration>().toSeconds(), 2.0);
    }

    void doesNotTakeSlewingForAStep()
    {
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        m_watch->expectRate(0.08);
        m_clock->pass(NtpDuration::milliseconds(1000), 0.08);
        m_watch->systemClockWasSet();
        QCOMPARE(steps.count(), 0);
    }

    void measuresAJumpOfYears()
    {
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        const NtpDuration years = NtpDuration::seconds(-20.0 * 365 * 86400);
        QVERIFY(m_clock->step(years).has_value());
        m_watch->systemClockWasSet();
        QCOMPARE(steps.count(), 1);
        QCOMPARE(steps.front().front().value<NtpDuration>().toSeconds(), years.toSeconds());
    }

    void noticesThatAClockOfOurOwnSleptWithTheMachine()
    { // Neither its count nor its time went on meanwhile.
        QSignalSpy sleeps(m_watch.get(), &ClockWatch::overslept);
        slept = slept + NtpDuration::seconds(3600);
        m_clock->pass(NtpDuration::milliseconds(900), 0);
        QTRY_COMPARE_WITH_TIMEOUT(sleeps.count(), 1, 20'000); // the watch looks once a second
        QCOMPARE(sleeps.front().front().value<NtpDuration>().toSeconds(), 3600.0);
        QTest::qWait(1100);
        QCOMPARE(sleeps.count(), 1); // told once
    }

    void leavesAClockAloneThatTheKernelPutRight()
    {
        QSignalSpy sleeps(m_watch.get(), &ClockWatch::overslept);
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        QSignalSpy forward(m_watch.get(), &ClockWatch::putForward);
        slept = slept + NtpDuration::seconds(3600);
        QVERIFY(m_clock->step(NtpDuration::seconds(3600)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(forward.count(), 1, 20'000); // the engine must know all the same
        QCOMPARE(sleeps.count(), 0);
        QCOMPARE(steps.count(), 0);
        QCOMPARE(forward.front().front().value<NtpDuration>().toSeconds(), 3600.0);
    }

    void tellsASleepFromWhoSetTheClockMeanwhile()
    { // The kernel put it forward by the hour, and somebody back by two.
        QSignalSpy steps(m_watch.get(), &ClockWatch::stepped);
        QSignalSpy forward(m_watch.get(), &ClockWatch::putForward);
        slept = slept + NtpDuration::seconds(3600);
        QVERIFY(m_clock->step(NtpDuration::seconds(3600 + 7200)).has_value());
        m_watch->systemClockWasSet();
        QCOMPARE(forward.count(), 0);
        QCOMPARE(steps.count(), 1);
        QCOMPARE(steps.front().front().value<NtpDuration>().toSeconds(), 10800.0);
    }

    void ticks()
    {
        QSignalSpy ticks(m_watch.get(), &ClockWatch::ticked);
        QVERIFY(ticks.wait(20'000));
    }

private:
    std::unique_ptr<PuppetClock> m_clock;
    std::unique_ptr<ClockWatch> m_watch;
};

QTEST_GUILESS_MAIN(ClockWatchTest)
#include "tst_clockwatch.moc"
