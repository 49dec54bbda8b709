// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace noonmark {

// A signed length of time in NTP units of 2^-32 s (RFC 5905, section 6): 232.8 ps, at most +-68 years.
// Every difference of two times in this program is one of these.
class NtpDuration
{
public:
    constexpr NtpDuration() = default;
    static constexpr NtpDuration fromUnits(std::int64_t units) { return NtpDuration(units); }
    static constexpr NtpDuration nanoseconds(std::int64_t value)
    {   // Split first: value * 2^32 would overflow after 2.1 s.
        const std::int64_t whole = value / 1'000'000'000;
        const std::int64_t rest = value % 1'000'000'000;
        return NtpDuration(whole * UnitsPerSecond + rest * UnitsPerSecond / 1'000'000'000);
    }
    static constexpr NtpDuration milliseconds(std::int64_t value) { return nanoseconds(value * 1'000'000); }
    static NtpDuration seconds(double value);

    [[nodiscard]] constexpr std::int64_t units() const { return m_units; }
    [[nodiscard]] constexpr double toSeconds() const { return static_cast<double>(m_units) / UnitsPerSecond; }
    [[nodiscard]] constexpr std::int64_t toNanoseconds() const
    {
        const std::int64_t whole = m_units / UnitsPerSecond;
        const std::int64_t rest = m_units % UnitsPerSecond;
        return whole * 1'000'000'000 + rest * 1'000'000'000 / UnitsPerSecond;
    }
    [[nodiscard]] constexpr NtpDuration magnitude() const { return m_units < 0 ? -*this : *this; }

    // Half an era back has no counterpart: its negative is the longest there is.
    constexpr NtpDuration operator-() const
    {
        constexpr auto limits = std::numeric_limits<std::int64_t>();
        return NtpDuration(m_units == limits.min() ? limits.max() : -m_units);
    }
    constexpr NtpDuration &operator+=(NtpDuration other) { m_units += other.m_units; return *this; }
    constexpr NtpDuration &operator-=(NtpDuration other) { m_units -= other.m_units; return *this; }
    friend constexpr NtpDuration operator+(NtpDuration a, NtpDuration b) { return a += b; }
    friend constexpr NtpDuration operator-(NtpDuration a, NtpDuration b) { return a -= b; }
    friend constexpr NtpDuration operator/(NtpDuration a, std::int64_t b) { return NtpDuration(a.m_units / b); }
    friend constexpr auto operator<=>(NtpDuration, NtpDuration) = default;

private:
    static constexpr std::int64_t UnitsPerSecond = std::int64_t{1} << 32;
    explicit constexpr NtpDuration(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

// Seconds and fraction since 1900-01-01 00:00 UTC, modulo 2^32 s: what a packet carries (RFC 5905, section 6).
// There is no order between two of them, because eras wrap in 2036: subtract, and look at the sign.
class NtpTimestamp
{
public:
    static constexpr std::int64_t UnixEpoch = 2'208'988'800;   // 1970-01-01 in NTP seconds of era 0

    constexpr NtpTimestamp() = default;
    static constexpr NtpTimestamp fromUnits(std::uint64_t units) { return NtpTimestamp(units); }
    static constexpr NtpTimestamp fromUnix(std::int64_t seconds, std::int64_t nanoseconds)
    {
        const auto whole = static_cast<std::uint64_t>(seconds + UnixEpoch) << 32;
        return NtpTimestamp(whole) + NtpDuration::nanoseconds(nanoseconds);
    }

    [[nodiscard]] constexpr std::uint64_t units() const { return m_units; }
    // Zero means "unknown", it is not a date.
    [[nodiscard]] constexpr bool isZero() const { return m_units == 0; }
    // Nanoseconds since 1970 of the date nearest to `pivotUnixSeconds`: only for logs and displays.
    [[nodiscard]] std::int64_t toUnixNanoseconds(std::int64_t pivotUnixSeconds) const;

    friend constexpr NtpDuration operator-(NtpTimestamp a, NtpTimestamp b)
    {   // Eras wrap; the nearer interpretation is the right one (RFC 5905, section 6).
        return NtpDuration::fromUnits(static_cast<std::int64_t>(a.m_units - b.m_units));
    }
    friend constexpr NtpTimestamp operator+(NtpTimestamp a, NtpDuration b)
    {
        return NtpTimestamp(a.m_units + static_cast<std::uint64_t>(b.units()));
    }
    friend constexpr NtpTimestamp operator-(NtpTimestamp a, NtpDuration b) { return a + -b; }
    friend constexpr bool operator==(NtpTimestamp, NtpTimestamp) = default;

private:
    explicit constexpr NtpTimestamp(std::uint64_t units) : m_units(units) {}
    std::uint64_t m_units = 0;
};

// A reading of a clock that nobody sets: nanoseconds since some start. Deadlines and ages are made of these.
class Instant
{
public:
    constexpr Instant() = default;
    static constexpr Instant fromNanoseconds(std::int64_t value) { return Instant(value); }
    [[nodiscard]] constexpr std::int64_t nanoseconds() const { return m_nanoseconds; }

    friend constexpr NtpDuration operator-(Instant a, Instant b)
    {
        return NtpDuration::nanoseconds(a.m_nanoseconds - b.m_nanoseconds);
    }
    friend constexpr Instant operator+(Instant a, NtpDuration b) { return Instant(a.m_nanoseconds + b.toNanoseconds()); }
    friend constexpr Instant operator-(Instant a, NtpDuration b) { return a + -b; }
    friend constexpr auto operator<=>(Instant, Instant) = default;

private:
    explicit constexpr Instant(std::int64_t value) : m_nanoseconds(value) {}
    std::int64_t m_nanoseconds = 0;
};

// Both faces of one moment: `monotonic` orders and measures, `wall` is the time we serve (the disciplined clock).
struct Now
{
    Instant monotonic;
    NtpTimestamp wall;
};

} // namespace noonmark
