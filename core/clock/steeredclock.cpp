// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/steeredclock.h"

#include <algorithm>

namespace noonmark::clock {

namespace {

// A kernel stamp older than this, or from the future, was taken on the other side of somebody's step.
constexpr NtpDuration OldestStamp = NtpDuration::milliseconds(2000);
constexpr double MaxRate = 0.1;

} // namespace

SteeredClock::SteeredClock(RawSource source)
    : m_source(source)
{
    const RawReading reading = m_source();
    m_since = reading.raw;
    m_base = reading.system;
}

Now SteeredClock::now() const
{
    const Instant raw = m_source().raw;
    return {raw, wallAt(raw)};
}

NtpTimestamp SteeredClock::fromSystemTime(NtpTimestamp kernelStamp) const
{
    // The system clock is good enough to measure the stamp's age, microseconds as a rule, whatever its date.
    const RawReading reading = m_source();
    const NtpDuration age = reading.system - kernelStamp;
    const bool plausible = age >= NtpDuration() && age <= OldestStamp;
    return wallAt(plausible ? reading.raw - age : reading.raw);
}

Result<void> SteeredClock::setRate(double correction)
{
    const Now present = now();
    m_since = present.monotonic;
    m_base = present.wall;
    m_rate = std::clamp(correction, -MaxRate, MaxRate);
    return {};
}

Result<void> SteeredClock::step(NtpDuration by)
{
    m_base = m_base + by;
    return {};
}

NtpTimestamp SteeredClock::wallAt(Instant raw) const
{
    // The product alone is rounded: a year of nanoseconds does not fit into a double's 53 bits, its
    // correction does.
    const NtpDuration elapsed = raw - m_since;
    return m_base + elapsed + NtpDuration::seconds(elapsed.toSeconds() * m_rate);
}

} // namespace noonmark::clock
