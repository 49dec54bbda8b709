// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/responder.h"

#include <utility>

namespace noonmark::transport {

Responder::Responder(const clock::Clock &clock, Answer answer, Other other)
    : m_clock(clock)
    , m_answer(std::move(answer))
    , m_other(std::move(other))
    , m_arrivals(clock)
{}

std::size_t Responder::serve(UdpSocket &socket, int batches)
{
    std::size_t total = 0;
    for (int i = 0; i < batches; ++i) {
        const std::size_t count = serveBatch(socket);
        total += count;
        if (count < BatchSize)
            break;
    }
    return total;
}

std::size_t Responder::serveBatch(UdpSocket &socket)
{
    const std::size_t count = m_requests.fill(socket.descriptor());
    if (count == 0)
        return 0;
    m_schedule.begin(m_clock.now(), count);
    std::size_t replies = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto datagram = m_requests.at(i);
        if (!datagram)
            continue;
        const engine::Arrival arrival = m_arrivals.read(0, *datagram);
        const auto length = m_answer(arrival, m_schedule.forReply(replies), m_replies.room());
        if (!length)
            m_other(arrival, m_clock.now());
        if (length.value_or(0) == 0)
            continue;
        m_replies.add(*length, arrival.remote, arrival.local);
        ++replies;
    }
    m_schedule.written(m_clock.now().monotonic);
    const std::size_t sent = m_replies.flush(socket.descriptor());
    m_schedule.sent(m_clock.now().monotonic, replies);
    socket.traffic().received += count;
    socket.traffic().sent += sent;
    socket.traffic().failures += replies - sent;
    return count;
}

} // namespace noonmark::transport
