// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/engine/selection.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

Candidate source(std::uint16_t id, double offset, double distance, double jitter = 0.0001)
{
    Candidate candidate;
    candidate.id = id;
    candidate.offset = offset;
    candidate.distance = distance;
    candidate.jitter = jitter;
    return candidate;
}

// As a source's model tells it: known to 10 us.
Candidate modelled(std::uint16_t id, double offset, double distance)
{
    Candidate candidate = source(id, offset, distance);
    candidate.deviation = 1e-5;
    return candidate;
}

Selection choose(const std::vector<Candidate> &candidates, const SelectionConfig &config = {},
                 std::uint16_t previous = 0)
{
    HopDamper damper;
    return select(candidates, config, previous, damper);
}

} // namespace

class SelectionTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhereTheMajorityAgrees()
    {
        const std::vector<Candidate> three{source(1, 0, 0.010), source(2, 0.005, 0.010),
                                           source(3, 0.5, 0.010)};
        const auto agreed = intersect(three);
        QVERIFY(agreed);
        QCOMPARE(agreed->low, -0.005);
        QCOMPARE(agreed->high, 0.010);
    }

    void twoThatDisagreeConvinceNobody()
    {
        const std::vector<Candidate> two{source(1, 0, 0.010), source(2, 1, 0.010)};
        QVERIFY(!intersect(two));
        const auto selection = choose(two);
        QVERIFY(!selection.systemPeer);
        QCOMPARE(selection.tallies, (std::vector<Tally>{Tally::Falseticker, Tally::Falseticker}));
    }

    void noneSelectNothing()
    {
        QVERIFY(!intersect({}));
        QVERIFY(!choose({}).systemPeer);
    }

    void oneIsFollowed()
    {
        const auto selection = choose({source(1, 0.25, 0.010)});
        QCOMPARE(*selection.systemPeer, std::size_t(0));
        QCOMPARE(selection.offset, 0.25);
        QCOMPARE(selection.tallies[0], Tally::SystemPeer);
    }

    void marksTheFalseticker()
    {
        const auto selection = choose(
            {source(1, 0.001, 0.01), source(2, 0.002, 0.01), source(3, 0.3, 0.01), source(4, 0.0, 0.01)});
        QCOMPARE(selection.tallies[2], Tally::Falseticker);
        QCOMPARE(selection.survivors, std::size_t(3));
        QVERIFY(selection.offset < 0.003);
    }

    void dropsOutliersButKeepsThree()
    {
        std::vector<Candidate> five;
        for (std::uint16_t i = 0; i < 4; ++i)
            five.push_back(source(i, 0.0001 * i, 0.05));
        five.push_back(source(9, 0.040, 0.05));
        const auto selection = choose(five);
        QCOMPARE(selection.tallies[4], Tally::Outlier);
        QVERIFY(selection.survivors >= 3);
        QVERIFY(std::fabs(selection.offset) < 0.001);
    }

    void trueAndPreferAreHeeded()
    {
        auto candidates =
            std::vector<Candidate>{source(1, 0, 0.01), source(2, 0.001, 0.01), source(3, 0.5, 0.01)};
        candidates[2].trueChimer = true;
        QVERIFY(choose(candidates).tallies[2] != Tally::Falseticker);
        candidates[2].trueChimer = false;
        candidates[1].prefer = true;
        candidates[1].stratum = 9;
        const auto selection = choose(candidates);
        QCOMPARE(*selection.systemPeer, std::size_t(1));
        QCOMPARE(selection.offset, 0.001);
    }

    void needsMinsane()
    {
        SelectionConfig config;
        config.minSane = 2;
        QVERIFY(!choose({source(1, 0, 0.01)}, config).systemPeer);
        QVERIFY(choose({source(1, 0, 0.01), source(2, 0.001, 0.01)}, config).systemPeer);
    }

    void staysWithTheOldPeerWhenItIsAsGood()
    {
        const std::vector<Candidate> twins{source(1, 0.0001, 0.010), source(2, 0.0002, 0.0100001)};
        QCOMPARE(*choose(twins, {}, 2).systemPeer, std::size_t(1));
        QCOMPARE(*choose(twins, {}, 1).systemPeer, std::size_t(0));
        QCOMPARE(*choose(twins, {}, 0).systemPeer, std::size_t(0));
    }

    void aMajorityAnnouncesTheLeap()
    {
        auto candidates = std::vector<Candidate>{source(1, 0, 0.01), source(2, 0, 0.01), source(3, 0, 0.01)};
        candidates[0].leap = 1;
        QCOMPARE(int(choose(candidates).leap), 0);
        candidates[1].leap = 1;
        QCOMPARE(int(choose(candidates).leap), 1);
    }

    void trueTimeStaysInsideWheneverMostAreHonest()
    { // Whatever the others say, and however wide they make their own ranges.
        Random random = Random::fromNumber(7);
        for (int round = 0; round < 5000; ++round) {
            const std::uint16_t honest = static_cast<std::uint16_t>(2 + random.below(5));
            std::vector<Candidate> all;
            for (std::uint16_t i = 0; i < honest; ++i) {
                const double distance = 0.001 + 0.1 * random.uniform();
                all.push_back(modelled(i, 1e-5 * (2 * random.uniform() - 1), distance));
            }
            const double lie = 10 * random.uniform() - 5;
            const bool together = random.below(2) == 0;
            for (std::uint16_t i = 0; i + 1 < honest; ++i)
                all.push_back(modelled(static_cast<std::uint16_t>(100 + i), together ? lie : 10 * random.uniform() - 5,
                                       0.001 + 2 * random.uniform()));
            const auto selection = choose(all);
            QVERIFY(selection.agreed);
            for (const std::size_t index : selection.combined)
                if (all[index].id >= 100) // who is hardly wrong at all may stay
                    QVERIFY(std::fabs(all[index].offset) < 4 * 1e-5 + 0.04 * all[index].distance + 1e-5);
        }
    }

    void wideLiarsDoNotOutvoteAPreciseSource()
    { // Four of the five overlap: all but the most precise of the honest.
        const std::vector<Candidate> five{modelled(1, 0, 0.060), modelled(2, 0, 0.060), modelled(3, 0, 0.010),
                                          modelled(4, 0.1, 0.060), modelled(5, 0.1, 0.060)};
        QVERIFY(intersect(five)->low > 0.03);
        const auto selection = choose(five);
        QCOMPARE(selection.offset, 0.0);
        QCOMPARE(selection.combined, (std::vector<std::size_t>{2, 0, 1}));
        QCOMPARE(selection.tallies[3], Tally::Falseticker);
    }

    void whatMerelyOverlapsDoesNotAgree()
    { // Five in a row, each within the others' range: something must be followed, but there is no majority.
        const auto selection = choose({modelled(1, -0.2, 0.5), modelled(2, -0.1, 0.5), modelled(3, 0, 0.5),
                                       modelled(4, 0.1, 0.5), modelled(5, 0.2, 0.5)});
        QVERIFY(!selection.agreed);
        QVERIFY(selection.systemPeer);
    }
};

QTEST_APPLESS_MAIN(SelectionTest)
#include "tst_selection.moc"
