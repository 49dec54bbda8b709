// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interleavememory.h"

#include <utility>

namespace noonmark::engine {

namespace {

constexpr std::size_t OriginAt = 24;
constexpr std::uint64_t Scatter = 0x9e3779b97f4a7c15; // the low bits of a stamp are as coarse as the clock
constexpr std::uint64_t IdMark = std::uint64_t{1} << 63;

// A client that knows the plain mode only may leave the receive stamp at zero or at what it likes, but not a
// fresh one.
bool mayAsk(const protocol::Packet &request)
{
    return !request.origin.isZero() && !request.receive.isZero() && request.receive != request.transmit;
}

} // namespace

std::size_t InterleaveMemory::placeOf(NtpTimestamp received)
{
    return static_cast<std::size_t>((received.units() * Scatter) >> 51) % Size;
}

bool InterleaveMemory::isAskedFor(Bytes datagram) const
{
    if (m_entries.empty() || datagram.size() < protocol::HeaderSize)
        return false;
    ByteReader reader(datagram.subspan(OriginAt));
    const auto origin = NtpTimestamp::fromUnits(reader.u64());
    return !origin.isZero() && m_entries[placeOf(origin)].received == origin;
}

void InterleaveMemory::answer(const protocol::Packet &request, protocol::Packet &reply)
{
    m_request = 0;
    if (!mayAsk(request))
        return;
    if (m_entries.empty())
        m_entries.resize(Size);
    if (reply.transmit == reply.receive) // the client tells the two modes apart by this
        reply.transmit = reply.transmit + NtpDuration::fromUnits(1);
    const NtpTimestamp sent = reply.transmit;
    Entry &asked = m_entries[placeOf(request.origin)];
    std::uint64_t id = 0;
    if (asked.received == request.origin) {
        reply.origin = request.receive;
        reply.transmit = asked.sent;
        asked = {}; // a stamp is told once
        m_request = id = IdMark | ++m_count * Size | placeOf(reply.receive);
    }
    m_entries[placeOf(reply.receive)] = {reply.receive, sent, id};
}

std::uint64_t InterleaveMemory::takeRequest()
{
    return std::exchange(m_request, 0);
}

void InterleaveMemory::transmitted(const TransmitStamp &stamp)
{
    if ((stamp.request & IdMark) == 0 || m_entries.empty())
        return;
    Entry &entry = m_entries[stamp.request % Size];
    if (entry.request == stamp.request)
        entry.sent = stamp.sent;
}

} // namespace noonmark::engine
