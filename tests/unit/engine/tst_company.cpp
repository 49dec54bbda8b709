// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/company.h"
#include "tests/unit/engine/sourcebench.h"

#include <QtTest>

#include <vector>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

// Several sources, asked in turn by one clock.
struct Round
{
    explicit Round(std::size_t count, std::uint64_t story = 1)
        : sources(count)
        , crystal(Random::fromNumber(story))
    {
        for (std::size_t i = 0; i < count; ++i)
            sources[i].random = Random::fromNumber(100 * story + i);
    }

    [[nodiscard]] std::vector<Company::Member> members() const
    {
        std::vector<Company::Member> result;
        for (std::size_t i = 0; i < sources.size(); ++i)
            if (sources[i].model.ready() && !isAway(i))
                result.push_back({static_cast<std::uint16_t>(i + 1), &sources[i].model, 0.020, 1e-6});
        return result;
    }
    [[nodiscard]] bool isAway(std::size_t source) const
    {
        return std::count(away.begin(), away.end(), source) > 0;
    }

    // One question, to the next of them.
    void ask(double interval)
    {
        const std::size_t next = asked++ % sources.size();
        for (SourceBench &source : sources) {
            source.seconds += interval;
            source.wanderBy(wander * (crystal.uniform() - 0.5));
        }
        for (std::size_t i = 1; i < sources.size(); ++i) { // one crystal for all
            sources[i].frequency = sources[0].frequency;
            sources[i].walked = sources[0].walked;
        }
        sources[next].ask();
        hear();
    }
    void hear() { present = company.hear(members(), liars, now()); }
    void run(int questions, double interval)
    {
        for (int i = 0; i < questions; ++i)
            ask(interval);
    }

    [[nodiscard]] Now now() const { return sources[0].now(); }
    [[nodiscard]] double wrong() const { return present.offset + sources[0].error(); }

    std::vector<SourceBench> sources;
    std::vector<std::size_t> away;
    std::vector<std::uint16_t> liars;
    Company company;
    Estimate present;
    Random crystal;
    double wander = 0; // of the frequency, at each question
    std::size_t asked = 0;
};

} // namespace

class CompanyTest : public QObject
{
    Q_OBJECT

private slots:
    void ofOneIsThatOne()
    {
        Round round(1);
        round.run(20, 64);
        const Estimate own = round.sources[0].model.estimate(round.now());
        QCOMPARE(round.present.offset, own.offset);
        QCOMPARE(round.present.frequency, own.frequency);
        QCOMPARE(round.present.deviation(), own.deviation());
        QCOMPARE(round.present.noise, own.noise);
    }

    void knowsMoreThanTheMeanOfThem()
    { // Each alone follows the crystal as slowly as its own noise asks for: together that is too slow.
        double together = 0;
        double mean = 0;
        for (std::uint64_t story = 1; story <= 60; ++story) {
            Round round(4, story);
            round.wander = 300e-9;
            round.run(400, 64);
            double alone = 0;
            for (const SourceBench &source : round.sources)
                alone += source.wrong() / 4;
            together += round.wrong() * round.wrong();
            mean += alone * alone;
        }
        QVERIFY2(together < 0.9 * mean, qPrintable(QString::number(together / mean)));
    }

    void doesNotClaimMoreThanItKnows()
    {
        double squares = 0;
        double claimed = 0;
        for (std::uint64_t story = 1; story <= 100; ++story) {
            Round round(3, story);
            round.sources[0].frequency = 20e-6;
            round.wander = 50e-9;
            round.run(150, 64);
            squares += round.wrong() * round.wrong();
            claimed += std::pow(round.present.deviation(), 2);
        }
        const double ratio = std::sqrt(squares / claimed);
        QVERIFY2(ratio > 0.7 && ratio < 1.2, qPrintable(QString::number(ratio)));
    }

    void doesNotHopBetweenPathsThatDiffer_data()
    {
        QTest::addColumn<double>("asymmetry"); // s, more than 1 % of the distance
        QTest::newRow("as paths do") << 0.0004;
        QTest::newRow("as hardly any do") << 0.010;
    }

