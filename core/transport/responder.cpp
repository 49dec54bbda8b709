// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/responder.h"

#include "core/transport/vectorstate.h"

#include <algorithm>
#include <utility>

namespace noonmark::transport {

namespace {

static_assert(engine::LargestReply <= LargestBatchedReply);

} // namespace

Responder::Responder(const clock::Clock &clock, const StepCount &steps, Answer answer, Other other, Expect expect)
    : m_clock(clock)
    , m_stepCount(steps)
    , m_answer(std::move(answer))
    , m_other(std::move(other))
    , m_expect(std::move(expect))
    , m_arrivals(clock)
{}

// To ask the socket once more costs a tenth of what it costs to wait in the event loop, and under load something has
// always come meanwhile.
std::size_t Responder::serve(UdpSocket &socket, NtpDuration atMost)
{
    releaseUpperHalves();
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
    m_steps = m_stepCount.count();
    const std::size_t count = m_requests.fill(socket.descriptor());
    if (count == 0)
        return 0;
    Arrived arrived = read(socket, count);
    while (!arrived.empty()) {
        const Arrived portion = arrived.first(std::min(arrived.size(), PortionSize));
        send(socket, write(socket, portion));
        arrived = arrived.subspan(portion.size());
    }
    const auto held = hold();
    socket.traffic().received += count;
    return count;
}

Responder::Arrived Responder::read(const UdpSocket &socket, std::size_t count)
{
    const auto held = hold();
    m_arrivals.beginBatch();
    std::size_t usable = 0;
    for (std::size_t i = 0; i < count; ++i)
        usable += m_arrivals.read(m_requests, i, socket, m_arrived[usable]) ? 1U : 0U;
    const Arrived arrived = std::span(m_arrived).first(usable);
    m_expect(arrived);
    m_now = m_clock.now();
    return arrived;
}

std::size_t Responder::write(const UdpSocket &socket, Arrived portion)
{
    const auto held = hold();
    m_schedule.begin(m_now, portion.size());
    std::size_t replies = 0;
    bool isVoid = isOld();
    const bool choosesSource = !socket.oneAddress();
    for (const engine::Arrival &arrival : portion) {
        if (isVoid)
            break;
        const auto length = m_answer(arrival, m_schedule.forReply(replies), m_replies.room());
        if (!length) {
            m_other(arrival, m_clock.now());
            isVoid = isOld(); // it may have seen that somebody set the clock
        }
        if (length.value_or(0) == 0)
            continue;
        m_replies.add(*length, arrival.remote, choosesSource ? &arrival.local : nullptr);
        ++replies;
    }
    m_schedule.written(m_clock.now().monotonic);
    return replies;
}

void Responder::send(UdpSocket &socket, std::size_t replies)
{
    const std::size_t sent = m_replies.flush(socket.descriptor());
    const auto held = hold();
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
