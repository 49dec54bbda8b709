// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wanderbank.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

// Per root second, in half decades: from an oven to a machine in a draught.
constexpr std::array<double, WanderBank::Wanders> Wander{1e-11, 3.2e-11, 1e-10, 3.2e-10, 1e-9, 3.2e-9,
                                                         1e-8,  3.2e-8,  1e-7,  3.2e-7,  1e-6};
// What crystals are like before anything was seen of this one: between the 1e-9 that 2e-8 of Allan deviation
// at 1000 s amount to, in an ordinary machine, and a tenth of it in a good one.
constexpr double UsualWander = -9.25; // decimal logarithm
constexpr double WanderSpread = 0.7; // decades; one standard deviation
// By time and not by samples, or whoever asks often would only remember minutes, which tell no wander.
constexpr double EvidenceTime = 86400; // s; a crystal is another one tomorrow
constexpr double DriftTime = 200000;   // s; in which a belief would move to each of its neighbours
constexpr double MostDrift = 0.01;     // however long nothing was heard
constexpr double SymmetricShare =
    1.0 / 3;               // of the variance, where queues on both ways cancel: uniform within +-excess / 2
constexpr double Gate = 4; // standard deviations; what is farther off counts less
constexpr double GateSquared = Gate * Gate;
constexpr double Interruption = 1e-6; // what a machine that slept may have become warmer or colder

// Logarithms of how likely each filter's wander is beforehand.
constexpr auto Prior = [] {
    std::array<double, WanderBank::Filters> result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double logarithm = -11 + 0.5 * static_cast<double>(i % WanderBank::Wanders);
        const double apart = (logarithm - UsualWander) / WanderSpread;
        result[i] = -0.5 * apart * apart;
    }
    return result;
}();

} // namespace

void WanderBank::start(double phase, double variance, const FrequencyBelief &frequency)
{
    const double frequencyVariance = frequency.deviation * frequency.deviation;
    for (std::size_t i = 0; i < Filters; ++i)
        m_filters[i] = {phase, frequency.value, variance, 0, frequencyVariance, Prior[i]};
}

void WanderBank::restart(double phase, double variance)
{
    for (Filter &f : m_filters) {
        f.phase = phase;
        f.pp = variance;
        f.pf = 0;
        f.ff += Interruption * Interruption;
    }
}

void WanderBank::advance(double seconds)
{
    const double t = seconds;
    m_gap = seconds;
    for (std::size_t i = 0; i < Filters; ++i) {
        Filter &f = m_filters[i];
        const double q = Wander[i % Wanders] * Wander[i % Wanders];
        f.phase += t * f.frequency;
        f.pp += t * (2 * f.pf + t * (f.ff + t * q / 3));
        f.pf += t * (f.ff + t * q / 2);
        f.ff += t * q;
    }
}

void WanderBank::take(double phase, double variance, bool least)
{
    const double memory = std::exp(-m_gap / EvidenceTime);
    double best = -1e300;
    for (std::size_t i = 0; i < Filters; ++i) {
        Filter &f = m_filters[i];
        const double innovation = phase - f.phase;
        double expected = f.pp + variance * (i < Wanders || least ? 1 : SymmetricShare);
        const double square = innovation * innovation / expected;
        const double cost = square > GateSquared ? Gate * (2 * std::sqrt(square) - Gate) : square;
        f.evidence = Prior[i] + memory * (f.evidence - Prior[i]) - 0.5 * (cost + std::log(expected));
        best = std::max(best, f.evidence);
        if (square > GateSquared)
            expected *= std::sqrt(square) / Gate;
        const double gain = f.pp / expected;
        const double frequencyGain = f.pf / expected;
        f.phase += gain * innovation;
        f.frequency += frequencyGain * innovation;
        f.ff -= frequencyGain * f.pf;
        f.pf -= gain * f.pf;
        f.pp -= gain * f.pp;
    }
    drift(best);
}

void WanderBank::drift(double best)
{ // The wander is no constant either: now and then it is a little more or less than it was.
    const double share = std::min(MostDrift, 1 - std::exp(-m_gap / DriftTime));
    std::array<double, Filters> weight{};
    for (std::size_t i = 0; i < Filters; ++i)
        weight[i] = std::exp(m_filters[i].evidence - best);
    for (std::size_t i = 0; i < Filters; ++i) {
        const std::size_t k = i % Wanders;
        const double below = k > 0 ? weight[i - 1] : weight[i];
        const double above = k + 1 < Wanders ? weight[i + 1] : weight[i];
        m_filters[i].evidence = std::log((1 - 2 * share) * weight[i] + share * (below + above) + 1e-300);
    }
}

void WanderBank::loosen(double phaseDeviation, double frequencyDeviation)
{
    for (Filter &f : m_filters) {
        f.pp += phaseDeviation * phaseDeviation;
        f.ff += frequencyDeviation * frequencyDeviation;
    }
}

std::array<double, WanderBank::Filters> WanderBank::weights() const
{
    std::array<double, Filters> result{};
    double sum = 0;
    for (std::size_t i = 0; i < Filters; ++i) {
        result[i] = std::exp(m_filters[i].evidence);
        sum += result[i];
    }
    for (double &weight : result)
        weight /= sum;
    return result;
}

WanderBank::State WanderBank::state() const
{
    const auto weight = weights();
    State state;
    for (std::size_t i = 0; i < Filters; ++i) {
        state.phase += weight[i] * m_filters[i].phase;
        state.frequency += weight[i] * m_filters[i].frequency;
    }
    for (std::size_t i = 0; i < Filters; ++i) {
        const Filter &f = m_filters[i];
        const double phase = f.phase - state.phase;
        const double frequency = f.frequency - state.frequency;
        state.growth[0] += weight[i] * (f.pp + phase * phase);
        state.growth[1] += weight[i] * 2 * (f.pf + phase * frequency);
        state.growth[2] += weight[i] * (f.ff + frequency * frequency);
        state.growth[3] += weight[i] * Wander[i % Wanders] * Wander[i % Wanders] / 3;
    }
    state.typical = typicalGrowth(weight, state);
    return state;
}

Growth WanderBank::typicalGrowth(const std::array<double, Filters> &weight, const State &state) const
{ // A mean of squares over assumptions that span decades tells of nothing but the largest of them.
    Growth result{};
    double sum = 0;
    for (std::size_t i = 0; i < Filters; ++i) {
        const double wander = Wander[i % Wanders];
        const double share = weight[i] / std::sqrt(wander);
        const Filter &f = m_filters[i];
        const double phase = f.phase - state.phase;
        const double frequency = f.frequency - state.frequency;
        sum += share;
        result[0] += share * (f.pp + phase * phase);
        result[1] += share * 2 * (f.pf + phase * frequency);
        result[2] += share * (f.ff + frequency * frequency);
        result[3] += share * wander * wander / 3;
    }
    for (double &term : result)
        term /= sum;
    return result;
}

} // namespace noonmark::engine
