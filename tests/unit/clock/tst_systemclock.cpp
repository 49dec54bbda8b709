// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/kernelclock.h"
#include "core/clock/rawtime.h"
#include "core/clock/systemclock.h"
#include "tests/unit/clock/fakekernel.h"

#include <QtTest>

#include <functional>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace noonmark;
using clock::KernelOffset;
using clock::KernelRate;

Q_DECLARE_METATYPE(KernelRate)
Q_DECLARE_METATYPE(KernelOffset)

namespace {

// For the rest of this process: from here on nothing in it can touch the machine's clock.
bool dropClockCapability()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};
    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    const std::uint32_t mask = ~CAP_TO_MASK(CAP_SYS_TIME);
    auto &word = data[CAP_TO_INDEX(CAP_SYS_TIME)];
    word = {word.effective & mask, word.permitted & mask, word.inheritable & mask};
    return syscall(SYS_capset, &header, data) == 0;
}

} // namespace

class SystemClockTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(dropClockCapability()); }

    void tellsTheKernelTheRate_data()
    {
        QTest::addColumn<double>("correction");
        QTest::addColumn<KernelRate>("expected");
        QTest::newRow("none") << 0.0 << KernelRate{10'000, 0};
        QTest::newRow("1 ppm") << 1e-6 << KernelRate{10'000, 65'536};
        QTest::newRow("-500 ppm, the frequency's end") << -500e-6 << KernelRate{10'000, -32'768'000};
        QTest::newRow("840 ppm, by ticks") << 840e-6 << KernelRate{10'008, 40 * 65'536};
        QTest::newRow("-10 %") << -0.1 << KernelRate{9'000, 0};
        QTest::newRow("beyond") << 5.0 << KernelRate{11'000, 0};
    }
    void tellsTheKernelTheRate()
    {
        QFETCH(const double, correction);
        QFETCH(const KernelRate, expected);
        const KernelRate rate = clock::kernelRate(correction);
        QCOMPARE(rate.tick, expected.tick);
        QVERIFY(std::abs(rate.frequency - expected.frequency) <= 1);
    }

    void neverGivesTheKernelNegativeNanoseconds_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<KernelOffset>("expected");
        QTest::newRow("forward") << qint64{1'250'000'000} << KernelOffset{1, 250'000'000};
        QTest::newRow("back a quarter") << qint64{-250'000'000} << KernelOffset{-1, 750'000'000};
        QTest::newRow("back two seconds") << qint64{-2'000'000'000} << KernelOffset{-2, 0};
        QTest::newRow("nothing") << qint64{0} << KernelOffset{0, 0};
    }
    void neverGivesTheKernelNegativeNanoseconds()
    {
        QFETCH(const qint64, nanoseconds);
        QFETCH(const KernelOffset, expected);
        const KernelOffset offset = clock::kernelOffset(NtpDuration::nanoseconds(nanoseconds));
        QCOMPARE(offset.seconds, expected.seconds);
        QVERIFY(std::abs(offset.nanoseconds - expected.nanoseconds) <= 1);
        QVERIFY(offset.nanoseconds >= 0 && offset.nanoseconds < 1'000'000'000);
    }

    // From here on on a kernel of the test's own: no trap of the real one may be sprung on this machine.

    void endsWhatAnotherDaemonLeftBehind()
    { // The rest of an adjtime() and of the loop's phase would go on beside us, also with the loop switched off.
        FakeKernel kernel;
        kernel.status = STA_PLL | STA_UNSYNC;
        kernel.offset = 80'000'000;
        kernel.adjustment = 250'000;
        clock::SystemClock clock(std::ref(kernel));
        QVERIFY(clock.setRate(10e-6).has_value());
        const std::int64_t before = kernel.time;
        kernel.passSecond();
        QCOMPARE(kernel.time - before, FakeKernel::Nano);
        QCOMPARE(kernel.status & STA_PLL, 0);
        QCOMPARE(kernel.frequency, 655'360L);
    }

    void leavesTheRestOfASlewToTheKernel()
    { // -q -x: the process ends long before five seconds are taken off.
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        QVERIFY(clock.setRate(0).has_value());
        QVERIFY(clock.slewAlone(NtpDuration::milliseconds(-5000)).has_value());
        const std::int64_t before = kernel.time;
        for (int second = 0; second < 10'000; ++second)
            kernel.passSecond();
        QCOMPARE(kernel.time - before, 10'000 * FakeKernel::Nano - 5 * FakeKernel::Nano);
        kernel.passSecond();
        QCOMPARE(kernel.adjustment, std::int64_t{0});
    }

    void leavesNoLeapSecondToTheKernel_data()
    {
        QTest::addColumn<int>("armed");
        QTest::newRow("inserted") << STA_INS;
        QTest::newRow("left out") << STA_DEL;
    }
    void leavesNoLeapSecondToTheKernel()
    { // We step ourselves: one that was armed before us would come on top, at the next midnight of any day.
        QFETCH(const int, armed);
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        kernel.status |= armed;
        QVERIFY(clock.setRate(0).has_value());
        QCOMPARE(kernel.status & armed, 0);
        kernel.status |= armed; // somebody does it again
        clock.announce({.maximumError = 0.01, .taiMinusUtc = {}});
        const std::int64_t before = kernel.time;
        kernel.passMidnight();
        QCOMPARE(kernel.time, before);
    }

    void callsItselfSynchronisedOnlyWhenItIs()
    {
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        QVERIFY(clock.setRate(10e-6).has_value());
        QVERIFY(clock.step(NtpDuration::milliseconds(-250)).has_value());
        QVERIFY(kernel.status & STA_UNSYNC); // not before anybody was followed
        clock.announce({.maximumError = 0.0123, .taiMinusUtc = {}});
        QVERIFY(!(kernel.status & STA_UNSYNC));
        QCOMPARE(kernel.maxError, 12'300L);
        QCOMPARE(kernel.estimatedError, 12'300L);
        QVERIFY(clock.setRate(11e-6).has_value());
        QVERIFY(!(kernel.status & STA_UNSYNC)); // nor is it forgotten
        clock.announce({.maximumError = 1e6, .taiMinusUtc = {}});
        QCOMPARE(kernel.maxError, 16'000'000L);
        clock.announce({});
        QVERIFY(kernel.status & STA_UNSYNC);
        QCOMPARE(kernel.maxError, 16'000'000L);
    }

    void stepsByNanosecondsEitherWay()
    {
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        const std::int64_t before = kernel.time;
        QVERIFY(clock.step(NtpDuration::nanoseconds(-1'250'000'001)).has_value());
        QVERIFY(std::abs(kernel.time - before + 1'250'000'001) <= 1);
        QVERIFY(clock.step(NtpDuration::nanoseconds(250'000'003)).has_value());
        QVERIFY(std::abs(kernel.time - before + 999'999'998) <= 2);
    }

    void tellsWhatTheKernelRefuses()
    {
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        QCOMPARE(clock.step(NtpDuration::seconds(-65.0 * 365 * 86'400)).error().failure, Failure::System);
        kernel.permitted = false;
        QCOMPARE(clock.setRate(0).error().failure, Failure::NotPermitted);
        QCOMPARE(clock.step(NtpDuration()).error().failure, Failure::NotPermitted);
        QVERIFY(clock.announce({.maximumError = 0.01, .taiMinusUtc = 37}));
        QCOMPARE(kernel.tai, 0);
    }

    void givesTheKernelTheDifferenceToTai()
    {
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        clock.announce({.maximumError = 0.01, .taiMinusUtc = {}});
        QCOMPARE(kernel.tai, 0);
        clock.announce({.maximumError = 0.01, .taiMinusUtc = 37});
        QCOMPARE(kernel.tai, 37);
        clock.announce({.maximumError = 0.01, .taiMinusUtc = {}}); // the file expired: it is no less true
        QCOMPARE(kernel.tai, 37);
    }

    void noticesWhoElseSteers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<long>("frequency");
        QTest::addColumn<long>("tick");
        QTest::newRow("systemd-timesyncd, by the kernel's loop") << STA_PLL << qint64{3'000'000} << 655'360L << 10'000L;
        QTest::newRow("chronyd, by rate and tick") << 0 << qint64{0} << -12'345L << 10'002L;
        QTest::newRow("only the rate") << 0 << qint64{0} << 655'000L << 10'000L;
    }
    void noticesWhoElseSteers()
    {
        QFETCH(const int, status);
        QFETCH(const qint64, offset);
        QFETCH(const long, frequency);
        QFETCH(const long, tick);
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        const clock::ClockState right{.maximumError = 0.01, .taiMinusUtc = {}};
        QVERIFY(clock.announce(right)); // nothing was told yet
        QVERIFY(clock.setRate(10e-6).has_value());
        QVERIFY(clock.announce(right));
        kernel.status |= status;
        kernel.offset = offset;
        kernel.frequency = frequency;
        kernel.tick = tick;
        QVERIFY(!clock.announce(right));
        QCOMPARE(kernel.frequency, 655'360L); // and is ours again
        QCOMPARE(kernel.tick, 10'000L);
        QCOMPARE(kernel.offset, 0);
        QCOMPARE(kernel.status & STA_PLL, 0);
        QVERIFY(clock.announce(right));
    }

    void roundingOfTheKernelIsNoIntrusion()
    {
        FakeKernel kernel;
        clock::SystemClock clock(std::ref(kernel));
        QVERIFY(clock.setRate(12.3456789e-6).has_value());
        kernel.frequency -= 1;
        QVERIFY(clock.announce({.maximumError = 0.01, .taiMinusUtc = {}}));
    }

    void isRefusedWithoutTheCapability()
    {
        if (clock::SystemClock::permitted())
            QSKIP("this process still holds CAP_SYS_TIME, and the clock must not be touched");
        clock::SystemClock clock;
        QVERIFY(clock.steerable());
        QCOMPARE(clock.setRate(0).error().failure, Failure::NotPermitted);
        QCOMPARE(clock.step(NtpDuration()).error().failure, Failure::NotPermitted);
    }

    void readsBothClocks()
    {
        const clock::RawReading first = clock::readRaw();
        const clock::RawReading second = clock::readRaw();
        QVERIFY(second.raw >= first.raw);
        QVERIFY((second.system - first.system).magnitude() < NtpDuration::milliseconds(2000));
        QVERIFY(clock::timeAsleep() > NtpDuration::milliseconds(-1));
    }
};

QTEST_APPLESS_MAIN(SystemClockTest)
#include "tst_systemclock.moc"
