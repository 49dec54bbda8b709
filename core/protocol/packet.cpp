// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/packet.h"

#include <limits>
#include <optional>

namespace noonmark::protocol {

namespace {

constexpr std::size_t SmallestExtension = 16; // RFC 7822, section 3
constexpr std::size_t LongestMac = 24;        // key id and SHA-1
constexpr std::size_t MsSntpTail = 72;        // extended authenticator of a Windows domain member, version 3

using Header = std::span<const std::byte, HeaderSize>;

// Written so that the compiler makes one load of it: every request passes here.
std::uint32_t wordAt(Header header, std::size_t at)
{
    const auto octet = [&](std::size_t i) { return std::to_integer<std::uint32_t>(header[at + i]); };
    return octet(0) << 24 | octet(1) << 16 | octet(2) << 8 | octet(3);
}

NtpTimestamp stampAt(Header header, std::size_t at)
{
    return NtpTimestamp::fromUnits(std::uint64_t{wordAt(header, at)} << 32 | wordAt(header, at + 4));
}

using MutableHeader = std::span<std::byte, HeaderSize>;

void putWord(MutableHeader header, std::size_t at, std::uint32_t value)
{
    header[at] = static_cast<std::byte>(value >> 24);
    header[at + 1] = static_cast<std::byte>(value >> 16);
    header[at + 2] = static_cast<std::byte>(value >> 8);
    header[at + 3] = static_cast<std::byte>(value);
}

void putStamp(MutableHeader header, std::size_t at, NtpTimestamp stamp)
{
    putWord(header, at, static_cast<std::uint32_t>(stamp.units() >> 32));
    putWord(header, at + 4, static_cast<std::uint32_t>(stamp.units()));
}

std::uint8_t versionOf(Header header)
{
    return std::to_integer<std::uint8_t>(header[0]) >> 3 & 7;
}

Packet packetOf(Header header)
{
    const auto octet = [&](std::size_t at) { return std::to_integer<std::uint8_t>(header[at]); };
    return {.leap = static_cast<Leap>(octet(0) >> 6),
            .version = versionOf(header),
            .mode = static_cast<Mode>(octet(0) & 7),
            .stratum = octet(1),
            .poll = static_cast<std::int8_t>(octet(2)),
            .precision = static_cast<std::int8_t>(octet(3)),
            .rootDelay = wordAt(header, 4),
            .rootDispersion = wordAt(header, 8),
            .refid = wordAt(header, 12),
            .reference = stampAt(header, 16),
            .origin = stampAt(header, 24),
            .receive = stampAt(header, 32),
            .transmit = stampAt(header, 40)};
}

bool isMacLength(std::size_t length)
{
    return length == 4 || length == 20 || length == LongestMac;
}

// SHA-256, -384 and -512 uncut: only before version 4, where nothing else may stand behind the header.
bool isLongMacLength(std::size_t length)
{
    return length == 36 || length == 52 || length == 68;
}

// The length of the extension fields in the tail, or nothing if the tail is neither fields, nor a MAC, nor
// both. What is too short for a field (RFC 7822 wants 28 octets of a last field without MAC) must have a
// MAC's exact length: answering odd tails is how a server becomes a crypto-NAK reflector.
std::optional<std::size_t> extensionsLength(Bytes tail, std::uint8_t version)
{
    if (version == 3 && tail.size() == MsSntpTail)
        return tail.size();
    if (version < 4 && isLongMacLength(tail.size()))
        return 0;
    std::size_t used = 0;
    while (tail.size() - used > LongestMac) {
        if (version < 4)
            return std::nullopt;
        ByteReader field(tail.subspan(used));
        field.u16();
        const std::size_t length = field.u16();
        if (length < SmallestExtension || length % 4 != 0 || length > tail.size() - used)
            return std::nullopt;
        used += length;
    }
    const std::size_t rest = tail.size() - used;
    if (rest != 0 && !isMacLength(rest))
        return std::nullopt;
    return used;
}

} // namespace

Decoded::Decoded(Header header, Bytes extensionFields, Bytes macField)
    : packet(packetOf(header))
    , extensions(extensionFields)
    , mac(macField)
{}

// The packet is made in its place: to copy one whose fields were written a moment ago makes the processor wait for each
// of them, a fifth of what an answer takes.
Result<Decoded> decode(Bytes datagram)
{
    if (datagram.size() < HeaderSize)
        return failed(Failure::Malformed, {"length"});
    const auto header = datagram.first<HeaderSize>();
    const std::uint8_t version = versionOf(header);
    const Bytes tail = datagram.subspan(HeaderSize);
    const bool isKnown = version >= 1 && version <= 4;
    const auto extensions = isKnown ? extensionsLength(tail, version) : std::nullopt;
    if (!extensions)
        return failed(Failure::Malformed, {isKnown ? "length" : "version"});
    return Result<Decoded>(tl::in_place, header, tail.first(*extensions), tail.subspan(*extensions));
}

void encode(const Packet &packet, MutableBytes datagram)
{
    if (datagram.size() < HeaderSize)
        return;
    const auto header = datagram.first<HeaderSize>();
    const unsigned leap = static_cast<unsigned>(packet.leap) & 3;
    const unsigned mode = static_cast<unsigned>(packet.mode) & 7;
    header[0] = static_cast<std::byte>(leap << 6 | (packet.version & 7U) << 3 | mode);
    header[1] = static_cast<std::byte>(packet.stratum);
    header[2] = static_cast<std::byte>(packet.poll);
    header[3] = static_cast<std::byte>(packet.precision);
    putWord(header, 4, packet.rootDelay);
    putWord(header, 8, packet.rootDispersion);
    putWord(header, 12, packet.refid);
    putStamp(header, 16, packet.reference);
    putStamp(header, 24, packet.origin);
    putStamp(header, 32, packet.receive);
    putStamp(header, 40, packet.transmit);
}

double secondsFromShort(std::uint32_t value)
{
    return static_cast<double>(value) / 65536.0;
}

std::uint32_t shortFromSeconds(double seconds)
{
    constexpr auto largest = std::numeric_limits<std::uint32_t>::max();
    const double units = seconds * 65536.0;
    if (units <= 0)
        return 0;
    if (!(units < static_cast<double>(largest))) // not a number is neither
        return largest;
    const auto whole = static_cast<std::uint32_t>(units);
    return whole + (static_cast<double>(whole) < units ? 1U : 0U); // std::ceil() would be a call
}

} // namespace noonmark::protocol
