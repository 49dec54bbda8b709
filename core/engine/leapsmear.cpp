// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapsmear.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace noonmark::engine {

namespace {

constexpr double Patience = 1; // s that the clock may need to make the leap

} // namespace

LeapSmear::LeapSmear(const EngineConfig &config)
    : m_interval(config.leapSmearInterval)
{
    const auto &changes = config.leaps.changes;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const int more = changes[i].taiMinusUtc - changes[i - 1].taiMinusUtc;
        // A second that is left out is never reached.
        const std::int64_t end = changes[i].at + std::min(0, more);
        m_leaps.push_back({NtpTimestamp() + NtpDuration::fromUnits(static_cast<std::int64_t>(
                                                static_cast<std::uint64_t>(end) << 32)),
                           more});
    }
}

std::optional<NtpDuration> LeapSmear::at(NtpTimestamp wall) const
{
    if (m_interval <= 0)
        return std::nullopt;
    for (const Leap &leap : m_leaps) {
        const double left = (leap.end - wall).toSeconds();
        if (left > m_interval || left < -Patience)
            continue;
        const double part = std::min(1.0, 1 - left / m_interval);
        return NtpDuration::seconds(-leap.seconds * (1 - std::cos(std::numbers::pi * part)) / 2);
    }
    return std::nullopt;
}

void LeapSmear::clockStepped(NtpTimestamp wall)
{
    std::erase_if(m_leaps, [wall](const Leap &leap) {
        return std::fabs((leap.end - wall).toSeconds()) < 2 * Patience;
    });
}

std::uint32_t LeapSmear::refid(NtpDuration smear)
{
    constexpr std::uint32_t marker = 254U << 24;
    constexpr int fractionDropped = 10; // 32 bits to 22
    return marker | (static_cast<std::uint32_t>(smear.units() >> fractionDropped) & 0xffffff);
}

} // namespace noonmark::engine
