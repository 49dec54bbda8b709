// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/systemclock.h"

#include "core/clock/kernelclock.h"
#include "core/clock/rawtime.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

namespace noonmark::clock {

namespace {

timespec read(clockid_t id)
{
    timespec value{};
    clock_gettime(id, &value);
    return value;
}

std::int64_t nanoseconds(const timespec &value)
{
    return std::int64_t{value.tv_sec} * 1'000'000'000 + value.tv_nsec;
}

// The engine decides on rate, phase and leaps: none of the kernel's own loops, and no leap second that somebody armed
// before us, which would be made once by the kernel and once by us.
constexpr int KernelsOwn = STA_PLL | STA_FLL | STA_PPSFREQ | STA_PPSTIME | STA_INS | STA_DEL | STA_FREQHOLD;

int withoutOwnWill(int status)
{
    return status & ~KernelsOwn;
}

} // namespace

int callKernel(timex &request)
{
    const int outcome = clock_adjtime(CLOCK_REALTIME, &request);
    return outcome >= 0 ? outcome : -errno;
}

RawReading readRaw()
{
    const timespec raw = read(CLOCK_MONOTONIC_RAW);
    const timespec system = read(CLOCK_REALTIME);
    return {Instant::fromNanoseconds(nanoseconds(raw)),
            NtpTimestamp::fromUnix(system.tv_sec, system.tv_nsec)};
}

NtpDuration timeAsleep()
{
    const std::int64_t awake = nanoseconds(read(CLOCK_MONOTONIC));
    return NtpDuration::nanoseconds(nanoseconds(read(CLOCK_BOOTTIME)) - awake);
}

std::optional<KernelLoop> readKernelLoop()
{
    constexpr double scaled = 65536; // ppm in the kernel's fixed point
    timex kernel{};
    if (clock_adjtime(CLOCK_REALTIME, &kernel) < 0)
        return std::nullopt;
    const double unit = (kernel.status & STA_NANO) != 0 ? 1e-9 : 1e-6;
    KernelLoop loop;
    loop.offset = static_cast<double>(kernel.offset) * unit;
    loop.frequency = static_cast<double>(kernel.freq) / scaled;
    loop.maxError = static_cast<double>(kernel.maxerror) * 1e-6;
    loop.estimatedError = static_cast<double>(kernel.esterror) * 1e-6;
    loop.status = static_cast<std::uint32_t>(kernel.status);
    loop.timeConstant = kernel.constant;
    loop.precision = static_cast<double>(kernel.precision) * 1e-6;
    loop.tolerance = static_cast<double>(kernel.tolerance) / scaled;
    loop.ppsFrequency = static_cast<double>(kernel.ppsfreq) / scaled;
    loop.ppsStability = static_cast<double>(kernel.stabil) / scaled;
    loop.ppsJitter = static_cast<double>(kernel.jitter) * unit;
    loop.ppsInterval = kernel.shift;
    loop.ppsCalibrations = kernel.calcnt;
    loop.ppsJitterExceeded = kernel.jitcnt;
    loop.ppsStabilityExceeded = kernel.stbcnt;
    loop.ppsErrors = kernel.errcnt;
    return loop;
}

bool SystemClock::permitted()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};
    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    return (data[CAP_TO_INDEX(CAP_SYS_TIME)].effective & CAP_TO_MASK(CAP_SYS_TIME)) != 0;
}

Now SystemClock::now() const
{
    const RawReading reading = readRaw();
    return {reading.raw, reading.system};
}

Result<void> SystemClock::setRate(double correction)
{
    if (!m_rate)
        if (const auto taken = takeOver(); !taken)
            return taken;
    timex request{};
    if (const auto read = adjust(request); !read)
        return read;
    const KernelRate rate = kernelRate(correction);
    request.modes = ADJ_FREQUENCY | ADJ_TICK | ADJ_STATUS;
    request.status = withoutOwnWill(request.status);
    request.freq = rate.frequency;
    request.tick = rate.tick;
    const auto done = adjust(request);
    if (done)
        m_rate = rate;
    return done;
}

