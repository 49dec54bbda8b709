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
constexpr double UsualWander = -9.35; // decimal logarithm
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

void WanderBank::Track::advance(double t, double q)
{
    phase += t * frequency;
    pp += t * (2 * pf + t * (ff + t * q / 3));
    pf += t * (ff + t * q / 2);
    ff += t * q;
}

void WanderBank::Track::take(double innovation, double expected)
{
    const double gain = pp / expected;
    const double frequencyGain = pf / expected;
    phase += gain * innovation;
    frequency += frequencyGain * innovation;
    ff -= frequencyGain * pf;
    pf -= gain * pf;
    pp -= gain * pp;
}

void WanderBank::start(double phase, double variance, const FrequencyBelief &frequency)
{
    const double frequencyVariance = frequency.deviation * frequency.deviation;
    const Track track{phase, frequency.value, variance, 0, frequencyVariance};
    for (std::size_t i = 0; i < Filters; ++i)
        m_filters[i] = {track, track, Prior[i]};
}

void WanderBank::restart(double phase, double variance)
{
    for (Filter &f : m_filters) {
        for (Track *track : {&f.alone, &f.shared}) {
            track->phase = phase;
            track->pp = variance;
            track->pf = 0;
            track->ff += Interruption * Interruption;
        }
    }
}

void WanderBank::advance(double seconds)
{
    m_gap = seconds;
    for (std::size_t i = 0; i < Filters; ++i) {
        const double q = Wander[i % Wanders] * Wander[i % Wanders];
        m_filters[i].alone.advance(seconds, q);
        m_filters[i].shared.advance(seconds, q);
    }
}

void WanderBank::take(double phase, double variance, bool least)
{
    const double memory = std::exp(-m_gap / EvidenceTime);
    double best = -1e300;
    for (std::size_t i = 0; i < Filters; ++i) {
        Filter &f = m_filters[i];
        const double innovation = phase - f.alone.phase;
        const double noise = variance * (i < Wanders || least ? 1 : SymmetricShare);
        const double expected = f.alone.pp + noise;
        const double square = innovation * innovation / expected;
        const double cost = square > GateSquared ? Gate * (2 * std::sqrt(square) - Gate) : square;
        f.evidence = Prior[i] + memory * (f.evidence - Prior[i]) - 0.5 * (cost + std::log(expected));
        best = std::max(best, f.evidence);
        const double weight = square > GateSquared ? std::sqrt(square) / Gate : 1;
        f.alone.take(innovation, expected * weight);
        if (m_company.evidence)
            f.shared.take(phase - f.shared.phase, (f.shared.pp + noise / m_company.worth) * weight);
        else
            f.shared = f.alone;
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
        for (Track *track : {&f.alone, &f.shared}) {
            track->pp += phaseDeviation * phaseDeviation;
            track->ff += frequencyDeviation * frequencyDeviation;
        }
    }
}

WanderBank::Evidence WanderBank::evidence() const
{
    Evidence result{};
    for (std::size_t i = 0; i < Filters; ++i)
        result[i] = m_filters[i].evidence - Prior[i];
    return result;
}

WanderBank::Weights WanderBank::weights(const Evidence &evidence)
{
    Weights result{};
    for (std::size_t i = 0; i < Filters; ++i)
        result[i] = evidence[i] + Prior[i];
    const double best = *std::max_element(result.begin(), result.end());
    double sum = 0;
    for (double &weight : result) {
        weight = std::exp(weight - best);
        sum += weight;
    }
    for (double &weight : result)
        weight /= sum;
    return result;
}

WanderBank::State WanderBank::state() const
{
    const Weights weight = weights(evidence());
    const Weights sharedWeight = m_company.evidence ? weights(*m_company.evidence) : weight;
    State state;
    for (std::size_t i = 0; i < Filters; ++i) {
        const Filter &f = m_filters[i];
        state.alone.phase += weight[i] * f.alone.phase;
        state.alone.frequency += weight[i] * f.alone.frequency;
        state.shared.phase += sharedWeight[i] * f.shared.phase;
        state.shared.frequency += sharedWeight[i] * f.shared.frequency;
    }
    for (std::size_t i = 0; i < Filters; ++i) {
        const Track &f = m_filters[i].alone;
        const double phase = f.phase - state.alone.phase;
        const double frequency = f.frequency - state.alone.frequency;
        state.growth[0] += weight[i] * (f.pp + phase * phase);
        state.growth[1] += weight[i] * 2 * (f.pf + phase * frequency);
        state.growth[2] += weight[i] * (f.ff + frequency * frequency);
        state.growth[3] += weight[i] * Wander[i % Wanders] * Wander[i % Wanders] / 3;
    }
    state.typical = typicalGrowth(weight, state);
    return state;
}

Growth WanderBank::typicalGrowth(const Weights &weight, const State &state) const
{ // A mean of squares over assumptions that span decades tells of nothing but the largest of them.
    Growth result{};
    double sum = 0;
    for (std::size_t i = 0; i < Filters; ++i) {
        const double wander = Wander[i % Wanders];
        const double share = weight[i] / std::sqrt(wander);
        const Track &f = m_filters[i].alone;
        const double phase = f.phase - state.alone.phase;
        const double frequency = f.frequency - state.alone.frequency;
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
