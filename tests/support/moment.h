// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace noonmark {

// 2027-03-01 00:00:00 UTC.
inline NtpTimestamp ordinaryDay()
{
    return NtpTimestamp::fromUnix(1'803'859'200, 0);
}

// So many seconds into it.
inline Now momentAt(double seconds)
{
    const auto elapsed = NtpDuration::seconds(seconds);
    return {Instant() + elapsed, ordinaryDay() + elapsed};
}

} // namespace noonmark
