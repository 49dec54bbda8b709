// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learningdiscipline.h"
#include "tests/unit/engine/disciplinebench.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

Measurement measurement(double offset, double seconds, double frequency = 0, double deviation = 1e-4)
{
    Estimate estimate;
    estimate.at = at(seconds);
    estimate.offset = offset;
    estimate.frequency = frequency;
    estimate.noise = 1e-3;
    estimate.growth = {deviation * deviation, 0, 1e-15, 1e-19};
    return {.at = at(seconds),
            .offset = offset,
            .jitter = 1e-4,
            .noise = 1e-4,
            .minPoll = 6,
            .maxPoll = 10,
            .estimate = estimate};
}

Measurement measured(double offset, double seconds)
{
    return measurement(offset, seconds);
}

using Bench = DisciplineBench<LearningDiscipline, measured>;

} // namespace

class LearningDisciplineTest : public QObject
{
    Q_OBJECT

private slots:
    void setsTheFrequencyAtOnce()
    {
        LearningDiscipline discipline({}, 1e-6, at(0));
        QVERIFY(notes(discipline.start(at(0)), EventKind::FrequencyNotSet));
        const Decision decision = discipline.update(measurement(0, 1, 42e-6), at(1));
        QCOMPARE(*decision.rate, 42e-6);
        QCOMPARE(discipline.belief().value, 42e-6);
    }

    void startsFromTheDriftFile()
    {
        LearningDiscipline discipline(knownFrequency(-12e-6), 1e-6, at(0));
        const Decision decision = discipline.start(at(0));
        QVERIFY(notes(decision, EventKind::FrequencySet));
        QCOMPARE(*decision.rate, -12e-6);
        QCOMPARE(discipline.belief().value, -12e-6);
        QVERIFY(discipline.belief().deviation < 2e-6);
    }

    void aWildDriftFileIsTamed()
    {
        LearningDiscipline discipline(knownFrequency(0.3), 1e-6, at(0));
        QCOMPARE(discipline.status().frequency, 500e-6);
    }

    void correctsALargePhaseQuicklyAtTheStart()
    {
        Bench bench({});
        bench.offset = 0.050;
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
            bench.run(2);
        }
        QVERIFY2(std::fabs(bench.offset) < 0.001, qPrintable(QString::number(bench.offset)));
        QVERIFY(bench.fastest <= 0.02 + 1e-9);
    }

    void correctsSmoothlyLater()
    {
        Bench bench(knownFrequency());
        for (int i = 0; i < 20; ++i) {
            bench.measure();
            bench.run(64);
        }
        bench.fastest = 0;
        bench.offset = 100e-6;
        bench.measure();
        bench.run(20);
        QVERIFY(bench.offset > 50e-6);
        QVERIFY(bench.fastest < 2e-6);
        bench.run(1024);
        QVERIFY2(std::fabs(bench.offset) < 1e-6, qPrintable(QString::number(bench.offset)));
        QCOMPARE(bench.rate, 0.0);
    }

    void neverSlewsFasterThanFiveHundredPpmLater()
    {
        DisciplineConfig config = knownFrequency();
        config.step = 0;
        Bench bench(config);
        bench.offset = 3;
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
            bench.run(64);
        }
        QVERIFY(bench.fastest <= 500e-6);
        QVERIFY(bench.offset < 2.7);
    }

    void stepsAtTheStartAndDistrustsALaterJump()
    {
        Bench bench(knownFrequency());
        bench.offset = -3;
        const Decision decision = bench.measure();
        QCOMPARE(decision.outcome, Outcome::Stepped);
        QVERIFY(notes(decision, EventKind::ClockStep));
        bench.run(64);
        bench.measure();
        bench.offset = 0.5;
        bench.run(64);
        QVERIFY(notes(bench.measure(), EventKind::Spike));
        bench.run(64);
        QCOMPARE(bench.measure().outcome, Outcome::Ignored);
        bench.run(300);
        QCOMPARE(bench.measure().outcome, Outcome::Stepped);
    }

    void refusesThePanicOffsetAndRecovers()
    {
        Bench bench({});
        bench.offset = 1500;
        const Decision decision = bench.measure();
        QCOMPARE(decision.outcome, Outcome::Refused);
        QVERIFY(notes(decision, EventKind::PanicStop));
        QVERIFY(!decision.rate && !decision.step);
        QVERIFY(!notes(bench.measure(), EventKind::PanicStop)); // said once
        bench.offset = 0.001;
        QCOMPARE(bench.measure().outcome, Outcome::Adjusted);
        QVERIFY(!bench.discipline.status().refusedOffset);
    }

    void theGateOpensOnceAndClosesAtTheFirstCorrection()
    { // CVE-2015-5300
        DisciplineConfig config = knownFrequency();
        config.mayPanicOnce = true;
        Bench bench(config);
        bench.offset = 5000;
        QCOMPARE(bench.measure().outcome, Outcome::Stepped);
        bench.offset = 5000;
        QCOMPARE(bench.measure().outcome, Outcome::Refused);
        Bench careful(config);
        careful.offset = 0.001;
        QCOMPARE(careful.measure().outcome, Outcome::Adjusted);
        careful.offset = 5000;
        QCOMPARE(careful.measure().outcome, Outcome::Refused);
    }

    void anObserverCommandsNothing()
    {
        DisciplineConfig config = knownFrequency(20e-6);
        config.mayCorrect = false;
        LearningDiscipline discipline(config, 1e-6, at(0));
        QVERIFY(!discipline.start(at(0)).rate);
        const Decision decision = discipline.update(measurement(0.4, 10), at(10));
        QCOMPARE(decision.outcome, Outcome::Adjusted);
        QVERIFY(!decision.rate && !decision.step);
        QVERIFY(!discipline.tick(at(11)).rate);
        QCOMPARE(discipline.status().offset, 0.4);
    }

    void asksLessStepByStepAndMoreAtOnce()
    {
        Bench bench(knownFrequency());
        std::vector<int> polls;
        for (int i = 0; i < 60; ++i) {
            bench.measure();
            polls.push_back(bench.discipline.status().poll);
            bench.run(std::ldexp(1.0, polls.back()));
        }
        QCOMPARE(polls.back(), 10);
        for (std::size_t i = 1; i < polls.size(); ++i)
            QVERIFY(polls[i] - polls[i - 1] <= 1);
        static_cast<void>(bench.discipline.update(measurement(0, bench.now, 0, 0.01), at(bench.now)));
        QCOMPARE(bench.discipline.status().poll, 6);
    }

    void itsUncertaintyGrowsInHoldover()
    {
        Bench bench(knownFrequency());
        bench.measure();
        bench.run(1);
        const double fresh = bench.discipline.status().uncertainty;
        bench.run(20000);
        const double old = bench.discipline.status().uncertainty;
        const double walk = std::sqrt(1e-8 + 1e-15 * 4e8 + 1e-19 * 8e12); // of measurement(), 20000 s on
        QVERIFY(fresh < 1.1e-4);
        QVERIFY(std::fabs(old / walk - 1) < 0.01);
        const auto status = bench.discipline.status();
        const double frequency = std::sqrt(1e-15 + 3 * 20000 * 1e-19); // it walks on, too
        QVERIFY(std::fabs(status.frequencyUncertainty / frequency - 1) < 0.01);
        QVERIFY(status.expectedError > old); // the next update is still to come
        QVERIFY(status.expectedError < 1.2 * old);
    }
};

QTEST_APPLESS_MAIN(LearningDisciplineTest)
#include "tst_learningdiscipline.moc"
