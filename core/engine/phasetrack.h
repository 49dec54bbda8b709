// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"
#include "core/engine/phasesample.h"

#include <cstddef>
#include <span>
#include <vector>

namespace noonmark::engine {

// A Kalman filter of an oscillator's phase and frequency, as a source shows them: or several, each of which
// has a path of its own, whose asymmetry shifts what it shows by a constant. METHOD.md has the equations.
class PhaseTrack
{
public:
    // One source, whose path is not looked into.
    void start(double phase, double variance, const FrequencyBelief &frequency);
    // The one source is the first of several from now on. `asymmetry`: one standard deviation, s.
    void becomeShared(double asymmetry);
    void admit(double asymmetry);
    // What a source shows at present as it was learnt elsewhere.
    void learn(std::size_t source, double phase, double variance);
    // Its path may add more than was thought: what followed from that is taken back.
    void widen(std::size_t source, double asymmetryBefore, double asymmetry);
    void dismiss(std::size_t source);

    // `asymmetries`: of each source, as it was admitted or widened.
    void advance(double seconds, double wanderSquared, std::span<const double> asymmetries);
    // The phase is another one from now on.
    void replacePhase(double phase, double variance);
    void loosen(double phaseVariance, double frequencyVariance);

    struct Forecast
    {
        double phase = 0;
        double variance = 0;
    };
    [[nodiscard]] Forecast forecast(std::size_t source) const;
    void learn(std::size_t source, const Lesson &lesson);

    [[nodiscard]] double phase() const { return m_mean[Phase]; }
    [[nodiscard]] double frequency() const { return m_mean[Frequency]; }
    struct Covariance
    {
        double phase = 0, both = 0, frequency = 0;
    };
    // Without what all sources may be off alike, which no sample ever shows: of the mean path, to which each
    // adds its share (their sum is 1), or of the best known one, as long as others are new.
    [[nodiscard]] Covariance covariance(std::span<const double> shares) const;

private:
    static constexpr std::size_t Phase = 0;
    static constexpr std::size_t Frequency = 1;
    static constexpr std::size_t FirstPath = 2;

    [[nodiscard]] double &at(std::size_t row, std::size_t column)
    {
        return m_covariance[row * m_mean.size() + column];
    }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const
    {
        return m_covariance[row * m_mean.size() + column];
    }
    // Of variable `row` with what `source` shows.
    [[nodiscard]] double covarianceWith(std::size_t source, std::size_t row) const;
    [[nodiscard]] Covariance covarianceAlong(std::span<const double> shares) const;
    // A path's asymmetry is no constant for ever: a little of what is known of it is lost.
    void forgetPaths(double kept, std::span<const double> asymmetries);
    void resize(std::size_t size);

    std::vector<double>
        m_mean; // Phase, Frequency, and what each path adds; the latter only if there are several
    std::vector<double> m_covariance; // of these, row by row
    std::vector<double> m_shown;      // covariances with what is being learnt; kept for its room
};

} // namespace noonmark::engine
