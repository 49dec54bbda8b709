// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/kernelloop.h"
#include "core/clock/clock.h"

#include <optional>

namespace noonmark::clock {

// The clock of this machine, read and set. Every change needs CAP_SYS_TIME and fails with NotPermitted
// without it. Never a default: whoever builds one was asked to.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] static bool permitted(); // this process holds CAP_SYS_TIME

    [[nodiscard]] Now now() const override;
    [[nodiscard]] NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const override { return kernelStamp; }
    Result<void> setRate(double correction) override;
    Result<void> step(NtpDuration by) override;
    void announce(std::optional<double> maximumError) override;
    [[nodiscard]] bool steerable() const override { return true; }
};

// The kernel's loop as anybody may read it; absent if this kernel does not tell.
[[nodiscard]] std::optional<KernelLoop> readKernelLoop();

} // namespace noonmark::clock
