// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace noonmark::simulation {

namespace {

template <typename Number> double median(std::span<const RowResult> results, Number number)
{
    std::vector<double> values;
    for (const RowResult &result : results)
        values.push_back(number(result));
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

Summary summarise(std::span<const RowResult> results)
{
    Summary s;
    if (results.empty())
        return s;
    s.rms = median(results, [](const RowResult &r) { return r.rms; });
    s.largest = median(results, [](const RowResult &r) { return r.largest; });
    s.lastHalf = median(results, [](const RowResult &r) { return r.rmsLastHalf; });
    s.rate = median(results, [](const RowResult &r) { return r.rateRms; });
    s.requests = median(results, [](const RowResult &r) { return r.requests; });
    s.millisecond =
        median(results, [](const RowResult &r) { return r.belowMillisecond.value_or(Summary::Never); });
    s.tenth =
        median(results, [](const RowResult &r) { return r.belowTenthMillisecond.value_or(Summary::Never); });
    s.holdRms = median(results, [](const RowResult &r) { return r.hold.rms; });
    s.unavoidableRms = median(results, [](const RowResult &r) { return r.hold.unavoidableRms; });
    s.holdClaim = median(results, [](const RowResult &r) { return r.hold.claim; });
    const auto count = static_cast<double>(results.size());
    for (const RowResult &r : results) {
        s.worst = std::max(s.worst, r.largest);
        s.holdEnd += r.hold.end * r.hold.end / count;
        s.holdRate += r.hold.rate * r.hold.rate / count;
        s.dishonest += r.hold.largest > 1 ? 1 / count : 0;
    }
    s.holdEnd = std::sqrt(s.holdEnd);
    s.holdRate = std::sqrt(s.holdRate);
    return s;
}

Summary runSeeds(const Row &row, RowOptions options, std::uint32_t first, std::uint32_t count)
{
    std::vector<RowResult> results;
    for (std::uint32_t i = 0; i < count; ++i) {
        options.seed = first + i;
        results.push_back(runRow(row, options));
    }
    return summarise(results);
}

} // namespace noonmark::simulation
