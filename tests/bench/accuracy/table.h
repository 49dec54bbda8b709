// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/rows.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

// What the bench and the test make of the rows: medians over seeds, beside the figures of others.
namespace noonmark::accuracy {

// tests/data/accuracy/peers.csv; us, ppb, s.
struct Peers
{
    double chrony = 0, ntpsec = 0, ntpd = 0, ntpdrs = 0, kf = 0, kfRequests = 0;
    double bestRms = 0, bestMax = 0, bestRate = 0, bestMillisecond = 0, aimRms = 0, aimMax = 0;
};

inline std::map<std::string, Peers> readPeers(const std::string &path)
{
    std::map<std::string, Peers> result;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        std::replace(line.begin(), line.end(), ',', ' ');
        std::istringstream words(line);
        std::string name;
        Peers p;
        words >> name >> p.chrony >> p.ntpsec >> p.ntpd >> p.ntpdrs >> p.kf >> p.kfRequests >> p.bestRms >>
            p.bestMax >> p.bestRate >> p.bestMillisecond >> p.aimRms >> p.aimMax;
        if (words)
            result[name] = p;
    }
    return result;
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// Of one row over many seeds; the units of Peers.
struct Summary
{
    double rms = 0, largest = 0, worst = 0, lastHalf = 0, rate = 0, requests = 0;
    double millisecond = 0, tenth = 0; // infinite: half of the seeds never got there
    double holdRms = 0, holdEnd = 0, holdBound = 0;
};

template <typename Number> double medianOf(const std::vector<simulation::RowResult> &results, Number number)
{
    std::vector<double> values;
    for (const auto &result : results)
        values.push_back(number(result));
    return median(values);
}

inline Summary summarise(const std::vector<simulation::RowResult> &results)
{
    using simulation::RowResult;
    static constexpr double never = std::numeric_limits<double>::infinity();
    Summary s;
    s.rms = medianOf(results, [](const RowResult &r) { return r.rms * 1e6; });
    s.largest = medianOf(results, [](const RowResult &r) { return r.largest * 1e6; });
    for (const RowResult &r : results)
        s.worst = std::max(s.worst, r.largest * 1e6);
    s.lastHalf = medianOf(results, [](const RowResult &r) { return r.rmsLastHalf * 1e6; });
    s.rate = medianOf(results, [](const RowResult &r) { return r.rateRms * 1e9; });
    s.requests = medianOf(results, [](const RowResult &r) { return r.requests; });
    s.millisecond = medianOf(results, [](const RowResult &r) { return r.belowMillisecond.value_or(never); });
    s.tenth = medianOf(results, [](const RowResult &r) { return r.belowTenthMillisecond.value_or(never); });
    s.holdRms = medianOf(results, [](const RowResult &r) { return r.holdRms * 1e6; });
    s.holdEnd = medianOf(results, [](const RowResult &r) { return r.holdEnd * 1e6; });
    s.holdBound = medianOf(results, [](const RowResult &r) { return r.holdBound * 1e6; });
    return s;
}

inline Summary measure(const simulation::Row &row, simulation::RowOptions options, std::uint32_t first,
                       std::uint32_t count)
{
    std::vector<simulation::RowResult> results;
    for (std::uint32_t seed = first; seed < first + count; ++seed) {
        options.seed = seed;
        results.push_back(simulation::runRow(row, options));
    }
    return summarise(results);
}

} // namespace noonmark::accuracy
