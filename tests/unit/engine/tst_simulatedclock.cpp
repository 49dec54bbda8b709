// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/simulatedclock.h"
#include "tests/support/moment.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::clock;

namespace {

Instant at(double seconds)
{
    return Instant() + NtpDuration::seconds(seconds);
}
SimulatedClock clockWith(const Oscillator &oscillator, std::uint64_t seed = 1)
{
    return SimulatedClock(oscillator, ordinaryDay(), Random::fromNumber(seed));
}

} // namespace

class SimulatedClockTest : public QObject
{
    Q_OBJECT

private slots:
    void runsWithItsFrequency()
    {
        auto clock = clockWith({.offset = 0.5, .frequency = 10e-6});
        clock.advanceTo(at(1000));
        QVERIFY(std::fabs(clock.error() - 0.51) < 1e-9);
        QVERIFY(std::fabs((clock.now().wall - NtpTimestamp::fromUnix(1'803'860'200, 0)).toSeconds() - 0.51) <
                1e-8);
    }

    void obeysRateAndStep()
    {
        auto clock = clockWith({.frequency = 10e-6});
        QVERIFY(clock.setRate(-10e-6));
        clock.advanceTo(at(10000));
        QVERIFY(std::fabs(clock.error()) < 1e-5);
        QVERIFY(clock.step(NtpDuration::seconds(-2)));
        QVERIFY(std::fabs(clock.error() + 2) < 1e-5);
        QCOMPARE(clock.steps(), 1);
    }

    void theMonotonicReadingIgnoresCorrections()
    {
        auto clock = clockWith({});
        clock.setRate(0.01);
        clock.step(NtpDuration::seconds(100));
        clock.advanceTo(at(100));
        QCOMPARE(clock.now().monotonic, at(100));
    }

    void wandersAsItShould()
    { // The error of a random walk in frequency grows as w sqrt(t^3 / 3).
        double squares = 0;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            auto clock = clockWith({.wander = 1e-9}, seed);
            clock.advanceTo(at(2000));
            squares += clock.error() * clock.error();
        }
        const double expected = 1e-9 * std::sqrt(2000.0 * 2000 * 2000 / 3);
        const double rms = std::sqrt(squares / 200);
        QVERIFY2(rms > 0.8 * expected && rms < 1.2 * expected, qPrintable(QString::number(rms / expected)));
    }

    void howItIsAskedDoesNotMatter()
    {
        auto once = clockWith({.frequency = 3e-6, .wander = 1e-8, .sineAmplitude = 1e-6, .sinePeriod = 100});
        auto often = clockWith({.frequency = 3e-6, .wander = 1e-8, .sineAmplitude = 1e-6, .sinePeriod = 100});
        once.advanceTo(at(500));
        for (int i = 1; i <= 5000; ++i)
            often.advanceTo(at(0.1 * i));
        QVERIFY(std::fabs(once.error() - often.error()) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(SimulatedClockTest)
#include "tst_simulatedclock.moc"
