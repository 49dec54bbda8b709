// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scenario.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <vector>

// The same trouble told with many seeds, and with the plain discipline of RFC 5905 beside ours.
namespace noonmark::scenario {

// What came of one story.
struct Trial
{
    double rms = 0;          // s, of the time error
    double largest = 0;      // s
    double overclaimed = 0;  // the largest share of its root distance that an error took while we claimed to be right
    double quickest = 0;     // the largest rate error: what the clock moved against true time, s/s
    int steps = 0;           // of the clock
    std::uint64_t requests = 0;
};

// Looks at the host every second until then.
inline Trial judge(simulation::World &world, simulation::EngineHost &host, double until)
{
    Trial result;
    const int stepsBefore = host.clock().steps();
    const std::uint64_t requestsBefore = host.requests();
    double last = host.error();
    const ErrorStatistics error = watch(world, host, until, [&](double now) {
        result.quickest = std::max(result.quickest, std::fabs(now - last));
        last = now;
        const auto system = host.snapshot().system;
        if (system.leap != 3)
            result.overclaimed = std::max(result.overclaimed, std::fabs(now) / system.rootDistance);
    });
    result.rms = error.rms;
    result.largest = error.largest;
    result.steps = host.clock().steps() - stepsBefore;
    result.requests = host.requests() - requestsBefore;
    return result;
}

using Story = std::function<Trial(std::uint64_t seed, engine::DisciplineMethod method)>;

// Of all seeds: the median RMS, the worst of everything else.
inline Trial worst(const Story &story, engine::DisciplineMethod method = engine::DisciplineMethod::Learning)
{
    constexpr int seeds = 6;
    std::vector<double> rms;
    Trial result;
    for (int i = 0; i < seeds; ++i) {
        const Trial one = story(seed() + static_cast<std::uint64_t>(i), method);
        rms.push_back(one.rms);
        result.largest = std::max(result.largest, one.largest);
        result.overclaimed = std::max(result.overclaimed, one.overclaimed);
        result.quickest = std::max(result.quickest, one.quickest);
        result.steps = std::max(result.steps, one.steps);
        result.requests = std::max(result.requests, one.requests);
    }
    std::nth_element(rms.begin(), rms.begin() + seeds / 2, rms.end());
    result.rms = rms[seeds / 2];
    return result;
}

inline QString told(const Trial &trial)
{
    return QStringLiteral("rms %1 us, largest %2 us, %3 of its root distance, %4 ppm, %5 steps, %6 requests")
        .arg(trial.rms * 1e6, 0, 'f', 1)
        .arg(trial.largest * 1e6, 0, 'f', 1)
        .arg(trial.overclaimed, 0, 'f', 2)
        .arg(trial.quickest * 1e6, 0, 'f', 2)
        .arg(trial.steps)
        .arg(trial.requests);
}

} // namespace noonmark::scenario
