// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/clock/rawtime.h"

namespace noonmark::clock {

// A disciplined time of our own: starts at the system's time, then runs on the bare oscillator with the rate
// and the steps that the engine commands. The system clock is neither touched nor trusted, so no privilege is
// needed and somebody else's steps do no harm.
class SteeredClock final : public Clock
{
public:
    explicit SteeredClock(RawSource source = readRaw);

    [[nodiscard]] Now now() const override;
    [[nodiscard]] NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const override;
    Result<void> setRate(double correction) override;
    Result<void> step(NtpDuration by) override;
    [[nodiscard]] bool steerable() const override { return true; }

private:
    [[nodiscard]] NtpTimestamp wallAt(Instant raw) const;

    RawSource m_source;
    Instant m_since;     // where the present rate began,
    NtpTimestamp m_base; // and what we read there
    double m_rate = 0;
};

} // namespace noonmark::clock
