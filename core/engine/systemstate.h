// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace noonmark::engine {

// What we say about our own time in every answer (RFC 5905, section 11.1).
struct SystemState
{
    std::uint8_t leap = 3;
    std::uint8_t stratum = 16;
    double rootDelay = 0;
    double rootDispersion = 0; // at `updated`
    std::uint32_t refid = protocol::refidFromText("INIT");
    NtpTimestamp reftime;
    Instant updated;
    std::array<double, 4> growth{}; // of the variance of our offset since then; all zero: not known

    // What we said has been growing older: by PHI per second (RFC 5905, section 11.1), or by three standard
    // deviations of what the oscillator has been seen to do, if that is less.
    [[nodiscard]] double rootDispersionAt(Instant now, double frequencyTolerance) const
    {
        const double age = std::max(0.0, (now - updated).toSeconds());
        const double worst = frequencyTolerance * age;
        if (growth[0] <= 0)
            return rootDispersion + worst;
        const double variance = growth[0] + age * (growth[1] + age * (growth[2] + age * growth[3]));
        return rootDispersion + std::min(worst, 3 * std::sqrt(std::max(0.0, variance)));
    }
};

} // namespace noonmark::engine
