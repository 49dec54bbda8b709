// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/engine/engine.h"
#include "core/transport/batch.h"
#include "core/transport/socket.h"

#include <map>
#include <optional>
#include <utility>

namespace noonmark::transport {

// Makes of a datagram and what the kernel tells about it what the engine wants to know.
class ArrivalReader
{
public:
    explicit ArrivalReader(const clock::Clock &clock)
        : m_clock(clock)
    {}

    // What comes now belongs together: a stamp is converted from its neighbour's, until the clock may have been set.
    void beginBatch() { m_known.reset(); }
    // One of the datagrams that came to this socket, as if to the service; false for what was cut off or came from no
    // usable address.
    [[nodiscard]] bool read(const ReceiveBatch &batch, std::size_t index, const UdpSocket &socket,
                            engine::Arrival &arrival);
    // Indices are given anew when interfaces come and go.
    void forgetInterfaces()
    {
        m_loopbacks.clear();
        m_last = {};
    }

private:
    [[nodiscard]] bool cameByLoopback(std::uint32_t interface);
    [[nodiscard]] bool cameFromInside(const engine::Arrival &arrival, const AncillaryFacts &facts, const UdpSocket &socket);
    [[nodiscard]] NtpTimestamp onOurClock(NtpTimestamp kernelStamp);

    // One moment, as the kernel stamped it and on our clock.
    struct Known
    {
        NtpTimestamp kernelStamp;
        NtpTimestamp ours;
    };

    const clock::Clock &m_clock;
    std::optional<Known> m_known;
    std::map<std::uint32_t, bool> m_loopbacks;
    std::pair<std::uint32_t, bool> m_last; // most come by one interface
};

} // namespace noonmark::transport
