// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapsecond.h"

#include <chrono>

namespace noonmark::engine {

namespace {

constexpr std::int64_t SecondsPerDay = 86400;
constexpr std::int64_t Pivot = 2'000'000'000; // 2033: dates from 1965 to 2101 unfold rightly
constexpr double QuietAfterLeap = SecondsPerDay / 2.0;
constexpr std::int64_t LastChance = 3; // s; a moment just missed is still ours
constexpr double Grace = 2; // s; later than this the moment is gone

} // namespace

DayPosition dayPosition(NtpTimestamp wall)
{
    using namespace std::chrono;
    const sys_time<nanoseconds> moment{nanoseconds(wall.toUnixNanoseconds(Pivot))};
    const auto today = floor<days>(moment);
    const year_month_day next(today + days(1));
    const bool isLast = next.day() == day(1);
    const bool endsHalf = isLast && (next.month() == January || next.month() == July);
    return {isLast, endsHalf, duration<double>(moment - today).count()};
}

bool isLeapSeason(NtpTimestamp wall)
{
    return dayPosition(wall - NtpDuration::milliseconds(LastChance * 1000)).lastOfHalfYear;
}

std::optional<std::uint8_t> leapByTable(const LeapTable &table, NtpTimestamp wall)
{
    const std::int64_t now = wall.toUnixNanoseconds(Pivot) / 1'000'000'000 + NtpTimestamp::UnixEpoch;
    if (table.expires <= now)
        return std::nullopt;
    for (std::size_t i = 1; i < table.changes.size(); ++i) {
        const std::int64_t left = table.changes[i].at - now;
        const int more = table.changes[i].taiMinusUtc - table.changes[i - 1].taiMinusUtc;
        if (more != 0 && left > -LastChance && left <= SecondsPerDay)
            return more > 0 ? std::uint8_t{1} : std::uint8_t{2};
    }
    return std::uint8_t{0};
}

LeapFacts factsOf(const LeapTable &table, NtpTimestamp wall)
{
    LeapFacts facts;
    if (table.expires == 0)
        return facts;
    const std::int64_t now = wall.toUnixNanoseconds(Pivot) / 1'000'000'000 + NtpTimestamp::UnixEpoch;
    facts.expires = table.expires - NtpTimestamp::UnixEpoch;
    for (const LeapTable::Change &change : table.changes) {
        const bool isPast = change.at <= now;
        if (isPast)
            facts.taiMinusUtc = change.taiMinusUtc;
        if (isPast || facts.last <= now - NtpTimestamp::UnixEpoch)
            facts.last = change.at - NtpTimestamp::UnixEpoch;
    }
    return facts;
}

std::optional<double> untilLeap(std::uint8_t leap, NtpTimestamp wall)
{
    if (leap != 1 && leap != 2)
        return std::nullopt;
    // Seen from two seconds ago, a moment just missed still belongs to the day that ends with it.
    const DayPosition position = dayPosition(wall - NtpDuration::seconds(Grace));
    if (!position.lastOfMonth)
        return std::nullopt;
    const double end = static_cast<double>(SecondsPerDay) - (leap == 2 ? 1 : 0);
    return end - (position.seconds + Grace);
}

void LeapSchedule::announce(std::uint8_t leap, NtpTimestamp wall)
{
    const std::uint8_t before = m_leap;
    m_leap = leap == 1 || leap == 2 ? leap : std::uint8_t{0};
    const auto left = due(wall);
    if (m_leap != before && left && *left <= 0)
        m_leap = 0; // heard of only after it happened: whoever set our clock has counted it already
}

std::optional<double> LeapSchedule::due(NtpTimestamp wall) const
{
    return justDone(wall) ? std::nullopt : untilLeap(m_leap, wall);
}

void LeapSchedule::done(NtpTimestamp wall)
{
    m_done = wall;
    m_leap = 0;
}

bool LeapSchedule::justDone(NtpTimestamp wall) const
{
    return m_done && (wall - *m_done).magnitude().toSeconds() < QuietAfterLeap;
}

NtpTimestamp LeapSchedule::unrepeated(NtpTimestamp wall) const
{
    const double before = m_done ? (*m_done - wall).toSeconds() : 0;
    return before > 0 && before < Grace ? *m_done : wall;
}

} // namespace noonmark::engine
