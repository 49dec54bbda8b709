// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace noonmark::engine {

// What we say about our own time in every answer (RFC 5905, section 11.1).
struct SystemState
{
    std::uint8_t leap = 3;
    std::uint8_t stratum = 16;
    double rootDelay = 0;
    double rootDispersion = 0; // at `updated`; without `own` where that is known
    std::uint32_t refid = protocol::refidFromText("INIT");
    NtpTimestamp reftime;
    Instant updated;
    ErrorForecast own; // of our clock since then, as it was learnt
    double leastOwn = 0;
    double mostOwn = std::numeric_limits<double>::max();

    // What we said has been growing older: as the oscillator has been seen to behave, or, where nothing has
    // been learnt, by PHI per second (RFC 5905, section 11.1).
    [[nodiscard]] double rootDispersionAt(Instant now, double frequencyTolerance) const
    {
        if (own.known())
            return rootDispersion + std::clamp(own.at(now), leastOwn, std::max(leastOwn, mostOwn));
        return rootDispersion + frequencyTolerance * std::max(0.0, (now - updated).toSeconds());
    }
};

} // namespace noonmark::engine
