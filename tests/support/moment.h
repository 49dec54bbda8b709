// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace noonmark {

// So many seconds into 2027-03-01, an ordinary day.
inline Now momentAt(double seconds)
{
    const auto elapsed = NtpDuration::seconds(seconds);
    return {Instant() + elapsed, NtpTimestamp::fromUnix(1'803'859'200, 0) + elapsed};
}

} // namespace noonmark
