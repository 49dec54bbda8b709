// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/peerfigures.h"
#include "core/simulation/summary.h"
#include "tests/bench/accuracy/oracle.h"

#include <algorithm>
#include <string>
#include <vector>

// What the bench and the test make of the rows: medians over seeds, beside the figures of others.
namespace noonmark::accuracy {

using Peers = simulation::PeerFigures; // us, ppb, s

// In the units of Peers.
inline simulation::Summary measure(const simulation::Row &row, const simulation::RowOptions &options,
                                   std::uint32_t first, std::uint32_t count)
{
    simulation::Summary s = simulation::runSeeds(row, options, first, count);
    for (double *time :
         {&s.rms, &s.largest, &s.worst, &s.lastHalf, &s.holdRms, &s.unavoidableRms, &s.holdEnd, &s.holdClaim})
        *time *= 1e6;
    s.rate *= 1e9;
    s.holdRate *= 1e9;
    return s;
}

// RMS over so many seeds, the median of the runs: ours, and that of the oracle that heard the same.
struct BesideOracle
{
    double own = 0;
    double oracle = 0;
};

inline BesideOracle measureBesideOracle(const simulation::Row &row, std::uint32_t first, std::uint32_t count)
{
    std::vector<double> own;
    std::vector<double> told;
    for (std::uint32_t seed = first; seed < first + count; ++seed) {
        Oracle oracle(row);
        simulation::RowOptions options;
        options.seed = seed;
        own.push_back(
            simulation::runRow(row, options, [&oracle](double second, simulation::EngineHost &client) {
                if (second == 0)
                    client.answered = [&](const engine::AnswerSeen &answer) { oracle.hear(answer, client); };
                oracle.see(second, client);
            }).rms);
        told.push_back(oracle.rms());
    }
    const auto middle = static_cast<std::ptrdiff_t>(count / 2);
    for (std::vector<double> *values : {&own, &told})
        std::nth_element(values->begin(), values->begin() + middle, values->end());
    return {own[count / 2] * 1e6, told[count / 2] * 1e6};
}

} // namespace noonmark::accuracy
