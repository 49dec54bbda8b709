// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/arrivalreader.h"

#include "core/transport/socket.h"

namespace noonmark::transport {

namespace {

constexpr NtpDuration Neighbourhood = NtpDuration::nanoseconds(200'000); // in which two clocks part by 0.1 us at most

} // namespace

void ArrivalReader::read(std::uint16_t socket, const ReceiveBatch::Datagram &datagram, engine::Arrival &arrival)
{
    arrival.socket = socket;
    arrival.remote = datagram.remote;
    arrival.local = datagram.facts.local.value_or(IpAddress());
    arrival.group = datagram.facts.group;
    const std::uint32_t interface = datagram.facts.interface;
    // With plain calls the kernel does not tell; then the address is believed.
    arrival.fromLoopbackInterface =
        interface == 0 ? datagram.remote.address.isLoopback() : cameByLoopback(interface);
    // The first datagrams of a fresh socket may come without a stamp.
    arrival.received = datagram.facts.stamp ? onOurClock(*datagram.facts.stamp) : m_clock.now().wall;
    arrival.bytes = datagram.bytes;
}

NtpTimestamp ArrivalReader::onOurClock(NtpTimestamp kernelStamp)
{
    if (m_known) {
        const NtpDuration apart = kernelStamp - m_known->kernelStamp;
        if (apart.magnitude() <= Neighbourhood)
            return m_known->ours + apart;
    }
    m_known = {kernelStamp, m_clock.fromSystemTime(kernelStamp)};
    return m_known->ours;
}

bool ArrivalReader::cameByLoopback(std::uint32_t interface)
{
    if (m_last.first == interface)
        return m_last.second;
    const auto known = m_loopbacks.find(interface);
    const bool isLoopback = known != m_loopbacks.end() ? known->second : isLoopbackInterface(interface);
    m_loopbacks[interface] = isLoopback;
    m_last = {interface, isLoopback};
    return isLoopback;
}

} // namespace noonmark::transport
