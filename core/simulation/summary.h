// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/rows.h"

#include <cstdint>
#include <limits>
#include <span>

namespace noonmark::simulation {

// Of one row over many seeds: medians, unless said otherwise. Seconds; rates as fractions.
struct Summary
{
    static constexpr double Never = std::numeric_limits<double>::infinity();

    double rms = 0;
    double largest = 0;
    double worst = 0; // of all seeds
    double lastHalf = 0;
    double rate = 0;
    double requests = 0;
    double millisecond = 0; // Never: half of the seeds did not get there
    double tenth = 0;
    // While the servers were lost.
    double holdRate = 0; // of the frequency learnt until then; root mean square over the seeds
    double holdRms = 0;
    double unavoidableRms = 0; // of a clock that knew time and rate when they were
    double holdEnd = 0;        // root mean square over the seeds
    double holdClaim = 0;      // what we said at the end that our error was at most
    double dishonest = 0;      // share of the seeds in which the error was ever above that
};

[[nodiscard]] Summary summarise(std::span<const RowResult> results);
// Runs `count` seeds from `first` on; `options.seed` does not matter.
[[nodiscard]] Summary runSeeds(const Row &row, RowOptions options, std::uint32_t first, std::uint32_t count);

} // namespace noonmark::simulation
