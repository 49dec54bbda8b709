// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace noonmark::engine {

// What is known of the oscillator's frequency before a source has been asked: from the drift file, from other
// sources, or what crystals are like.
struct FrequencyBelief
{
    double value = 0;          // fraction by which the clock has to run faster
    double deviation = 100e-6; // one standard deviation
};

// Variance of an offset after t seconds without any sample: a polynomial in t.
using Growth = std::array<double, 4>;

[[nodiscard]] inline double varianceAfter(const Growth &growth, double t)
{
    return std::max(0.0, growth[0] + t * (growth[1] + t * (growth[2] + t * growth[3])));
}

// The same variance, counted from `age` seconds later on.
[[nodiscard]] inline Growth laterGrowth(const Growth &g, double age)
{
    return {g[0] + age * (g[1] + age * (g[2] + age * g[3])), g[1] + age * (2 * g[2] + age * 3 * g[3]),
            g[2] + age * 3 * g[3], g[3]};
}

// What one source, or all of them together, make of our clock at one moment.
struct Estimate
{
    Instant at;
    double offset = 0;    // s; true time minus our clock
    double frequency = 0; // fraction by which the clock has to run faster than its oscillator
    double noise = 0;     // s; one standard deviation of one sample
    Growth growth{};
    Growth typical{}; // the same for the typical one of the crystals that would fit: what is claimed of days alone

    [[nodiscard]] double deviation(double seconds = 0) const { return std::sqrt(varianceAfter(growth, seconds)); }
    // Of the frequency, which walks on after the last sample.
    [[nodiscard]] double frequencyDeviation(double seconds = 0) const
    {
        return std::sqrt(std::max(0.0, laterGrowth(growth, seconds)[2]));
    }
    // Random walk of the frequency, per root second.
    [[nodiscard]] double wander() const { return std::sqrt(std::max(0.0, 3 * growth[3])); }
};

// How far our clock may be off while it is left to itself, as far as that has been learnt.
struct ErrorForecast
{
    Instant from;
    Growth growth{};     // Estimate::typical; all zero: nothing is known
    double residual = 0; // s; phase that was known to be wrong, and is being taken off

    [[nodiscard]] bool known() const { return growth[0] > 0; }
    // s; holds in 99 of 100 cases.
    [[nodiscard]] double at(Instant now) const
    {
        constexpr double sigmas = 5.5; // 2.6 would do, were the crystal known and all Gaussian
        return residual + sigmas * std::sqrt(varianceAfter(growth, std::max(0.0, (now - from).toSeconds())));
    }
};

} // namespace noonmark::engine
