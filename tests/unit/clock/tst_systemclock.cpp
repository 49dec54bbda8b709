// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/kernelclock.h"
#include "core/clock/rawtime.h"
#include "core/clock/systemclock.h"

#include <QtTest>

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
