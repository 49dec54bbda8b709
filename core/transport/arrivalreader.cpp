// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/arrivalreader.h"

#include "core/transport/socket.h"

namespace noonmark::transport {

engine::Arrival ArrivalReader::read(std::uint16_t socket, const ReceiveBatch::Datagram &datagram)
{
    engine::Arrival arrival;
    arrival.socket = socket;
    arrival.remote = datagram.remote;
    arrival.local = datagram.facts.local.value_or(IpAddress());
    arrival.group = datagram.facts.group;
    const std::uint32_t interface = datagram.facts.interface;
    // With plain calls the kernel does not tell; then the address is believed.
    arrival.fromLoopbackInterface =
        interface == 0 ? datagram.remote.address.isLoopback() : cameByLoopback(interface);
    // The first datagrams of a fresh socket may come without a stamp.
    arrival.received =
        datagram.facts.stamp ? m_clock.fromSystemTime(*datagram.facts.stamp) : m_clock.now().wall;
    arrival.bytes = datagram.bytes;
    return arrival;
}

bool ArrivalReader::cameByLoopback(std::uint32_t interface)
{
    const auto known = m_loopbacks.find(interface);
    if (known != m_loopbacks.end())
        return known->second;
    return m_loopbacks[interface] = isLoopbackInterface(interface);
}

} // namespace noonmark::transport
