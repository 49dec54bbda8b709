// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LD_PRELOAD for a daemon that calls itself synchronised only after the kernel has taken its corrections: here they are
// taken at once and do nothing. No clock is touched. And between reading the clock and sending a moment passes, as on a cable:
// between two namespaces a packet takes less than its own stamps are off, and openntpd leaves a source alone for an hour
// whose delay seems negative.
#include <cstring>
#include <ctime>

#include <sys/time.h>
#include <sys/timex.h>

extern "C" {

int gettimeofday(timeval *now, void *) noexcept
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    now->tv_sec = time.tv_sec;
    now->tv_usec = time.tv_nsec / 1000;
    const timespec moment{0, 1'000'000};
    nanosleep(&moment, nullptr);
    return 0;
}

int adjtime(const timeval *, timeval *rest) noexcept
{
    if (rest != nullptr)
        *rest = {};
    return 0;
}

int settimeofday(const timeval *, const struct timezone *) noexcept
{
    return 0;
}

int clock_settime(clockid_t, const timespec *) noexcept
{
    return 0;
}

int adjtimex(timex *values) noexcept
{
    std::memset(values, 0, sizeof *values);
    return TIME_OK;
}

int ntp_adjtime(timex *values) noexcept
{
    return adjtimex(values);
}

int clock_adjtime(clockid_t, timex *values) noexcept
{
    return adjtimex(values);
}
}
