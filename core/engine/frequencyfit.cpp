// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frequencyfit.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

void FrequencyFit::add(double seconds, double phase)
{ // Welford's updates: plain sums of squares would cancel when the phase is large and its changes are small.
    ++m_count;
    const double n = static_cast<double>(m_count);
    const double timeStep = seconds - m_meanTime;
    const double phaseStep = phase - m_meanPhase;
    m_meanTime += timeStep / n;
    m_meanPhase += phaseStep / n;
    m_timeSquares += timeStep * (seconds - m_meanTime);
    m_phaseSquares += phaseStep * (phase - m_meanPhase);
    m_products += timeStep * (phase - m_meanPhase);
}

std::optional<FrequencyFit::Line> FrequencyFit::line(double noise) const
{
    if (m_count < 3 || m_timeSquares <= 0)
        return std::nullopt;
    const double slope = m_products / m_timeSquares;
    const double residual = std::max(0.0, m_phaseSquares - slope * m_products);
    const double scatter = std::sqrt(residual / static_cast<double>(m_count - 2));
    return Line{slope, std::max(scatter, noise) / std::sqrt(m_timeSquares)};
}

} // namespace noonmark::engine
