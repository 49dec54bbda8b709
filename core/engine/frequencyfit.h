// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace noonmark::engine {

// A straight line through (time, phase of the uncorrected clock), each point weighted by its own noise: the
// slope is the oscillator's frequency error. Running sums, so any number of points costs the same.
class FrequencyFit
{
public:
    struct Line
    {
        double slope = 0;
        double deviation = 0; // one standard deviation of the slope
    };

    // `noise` is one standard deviation of the phase.
    void add(double seconds, double phase, double noise);
    void clear() { *this = FrequencyFit(); }
    // Needs three points.
    [[nodiscard]] std::optional<Line> line() const;

private:
    std::size_t m_count = 0;
    double m_weight = 0;
    double m_meanTime = 0;
    double m_meanPhase = 0;
    double m_timeSquares = 0;
    double m_phaseSquares = 0;
    double m_products = 0;
};

} // namespace noonmark::engine
