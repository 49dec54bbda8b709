// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wanderbank.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace noonmark::engine {

namespace {

// Per root second, in half decades: from an oven to a machine in a draught.
constexpr std::array<double, 11> Wander{1e-11, 3.2e-11, 1e-10, 3.2e-10, 1e-9, 3.2e-9,
                                        1e-8,  3.2e-8,  1e-7,  3.2e-7,  1e-6};
// What crystals are like before anything was seen of this one: between the 1e-9 that 2e-8 of Allan deviation
// at 1000 s amount to, in an ordinary machine, and a tenth of it in a good one.
constexpr double UsualWander = -9.55; // decimal logarithm
constexpr double WanderSpread = 0.65; // decades; one standard deviation
// By time and not by samples, or whoever asks often would only remember minutes, which tell no wander.
constexpr double EvidenceTime = 86400; // s; a crystal is another one tomorrow
constexpr double DriftTime = 200000;   // s; in which a belief would move to each of its neighbours
constexpr double MostDrift = 0.01;     // however long nothing was heard
constexpr double Interruption = 1e-6;  // what a machine that slept may have become warmer or colder

// Logarithms of how likely each wander is beforehand.
constexpr auto Prior = [] {
    std::array<double, Wander.size()> result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double logarithm = -11 + 0.5 * static_cast<double>(i);
        const double apart = (logarithm - UsualWander) / WanderSpread;
        result[i] = -0.5 * apart * apart;
    }
    return result;
}();

} // namespace

void WanderBank::start(double phase, double variance, const FrequencyBelief &frequency)
{
    m_asymmetries.clear();
    for (std::size_t i = 0; i < Filters; ++i) {
        m_filters[i].track.start(phase, variance, frequency);
        m_filters[i].evidence = Prior[i % Wanders];
    }
}

void WanderBank::restart(double phase, double variance)
{
    for (Filter &f : m_filters) {
        f.track.replacePhase(phase, variance);
        f.track.loosen(0, Interruption * Interruption);
    }
}

void WanderBank::becomeShared(double asymmetry)
{
    m_asymmetries = {asymmetry};
    for (Filter &f : m_filters)
        f.track.becomeShared(asymmetry);
}

void WanderBank::admit(double asymmetry, double phase, double deviation)
{
    for (Filter &f : m_filters) {
        f.track.admit(asymmetry);
        f.track.learn(m_asymmetries.size(), phase, deviation * deviation);
    }
    m_asymmetries.push_back(asymmetry);
}

void WanderBank::widen(std::size_t source, double asymmetry)
{
    const double before = m_asymmetries[source];
    if (asymmetry <= before)
        return;
    m_asymmetries[source] = asymmetry;
    for (Filter &f : m_filters)
        f.track.widen(source, before, asymmetry);
}

void WanderBank::dismiss(std::size_t source)
{
    m_asymmetries.erase(m_asymmetries.begin() + static_cast<std::ptrdiff_t>(source));
    for (Filter &f : m_filters)
        f.track.dismiss(source);
}

void WanderBank::advance(double seconds)
{
    m_gap = seconds;
    for (std::size_t i = 0; i < Filters; ++i)
        m_filters[i].track.advance(seconds, Wander[i % Wanders] * Wander[i % Wanders], m_asymmetries);
}

void WanderBank::take(const PhaseSample &sample, std::size_t source)
{
    const double memory = std::exp(-m_gap / EvidenceTime);
    double best = -1e300;
    for (std::size_t i = 0; i < Filters; ++i) {
        Filter &f = m_filters[i];
        const auto [phase, variance] = f.track.forecast(source);
        const auto lessonOf = i < Wanders ? lessonOfOneQueue : lessonOfTwoQueues;
        const Lesson lesson = lessonOf(sample, sample.phase - phase, variance);
        f.track.learn(source, lesson);
        const double prior = Prior[i % Wanders];
        f.evidence = prior + memory * (f.evidence - prior) + lesson.evidence;
        best = std::max(best, f.evidence);
    }
    drift(best);
}

void WanderBank::drift(double best)
{ // The wander is no constant either: now and then it is a little more or less than it was.
    const double share = std::min(MostDrift, 1 - std::exp(-m_gap / DriftTime));
    Weights weight{};
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
    for (Filter &f : m_filters)
        f.track.loosen(phaseDeviation * phaseDeviation, frequencyDeviation * frequencyDeviation);
}

WanderBank::Weights WanderBank::weights() const
{
    static_assert(Wander.size() == Wanders);
    Weights result{};
    double best = m_filters[0].evidence;
    for (const Filter &f : m_filters)
        best = std::max(best, f.evidence);
    for (std::size_t i = 0; i < Filters; ++i)
        result[i] = std::exp(m_filters[i].evidence - best);
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double &weight : result)
        weight /= sum;
    return result;
}

Estimate WanderBank::estimate(double age) const
{
    const Weights weight = weights();
    Estimate result;
    for (std::size_t i = 0; i < Filters; ++i) {
        result.offset += weight[i] * m_filters[i].track.phase();
        result.frequency += weight[i] * m_filters[i].track.frequency();
    }
    // A mean of squares over assumptions that span decades tells of nothing but the largest of them.
    Weights typical = weight;
    for (std::size_t i = 0; i < Filters; ++i)
        typical[i] /= std::sqrt(Wander[i % Wanders]);
    result.growth = laterGrowth(growth(weight, result), age);
    result.typical = laterGrowth(growth(typical, result), age);
    result.offset += age * result.frequency;
    return result;
}

std::vector<double> WanderBank::sharesOfCommonError() const
{ // With all learnt that can be, each counts in the mean by what its path is trusted.
    std::vector<double> result;
    for (const double asymmetry : m_asymmetries)
        result.push_back(1 / (asymmetry * asymmetry));
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double &share : result)
        share /= sum;
    return result;
}

Growth WanderBank::growth(const Weights &weight, const Estimate &mean) const
{
    const std::vector<double> shares = sharesOfCommonError();
    Growth result{};
    double sum = 0;
    for (std::size_t i = 0; i < Filters; ++i) {
        const PhaseTrack &track = m_filters[i].track;
        const PhaseTrack::Covariance own = track.covariance(shares);
        const double phase = track.phase() - mean.offset;
        const double frequency = track.frequency() - mean.frequency;
        const double wander = Wander[i % Wanders];
        sum += weight[i];
        result[0] += weight[i] * (own.phase + phase * phase);
        result[1] += weight[i] * 2 * (own.both + phase * frequency);
        result[2] += weight[i] * (own.frequency + frequency * frequency);
        result[3] += weight[i] * wander * wander / 3;
    }
    for (double &term : result)
        term /= sum;
    return result;
}

} // namespace noonmark::engine
