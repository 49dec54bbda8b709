// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapsmear.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

constexpr std::int64_t Leap = 3'692'217'600; // 2017-01-01

EngineConfig config(int interval, int taiAfter = 37)
{
    EngineConfig result;
    result.leapSmearInterval = interval;
    result.leaps.changes = {{3'644'697'600, 36}, {Leap, taiAfter}};
    return result;
}

// So many seconds before the leap.
NtpTimestamp before(double seconds)
{
    return NtpTimestamp::fromUnix(Leap - NtpTimestamp::UnixEpoch, 0) - NtpDuration::seconds(seconds);
}

double smearAt(const LeapSmear &smear, double seconds)
{
    return smear.at(before(seconds)).value_or(NtpDuration()).toSeconds();
}

} // namespace

class LeapSmearTest : public QObject
{
    Q_OBJECT

private slots:
    void isOffUnlessAskedFor()
    {
        QVERIFY(!LeapSmear(config(0)).at(before(10)));
        QVERIFY(!LeapSmear(EngineConfig()).at(before(10)));
    }

    void losesASecondSmoothly()
    {
        const LeapSmear smear(config(7200));
        QVERIFY(!smear.at(before(7201)));
        QVERIFY(std::fabs(smearAt(smear, 3600) + 0.5) < 1e-6);
        QVERIFY(std::fabs(smearAt(smear, 0.001) + 1) < 1e-6);
        double last = 0;
        for (double left = 7200; left > 0; left -= 1) {
            const double now = smearAt(smear, left);
            QVERIFY(now <= last && last - now < 0.0003); // the fastest is pi/2 a 7200th
            last = now;
        }
    }

    void endsWithTheClocksOwnLeap()
    { // The clock counts the last second of the day twice; what is served goes on evenly.
        LeapSmear smear(config(7200));
        QVERIFY(std::fabs(smearAt(smear, -0.01) + 1) < 1e-6); // the step may come a little late
        smear.clockStepped(before(1));
        QVERIFY(!smear.at(before(0.9)));
        QVERIFY(!smear.at(before(0)));
    }

    void gainsASecondThatIsLeftOut()
    {
        LeapSmear smear(config(7200, 35));
        QVERIFY(std::fabs(smearAt(smear, 1.001) - 1) < 1e-6);
        smear.clockStepped(before(0));
        QVERIFY(!smear.at(before(0)));
    }

    void spreadsWhatServersAnnounceIfThereIsNoFile()
    {
        EngineConfig none;
        none.leapSmearInterval = 7200;
        const LeapSmear smear(none);
        QVERIFY(!smear.at(before(3600)));
        QVERIFY(!smear.at(before(7201), 1));
        QVERIFY(std::fabs(smear.at(before(3600), 1)->toSeconds() + 0.5) < 1e-6);
        QVERIFY(std::fabs(smear.at(before(1.001), 2)->toSeconds() - 1) < 1e-6);
        QVERIFY(std::fabs(smear.at(before(-0.1), 1)->toSeconds() + 1) < 1e-6); // the step may come a little late
        QVERIFY(!smear.at(before(-1.5), 1));
        QVERIFY(!smear.at(before(3600 + 10 * 86'400), 1)); // they announce it all month long
        QVERIFY(!LeapSmear(EngineConfig()).at(before(3600), 1));
    }

    void takesNoGapInTheFileForALeapSecond()
    {
        QVERIFY(!LeapSmear(config(7200, 64)).at(before(3600)));
    }

    void tellsItsSizeInTheReferenceId()
    { // 0.25 s: 254.16.0.0 in 22 bits of fraction.
        QCOMPARE(LeapSmear::refid(NtpDuration::seconds(0.25)), 0xfe100000U);
        QCOMPARE(LeapSmear::refid(NtpDuration::seconds(-0.25)), 0xfef00000U);
    }
};

QTEST_APPLESS_MAIN(LeapSmearTest)
#include "tst_leapsmear.moc"
