// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/responder.h"

#include <algorithm>
#include <utility>

namespace noonmark::transport {

namespace {

static_assert(engine::LargestReply <= LargestBatchedReply);

} // namespace

Responder::Responder(const clock::Clock &clock, Answer answer, Other other, Expect expect)
    : m_clock(clock)
    , m_answer(std::move(answer))
    , m_other(std::move(other))
    , m_expect(std::move(expect))
    , m_arrivals(clock)
{}

// To ask the socket once more costs a tenth of what it costs to wait in the event loop, and under load something has
// always come meanwhile.
std::size_t Responder::serve(UdpSocket &socket, NtpDuration atMost)
{
    std::size_t total = 0;
    std::optional<Instant> end;
    while (const std::size_t count = serveBatch(socket)) {
        total += count;
        if (!end)
            end = m_now.monotonic + atMost;
        else if (m_now.monotonic >= *end)
            break;
        if (m_requests.takesOne())
            break;
    }
    return total;
}

std::size_t Responder::serveBatch(UdpSocket &socket)
{
    const std::size_t count = m_requests.fill(socket.descriptor());
    for (std::size_t first = 0; first < count; first += PortionSize) {
        const Portion portion{first, std::min(count, first + PortionSize)};
        send(socket, portion, write(portion));
    }
    return count;
}

std::size_t Responder::write(Portion portion)
{
    const auto held = hold();
    if (portion.first == 0) {
        m_now = m_clock.now();
        m_arrivals.beginBatch();
    }
    m_schedule.begin(m_now, portion.end - portion.first);
    std::size_t replies = 0;
    const std::span<const engine::Arrival> arrived = read(portion);
    m_expect(arrived);
    for (const engine::Arrival &arrival : arrived) {
        const auto length = m_answer(arrival, m_schedule.forReply(replies), m_replies.room());
        if (!length)
            m_other(arrival, m_clock.now());
        if (length.value_or(0) == 0)
            continue;
        m_replies.add(*length, arrival.remote, arrival.local);
        ++replies;
    }
    m_schedule.written(m_clock.now().monotonic);
    return replies;
}

std::span<const engine::Arrival> Responder::read(Portion portion)
{
    std::size_t count = 0;
    for (std::size_t i = portion.first; i < portion.end; ++i) {
        if (const auto datagram = m_requests.at(i))
            m_arrivals.read(0, *datagram, m_arrived[count++]);
    }
    return std::span(m_arrived).first(count);
}

void Responder::send(UdpSocket &socket, Portion portion, std::size_t replies)
{
    const std::size_t sent = m_replies.flush(socket.descriptor());
    const auto held = hold();
    socket.traffic().received += portion.end - portion.first;
    socket.traffic().sent += sent;
    socket.traffic().failures += replies - sent;
    m_now = m_clock.now();
    m_schedule.sent(m_now.monotonic, replies);
}

std::unique_lock<std::recursive_mutex> Responder::hold() const
{
    return m_lock != nullptr ? std::unique_lock(*m_lock) : std::unique_lock<std::recursive_mutex>();
}

} // namespace noonmark::transport
