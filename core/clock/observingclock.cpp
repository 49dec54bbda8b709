// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/observingclock.h"

namespace noonmark::clock {

ObservingClock::ObservingClock(RawSource source)
    : m_source(source)
{}

Now ObservingClock::now() const
{
    const RawReading reading = m_source();
    return {reading.raw, reading.system};
}

Result<void> ObservingClock::setRate(double)
{
    return failed(Failure::Unsupported, {"setRate"});
}

Result<void> ObservingClock::step(NtpDuration)
{
    return failed(Failure::Unsupported, {"step"});
}

} // namespace noonmark::clock
