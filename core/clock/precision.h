// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"

namespace noonmark::clock {

// The precision field of our packets (RFC 5905, section 7.3): log2 of the seconds that one reading takes or
// of the clock's grain, whichever is coarser.
[[nodiscard]] int measurePrecision(const Clock &clock);

} // namespace noonmark::clock
