// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frequencyfit.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

void FrequencyFit::add(double seconds, double phase, double noise)
{ // West's updates: plain sums of squares would cancel when the phase is large and its changes are small.
    const double weight = 1 / (noise * noise);
    ++m_count;
    m_weight += weight;
    const double timeStep = seconds - m_meanTime;
    const double phaseStep = phase - m_meanPhase;
    m_meanTime += timeStep * weight / m_weight;
    m_meanPhase += phaseStep * weight / m_weight;
    m_timeSquares += weight * timeStep * (seconds - m_meanTime);
    m_phaseSquares += weight * phaseStep * (phase - m_meanPhase);
    m_products += weight * timeStep * (phase - m_meanPhase);
}

std::optional<FrequencyFit::Line> FrequencyFit::line() const
{
    if (m_count < 3 || m_timeSquares <= 0)
        return std::nullopt;
    const double slope = m_products / m_timeSquares;
    const double residual = std::max(0.0, m_phaseSquares - slope * m_products);
    // More scatter than the points own up to means that they are worse than they say; less means nothing. And
    // of a line through three points the scatter says little: Student's correction, roughly.
    const auto freedom = static_cast<double>(m_count - 2);
    const double scatter = std::max(std::sqrt(residual / freedom), 1.0) * (1 + 2 / freedom);
    return Line{slope, scatter / std::sqrt(m_timeSquares)};
}

} // namespace noonmark::engine
