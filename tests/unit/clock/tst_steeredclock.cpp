// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/observingclock.h"
#include "core/clock/precision.h"
#include "core/clock/steeredclock.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using clock::RawReading;
using clock::SteeredClock;

namespace {

constexpr auto Noon = NtpTimestamp::fromUnix(1'795'000'000, 0);

// What the machine's two clocks read at this moment of the test.
RawReading machine;

void start()
{
    machine = {Instant::fromNanoseconds(5'000'000'000), Noon};
}

void pass(NtpDuration time)
{
    machine.raw = machine.raw + time;
    machine.system = machine.system + time;
}

double since(NtpTimestamp begin, const SteeredClock &clock)
{
    return (clock.now().wall - begin).toSeconds();
}

const clock::RawSource Machine = [] { return machine; };

} // namespace

class SteeredClockTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { start(); }

    void startsAtTheSystemsTime()
    {
        const SteeredClock clock(Machine);
        QCOMPARE(clock.now().wall, Noon);
        QCOMPARE(clock.now().monotonic, machine.raw);
    }

    void runsAtTheCommandedRateFromNowOn()
    {
        SteeredClock clock(Machine);
        pass(NtpDuration::milliseconds(100'000));
        QVERIFY(clock.setRate(50e-6).has_value());
        pass(NtpDuration::milliseconds(100'000));
        QVERIFY(std::abs(since(Noon, clock) - 200.005) < 2e-9);
        QVERIFY(clock.setRate(-50e-6).has_value());
        pass(NtpDuration::milliseconds(100'000));
        QVERIFY(std::abs(since(Noon, clock) - 300.0) < 4e-9);
    }

    void doesNotJumpWhenTheRateChanges()
    {
        SteeredClock clock(Machine);
        for (int i = 0; i < 100'000; ++i) {
            pass(NtpDuration::milliseconds(10));
            const NtpTimestamp before = clock.now().wall;
            QVERIFY(clock.setRate((i % 7 - 3) * 1e-4).has_value());
            QCOMPARE(clock.now().wall, before);
        }
    }

    void keepsNanosecondsOverAYear()
    {
        SteeredClock clock(Machine);
        QVERIFY(clock.setRate(1e-6).has_value());
        const auto year = NtpDuration::milliseconds(std::int64_t{86'400} * 365 * 1000);
        pass(year);
        const NtpDuration expected = year + NtpDuration::nanoseconds(std::int64_t{86'400} * 365 * 1000);
        QVERIFY(((clock.now().wall - Noon) - expected).magnitude() < NtpDuration::nanoseconds(20));
    }

    void stepsAndGoesOn()
    {
        SteeredClock clock(Machine);
        QVERIFY(clock.step(NtpDuration::milliseconds(-1500)).has_value());
        pass(NtpDuration::milliseconds(1000));
        QCOMPARE(since(Noon, clock), -0.5);
    }

    void boundsTheRate()
    {
        SteeredClock clock(Machine);
        QVERIFY(clock.setRate(-7).has_value());
        pass(NtpDuration::milliseconds(1000));
        QVERIFY(std::abs(since(Noon, clock) - 0.9) < 1e-9); // still runs forward
    }

    void mapsAKernelStampByItsAge()
    {
        SteeredClock clock(Machine);
        QVERIFY(clock.step(NtpDuration::milliseconds(3'600'000)).has_value());
        const NtpTimestamp stamp = machine.system;
        pass(NtpDuration::nanoseconds(250'000));
        QCOMPARE(clock.fromSystemTime(stamp), Noon + NtpDuration::milliseconds(3'600'000));
    }

    void doesNotBelieveAStampFromTheOtherSideOfAStep_data()
    {
        QTest::addColumn<qint64>("systemStepMilliseconds");
        QTest::newRow("back") << qint64{-10'000};
        QTest::newRow("forth") << qint64{10'000};
    }
    void doesNotBelieveAStampFromTheOtherSideOfAStep()
    {
        QFETCH(const qint64, systemStepMilliseconds);
        const SteeredClock clock(Machine);
        const NtpTimestamp stamp = machine.system;
        pass(NtpDuration::milliseconds(1));
        machine.system = machine.system + NtpDuration::milliseconds(systemStepMilliseconds);
        QCOMPARE(clock.fromSystemTime(stamp), clock.now().wall);
    }

    void ignoresWhatOthersDoToTheSystemClock()
    {
        const SteeredClock clock(Machine);
        machine.system = machine.system + NtpDuration::milliseconds(86'400'000);
        pass(NtpDuration::milliseconds(1000));
        QCOMPARE(since(Noon, clock), 1.0);
    }

    void observingClockOnlyReads()
    {
        clock::ObservingClock clock(Machine);
        QVERIFY(!clock.steerable());
        QCOMPARE(clock.setRate(1e-6).error().failure, Failure::Unsupported);
        QCOMPARE(clock.step(NtpDuration::milliseconds(1)).error().failure, Failure::Unsupported);
        pass(NtpDuration::milliseconds(1000));
        QCOMPARE(clock.now().wall, machine.system);
        QCOMPARE(clock.fromSystemTime(Noon), Noon);
    }

    void measuresTheGrainOfACoarseClock()
    {
        const clock::RawSource coarse = [] {
            pass(NtpDuration::nanoseconds(100));
            const std::uint64_t grain = std::uint64_t{1} << 22; // 2^-10 s
            return RawReading{machine.raw, NtpTimestamp::fromUnits(machine.system.units() / grain * grain)};
        };
        const clock::RawSource slow = [] {
            pass(NtpDuration::nanoseconds(1500));
            return machine;
        };
        QCOMPARE(clock::measurePrecision(clock::ObservingClock(slow)), -19);
        QVERIFY(clock::measurePrecision(clock::ObservingClock(coarse)) >= -10);
        const int here = clock::measurePrecision(SteeredClock());
        QVERIFY2(here >= -30 && here <= -10, qPrintable(QString::number(here)));
    }
};

QTEST_APPLESS_MAIN(SteeredClockTest)
#include "tst_steeredclock.moc"
