// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>

// How Linux wants its clock told: the arithmetic of clock_adjtime(2), apart from the call so that it can be
// tested on a machine whose clock must not be touched.
namespace noonmark::clock {

// `tick` microseconds per 1/100 s and `frequency` in ppm * 2^16.
struct KernelRate
{
    long tick = 10'000;
    long frequency = 0;

    friend bool operator==(const KernelRate &, const KernelRate &) = default;
};

// The kernel's offset for ADJ_SETOFFSET with ADJ_NANO: nanoseconds are never negative, -0.25 s is -1 s and
// 750 000 000 ns.
struct KernelOffset
{
    std::int64_t seconds = 0;
    long nanoseconds = 0;

    friend bool operator==(const KernelOffset &, const KernelOffset &) = default;
};

[[nodiscard]] KernelRate kernelRate(double correction);
[[nodiscard]] KernelOffset kernelOffset(NtpDuration by);

} // namespace noonmark::clock
