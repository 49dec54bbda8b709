// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/phasesample.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace noonmark::engine {

namespace {

constexpr double Gate = 4; // standard deviations; what is farther off counts less
constexpr double GateSquared = Gate * Gate;
constexpr double UniformShare = 1.0 / 3; // variance of what lies anywhere within +-1
constexpr double HardlyPossible = 1e-6;  // the bound is no bound here

double density(double x)
{
    return std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
}

double probabilityBelow(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

Lesson lessonOfNormal(double innovation, double variance)
{
    const double square = innovation * innovation / variance;
    const bool isFar = square > GateSquared;
    const double cost = isFar ? Gate * (2 * std::sqrt(square) - Gate) : square;
    const double weight = isFar ? Gate / std::sqrt(square) : 1;
    return {innovation * weight / variance, weight / variance, -0.5 * (cost + std::log(variance))};
}

} // namespace

Lesson lessonOfOneQueue(const PhaseSample &sample, double innovation, double variance)
{
    return lessonOfNormal(innovation, variance + sample.variance);
}

Lesson lessonOfTwoQueues(const PhaseSample &sample, double innovation, double variance)
{ // What was foretold is cut off at both ends of what the sample allows: mean and variance of a truncated
  // normal.
    if (sample.congested)
        return lessonOfOneQueue(sample, innovation, variance);
    const double blurred = variance + sample.blur * sample.blur;
    const double deviation = std::sqrt(blurred);
    const double low = (innovation - sample.reach) / deviation;
    const double high = (innovation + sample.reach) / deviation;
    const double possible = low > 0 ? probabilityBelow(-low) - probabilityBelow(-high)
                                    : probabilityBelow(high) - probabilityBelow(low);
    if (possible < HardlyPossible)
        return lessonOfNormal(innovation, variance + UniformShare * sample.variance);
    const double mean = (density(low) - density(high)) / possible;
    const double left = 1 + (low * density(low) - high * density(high)) / possible - mean * mean;
    const double scale = std::sqrt(2 * std::numbers::pi); // as the normal's evidence leaves it out
    return {mean / deviation, std::clamp(1 - left, 0.0, 1.0) / blurred,
            std::log(scale * possible / (2 * sample.reach))};
}

} // namespace noonmark::engine
