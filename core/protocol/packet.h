// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>

namespace noonmark::protocol {

enum class Mode : std::uint8_t { Reserved, SymmetricActive, SymmetricPassive, Client, Server, Broadcast, Control, Private };

enum class Leap : std::uint8_t { None, InsertSecond, DeleteSecond, Unsynchronised };

inline constexpr std::size_t HeaderSize = 48;

// The NTPv4 header (RFC 5905, section 7.3), versions 1 to 4. Root delay and dispersion are kept in the wire's 16.16
// seconds so that decode and encode are exact inverses.
struct Packet
{
    Leap leap = Leap::None;
    std::uint8_t version = 4;
    Mode mode = Mode::Client;
    std::uint8_t stratum = 0;           // 0 on the wire means unspecified, or a kiss code in refid
    std::int8_t poll = 0;               // signed log2 s
    std::int8_t precision = 0;
    std::uint32_t rootDelay = 0;        // 16.16 s
    std::uint32_t rootDispersion = 0;   // 16.16 s
    std::uint32_t refid = 0;
    NtpTimestamp reference;
    NtpTimestamp origin;
    NtpTimestamp receive;
    NtpTimestamp transmit;

    friend bool operator==(const Packet &, const Packet &) = default;
};

// What follows the header: extension fields are skipped (RFC 7822), a MAC is reported but not verified here.
struct Decoded
{
    Decoded(std::span<const std::byte, HeaderSize> header, Bytes extensionFields, Bytes mac);

    Packet packet;
    Bytes extensions;
    Bytes mac;                          // key id and digest: 4, 20 or 24 bytes; empty if there is none
};

[[nodiscard]] Result<Decoded> decode(Bytes datagram);
// Of a datagram of any kind, NTP or mode 6; an empty one has the reserved mode.
[[nodiscard]] constexpr Mode modeOf(Bytes datagram)
{
    return datagram.empty() ? Mode::Reserved : static_cast<Mode>(std::to_integer<std::uint8_t>(datagram[0]) & 7);
}
// Writes HeaderSize bytes; the buffer must hold them.
void encode(const Packet &packet, MutableBytes datagram);

[[nodiscard]] double secondsFromShort(std::uint32_t value);
[[nodiscard]] std::uint32_t shortFromSeconds(double seconds);   // rounds up and saturates: never flatter than true

} // namespace noonmark::protocol