Result<void> SystemClock::step(NtpDuration by)
{
    // Relative, so that no time passes between reading and setting.
    const KernelOffset offset = kernelOffset(by);
    timex request{};
    request.modes = ADJ_SETOFFSET | ADJ_NANO;
    request.time.tv_sec = static_cast<time_t>(offset.seconds);
    request.time.tv_usec = offset.nanoseconds;
    return adjust(request);
}

// adjtime(3), which the kernel carries out at 500 ppm.
Result<void> SystemClock::slewAlone(NtpDuration by)
{
    timex request{};
    request.modes = ADJ_OFFSET_SINGLESHOT;
    request.offset = std::lround(by.toSeconds() * 1e6);
    return adjust(request);
}

bool SystemClock::announce(const ClockState &state)
{
    // Without this the kernel calls the time unsynchronised after a while and leaves the hardware clock
    // alone.
    timex request{};
    if (m_kernel(request) < 0)
        return true;
    const bool contested = isSteeredByOthers(request);
    constexpr double worst = 16e6;
    const auto &error = state.maximumError;
    const bool knowsTai = state.taiMinusUtc && *state.taiMinusUtc != request.tai;
    request.modes = ADJ_STATUS | ADJ_MAXERROR | ADJ_ESTERROR;
    request.status = withoutOwnWill(request.status);
    request.status = error ? request.status & ~STA_UNSYNC : request.status | STA_UNSYNC;
    request.maxerror = std::lround(error ? std::clamp(*error * 1e6, 1.0, worst) : worst);
    request.esterror = request.maxerror;
    if (knowsTai) {
        request.modes |= ADJ_TAI;
        request.constant = *state.taiMinusUtc; // the one field serves two modes: never with ADJ_TIMECONST
    }
    if (contested) {
        request.modes |= ADJ_FREQUENCY | ADJ_TICK;
        request.freq = m_rate->frequency;
        request.tick = m_rate->tick;
    }
    static_cast<void>(adjust(request)); // the engine's next command meets the same obstacle and reports it
    if (contested)
        static_cast<void>(takeOver());
    return !contested;
}

// What another daemon left behind goes on by itself: the rest of an adjtime(), and of a phase that the kernel's loop
// takes off even while the loop is switched off.
Result<void> SystemClock::takeOver()
{
    timex slew{};
    slew.modes = ADJ_OFFSET_SINGLESHOT;
    if (const auto ended = adjust(slew); !ended)
        return ended;
    timex request{};
    if (const auto read = adjust(request); !read)
        return read;
    request.modes = ADJ_OFFSET | ADJ_STATUS | ADJ_NANO;
    request.offset = 0;
    request.status = withoutOwnWill(request.status) | STA_PLL; // without it the offset is not even looked at
    if (const auto ended = adjust(request); !ended)
        return ended;
    request.modes = ADJ_STATUS;
    request.status = withoutOwnWill(request.status);
    return adjust(request);
}

bool SystemClock::isSteeredByOthers(const timex &kernel) const
{
    constexpr long rounding = 2; // the kernel keeps the frequency in another unit
    if (!m_rate)
        return false;
    const bool slewing = (kernel.status & (STA_PLL | STA_FLL)) != 0 || kernel.offset != 0;
    return slewing || kernel.tick != m_rate->tick || std::labs(kernel.freq - m_rate->frequency) > rounding;
}

Result<void> SystemClock::adjust(timex &request) const
{
    const int outcome = m_kernel(request);
    if (outcome >= 0)
        return {}; // TIME_ERROR (5) only says "unsynchronised"
    if (outcome == -EPERM)
        return failed(Failure::NotPermitted, {"clock_adjtime"});
    return failed(Failure::System, {"clock_adjtime", std::strerror(-outcome)});
}

} // namespace noonmark::clock
