// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"

#include <array>
#include <cstddef>

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

    struct State
    {
        double phase = 0;
        double frequency = 0;
        Growth growth{}; // see Estimate
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
    [[nodiscard]] State state() const;

private:
    // A filter of two states: phase and frequency.
    struct Filter
    {
        double phase = 0;
        double frequency = 0;
        double pp = 0, pf = 0, ff = 0; // covariance
        double evidence = 0;           // logarithm of the likelihood, forgetful
    };

    void drift(double best);
    [[nodiscard]] Growth typicalGrowth(const std::array<double, Filters> &weight, const State &state) const;
    [[nodiscard]] std::array<double, Filters> weights() const;

    std::array<Filter, Filters> m_filters;
    double m_gap = 0; // s between the last two samples
};

} // namespace noonmark::engine
