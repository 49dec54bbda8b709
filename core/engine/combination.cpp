// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/combination.h"

namespace noonmark::engine {

namespace {

constexpr double AsymmetryShare = 0.04; // more is hardly seen between sources that are right
constexpr double UsualAsymmetry = 0.01; // makes the nearer source weigh more where both are quiet

} // namespace

double asymmetryAllowance(double distance)
{
    return AsymmetryShare * distance;
}

Estimate combine(std::span<const WeightedEstimate> estimates)
{ // The wander of our own crystal is in every estimate alike: only what differs between sources averages out.
    Estimate result;
    result.at = estimates.front().estimate.at;
    double weights = 0;
    double frequencyWeights = 0;
    double precisions = 0;
    double silence = 0;
    for (const auto &[estimate, distance] : estimates) {
        const double allowance = UsualAsymmetry * distance;
        const double weight = 1 / (estimate.growth[0] + allowance * allowance);
        const double frequencyWeight = 1 / estimate.growth[2];
        weights += weight;
        frequencyWeights += frequencyWeight;
        precisions += 1 / estimate.growth[0];
        result.offset += weight * estimate.offset;
        result.frequency += frequencyWeight * estimate.frequency;
        silence += 1 / (estimate.noise * estimate.noise);
        result.growth[1] += frequencyWeight * estimate.growth[1];
        result.growth[3] += frequencyWeight * estimate.growth[3];
    }
    const auto count = static_cast<double>(estimates.size());
    result.offset /= weights;
    result.noise = 1 / std::sqrt(silence);
    result.frequency /= frequencyWeights;
    result.growth[0] = 1 / precisions;
    result.growth[1] /= frequencyWeights * count;
    result.growth[2] = 1 / frequencyWeights;
    result.growth[3] /= frequencyWeights;
    return result;
}

} // namespace noonmark::engine
