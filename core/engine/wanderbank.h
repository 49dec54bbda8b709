// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/phasetrack.h"

#include <array>
#include <cstddef>
#include <vector>

namespace noonmark::engine {

// Follows the phase of an oscillator against a source, or several, and so its frequency. How much the
// frequency wanders is not known: so there is one Kalman filter for each of several assumptions, and those
// that foretell the samples best are believed most. METHOD.md has the equations.
class WanderBank
{
public:
    void start(double phase, double variance, const FrequencyBelief &frequency);
    // The phase is another one from now on; what was learnt about the oscillator stays.
    void restart(double phase, double variance);
    // The one source is the first of several from now on, or one more comes, of whose phase so much is known
    // at present. `asymmetry`: one standard deviation, s, of what its path may add.
    void becomeShared(double asymmetry);
    void admit(double asymmetry, double phase, double deviation);
    // Does nothing where no more is allowed to it than before.
    void widen(std::size_t source, double asymmetry);
    void dismiss(std::size_t source);

    void advance(double seconds);
    void take(const PhaseSample &sample, std::size_t source = 0);
    // The phase or the frequency is not what it was: forget so much of what was known about them.
    void loosen(double phaseDeviation, double frequencyDeviation);
    // `age` seconds after the last sample; its offset is the phase.
    [[nodiscard]] Estimate estimate(double age) const;

private:
    static constexpr std::size_t Wanders = 11;
    static constexpr std::size_t Shapes = 2; // of queues: on one way, on both
    static constexpr std::size_t Filters = Wanders * Shapes;
    using Weights = std::array<double, Filters>;

    struct Filter
    {
        PhaseTrack track;
        double evidence = 0; // logarithm of the likelihood, forgetful
    };

    void drift(double best);
    [[nodiscard]] Weights weights() const;
    [[nodiscard]] std::vector<double> sharesOfCommonError() const;
    // Of the mixture around `mean`; the weights need not have a sum of 1.
    [[nodiscard]] Growth growth(const Weights &weight, const Estimate &mean) const;

    std::array<Filter, Filters> m_filters;
    std::vector<double> m_asymmetries; // s, of each of several sources
    double m_gap = 0;                  // s between the last two samples
};

} // namespace noonmark::engine
