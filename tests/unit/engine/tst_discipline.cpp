// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/rfc5905discipline.h"
#include "tests/unit/engine/disciplinebench.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

Measurement offset(double value, double seconds)
{
    return {.at = at(seconds), .offset = value, .jitter = 1e-4, .noise = 1e-4, .minPoll = 6, .maxPoll = 10};
}

using Bench = DisciplineBench<Rfc5905Discipline, offset>;

} // namespace

class DisciplineTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhetherTheFrequencyIsKnown()
    {
        Rfc5905Discipline fresh(DisciplineConfig{}, 1e-6, at(0));
        QVERIFY(notes(fresh.start(at(0)), EventKind::FrequencyNotSet));
        Rfc5905Discipline old(knownFrequency(-12e-6), 1e-6, at(0));
        const Decision decision = old.start(at(0));
        QVERIFY(notes(decision, EventKind::FrequencySet));
        QCOMPARE(*decision.rate, -12e-6);
        QCOMPARE(old.status().state, DisciplineState::FrequencySet);
    }

    void aWildDriftFileIsTamed()
    {
        Rfc5905Discipline discipline(knownFrequency(0.3), 1e-6, at(0));
        QCOMPARE(discipline.status().frequency, 500e-6);
    }

    void setsTheClockAtOnce()
    {
        Bench bench({});
        bench.offset = 0.050;
        QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
        bench.run(20);
        QVERIFY2(std::fabs(bench.offset) < 0.001, qPrintable(QString::number(bench.offset)));
        QCOMPARE(bench.discipline.status().state, DisciplineState::FrequencyMeasuring);
    }

    void learnsTheFrequencyWhileCorrecting()
    {
        Bench bench({});
        bench.oscillator = 80e-6;
        bench.offset = 0.020;
        for (int i = 0; i < 10; ++i) {
            bench.measure();
            bench.run(64);
        }
        QVERIFY(std::fabs(bench.discipline.status().frequency + 80e-6) < 1e-6);
        QCOMPARE(bench.discipline.status().state, DisciplineState::Synchronised);
        QVERIFY(std::fabs(bench.offset) < 1e-3);
    }

    void stepsAtTheStart()
    {
        Bench bench(knownFrequency());
        bench.offset = -3;
        const Decision decision = bench.measure();
        QCOMPARE(decision.outcome, Outcome::Stepped);
        QCOMPARE(decision.step->toSeconds(), -3.0);
        QVERIFY(notes(decision, EventKind::ClockStep));
        QCOMPARE(bench.discipline.status().state, DisciplineState::Synchronised);
    }

    void distrustsALaterJumpUntilItLasts()
    {
        Bench bench(knownFrequency());
        bench.measure();
        bench.run(64);
        bench.offset += 0.5;
        const Decision spike = bench.measure();
        QCOMPARE(spike.outcome, Outcome::Ignored);
        QVERIFY(notes(spike, EventKind::Spike));
        QCOMPARE(bench.discipline.status().state, DisciplineState::Spike);
        bench.run(64);
        QCOMPARE(bench.measure().outcome, Outcome::Ignored);
        bench.run(300);
        QCOMPARE(bench.measure().outcome, Outcome::Stepped);
        QVERIFY(std::fabs(bench.offset) < 1e-6);
    }

    void aSpikeThatPassesIsForgotten()
    {
        Bench bench(knownFrequency());
        bench.measure();
        bench.run(64);
        QCOMPARE(bench.discipline.update(offset(5, bench.now), at(bench.now)).outcome, Outcome::Ignored);
        bench.run(64);
        QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
        QCOMPARE(bench.discipline.status().state, DisciplineState::Synchronised);
    }

    void neverStepsWhenForbidden()
    {
        DisciplineConfig config;
        config.step = 0;
        Bench bench(config);
        bench.offset = 0.6;
        double fastest = 0;
        for (int i = 0; i < 60; ++i) {
            QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
            fastest = std::max(fastest, std::fabs(bench.rate));
            bench.run(64);
        }
        QVERIFY(fastest < 0.021);
        QVERIFY(std::fabs(bench.offset) < 0.001);
    }

    void refusesThePanicOffsetAndRecovers()
    {
        Bench bench({});
        bench.offset = 1500;
        Decision decision = bench.measure();
        QCOMPARE(decision.outcome, Outcome::Refused);
        QVERIFY(notes(decision, EventKind::PanicStop));
        QVERIFY(!decision.rate && !decision.step);
        QCOMPARE(*bench.discipline.status().refusedOffset, 1500.0);
        QVERIFY(!notes(bench.measure(), EventKind::PanicStop)); // said once
        bench.offset = 0.001;                                   // somebody set the clock by hand
        QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
        QVERIFY(!bench.discipline.status().refusedOffset);
    }

    void theGateOpensOnce()
    {
        DisciplineConfig config = knownFrequency();
        config.mayPanicOnce = true;
        Bench bench(config);
        bench.offset = 5000;
        QCOMPARE(bench.measure().outcome, Outcome::Stepped);
        bench.offset = 5000;
        QCOMPARE(bench.measure().outcome, Outcome::Refused);
    }

    void theGateClosesAtTheFirstSmallCorrection()
    { // CVE-2015-5300
        DisciplineConfig config = knownFrequency();
        config.mayPanicOnce = true;
        Bench bench(config);
        bench.offset = 0.001;
        QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
        bench.offset = 5000;
        QCOMPARE(bench.measure().outcome, Outcome::Refused);
    }

    void panicZeroMeansNeverPanic()
    {
        DisciplineConfig config = knownFrequency();
        config.panic = 0;
        Bench bench(config);
        bench.offset = 1e6;
        QCOMPARE(bench.measure().outcome, Outcome::Stepped);
    }

    void anObserverCommandsNothing()
    {
        DisciplineConfig config = knownFrequency(20e-6);
        config.mayCorrect = false;
        Rfc5905Discipline discipline(config, 1e-6, at(0));
        QVERIFY(!discipline.start(at(0)).rate);
        const Decision decision = discipline.update(offset(0.4, 10), at(10));
        QCOMPARE(decision.outcome, Outcome::Adjusted);
        QVERIFY(!decision.rate && !decision.step);
        QVERIFY(!discipline.tick(at(11)).rate);
        QCOMPARE(discipline.status().offset, 0.4);
        QCOMPARE(discipline.update(offset(4000, 20), at(20)).outcome, Outcome::Refused);
    }

    void tellsWhatItSlewed()
    {
        Bench bench(knownFrequency());
        bench.offset = 0.010;
        bench.measure();
        const double before = bench.discipline.status().offset;
        const Tick tick = bench.discipline.tick(at(1));
        QVERIFY(tick.slewed > 0);
        QVERIFY(std::fabs(before - bench.discipline.status().offset - tick.slewed) < 1e-12);
    }

    void asksLessWhenAllIsQuietAndMoreWhenNot()
    {
        Bench bench(knownFrequency());
        for (int i = 0; i < 60; ++i) {
            bench.measure();
            bench.run(64);
        }
        QCOMPARE(bench.discipline.status().poll, 10);
        bench.oscillator = 2e-6;
        for (int i = 0; i < 20; ++i) {
            bench.measure();
            bench.run(1024);
        }
        QVERIFY(bench.discipline.status().poll < 10);
    }

    void neverGoesBeyondFiveHundredPpm()
    {
        Bench bench({});
        bench.oscillator = 0.002;
        for (int i = 0; i < 200; ++i) {
            bench.measure();
            bench.run(16);
            QVERIFY(std::fabs(bench.discipline.status().frequency) <= 500e-6);
        }
    }
};

QTEST_APPLESS_MAIN(DisciplineTest)
#include "tst_discipline.moc"
