// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapsmear.h"

#include "core/engine/leapsecond.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace noonmark::engine {

namespace {

constexpr double Patience = 1; // s that the clock may need to make the leap

} // namespace

void LeapSmear::configure(const EngineConfig &config)
{
    m_interval = config.leapSmearInterval;
    m_leaps.clear();
    const auto &changes = config.leaps.changes;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const int more = changes[i].taiMinusUtc - changes[i - 1].taiMinusUtc;
        if (std::abs(more) != 1) // a list with a gap: nobody knows when those seconds were
            continue;
        // A second that is left out is never reached.
        const std::int64_t end = changes[i].at + std::min(0, more);
        m_leaps.push_back({NtpTimestamp() + NtpDuration::fromUnits(static_cast<std::int64_t>(
                                                static_cast<std::uint64_t>(end) << 32)),
                           more});
    }
}

std::optional<NtpDuration> LeapSmear::at(NtpTimestamp wall, std::uint8_t announced) const
{
    if (!isWanted())
        return std::nullopt;
    for (const Leap &leap : m_leaps) {
        const double left = (leap.end - wall).toSeconds();
        if (isNow(left) && !isMade(leap))
            return spread(leap.seconds, left);
    }
    const auto left = untilLeap(announced, wall);
    return left && isNow(*left) ? std::optional(spread(announced == 1 ? 1 : -1, *left)) : std::nullopt;
}

bool LeapSmear::isNow(double left) const
{
    return left <= m_interval && left >= -Patience;
}

NtpDuration LeapSmear::spread(int seconds, double left) const
{
    const double part = std::min(1.0, 1 - left / m_interval);
    return NtpDuration::seconds(-seconds * (1 - std::cos(std::numbers::pi * part)) / 2);
}

bool LeapSmear::isMade(const Leap &leap) const
{
    return m_stepped && (leap.end - *m_stepped).magnitude().toSeconds() < 2 * Patience;
}

std::uint32_t LeapSmear::refid(NtpDuration smear)
{
    constexpr std::uint32_t marker = 254U << 24;
    constexpr int fractionDropped = 10; // 32 bits to 22
    return marker | (static_cast<std::uint32_t>(smear.units() >> fractionDropped) & 0xffffff);
}

} // namespace noonmark::engine
