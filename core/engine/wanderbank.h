// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"

#include <array>
#include <cstddef>
#include <optional>

namespace noonmark::engine {

// Follows the phase of an oscillator against a source, and so its frequency. How much the frequency wanders
// is not known: so there is one Kalman filter for each of several assumptions, and those that foretell the
// samples best are believed most. METHOD.md has the equations.
class WanderBank
{
public:
    static constexpr std::size_t Wanders = 11;
    static constexpr std::size_t Scales = 2;
    static constexpr std::size_t Filters = Wanders * Scales;

    // Of each filter: by how much likelier it is than beforehand (logarithm).
    using Evidence = std::array<double, Filters>;
    // Those with whom an estimate is combined, this one among them.
    struct Company
    {
        double worth = 1;                 // see companyOf()
        std::optional<Evidence> evidence; // see pooled(); absent: there are no others
    };
    struct Line
    {
        double phase = 0;
        double frequency = 0;
    };
    struct State
    {
        Line alone;
        Line shared;     // see Filter
        Growth growth{}; // of the first; see Estimate
        Growth typical{};
    };

    void start(double phase, double variance, const FrequencyBelief &frequency);
    // The phase is another one from now on; what was learnt about the oscillator stays.
    void restart(double phase, double variance);
    void advance(double seconds);
    // `least`: the variance has reasons that no learning can make smaller.
    void take(double phase, double variance, bool least);
    // The phase or the frequency is not what it was: forget so much of what was known about them.
    void loosen(double phaseDeviation, double frequencyDeviation);
    void joins(const Company &company) { m_company = company; }
    [[nodiscard]] Evidence evidence() const;
    [[nodiscard]] State state() const;

private:
    // A Kalman filter of two states: phase and frequency.
    struct Track
    {
        double phase = 0;
        double frequency = 0;
        double pp = 0, pf = 0, ff = 0; // covariance

        void advance(double seconds, double wanderSquared);
        void take(double innovation, double variance);
    };
    struct Filter
    {
        Track alone;
        // As if the samples had the noise of all sources' mean: the mean of such filters, one for each
        // source, is what a single filter makes of all samples. Filters that each smooth enough for
        // themselves smooth too much for all.
        Track shared;
        double evidence = 0; // logarithm of the likelihood, forgetful
    };

    using Weights = std::array<double, Filters>;

    void drift(double best);
    [[nodiscard]] Growth typicalGrowth(const Weights &weight, const State &state) const;
    [[nodiscard]] static Weights weights(const Evidence &evidence);

    std::array<Filter, Filters> m_filters;
    Company m_company;
    double m_gap = 0; // s between the last two samples
};

} // namespace noonmark::engine
