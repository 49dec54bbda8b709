// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/engine/leaptable.h"
#include "core/engine/observation.h"

#include <cstdint>
#include <optional>

namespace noonmark::engine {

// When an announced leap second takes place on our own clock. RFC 5905 lets servers announce it during the
// whole month, so the announcement alone does not say the day: it is the last second of the UTC month.
class LeapSchedule
{
public:
    // 1: a second will be inserted, 2: one will be left out, else none.
    void announce(std::uint8_t leap, NtpTimestamp wall);
    // Seconds until the clock must be stepped; negative if the moment was missed by a little, absent if
    // nothing is due today.
    [[nodiscard]] std::optional<double> due(NtpTimestamp wall) const;
    // -1 s for an inserted second, +1 s for a deleted one.
    [[nodiscard]] NtpDuration step() const { return NtpDuration::milliseconds(m_leap == 1 ? -1000 : 1000); }
    // Servers may go on announcing for a while what is already done. `wall`: what the clock read right before
    // it.
    void done(NtpTimestamp wall);
    [[nodiscard]] bool justDone(NtpTimestamp wall) const;
    // While the clock reads the same second again, the inserted one, the moment at which that began: TAI -
    // UTC has changed by then, though the date has not.
    [[nodiscard]] NtpTimestamp unrepeated(NtpTimestamp wall) const;

private:
    std::uint8_t m_leap = 0;
    std::optional<NtpTimestamp> m_done;
};

// Seconds until the announced leap second (1 or 2) at the end of this day; negative if the moment was missed by a
// little, absent if nothing is announced or this is not the last day of a month.
[[nodiscard]] std::optional<double> untilLeap(std::uint8_t leap, NtpTimestamp wall);

// What a leap-seconds file says of the day that follows: 0, 1 or 2, as announce() takes it. Absent: it has expired, or
// there is none, and servers are to be believed.
[[nodiscard]] std::optional<std::uint8_t> leapByTable(const LeapTable &table, NtpTimestamp wall);

// What mode 6 tells of it.
[[nodiscard]] LeapFacts factsOf(const LeapTable &table, NtpTimestamp wall);

// Whether servers may be believed that a leap second ends this day: the last one of June or of December. They have been
// seen to announce one that had just happened for a month more; a file may decree any day.
[[nodiscard]] bool isLeapSeason(NtpTimestamp wall);

// Whether the day that holds `wall` is the last of its month, and how many seconds of it have passed.
struct DayPosition
{
    bool lastOfMonth = false;
    bool lastOfHalfYear = false;
    double seconds = 0;
};
[[nodiscard]] DayPosition dayPosition(NtpTimestamp wall);

} // namespace noonmark::engine
