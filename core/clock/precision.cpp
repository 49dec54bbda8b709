// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/precision.h"

#include <algorithm>
#include <cmath>

namespace noonmark::clock {

int measurePrecision(const Clock &clock)
{
    constexpr int readings = 200;
    constexpr int finest = -30;
    constexpr int coarsest = -6;
    NtpDuration smallest = NtpDuration::milliseconds(1000);
    NtpTimestamp previous = clock.now().wall;
    for (int i = 0; i < readings; ++i) {
        const NtpTimestamp next = clock.now().wall;
        const NtpDuration difference = next - previous;
        if (difference > NtpDuration())
            smallest = std::min(smallest, difference);
        previous = next;
    }
    const int log2 = static_cast<int>(std::ceil(std::log2(smallest.toSeconds())));
    return std::clamp(log2, finest, coarsest);
}

} // namespace noonmark::clock
