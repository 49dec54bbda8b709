// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/engine/sourcebench.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

using Bench = SourceBench;

class SourceModelTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsNothingAtFirst()
    {
        const SourceModel model;
        QVERIFY(!model.ready());
    }

    void believesItsFirstSampleOnlySoMuch()
    {
        Bench bench;
        bench.ask();
        QVERIFY(bench.model.ready());
        const Estimate estimate = bench.model.estimate(bench.now());
        QVERIFY(estimate.deviation() > 1e-3);
        QCOMPARE(estimate.frequencyDeviation(), FrequencyBelief{}.deviation);
    }

    void learnsRateAndPhase()
    {
        Bench bench;
        bench.frequency = 50e-6;
        bench.run(60, 64);
        const Estimate estimate = bench.model.estimate(bench.now());
        QVERIFY2(std::fabs(estimate.frequency + 50e-6) < 1e-6,
                 qPrintable(QString::number(estimate.frequency)));
        QVERIFY2(std::fabs(bench.wrong()) < 0.5e-3, qPrintable(QString::number(bench.wrong())));
    }

    void doesNotClaimMoreThanItKnows()
    { // Over many stories the error is about what the model says it is.
        double squares = 0;
        double claimed = 0;
        for (std::uint64_t story = 1; story <= 100; ++story) {
            Bench bench;
            bench.random = Random::fromNumber(story);
            bench.frequency = 20e-6;
            bench.run(40, 64);
            squares += bench.wrong() * bench.wrong();
            claimed += std::pow(bench.model.estimate(bench.now()).deviation(), 2);
        }
        const double ratio = std::sqrt(squares / claimed);
        QVERIFY2(ratio > 0.3 && ratio < 1.3, qPrintable(QString::number(ratio)));
    }

    void isNotDisturbedByOurCorrections()
    {
        Bench straight;
        Bench corrected;
        straight.frequency = corrected.frequency = 30e-6;
        straight.run(20, 64);
        corrected.run(10, 64);
        corrected.corrected = 0.002;
        corrected.stepped = 0.7;
        corrected.run(10, 64);
        QVERIFY(std::fabs(straight.wrong() - corrected.wrong()) < 1e-8);
    }

    void growsUncertainWithoutSamples()
    {
        Bench bench;
        bench.run(60, 64);
        const double now = bench.model.estimate(bench.now()).deviation();
        const double foretold = bench.model.estimate(bench.now()).deviation(10000);
        bench.seconds += 10000;
        const Estimate later = bench.model.estimate(bench.now());
        QVERIFY(later.deviation() > 2 * now);
        QVERIFY(std::fabs(later.deviation() - foretold) < 1e-9);
    }

    void isNotMovedByACongestion()
    { // A queue on one way only: every sample errs to the same side by half of it.
        Bench bench;
        bench.run(60, 64);
        for (int i = 0; i < 15; ++i) {
            bench.seconds += 64;
            bench.ask(0.020 + 0.010 * (i % 4));
        }
        QVERIFY2(std::fabs(bench.wrong()) < 1e-3, qPrintable(QString::number(bench.wrong())));
    }

    void believesAChangeThatLasts()
    {
        Bench bench;
        bench.run(60, 64);
        bench.stepped =
            0; // the source steps instead of us: to the model that is the same with the other sign
        bench.frequency = 0;
        const auto jump = [&](int samples) {
            for (int i = 0; i < samples; ++i) {
                bench.seconds += 64;
                Sample sample{-bench.error() + 1, 0.041, 1e-6, bench.now().monotonic};
                bench.model.take(sample, bench.now(), bench.belief);
            }
        };
        jump(1);
        QVERIFY(bench.model.doubtful());
        QVERIFY(std::fabs(bench.wrong()) < 1e-3);
        jump(3);
        QVERIFY2(std::fabs(bench.wrong() - 1) < 5e-3, qPrintable(QString::number(bench.wrong())));
        QVERIFY(!bench.model.doubtful());
    }

    void forgetsThePhaseButNotTheRate()
    {
        Bench bench;
        bench.frequency = 40e-6;
        bench.run(60, 64);
        bench.model.forgetPhase();
        bench.seconds += 64;
        bench.ask();
        const Estimate estimate = bench.model.estimate(bench.now());
        QVERIFY(std::fabs(estimate.frequency + 40e-6) < 1e-6);
        QVERIFY(estimate.frequencyDeviation() < 3e-6);
    }

    void movesWithALeapSecond()
    {
        Bench bench;
        bench.run(30, 64);
        const double before = bench.wrong();
        bench.stepped -= 1; // our clock and true time leap together
        bench.model.leapt(NtpDuration::seconds(-1));
        QVERIFY(std::fabs(bench.model.estimate(bench.now()).offset - (before - (bench.error() + 1))) < 1e-8);
    }
};

QTEST_APPLESS_MAIN(SourceModelTest)
#include "tst_sourcemodel.moc"
