// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/selection.h"


#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace noonmark::engine {

namespace {

constexpr double DeviantGate = 4; // standard deviations
constexpr double AsymmetryShare = 0.04; // of the distance; more is hardly seen between sources that are right

// A candidate that is still in the race: where it stands in the caller's list, and its spread against the
// others.
struct Runner
{
    std::size_t index = 0;
    double selectionJitter = 0;
};

bool overlaps(const Candidate &c, const std::optional<Interval> &agreed)
{
    return agreed && c.offset + c.distance >= agreed->low && c.offset - c.distance <= agreed->high;
}

std::vector<Runner> truechimers(std::vector<Runner> runners, std::span<const Candidate> candidates,
                                const std::optional<Interval> &agreed)
{
    std::erase_if(runners, [&](const Runner &runner) {
        const Candidate &c = candidates[runner.index];
        return !c.trueChimer && !overlaps(c, agreed);
    });
    return runners;
}

double spreadAgainstOthers(const Candidate &one, std::span<const Candidate> candidates,
                           const std::vector<Runner> &runners)
{
    if (runners.size() < 2)
        return 0;
    double squares = 0;
    for (const Runner &other : runners)
        squares += std::pow(one.offset - candidates[other.index].offset, 2);
    return std::sqrt(squares / static_cast<double>(runners.size() - 1));
}

// Drops the outliers one by one; what is gained must be more than the noise of the sources themselves.
void cluster(std::vector<Runner> &runners, std::span<const Candidate> candidates,
             const SelectionConfig &config, std::vector<Tally> &tallies)
{
    const auto enough = static_cast<std::size_t>(std::max(1, config.minClock));
    const auto many = static_cast<std::size_t>(std::max(1, config.maxClock));
    while (true) {
        double leastJitter = std::numeric_limits<double>::max();
        std::size_t worst = 0;
        for (std::size_t i = 0; i < runners.size(); ++i) {
            const Candidate &c = candidates[runners[i].index];
            runners[i].selectionJitter = spreadAgainstOthers(c, candidates, runners);
            leastJitter = std::min(leastJitter, c.jitter);
            const auto score = [&](std::size_t k) {
                return runners[k].selectionJitter * candidates[runners[k].index].distance;
            };
            if (score(i) > score(worst))
                worst = i;
        }
        if (runners.size() <= enough || runners[worst].selectionJitter <= leastJitter)
            return;
        const Candidate &out = candidates[runners[worst].index];
        if (out.trueChimer || out.prefer)
            return;
        tallies[runners[worst].index] = runners.size() > many ? Tally::Backup : Tally::Outlier;
        runners.erase(runners.begin() + static_cast<std::ptrdiff_t>(worst));
    }
}

double middleOf(const std::vector<Runner> &runners, std::span<const Candidate> candidates)
{
    std::vector<double> offsets;
    for (const Runner &runner : runners)
        offsets.push_back(candidates[runner.index].offset);
    std::sort(offsets.begin(), offsets.end());
    const std::size_t half = offsets.size() / 2;
    return offsets.size() % 2 == 1 ? offsets[half] : (offsets[half - 1] + offsets[half]) / 2;
}

// How far it is from the middle, in units of what its own uncertainty and an unlucky path explain.
double excessOf(const Candidate &c, double middle)
{
    return std::fabs(c.offset - middle) / deviationAllowed(c.deviation, c.distance);
}

// Drops what is farther from the middle than its own uncertainty and an unlucky path can explain. A source
// within all others' root distance passes the intersection whatever it says; here it does not.
void dropDeviants(std::vector<Runner> &runners, std::span<const Candidate> candidates)
{
    while (runners.size() > 2) {
        const double middle = middleOf(runners, candidates);
        const auto excess = [&](const Runner &runner) {
            const Candidate &c = candidates[runner.index];
            return c.trueChimer || c.prefer ? 0 : excessOf(c, middle);
        };
        const auto worst =
            std::max_element(runners.begin(), runners.end(),
                             [&](const Runner &a, const Runner &b) { return excess(a) < excess(b); });
        if (excess(*worst) <= 1)
            return;
        runners.erase(worst);
    }
}

std::optional<Interval> intersectMajority(std::vector<std::pair<double, int>> edges, std::size_t company)
{ // Of so many candidates; the edges are those of some or all of them.
    std::sort(edges.begin(), edges.end());
    for (auto wanted = static_cast<int>(edges.size() / 2); 2 * wanted > static_cast<int>(company); --wanted) {
        const auto reach = [&](auto from, auto to, int opening) -> std::optional<double> {
            int inside = 0;
            for (auto edge = from; edge != to; ++edge) {
                inside += edge->second == opening ? 1 : -1;
                if (inside >= wanted)
                    return edge->first;
            }
            return std::nullopt;
        };
        const auto low = reach(edges.begin(), edges.end(), -1);
        const auto high = reach(edges.rbegin(), edges.rend(), +1);
        if (low && high && *high > *low)
            return Interval{*low, *high};
    }
    return std::nullopt;
}

void addEdges(const Candidate &c, std::vector<std::pair<double, int>> &edges)
{
    edges.emplace_back(c.offset - c.distance, -1);
    edges.emplace_back(c.offset + c.distance, +1);
}

// Who may be right. Where models tell how well each is known, deviants go before the intersection: liars whose wide
// intervals still reach some of the honest would else agree with these on a range that leaves a precise honest
// source out, and then outvote the rest. The middle of all is an honest one's as long as most are.
std::vector<Runner> believable(std::span<const Candidate> candidates, bool modelled, Selection &selection)
{
    std::vector<Runner> all(candidates.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].index = i;
    std::optional<Interval> agreed = intersect(candidates);
    selection.agreed = agreed.has_value();
    if (!modelled)
        return truechimers(all, candidates, agreed);

    std::vector<Runner> kept = all;
    dropDeviants(kept, candidates);
    std::vector<std::pair<double, int>> edges;
    for (const Runner &runner : kept)
        addEdges(candidates[runner.index], edges);
    const auto core = intersectMajority(edges, candidates.size());
    selection.agreed = core.has_value();
    if (core)
        agreed = core;
    std::vector<Runner> runners = truechimers(core ? kept : all, candidates, agreed);
    dropDeviants(runners, candidates);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (overlaps(candidates[i], agreed))
            selection.tallies[i] = Tally::Outlier;
    return runners;
}

// A `tos minclock` of the file: while fewer are left, outliers stay, the nearest first; never who lies outside of what the
// majority agrees on. The default of 3 is not taken for such a wish: it would keep a falseticker among three.
void keepEnough(std::vector<Runner> &runners, std::span<const Candidate> candidates, std::size_t enough,
                const std::vector<Tally> &tallies)
{
    if (runners.empty() || runners.size() >= enough)
        return;
    const double middle = middleOf(runners, candidates);
    std::vector<Runner> outliers;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const bool runs = std::any_of(runners.begin(), runners.end(), [i](const Runner &r) { return r.index == i; });
        if (!runs && tallies[i] == Tally::Outlier)
            outliers.push_back({i, 0});
    }
    std::sort(outliers.begin(), outliers.end(), [&](const Runner &a, const Runner &b) {
        return excessOf(candidates[a.index], middle) < excessOf(candidates[b.index], middle);
    });
    outliers.resize(std::min(outliers.size(), enough - runners.size()));
    runners.insert(runners.end(), outliers.begin(), outliers.end());
}

