// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <utility>

namespace noonmark::engine {

// What a clock is told to do, and what has come of it so far: the frequency, the phase that is still to be
// taken off, and how fast that happens. It decides nothing.
class Steering
{
public:
    static constexpr double MaxFrequency = 500e-6; // fraction; as the kernel's
    static constexpr double MaxSlew = 500e-6;
    static constexpr double MaxQuickSlew = 0.02; // at a start: a clock that is 50 ms off is right after 3 s
    static constexpr double QuickLimit =
        0.128; // s; more is stepped, or slewed gently where that is forbidden
    static constexpr double QuickWorth = 0.0005; // s; ntpd's FLOOR: below it there is no hurry

    explicit Steering(Instant now)
        : m_settled(now)
    {}

    [[nodiscard]] double frequency() const { return m_frequency; }
    [[nodiscard]] double phaseRate() const { return m_phaseRate; }
    [[nodiscard]] double rate() const { return m_frequency + m_phaseRate; }
    [[nodiscard]] double residual() const { return m_residual; }
    [[nodiscard]] Instant settled() const { return m_settled; } // up to here the residual is true

    void setFrequency(double frequency) { m_frequency = std::clamp(frequency, -MaxFrequency, MaxFrequency); }
    void setResidual(double seconds) { m_residual = seconds; }
    // Takes the residual off within `time`, as far as `limit` allows.
    void slew(double time, double limit) { m_phaseRate = std::clamp(m_residual / time, -limit, limit); }
    void stopSlewing() { m_phaseRate = 0; }
    void forgetPhase()
    {
        m_residual = 0;
        m_phaseRate = 0;
    }
    // Nothing was commanded until now.
    void restart(Instant now) { m_settled = now; }
    // The clock has obeyed until now; what it took off in these seconds leaves the residual.
    double settle(Instant now)
    {
        const double elapsed = std::max(0.0, (now - m_settled).toSeconds());
        m_settled = now;
        m_residual -= m_phaseRate * elapsed;
        m_slewed += m_phaseRate * elapsed;
        return elapsed;
    }
    // s of phase taken off since this was asked last.
    [[nodiscard]] double takeSlewed() { return std::exchange(m_slewed, 0.0); }

private:
    double m_frequency = 0; // fraction by which the clock runs faster than its oscillator
    double m_residual = 0;
    double m_phaseRate = 0;
    double m_slewed = 0;
    Instant m_settled;
};

} // namespace noonmark::engine
