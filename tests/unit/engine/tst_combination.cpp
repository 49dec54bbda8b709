// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/combination.h"
#include "core/engine/selection.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

WeightedEstimate estimate(double offset, double deviation, double frequency = 0)
{
    Estimate e;
    e.offset = offset;
    e.frequency = frequency;
    e.noise = 1e-3;
    e.growth = {deviation * deviation, 0, 1e-14, 1e-19};
    return {e, 0.001};
}

Candidate candidate(std::uint16_t id, double offset, double distance = 0.020, double deviation = 300e-6)
{
    Candidate c;
    c.id = id;
    c.offset = offset;
    c.jitter = 1e-3;
    c.distance = distance;
    c.deviation = deviation;
    return c;
}

} // namespace

class CombinationTest : public QObject
{
    Q_OBJECT

private slots:
    void ofOneIsThatOne()
    {
        const std::vector<WeightedEstimate> one{estimate(0.003, 1e-4, 5e-6)};
        const Estimate result = combine(one);
        QVERIFY(std::fabs(result.offset - 0.003) < 1e-12);
        QVERIFY(std::fabs(result.frequency - 5e-6) < 1e-15);
        QVERIFY(std::fabs(result.deviation() - 1e-4) < 1e-12);
        QVERIFY(std::fabs(result.noise - 1e-3) < 1e-12);
    }

    void countsTheCompanyByWhatItIsWorth()
    { // Beside a quiet source a noisy one is nobody, but not the other way round.
        std::vector<WeightedEstimate> all(3, estimate(0.001, 1e-4));
        QVERIFY(std::fabs(companyOf(all, 0) - 3) < 1e-12);
        all[0].estimate.noise = 1e-5;
        QVERIFY(std::fabs(companyOf(all, 0) - 1.0002) < 1e-12);
        QCOMPARE(companyOf(all, 1), 3.0);
        all.resize(1);
        QCOMPARE(companyOf(all, 0), 1.0);
    }

    void poolsWhatAllTell()
    { // Each tells of a noise of its own, but all of the same crystal.
        WanderBank::Evidence one{};
        one[3] = 2;
        const std::vector<WanderBank::Evidence> four(4, one);
        QCOMPARE(pooled(four)[3], 4.0);
        QCOMPARE(pooled(std::span(four).first(1))[3], 2.0);
        QCOMPARE(pooled(four)[4], 0.0);
    }

    void isBetterThanEach()
    {
        const std::vector<WeightedEstimate> four(4, estimate(0.001, 1e-4));
        const Estimate result = combine(four);
        QVERIFY(std::fabs(result.deviation() - 1e-4 / std::pow(4, 0.325)) < 1e-12);
        QVERIFY2(std::fabs(result.noise - 1e-3 / std::pow(4, 0.3)) < 1e-12,
                 qPrintable(QString::number(result.noise)));
        QVERIFY(std::fabs(result.wander() - four[0].estimate.wander()) <
                1e-15); // our crystal is the same for all
    }

    void weighsByUncertainty()
    {
        const std::vector<WeightedEstimate> two{estimate(0, 1e-4), estimate(0.001, 1e-3)};
        QVERIFY(combine(two).offset < 0.0001);
    }

    void aLiarInsideTheRootDistanceIsDropped()
    { // ACCURACY, scenario f4: no intersection can see it.
        std::vector<Candidate> candidates{candidate(1, 0), candidate(2, 0.0002), candidate(3, -0.0003),
                                          candidate(4, 0.015)};
        HopDamper damper;
        const Selection selection = select(candidates, {}, 0, damper);
        QCOMPARE(int(selection.tallies[3]), int(Tally::Outlier));
        QCOMPARE(selection.combined.size(), std::size_t(3));
    }

    void anUncertainSourceIsNotALiar()
    {
        std::vector<Candidate> candidates{candidate(1, 0), candidate(2, 0.0002),
                                          candidate(3, 0.015, 0.020, 0.005)};
        HopDamper damper;
        const Selection selection = select(candidates, {}, 0, damper);
        QCOMPARE(selection.combined.size(), std::size_t(3));
    }

    void minclockKeepsNoLiar()
    { // ntpd's default of 3 would keep him among three.
        const std::vector<Candidate> candidates{candidate(1, 0), candidate(2, 0.0002), candidate(3, 0.015)};
        for (const int least : {1, 3, 10}) {
            SelectionConfig config;
            config.minClock = least;
            HopDamper damper;
            const Selection selection = select(candidates, config, 0, damper);
            QCOMPARE(int(selection.tallies[2]), int(Tally::Outlier));
            QCOMPARE(selection.combined.size(), std::size_t(2));
        }
    }

    void minclockOfTheFileKeepsOutliersButNoFalseticker()
    {
        const std::vector<Candidate> candidates{candidate(1, 0),     candidate(2, 0.0002), candidate(3, -0.0003),
                                                candidate(4, 0.015), candidate(5, 0.010),  candidate(6, 5)};
        const auto survivors = [&](int least) {
            SelectionConfig config;
            config.minClock = least;
            config.keepsMinClock = true;
            HopDamper damper;
            std::vector<std::size_t> combined = select(candidates, config, 0, damper).combined;
            std::sort(combined.begin(), combined.end());
            return combined;
        };
        using Indices = std::vector<std::size_t>;
        QCOMPARE(survivors(1), (Indices{0, 1, 2}));
        QCOMPARE(survivors(3), (Indices{0, 1, 2}));
        QCOMPARE(survivors(4), (Indices{0, 1, 2, 4})); // the nearer of the two
        QCOMPARE(survivors(5), (Indices{0, 1, 2, 3, 4}));
        QCOMPARE(survivors(9), (Indices{0, 1, 2, 3, 4})); // 5 s off is outside of what the others agree on
    }

    void ofTwoNeitherCanBeCalledALiar()
    {
        std::vector<Candidate> candidates{candidate(1, 0), candidate(2, 0.015)};
        HopDamper damper;
        QCOMPARE(select(candidates, {}, 0, damper).combined.size(), std::size_t(2));
    }

    void thePreferredSourceStandsAlone()
    {
        std::vector<Candidate> candidates{candidate(1, 0), candidate(2, 0.0002), candidate(3, 0.0001)};
        candidates[1].prefer = true;
        HopDamper damper;
        const Selection selection = select(candidates, {}, 0, damper);
        QCOMPARE(selection.combined, std::vector<std::size_t>{1});
    }

    void aCrowdIsCutToMaxclock()
    {
        std::vector<Candidate> candidates;
        for (std::uint16_t id = 1; id <= 6; ++id)
            candidates.push_back(candidate(id, 1e-5 * id, 0.010 + 0.001 * id));
        SelectionConfig config;
        config.maxClock = 4;
        HopDamper damper;
        const Selection selection = select(candidates, config, 0, damper);
        QCOMPARE(selection.combined.size(), std::size_t(4));
        QCOMPARE(int(selection.tallies[5]), int(Tally::Backup));
    }
};

QTEST_APPLESS_MAIN(CombinationTest)
#include "tst_combination.moc"
