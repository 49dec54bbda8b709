// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// The situations in which timekeepers are compared: one client of perfect or lying servers for 40000 s.
namespace noonmark::simulation {

struct Row
{
    std::string_view name;
    std::string_view about;
    double delay = 100e-6;  // s, one way, constant part
    double jitter = 100e-6; // s, one way, mean of the exponential part
    double offset = 0.010;  // s; the client's at the start
    double frequency = 10e-6;
    double wander = 1e-9;
    double sineAmplitude = 0;
    double sinePeriod = 1;
    int servers = 1;
    double lastServerOffset = 0; // s by which the last of them is wrong
    double lastServerDrift = 0;
    bool bursts = false; // the way up is congested for 1200 s of every 7200 s
    double lostFrom = 0; // s; no packets until
    double lostUntil = 0;
};

[[nodiscard]] std::span<const Row> rows();
[[nodiscard]] const Row *findRow(std::string_view name);

struct RowOptions
{
    std::uint32_t seed = 1;
    double length = 40000;
    int minPoll = 6;
    int maxPoll = 10;
    engine::DisciplineConfig discipline;
};

// Seconds; rates as fractions; times are absent where they were never reached.
struct RowResult
{
    double rms = 0; // from 2000 s on
    double largest = 0;
    double largestAt = 0; // the second
    double rmsLastHalf = 0;
    double rateRms = 0;
    std::optional<double> belowMillisecond; // for 300 s from then on
    std::optional<double> belowTenthMillisecond;
    double requests = 0;
    double holdRms = 0; // while the servers were lost
    double holdLargest = 0;
    double holdEnd = 0;
    double holdBound = 0; // the root distance that the engine claimed at that end
};

[[nodiscard]] RowResult runRow(const Row &row, const RowOptions &options);

} // namespace noonmark::simulation