void dropCrowd(std::vector<Runner> &runners, const SelectionConfig &config, std::vector<Tally> &tallies)
{ // The nearest come first.
    while (runners.size() > static_cast<std::size_t>(std::max(1, config.maxClock))) {
        tallies[runners.back().index] = Tally::Backup;
        runners.pop_back();
    }
}

void measureSpread(std::vector<Runner> &runners, std::span<const Candidate> candidates)
{
    for (Runner &runner : runners)
        runner.selectionJitter = spreadAgainstOthers(candidates[runner.index], candidates, runners);
}

double merit(const Runner &runner, const Candidate &candidate, const SelectionConfig &config)
{
    return runner.selectionJitter * candidate.distance + candidate.stratum * config.minDistance;
}

const Runner &systemPeer(const std::vector<Runner> &runners, std::span<const Candidate> candidates,
                         const SelectionConfig &config, std::uint16_t previousPeer, HopDamper &damper)
{
    const auto best = std::min_element(runners.begin(), runners.end(), [&](const Runner &a, const Runner &b) {
        return merit(a, candidates[a.index], config) < merit(b, candidates[b.index], config);
    });
    const auto preferred = std::find_if(runners.begin(), runners.end(),
                                        [&](const Runner &r) { return candidates[r.index].prefer; });
    if (preferred != runners.end())
        return *preferred;
    const auto old = std::find_if(runners.begin(), runners.end(),
                                  [&](const Runner &r) { return candidates[r.index].id == previousPeer; });
    if (old == runners.end() || old == best) {
        damper.reset();
        return *best;
    }
    const double apart = std::fabs(candidates[old->index].offset - candidates[best->index].offset);
    return damper.stays(apart, config.minDistance) ? *old : *best;
}

