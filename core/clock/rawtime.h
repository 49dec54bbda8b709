// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

// The only door to the kernel's clocks: everything else gets its time from a Clock. Implemented in
// systemclock.cpp, the one file of the core that may ask.
namespace noonmark::clock {

// One moment on two clocks: the bare oscillator (CLOCK_MONOTONIC_RAW, which nobody steers) and
// CLOCK_REALTIME.
struct RawReading
{
    Instant raw;
    NtpTimestamp system;
};

using RawSource = RawReading (*)();

[[nodiscard]] RawReading readRaw();

// How long this machine has been suspended since it started: the oscillator's count does not hold those
// stretches.
[[nodiscard]] NtpDuration timeAsleep();

} // namespace noonmark::clock
