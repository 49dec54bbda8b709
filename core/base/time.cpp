// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <algorithm>

namespace noonmark {

NtpDuration NtpDuration::seconds(double value)
{   // Saturate: the value may come from a hostile packet, and an out-of-range conversion is undefined.
    constexpr double limit = 2147483647.0;
    if (std::isnan(value))
        return {};
    return fromUnits(static_cast<std::int64_t>(std::clamp(value, -limit, limit) * static_cast<double>(UnitsPerSecond)));
}

std::int64_t NtpTimestamp::toUnixNanoseconds(std::int64_t pivotUnixSeconds) const
{
    const NtpTimestamp pivot = fromUnix(pivotUnixSeconds, 0);
    return pivotUnixSeconds * 1'000'000'000 + (*this - pivot).toNanoseconds();
}

} // namespace noonmark
