// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include <sys/timex.h>

// Stands in for clock_adjtime(2): Linux' rules (kernel/time/ntp.c and timekeeping.c) on numbers of its own.
class FakeKernel
{
public:
    static constexpr std::int64_t Nano = 1'000'000'000;

    int operator()(timex &request)
    {
        const int refused = check(request);
        if (refused != 0)
            return refused;
        const auto modes = static_cast<unsigned>(request.modes);
        const bool single = (modes & Singleshot) == Singleshot;
        if (single && (modes & ReadOnly) == 0)
            adjustment = request.offset;
        else if (!single)
            apply(request, modes);
        show(request);
        return (status & STA_UNSYNC) != 0 ? TIME_ERROR : TIME_OK;
    }

    // A second passes: what is left of a phase is taken off, whether or not the loop is on.
    void passSecond()
    {
        const std::int64_t chunk = offset / 4;
        offset -= chunk;
        const std::int64_t slewed = std::clamp<std::int64_t>(adjustment, -500, 500);
        adjustment -= slewed;
        time += Nano + chunk + slewed * 1000;
    }

    void passMidnight()
    {
        if ((status & STA_INS) != 0)
            time -= Nano;
        if ((status & STA_DEL) != 0)
            time += Nano;
    }

    int status = STA_UNSYNC;
    long tick = 10'000;
    long frequency = 0;
    std::int64_t offset = 0;     // ns that the loop has still to take off
    std::int64_t adjustment = 0; // us of an adjtime()
    long maxError = 16'000'000;
    long estimatedError = 16'000'000;
    int tai = 0;
    std::int64_t time = 1'900'000'000 * Nano;
    bool permitted = true;
    int writes = 0;

private:
    static constexpr unsigned Singleshot = 0x8000; // adjtime's own
    static constexpr unsigned ReadOnly = 0x2000;
    static constexpr int ReadOnlyStatus = STA_PPSSIGNAL | STA_PPSJITTER | STA_PPSWANDER | STA_PPSERROR | STA_CLOCKERR |
                                          STA_NANO | STA_MODE | STA_CLK;

    int check(const timex &request)
    {
        const auto modes = static_cast<unsigned>(request.modes);
        const bool single = (modes & Singleshot) != 0;
        if (single && (modes & 1) == 0)
            return -EINVAL;
        const bool writesAnything = single ? (modes & ReadOnly) == 0 : modes != 0;
        if (writesAnything && !permitted)
            return -EPERM;
        writes += writesAnything ? 1 : 0;
        if (single)
            return 0;
        if ((modes & ADJ_TICK) != 0 && (request.tick < 9000 || request.tick > 11'000))
            return -EINVAL;
        const std::int64_t limit = (modes & ADJ_NANO) != 0 ? Nano : 1'000'000;
        const bool setsTime = (modes & ADJ_SETOFFSET) != 0;
        if (setsTime && (request.time.tv_usec < 0 || request.time.tv_usec >= limit))
            return -EINVAL;
        if (setsTime && time + request.time.tv_sec * Nano < 0)
            return -EINVAL; // before 1970
        return 0;
    }

    void apply(const timex &request, unsigned modes)
    {
        if ((modes & ADJ_SETOFFSET) != 0) {
            time += request.time.tv_sec * Nano + request.time.tv_usec * ((modes & ADJ_NANO) != 0 ? 1 : 1000);
            offset = 0;
        }
        if ((modes & ADJ_STATUS) != 0)
            status = (status & ReadOnlyStatus) | (request.status & ~ReadOnlyStatus);
        if ((modes & ADJ_NANO) != 0)
            status |= STA_NANO;
        if ((modes & ADJ_FREQUENCY) != 0)
            frequency = std::clamp(request.freq, -32'768'000L, 32'768'000L);
        if ((modes & ADJ_MAXERROR) != 0)
            maxError = request.maxerror;
        if ((modes & ADJ_ESTERROR) != 0)
            estimatedError = request.esterror;
        if ((modes & ADJ_TAI) != 0)
            tai = static_cast<int>(request.constant);
        if ((modes & ADJ_OFFSET) != 0 && (status & STA_PLL) != 0)
            offset = std::clamp<std::int64_t>(request.offset * ((status & STA_NANO) != 0 ? 1 : 1000), -Nano / 2, Nano / 2);
        if ((modes & ADJ_TICK) != 0)
            tick = request.tick;
    }

    void show(timex &request) const
    {
        request.status = status;
        request.tick = tick;
        request.freq = frequency;
        request.offset = static_cast<long>((status & STA_NANO) != 0 ? offset : offset / 1000);
        request.maxerror = maxError;
        request.esterror = estimatedError;
        request.tai = tai;
        request.constant = 2;
    }
};
