// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/control.h"

#include <algorithm>

namespace noonmark::protocol {

namespace {

constexpr std::uint8_t ControlMode = 6;
constexpr std::uint8_t ResponseBit = 0x80, ErrorBit = 0x40, MoreBit = 0x20, OpcodeMask = 0x1f;
constexpr std::size_t LargestPadding = 3;

ControlDatagram datagram(const ControlHeader &header, std::string_view data)
{
    ControlDatagram bytes(ControlHeaderSize + (data.size() + LargestPadding) / 4 * 4);
    ByteWriter writer(bytes);
    const unsigned leap = static_cast<unsigned>(header.leap) & 3;
    writer.u8(static_cast<std::uint8_t>(leap << 6 | (header.version & 7U) << 3 | ControlMode));
    const unsigned flags =
        (header.response ? ResponseBit : 0U) | (header.error ? ErrorBit : 0U) | (header.more ? MoreBit : 0U);
    writer.u8(static_cast<std::uint8_t>(flags | (header.opcode & OpcodeMask)));
    writer.u16(header.sequence);
    writer.u16(header.status);
    writer.u16(header.association);
    writer.u16(header.offset);
    writer.u16(static_cast<std::uint16_t>(data.size()));
    writer.put(std::as_bytes(std::span(data)));
    return bytes;
}

} // namespace

Result<ControlHeader> decodeControl(Bytes datagram)
{
    ByteReader reader(datagram);
    ControlHeader header;
    const std::uint8_t first = reader.u8();
    const std::uint8_t second = reader.u8();
    header.leap = static_cast<Leap>(first >> 6);
    header.version = static_cast<std::uint8_t>(first >> 3 & 7);
    header.response = (second & ResponseBit) != 0;
    header.error = (second & ErrorBit) != 0;
    header.more = (second & MoreBit) != 0;
    header.opcode = second & OpcodeMask;
    header.sequence = reader.u16();
    header.status = reader.u16();
    header.association = reader.u16();
    header.offset = reader.u16();
    header.count = reader.u16();
    const bool versionKnown = header.version >= 1 && header.version <= 4;
    if (!reader.ok() || (first & 7) != ControlMode || !versionKnown)
        return failed(Failure::Malformed, {"control header"});
    return header;
}

Result<Bytes> controlData(const ControlHeader &header, Bytes datagram)
{
    if (datagram.size() < ControlHeaderSize || datagram.size() - ControlHeaderSize < header.count)
        return failed(Failure::Malformed, {"control count"});
    return datagram.subspan(ControlHeaderSize, header.count);
}

ControlDatagram controlRequest(const ControlHeader &header, std::string_view data)
{
    return datagram(header, data.substr(0, ControlFragmentSize));
}

std::vector<ControlDatagram> controlReply(ControlHeader answer, std::string_view data)
{
    data = data.substr(0, ControlAnswerLimit);
    answer.response = true;
    answer.error = false;
    std::vector<ControlDatagram> fragments;
    std::size_t offset = 0;
    do {
        const std::string_view part = data.substr(offset, ControlFragmentSize);
        answer.offset = static_cast<std::uint16_t>(offset);
        offset += part.size();
        answer.more = offset < data.size();
        fragments.push_back(datagram(answer, part));
    } while (answer.more);
    return fragments;
}

ControlDatagram controlRefusal(ControlHeader answer, ControlError error)
{
    answer.response = true;
    answer.error = true;
    answer.more = false;
    answer.offset = 0;
    answer.status = static_cast<std::uint16_t>(static_cast<unsigned>(error) << 8);
    return datagram(answer, {});
}

std::vector<AssociationStatus> parseStatusList(std::string_view data)
{
    std::vector<AssociationStatus> list;
    ByteReader reader(std::as_bytes(std::span(data)));
    while (reader.rest().size() >= 4) {
        const std::uint16_t association = reader.u16();
        list.push_back({association, reader.u16()});
    }
    return list;
}

std::string writeStatusList(const std::vector<AssociationStatus> &list)
{
    std::string data;
    for (const AssociationStatus &entry : list) {
        for (const std::uint16_t number : {entry.association, entry.status}) {
            data += static_cast<char>(number >> 8);
            data += static_cast<char>(number & 0xff);
        }
    }
    return data;
}

SystemStatus SystemStatus::fromWord(std::uint16_t word)
{
    return {static_cast<std::uint8_t>(word >> 14), static_cast<std::uint8_t>(word >> 8 & 0x3f),
            static_cast<std::uint8_t>(word >> 4 & 0xf), static_cast<std::uint8_t>(word & 0xf)};
}

std::uint16_t SystemStatus::word() const
{
    const unsigned events = std::min<unsigned>(eventCount, 15);
    return static_cast<std::uint16_t>((leap & 3U) << 14 | (source & 0x3fU) << 8 | events << 4 |
                                      (lastEvent & 0xfU));
}

PeerStatus PeerStatus::fromWord(std::uint16_t word)
{
    const unsigned flags = word >> 8;
    return {(flags & 0x80) != 0,
            (flags & 0x40) != 0,
            (flags & 0x20) != 0,
            (flags & 0x10) != 0,
            (flags & 0x08) != 0,
            static_cast<std::uint8_t>(flags & 7),
            static_cast<std::uint8_t>(word >> 4 & 0xf),
            static_cast<std::uint8_t>(word & 0xf)};
}

std::uint16_t PeerStatus::word() const
{
    const unsigned flags = (configured ? 0x80U : 0U) | (authenticationEnabled ? 0x40U : 0U) |
                           (authentic ? 0x20U : 0U) | (reachable ? 0x10U : 0U) | (broadcast ? 0x08U : 0U) |
                           (select & 7U);
    const unsigned events = std::min<unsigned>(eventCount, 15);
    return static_cast<std::uint16_t>(flags << 8 | events << 4 | (lastEvent & 0xfU));
}

} // namespace noonmark::protocol
