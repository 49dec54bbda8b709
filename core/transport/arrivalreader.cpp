// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/arrivalreader.h"

#include <new>

namespace noonmark::transport {

namespace {

constexpr NtpDuration Neighbourhood = NtpDuration::nanoseconds(200'000); // in which two clocks part by 0.1 us at most

} // namespace

bool ArrivalReader::read(const ReceiveBatch &batch, std::size_t index, const UdpSocket &socket,
                         engine::Arrival &arrival)
{
    if (!batch.isWhole(index))
        return false;
    const AncillaryFacts facts = batch.factsOf(index);
    const auto &local = socket.oneAddress() ? socket.oneAddress() : facts.local;
    // Made anew where it is: all of it, and nothing is copied.
    new (&arrival) engine::Arrival{.remote = batch.remoteOf(index),
                                   .local = local.value_or(IpAddress()),
                                   // The first datagrams of a fresh socket may come without a stamp.
                                   .received = facts.stamp ? onOurClock(*facts.stamp) : m_clock.now().wall,
                                   .bytes = batch.bytesOf(index),
                                   .group = facts.group};
    arrival.fromLoopbackInterface = cameFromInside(arrival, facts, socket);
    return arrival.remote.port != 0;
}

// At an address of a cable's, from a loopback address nothing honest comes.
bool ArrivalReader::cameFromInside(const engine::Arrival &arrival, const AncillaryFacts &facts, const UdpSocket &socket)
{
    if (socket.oneAddress())
        return false;
    // With plain calls the kernel does not tell; then the address is believed.
    return facts.interface == 0 ? arrival.remote.address.isLoopback() : cameByLoopback(facts.interface);
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
