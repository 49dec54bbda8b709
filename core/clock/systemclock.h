// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/kernelloop.h"
#include "core/clock/clock.h"
#include "core/clock/kernelclock.h"

#include <functional>
#include <optional>
#include <utility>

struct timex;

namespace noonmark::clock {

// clock_adjtime(2) of CLOCK_REALTIME: what it returns, or -errno.
using KernelCall = std::function<int(timex &)>;
[[nodiscard]] int callKernel(timex &request);

// The clock of this machine, read and set. Every change needs CAP_SYS_TIME and fails with NotPermitted
// without it. Never a default: whoever builds one was asked to.
class SystemClock final : public Clock
{
public:
    explicit SystemClock(KernelCall kernel = callKernel)
        : m_kernel(std::move(kernel))
    {}

    [[nodiscard]] static bool permitted(); // this process holds CAP_SYS_TIME

    [[nodiscard]] Now now() const override;
    [[nodiscard]] NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const override { return kernelStamp; }
    Result<void> setRate(double correction) override;
    Result<void> step(NtpDuration by) override;
    Result<void> slewAlone(NtpDuration by) override;
    bool announce(const ClockState &state) override;
    [[nodiscard]] bool steerable() const override { return true; }

private:
    Result<void> adjust(timex &request) const;
    Result<void> takeOver();
    [[nodiscard]] bool isSteeredByOthers(const timex &kernel) const;

    KernelCall m_kernel;
    std::optional<KernelRate> m_rate; // what the kernel was told last
};

// The kernel's loop as anybody may read it; absent if this kernel does not tell.
[[nodiscard]] std::optional<KernelLoop> readKernelLoop();

} // namespace noonmark::clock
