// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>

namespace noonmark::clock {

// What whoever else uses the clock should know of it.
struct ClockState
{
    std::optional<double> maximumError; // s; nothing = not synchronised
    std::optional<int> taiMinusUtc;     // s; nothing = no leap file tells
};

// The clock that an engine serves and, where it may, disciplines. One thread uses it. The engine never sees it: the
// driver reads it into `Now` and carries out the engine's ClockCommands on it.
class Clock
{
public:
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    [[nodiscard]] virtual Now now() const = 0;
    // What a kernel stamp of CLOCK_REALTIME, taken a moment ago, reads on this clock.
    [[nodiscard]] virtual NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const = 0;
    // Runs the clock faster than its oscillator by this fraction (1e-6 = 1 ppm) from now on; at most +-0.1.
    virtual Result<void> setRate(double correction) = 0;
    virtual Result<void> step(NtpDuration by) = 0;
    // Takes so much off slowly without anybody's help, also when this process is gone; only some clocks can.
    virtual Result<void> slewAlone(NtpDuration) { return failed(Failure::Unsupported, {"slewAlone"}); }
    // False: somebody else steers this clock, too, and undid what we told it; told anew now.
    virtual bool announce(const ClockState &) { return true; }
    // False for an observing clock: setRate() and step() fail with Failure::Unsupported and nothing is touched.
    [[nodiscard]] virtual bool steerable() const = 0;

protected:
    Clock() = default;
};

} // namespace noonmark::clock