    void doesNotHopBetweenPathsThatDiffer()
    {
        QFETCH(double, asymmetry);
        Round round(2);
        for (SourceBench &source : round.sources)
            source.jitter = 20e-6;
        round.sources[0].asymmetry = asymmetry;
        round.sources[1].asymmetry = -asymmetry;
        round.run(60, 64);
        double largest = 0;
        for (int i = 0; i < 20; ++i) {
            const double before = round.present.offset + round.sources[0].error();
            round.ask(64);
            largest = std::max(largest, std::fabs(round.wrong() - before));
        }
        QVERIFY2(largest < 25e-6, qPrintable(QString::number(largest)));
        QVERIFY2(std::fabs(round.wrong()) < 1.05 * asymmetry, qPrintable(QString::number(round.wrong())));
    }

    void aLiarTakesWhatHeTaughtWithHim()
    {
        Round round(3);
        round.run(30, 64);
        round.sources[2].asymmetry = 0.003; // still believed
        round.run(60, 64);
        const double misled = std::fabs(round.wrong());
        round.away = {2};
        round.liars = {3};
        round.hear();
        const double best = std::min(round.sources[0].model.estimate(round.now()).deviation(),
                                     round.sources[1].model.estimate(round.now()).deviation());
        QVERIFY2(misled > 300e-6, qPrintable(QString::number(misled)));
        QVERIFY2(std::fabs(round.wrong()) < 300e-6, qPrintable(QString::number(round.wrong())));
        QVERIFY(round.present.deviation() < best);
    }

    void whoFallsSilentLeavesWhatHeTaught()
    {
        Round round(3);
        round.run(90, 64);
        const Estimate before = round.present;
        round.away = {1};
        round.hear();
        QCOMPARE(round.present.offset, before.offset);
        QCOMPARE(round.present.frequency, before.frequency);
        round.run(30, 64);
        round.away.clear();
        round.run(30, 64); // and back again
        QVERIFY(std::fabs(round.wrong()) < 300e-6);
    }

    void followsAWorldThatChanged()
    { // Suspended: what was known of the phase is nothing worth, and each learns it anew.
        Round round(3);
        round.run(60, 64);
        for (SourceBench &source : round.sources) {
            source.model.forgetPhase();
            source.stepped += 0.3;
        }
        for (int i = 0; i < 3; ++i) {
            round.away.clear();
            for (std::size_t k = 0; k < 3; ++k) // until it has answered, it cannot be followed
                if (k != round.asked % 3 && !round.sources[k].model.knowsPhase())
                    round.away.push_back(k);
            round.ask(16);
            QVERIFY2(std::fabs(round.wrong()) < 5e-3, qPrintable(QString::number(round.wrong())));
        }
    }

    void movesWithALeapSecond()
    {
        Round round(3);
        round.run(60, 64);
        const double before = round.present.offset;
        for (SourceBench &source : round.sources) {
            source.stepped -= 1; // our clock and true time leap together
            source.model.leapt(NtpDuration::seconds(-1));
        }
        round.company.leapt(NtpDuration::seconds(-1));
        round.hear();
        QVERIFY2(std::fabs(round.present.offset - before) < 1e-8,
                 qPrintable(QString::number(round.present.offset)));
    }

    void isNotDisturbedByOurCorrections()
    {
        Round straight(2);
        Round corrected(2);
        straight.run(40, 64);
        corrected.run(20, 64);
        for (SourceBench &source : corrected.sources)
            source.corrected = 0.002;
        corrected.run(20, 64);
        QVERIFY(std::fabs(straight.wrong() - corrected.wrong()) < 1e-8);
    }

    void asksEachLessTheMoreThereAre()
    {
        Round one(1);
        Round four(4);
        one.run(20, 64);
        four.run(80, 64);
        QVERIFY(four.present.noise < 0.8 * one.present.noise);
    }
};

QTEST_APPLESS_MAIN(CompanyTest)
#include "tst_company.moc"