void combine(Selection &selection, const std::vector<Runner> &runners, std::span<const Candidate> candidates)
{
    const Candidate &peer = candidates[*selection.systemPeer];
    if (peer.prefer) {
        selection.offset = peer.offset;
        selection.jitter = peer.jitter;
        return;
    }
    double weights = 0;
    double offsets = 0;
    double squares = 0;
    double peerSpread = 0;
    for (const Runner &runner : runners) {
        const Candidate &c = candidates[runner.index];
        const double weight = 1 / c.distance;
        weights += weight;
        offsets += weight * c.offset;
        squares += weight * std::pow(c.offset - peer.offset, 2);
        if (runner.index == *selection.systemPeer)
            peerSpread = runner.selectionJitter;
    }
    selection.offset = offsets / weights;
    selection.spread = std::sqrt(squares / weights + peerSpread * peerSpread);
    selection.jitter = std::max(selection.spread, peer.jitter);
}

std::uint8_t majorityLeap(const std::vector<Runner> &runners, std::span<const Candidate> candidates)
{ // One source alone must not be able to announce a leap second to the rest (CVE-2016-4954).
    std::array<std::size_t, 4> votes{};
    for (const Runner &runner : runners)
        ++votes[candidates[runner.index].leap & 3];
    for (const std::uint8_t leap : {std::uint8_t{1}, std::uint8_t{2}})
        if (2 * votes[leap] > runners.size())
            return leap;
    return 0;
}

} // namespace

std::optional<Interval> intersect(std::span<const Candidate> candidates)
{
    std::vector<std::pair<double, int>> edges;
    for (const Candidate &c : candidates)
        addEdges(c, edges);
    return intersectMajority(std::move(edges), candidates.size());
}

double deviationAllowed(double deviation, double distance)
{
    return DeviantGate * deviation + AsymmetryShare * distance;
}

bool HopDamper::stays(double offsetBetween, double limit)
{
    if (m_threshold == 0)
        m_threshold = limit;
    const bool stay = offsetBetween < m_threshold;
    m_threshold = stay ? m_threshold / 2 : 0;
    return stay;
}

Selection select(std::span<const Candidate> candidates, const SelectionConfig &config,
                 std::uint16_t previousPeer, HopDamper &damper)
{
    Selection selection;
    selection.tallies.assign(candidates.size(), Tally::Falseticker);
    const bool modelled =
        std::all_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return c.deviation > 0; });
    std::vector<Runner> runners = believable(candidates, modelled, selection);
    if (runners.empty())
        return selection;
    if (modelled && config.keepsMinClock)
        keepEnough(runners, candidates, static_cast<std::size_t>(std::max(1, config.minClock)), selection.tallies);

    std::sort(runners.begin(), runners.end(), [&](const Runner &a, const Runner &b) {
        const auto weight = [&](const Runner &r) { // near and low first: they survive a crowd
            return candidates[r.index].distance + candidates[r.index].stratum * config.minDistance;
        };
        return weight(a) < weight(b);
    });
    if (modelled) {
        dropCrowd(runners, config, selection.tallies);
        measureSpread(runners, candidates);
    } else {
        cluster(runners, candidates, config, selection.tallies);
    }
    selection.survivors = runners.size();
    for (const Runner &runner : runners)
        selection.tallies[runner.index] = Tally::Candidate;
    if (runners.size() < static_cast<std::size_t>(std::max(0, config.minSane)))
        return selection;

    selection.systemPeer = systemPeer(runners, candidates, config, previousPeer, damper).index;
    selection.tallies[*selection.systemPeer] = Tally::SystemPeer;
    selection.leap = majorityLeap(runners, candidates);
    combine(selection, runners, candidates);
    if (candidates[*selection.systemPeer].prefer)
        selection.combined = {*selection.systemPeer};
    else
        for (const Runner &runner : runners)
            selection.combined.push_back(runner.index);
    return selection;
}

} // namespace noonmark::engine
