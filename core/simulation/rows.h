// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

// The situations in which timekeepers are compared: one client of perfect or lying servers for 40000 s.
namespace noonmark::simulation {

class EngineHost;

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
// Of a row's servers, from 0 on.
[[nodiscard]] IpAddress serverAddress(int index);

inline constexpr double Settled = 2000; // s; what comes before is not counted

struct RowOptions
{
    std::uint32_t seed = 1;
    double length = 40000;
    int minPoll = 6;
    int maxPoll = 10;
    engine::DisciplineConfig discipline;
};

// While the servers were lost; s.
struct Holdover
{
    double rate = 0; // fraction; what was wrong in the frequency we had learnt when they were lost
    double rms = 0;
    double end = 0;         // the error when they came back, and what we said it was at most
    double claim = 0;       // (root dispersion)
    double largest = 0;     // of the error, as a share of what we said at that moment; above 1 we lied
    double unavoidable = 0; // the end of a clock that knew time and rate perfectly when they were lost
    double unavoidableRms = 0;
};

// Seconds; rates as fractions; times are absent where they were never reached.
struct RowResult
{
    double rms = 0; // once it has settled
    double largest = 0;
    double largestAt = 0; // the second
    double rmsLastHalf = 0;
    double rateRms = 0;
    std::optional<double> belowMillisecond; // for 300 s from then on
    std::optional<double> belowTenthMillisecond;
    double requests = 0;
    Holdover hold;
};

// `watch` is shown the client once a second.
using RowWatch = std::function<void(double second, EngineHost &client)>;
[[nodiscard]] RowResult runRow(const Row &row, const RowOptions &options, const RowWatch &watch = {});

} // namespace noonmark::simulation
