// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace noonmark {

// What the kernel tells of its own clock loop: ntpq's `kerninfo`. Seconds, and ppm.
struct KernelLoop
{
    double offset = 0;
    double frequency = 0;
    double maxError = 0;
    double estimatedError = 0;
    std::uint32_t status = 0; // the STA_ bits of timex
    long timeConstant = 0;
    double precision = 0;
    double tolerance = 0;
    double ppsFrequency = 0;
    double ppsStability = 0;
    double ppsJitter = 0;
    long ppsInterval = 0; // log2 s
    long ppsCalibrations = 0;
    long ppsJitterExceeded = 0;
    long ppsStabilityExceeded = 0;
    long ppsErrors = 0;

    friend bool operator==(const KernelLoop &, const KernelLoop &) = default;
};

} // namespace noonmark
