// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/selection.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

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

// Candidates whose models tell how uncertain they are.
class ModelledSelectionTest : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_APPLESS_MAIN(ModelledSelectionTest)
#include "tst_modelledselection.moc"
