// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/engine/engineconfig.h"

#include <cstdint>
#include <optional>

namespace noonmark::engine {

// A leap second spread over the seconds before it (`leapsmearinterval`), for clients that cannot bear one:
// they are served a time that runs slower, and get to the right one when everybody else makes the leap. Our
// own clock knows nothing of it.
class LeapSmear
{
public:
    explicit LeapSmear(const EngineConfig &config) { configure(config); }

    // A leap that the clock has made stays made.
    void configure(const EngineConfig &config);
    // Clients are never told of a leap second, before the interval either: they would make it, too.
    [[nodiscard]] bool isWanted() const { return m_interval > 0; }
    // What is to be added to the time that we serve; nothing outside of the interval. `announced`: what we know of
    // without a table (1 or 2, of the last day of a month).
    [[nodiscard]] std::optional<NtpDuration> at(NtpTimestamp wall, std::uint8_t announced = 0) const;
    // The clock has made the leap: what was spread is over.
    void clockStepped(NtpTimestamp wall) { m_stepped = wall; }
    // 254.x.y.z tells those who look by how much: a binary fraction of 22 bits.
    [[nodiscard]] static std::uint32_t refid(NtpDuration smear);

private:
    struct Leap
    {
        NtpTimestamp end; // on a clock that has not made it yet
        int seconds = 0;  // 1: one more
    };

    [[nodiscard]] bool isNow(double left) const;
    [[nodiscard]] bool isMade(const Leap &leap) const;
    [[nodiscard]] NtpDuration spread(int seconds, double left) const;

    double m_interval = 0;
    std::vector<Leap> m_leaps;
    std::optional<NtpTimestamp> m_stepped; // last
};

} // namespace noonmark::engine
