// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/engine/sourcemodel.h"
#include "tests/support/moment.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

// A clock with a constant rate error, asked over a path with two exponential queues.
struct Bench
{
    [[nodiscard]] Now now() const
    {
        Now moment = momentAt(seconds);
        moment.wall = moment.wall + NtpDuration::seconds(corrected + stepped);
        return moment;
    }
    [[nodiscard]] double error() const { return frequency * seconds + walked + corrected + stepped; }
    void wanderBy(double rate)
    { // from now on; the phase does not leap with it
        frequency += rate;
        walked -= rate * seconds;
    }

    void ask(double oneSided = 0)
    {
        const double up = -jitter * std::log(random.uniform()) + oneSided;
        const double down = -jitter * std::log(random.uniform());
        Sample sample;
        sample.offset = -error() + (up - down) / 2;
        sample.delay = 0.040 + up + down;
        sample.dispersion = 1e-6;
        sample.epoch = now().monotonic;
        model.take(sample, now(), belief);
    }

    void run(int samples, double interval)
    {
        for (int i = 0; i < samples; ++i) {
            seconds += interval;
            ask();
        }
    }

    [[nodiscard]] double wrong() const { return model.estimate(now()).offset + error(); }
    [[nodiscard]] double wrongShare() const { return model.share(now()).offset + error(); }

    Random random = Random::fromNumber(1);
    SourceModel model;
    FrequencyBelief belief;
    double frequency = 0; // by which the oscillator is fast
    double jitter = 1e-3;
    double seconds = 0;
    double walked = 0;
    double corrected = 0;
    double stepped = 0;
};

} // namespace

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

    void smoothsLessInCompany()
    { // Four that each follow a crystal as slowly as their own noise asks for follow it too slowly together.
        double shared = 0;
        double alone = 0;
        for (std::uint64_t story = 1; story <= 60; ++story) {
            double meanShare = 0;
            double meanAlone = 0;
            for (std::uint64_t source = 1; source <= 4; ++source) {
                Bench bench;
                bench.random = Random::fromNumber(100 * story + source);
                Random crystal = Random::fromNumber(story);
                for (int i = 0; i < 100; ++i) {
                    bench.model.joins({4, bench.model.evidence()});
                    bench.run(1, 256);
                    bench.wanderBy(200e-9 * (crystal.uniform() - 0.5));
                }
                meanShare += bench.wrongShare() / 4;
                meanAlone += bench.wrong() / 4;
            }
            shared += meanShare * meanShare;
            alone += meanAlone * meanAlone;
        }
        QVERIFY2(shared < 0.9 * alone, qPrintable(QString::number(shared / alone)));
    }

    void sharesWhatItThinksWhereThereIsNoCompany()
    {
        Bench bench;
        bench.run(20, 256);
        QCOMPARE(bench.wrongShare(), bench.wrong());
        bench.model.joins({4, bench.model.evidence()});
        bench.run(20, 256);
        QVERIFY(bench.wrongShare() != bench.wrong());
        bench.model.joins({});
        bench.run(1, 256);
        QCOMPARE(bench.wrongShare(), bench.wrong());
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
