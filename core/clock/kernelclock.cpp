// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/kernelclock.h"

#include <algorithm>
#include <cmath>

namespace noonmark::clock {

namespace {

constexpr double PpmPerTick = 100;   // one microsecond in 10 000
constexpr double MaxFrequency = 500; // ppm; the kernel clamps silently beyond
constexpr double MaxCorrection = 0.1;
constexpr std::int64_t Nano = 1'000'000'000;

} // namespace

KernelRate kernelRate(double correction)
{
    // The frequency alone reaches 500 ppm and moves smoothly; the tick is coarse and helps only beyond.
    const double ppm = std::clamp(correction, -MaxCorrection, MaxCorrection) * 1e6;
    const double ticks = std::abs(ppm) <= MaxFrequency ? 0 : std::round(ppm / PpmPerTick);
    return {10'000 + std::lround(ticks), std::lround((ppm - ticks * PpmPerTick) * 65536.0)};
}

KernelOffset kernelOffset(NtpDuration by)
{
    const std::int64_t total = by.toNanoseconds();
    std::int64_t seconds = total / Nano;
    std::int64_t rest = total % Nano;
    if (rest < 0) {
        --seconds;
        rest += Nano;
    }
    return {seconds, static_cast<long>(rest)};
}

} // namespace noonmark::clock
