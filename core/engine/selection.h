// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"
#include "core/engine/observation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Which sources to believe (RFC 5905, section 11.2, with ntpd's choices where the two differ, so that one
// configuration gives one result everywhere). Pure functions of values.
namespace noonmark::engine {

struct Candidate
{
    std::uint16_t id = 0;
    double offset = 0;
    double jitter = 0;
    double distance = 0; // root distance: the true time lies within offset +- distance
    int stratum = 1;
    std::uint8_t leap = 0;
    bool prefer = false;
    bool trueChimer = false;
    double deviation =
        0; // s; of `offset`, as the source's model tells it; 0: there is none, the jitter judges
};

struct Interval
{
    double low = 0;
    double high = 0;

    friend bool operator==(const Interval &, const Interval &) = default;
};

struct Selection
{
    std::vector<Tally> tallies; // one per candidate, in their order
    std::optional<std::size_t> systemPeer;
    double offset = 0; // combined
    double jitter = 0;
    double spread = 0;     // of the survivors around the system peer
    std::uint8_t leap = 0; // what the majority of the survivors announces
    std::size_t survivors = 0;
    bool agreed = false;   // most candidates agree as closely as their models promise
    std::vector<std::size_t> combined; // the candidates that the result rests on
};

// The range in which more than half of the candidates agree; absent if there is no majority.
[[nodiscard]] std::optional<Interval> intersect(std::span<const Candidate> candidates);

// How far a source whose model is as uncertain as this may be from the middle of all before it counts as wrong, its path
// being as asymmetric as such a distance allows.
[[nodiscard]] double deviationAllowed(double deviation, double distance);

// Keeps the clock from hopping between sources that are equally good (RFC 5905, appendix A.5.5.1; ntpd's
// anti-hop).
class HopDamper
{
public:
    // Whether to stay with the old system peer although `better` scores higher; `limit` is `tos mindist`.
    bool stays(double offsetBetween, double limit);
    void reset() { m_threshold = 0; }

private:
    double m_threshold = 0;
};

[[nodiscard]] Selection select(std::span<const Candidate> candidates, const SelectionConfig &config,
                               std::uint16_t previousPeer, HopDamper &damper);

} // namespace noonmark::engine
