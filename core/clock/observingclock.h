// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/clock/rawtime.h"

namespace noonmark::clock {

// The system clock as somebody else keeps it: read, served, never touched.
class ObservingClock final : public Clock
{
public:
    explicit ObservingClock(RawSource source = readRaw);

    [[nodiscard]] Now now() const override;
    [[nodiscard]] NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const override { return kernelStamp; }
    Result<void> setRate(double correction) override;
    Result<void> step(NtpDuration by) override;
    [[nodiscard]] bool steerable() const override { return false; }

private:
    RawSource m_source;
};

} // namespace noonmark::clock
