// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/phasetrack.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace noonmark::engine;

namespace {

bool near(double a, double b)
{
    return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)) + 1e-15;
}

PhaseTrack started()
{
    PhaseTrack track;
    track.start(1, 4, {0.5, 0.1});
    return track;
}

} // namespace

class PhaseTrackTest : public QObject
{
    Q_OBJECT

private slots:
    void growsAsARandomWalkOfTheFrequency()
    {
        PhaseTrack track = started();
        track.advance(10, 0.03, {});
        QVERIFY(near(track.phase(), 6));
        const PhaseTrack::Covariance known = track.covariance({});
        QVERIFY(near(known.phase, 4 + 0.01 * 100 + 0.03 * 1000 / 3));
        QVERIFY(near(known.both, 0.01 * 10 + 0.03 * 100 / 2));
        QVERIFY(near(known.frequency, 0.01 + 0.03 * 10));
    }

    void aMeasuredPhaseTellsOfTheFrequency()
    {
        PhaseTrack track = started();
        track.advance(10, 0, {});
        track.learn(0, 8, 5); // as uncertain as what is foretold
        QVERIFY(near(track.phase(), 7));
        QVERIFY(near(track.frequency(), 0.5 + 0.1 / 10 * 2));
        QVERIFY(near(track.covariance({}).phase, 2.5));
    }

    void whatAPathAddsIsKnownOnlyTogetherWithThePhase()
    {
        PhaseTrack track = started();
        track.becomeShared(3);
        QVERIFY(near(track.forecast(0).phase, 1));
        QVERIFY(near(track.forecast(0).variance, 4));
        track.admit(2);
        QVERIFY(near(track.forecast(1).phase, 1));
        QVERIFY(near(track.forecast(1).variance, 4 + 9 + 4));
    }

    void pathsThatDifferMeetByWhatTheyAreTrusted()
    {
        PhaseTrack track = started();
        track.becomeShared(1);
        track.admit(2);
        for (int i = 0; i < 2000; ++i) {
            track.learn(0, 0, 0.01);
            track.learn(1, 10, 0.01);
        }
        QVERIFY(std::fabs(track.forecast(0).phase) < 0.01);
        QVERIFY(std::fabs(track.forecast(1).phase - 10) < 0.01);
        QVERIFY2(std::fabs(track.phase() - 2) < 0.01, qPrintable(QString::number(track.phase()))); // 1 : 4
    }

    void aPathThatMayAddMoreIsAsIfItAlwaysHadBeen()
    {
        PhaseTrack trusted = started();
        PhaseTrack doubted = started();
        trusted.becomeShared(1);
        doubted.becomeShared(1);
        trusted.admit(0.5);
        doubted.admit(3);
        for (PhaseTrack *track : {&trusted, &doubted})
            for (int i = 0; i < 5; ++i) {
                track->advance(10, 0.01, {});
                track->learn(0, 0, 0.1);
                track->learn(1, 8, 0.2);
            }
        QVERIFY(std::fabs(trusted.phase() - doubted.phase()) > 0.5);
        trusted.widen(1, 0.5, 3);
        QVERIFY(std::fabs(trusted.phase() - doubted.phase()) < 1e-9);
        QVERIFY(std::fabs(trusted.frequency() - doubted.frequency()) < 1e-9);
        QVERIFY(std::fabs(trusted.forecast(1).variance - doubted.forecast(1).variance) < 1e-9);
        QVERIFY(std::fabs(trusted.covariance({}).phase - doubted.covariance({}).phase) < 1e-9);
    }

    void whatAllAreOffAlikeIsLeftOut()
    {
        PhaseTrack track = started();
        track.becomeShared(1);
        track.admit(2);
        for (int i = 0; i < 2000; ++i) {
            track.learn(0, 0, 0.01);
            track.learn(1, 0, 0.01);
        }
        QVERIFY(track.covariance({}).phase > 0.7); // 1 and 2 together: 0.89 squared
        const std::array<double, 2> shares{0.8, 0.2};
        QVERIFY2(track.covariance(shares).phase < 1e-4,
                 qPrintable(QString::number(track.covariance(shares).phase)));
    }

    void noPathIsTheSameForEver()
    {
        PhaseTrack track = started();
        track.becomeShared(1);
        track.admit(2);
        const std::array<double, 2> asymmetries{1, 2};
        for (int i = 0; i < 2000; ++i) {
            track.learn(0, 0, 0.01);
            track.learn(1, 10, 0.01);
        }
        const auto apart = [&track] { return track.forecast(1).phase - track.forecast(0).phase; };
        PhaseTrack soon = track;
        soon.advance(3600, 0, asymmetries);
        QVERIFY(std::fabs(soon.forecast(1).phase - soon.forecast(0).phase - 10) < 0.1);
        for (int month = 0; month < 20; ++month)
            track.advance(30 * 86400.0, 0, asymmetries);
        QVERIFY2(std::fabs(apart()) < 0.01, qPrintable(QString::number(apart())));
        const double phase = track.covariance({}).phase;
        QVERIFY(std::fabs((track.forecast(1).variance - phase) / 4 - 1) < 0.01);
    }

    void whoIsDismissedLeavesWhatHeTaught()
    {
        PhaseTrack track = started();
        track.becomeShared(1);
        track.admit(1);
        track.admit(1);
        track.learn(1, 3, 1);
        track.learn(2, -5, 1);
        const PhaseTrack before = track;
        track.dismiss(1);
        QCOMPARE(track.phase(), before.phase());
        QCOMPARE(track.frequency(), before.frequency());
        QCOMPARE(track.forecast(0).phase, before.forecast(0).phase);
        QCOMPARE(track.forecast(1).phase, before.forecast(2).phase);
        QCOMPARE(track.forecast(1).variance, before.forecast(2).variance);
    }
};

QTEST_APPLESS_MAIN(PhaseTrackTest)
#include "tst_phasetrack.moc"
