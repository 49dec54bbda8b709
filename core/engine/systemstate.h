// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/protocol/refid.h"

#include <algorithm>
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

    // What we said has been growing older: PHI per second (RFC 5905, section 11.1).
    [[nodiscard]] double rootDispersionAt(Instant now, double frequencyTolerance) const
    {
        return rootDispersion + frequencyTolerance * std::max(0.0, (now - updated).toSeconds());
    }
};

} // namespace noonmark::engine
