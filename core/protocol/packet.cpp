// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/packet.h"

#include <cmath>
#include <limits>
#include <optional>

namespace noonmark::protocol {

namespace {

constexpr std::size_t SmallestExtension = 16; // RFC 7822, section 3
constexpr std::size_t LongestMac = 24;        // key id and SHA-1
constexpr std::size_t MsSntpTail = 72;        // extended authenticator of a Windows domain member, version 3

Packet readHeader(ByteReader &reader)
{
    Packet packet;
    const std::uint8_t first = reader.u8();
    packet.leap = static_cast<Leap>(first >> 6);
    packet.version = static_cast<std::uint8_t>(first >> 3 & 7);
    packet.mode = static_cast<Mode>(first & 7);
    packet.stratum = reader.u8();
    packet.poll = static_cast<std::int8_t>(reader.u8());
    packet.precision = static_cast<std::int8_t>(reader.u8());
    packet.rootDelay = reader.u32();
    packet.rootDispersion = reader.u32();
    packet.refid = reader.u32();
    packet.reference = NtpTimestamp::fromUnits(reader.u64());
    packet.origin = NtpTimestamp::fromUnits(reader.u64());
    packet.receive = NtpTimestamp::fromUnits(reader.u64());
    packet.transmit = NtpTimestamp::fromUnits(reader.u64());
    return packet;
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

Result<Decoded> decode(Bytes datagram)
{
    if (datagram.size() < HeaderSize)
        return failed(Failure::Malformed, {"length"});
    ByteReader reader(datagram);
    Decoded decoded;
    decoded.packet = readHeader(reader);
    if (decoded.packet.version < 1 || decoded.packet.version > 4)
        return failed(Failure::Malformed, {"version"});
    const Bytes tail = reader.rest();
    const auto extensions = extensionsLength(tail, decoded.packet.version);
    if (!extensions)
        return failed(Failure::Malformed, {"length"});
    decoded.extensions = tail.first(*extensions);
    decoded.mac = tail.subspan(*extensions);
    return decoded;
}

void encode(const Packet &packet, MutableBytes datagram)
{
    ByteWriter writer(datagram);
    const unsigned leap = static_cast<unsigned>(packet.leap) & 3;
    const unsigned mode = static_cast<unsigned>(packet.mode) & 7;
    writer.u8(static_cast<std::uint8_t>(leap << 6 | (packet.version & 7U) << 3 | mode));
    writer.u8(packet.stratum);
    writer.u8(static_cast<std::uint8_t>(packet.poll));
    writer.u8(static_cast<std::uint8_t>(packet.precision));
    writer.u32(packet.rootDelay);
    writer.u32(packet.rootDispersion);
    writer.u32(packet.refid);
    writer.u64(packet.reference.units());
    writer.u64(packet.origin.units());
    writer.u64(packet.receive.units());
    writer.u64(packet.transmit.units());
}

double secondsFromShort(std::uint32_t value)
{
    return static_cast<double>(value) / 65536.0;
}

std::uint32_t shortFromSeconds(double seconds)
{
    constexpr auto largest = std::numeric_limits<std::uint32_t>::max();
    const double units = std::ceil(seconds * 65536.0);
    if (std::isnan(units) || units >= static_cast<double>(largest))
        return largest;
    return units <= 0 ? 0 : static_cast<std::uint32_t>(units);
}

} // namespace noonmark::protocol
