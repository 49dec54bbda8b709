// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/combination.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double AsymmetryShare = 0.04; // more is hardly seen between sources that are right
// A model that believes in a quieter crystal than the others do, by chance, must not outvote them: no offset
// is trusted beyond this share of a sample's noise, no frequency beyond a sample's noise over this time.
constexpr double OffsetDoubt = 0.3;
constexpr double FrequencyDoubtTime = 1000; // s
// The crystal's wander is in all estimates alike. So n sources are worth as much as one that is asked n times
// as often, whose variances fall with these powers of n: not with n itself.
constexpr double OffsetGain = 0.65;
constexpr double FrequencyGain = 0.25;
constexpr double CovarianceGain = (OffsetGain + FrequencyGain) / 2; // or the correlation would change with n
constexpr double NoiseGain = 0.3; // of the deviation: with n sources there is no need to ask each as often
constexpr double EvidenceGain = 0.5;    // likewise: their noises are told n times, the crystal's walk once
constexpr double UsualAsymmetry = 0.01; // makes the nearer source weigh more where both are quiet

} // namespace

double asymmetryAllowance(double distance)
{
    return AsymmetryShare * distance;
}

namespace {

// Sums of variances, by the weights of the offset and of the frequency.
class GrowthMean
{
public:
    void add(const Growth &growth, double weight, double frequencyWeight)
    {
        const std::array<double, 4> weights{weight, frequencyWeight, frequencyWeight, frequencyWeight};
        for (std::size_t i = 0; i < growth.size(); ++i)
            m_sums[i] += weights[i] * growth[i];
        m_weights += weight;
        m_frequencyWeights += frequencyWeight;
    }
    [[nodiscard]] Growth of(double count) const
    {
        return {m_sums[0] / m_weights / std::pow(count, OffsetGain),
                m_sums[1] / m_frequencyWeights / std::pow(count, CovarianceGain),
                m_sums[2] / m_frequencyWeights / std::pow(count, FrequencyGain),
                m_sums[3] / m_frequencyWeights};
    }

private:
    Growth m_sums{};
    double m_weights = 0;
    double m_frequencyWeights = 0;
};

} // namespace

double companyOf(std::span<const WeightedEstimate> estimates, std::size_t index)
{
    double silence = 0;
    for (const auto &[estimate, distance] : estimates)
        silence += 1 / (estimate.noise * estimate.noise);
    const double noise = estimates[index].estimate.noise;
    return std::min(static_cast<double>(estimates.size()), noise * noise * silence);
}

WanderBank::Evidence pooled(std::span<const WanderBank::Evidence> each)
{
    const double share = std::pow(static_cast<double>(each.size()), EvidenceGain - 1);
    WanderBank::Evidence sum{};
    for (const WanderBank::Evidence &one : each)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += share * one[i];
    return sum;
}

Estimate combine(std::span<const WeightedEstimate> estimates)
{ // The wander of our own crystal is in every estimate alike: only what differs between sources averages out.
    Estimate result;
    result.at = estimates.front().estimate.at;
    double weights = 0;
    double frequencyWeights = 0;
    double silence = 0;
    GrowthMean growth;
    GrowthMean typical;
    for (const auto &[estimate, distance] : estimates) {
        const double allowance = UsualAsymmetry * distance;
        const double doubt = OffsetDoubt * estimate.noise;
        const double weight = 1 / (estimate.growth[0] + allowance * allowance + doubt * doubt);
        const double frequencyDoubt = estimate.noise / FrequencyDoubtTime;
        const double frequencyWeight = 1 / (estimate.growth[2] + frequencyDoubt * frequencyDoubt);
        weights += weight;
        frequencyWeights += frequencyWeight;
        result.offset += weight * estimate.offset;
        result.frequency += frequencyWeight * estimate.frequency;
        silence += 1 / (estimate.noise * estimate.noise);
        growth.add(estimate.growth, weight, frequencyWeight);
        typical.add(estimate.typical, weight, frequencyWeight);
    }
    const auto count = static_cast<double>(estimates.size());
    result.offset /= weights;
    result.frequency /= frequencyWeights;
    result.noise = std::sqrt(count / silence) / std::pow(count, NoiseGain);
    result.growth = growth.of(count);
    result.typical = typical.of(count);
    return result;
}

} // namespace noonmark::engine
