// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/engine/engine.h"
#include "core/transport/arrivalreader.h"
#include "core/transport/batch.h"
#include "core/transport/replyschedule.h"
#include "core/transport/socket.h"
#include "core/transport/stepcount.h"

#include <array>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

namespace noonmark::transport {

// Answers what waits in a service socket, in batches: one system call for up to 32 requests, one for each sixteen of
// their replies, so that none is stamped long before it leaves. Nothing waits for a batch to fill: it is what is
// there.
class Responder
{
public:
    // As Engine::answer(): a reply's length, 0 for silence, nothing for what is no client's request.
    using Answer =
        std::function<std::optional<std::size_t>(const engine::Arrival &, Now, MutableBytes reply)>;
    // What was no client's request.
    using Other = std::function<void(const engine::Arrival &, Now)>;

    // What answer() will be asked next.
    using Expect = std::function<void(std::span<const engine::Arrival>)>;

    // What was received before a step of the clock is dropped: an answer would tell of two times at once.
    Responder(const clock::Clock &clock, const StepCount &steps, Answer answer, Other other, Expect expect);

    // Until nothing waits or so much time has passed that others should have their turn. Returns the number of
    // datagrams.
    std::size_t serve(UdpSocket &socket, NtpDuration atMost);
    // Held whenever clock and engine are asked, which then have several responders.
    void shareUnder(std::recursive_mutex &lock) { m_lock = &lock; }
    // One datagram a call, see DriverOptions.
    void usePlainCalls(bool plain)
    {
        m_requests.usePlainCalls(plain);
        m_replies.usePlainCalls(plain);
    }
    [[nodiscard]] ArrivalReader &arrivals() { return m_arrivals; }
    [[nodiscard]] const ReplySchedule &schedule() const { return m_schedule; }

private:
    // How many replies leave with one system call: more would save a hundredth of their cost, and of sixteen the last can
    // still be foretold to a microsecond and a half.
    static constexpr std::size_t PortionSize = 16;
    using Arrived = std::span<const engine::Arrival>;

    std::size_t serveBatch(UdpSocket &socket);
    [[nodiscard]] Arrived read(const UdpSocket &socket, std::size_t count);
    [[nodiscard]] std::size_t write(const UdpSocket &socket, Arrived portion);
    [[nodiscard]] bool isOld() const { return m_steps != m_stepCount.count(); }
    void send(UdpSocket &socket, std::size_t replies);
    [[nodiscard]] std::unique_lock<std::recursive_mutex> hold() const;

    const clock::Clock &m_clock;
    const StepCount &m_stepCount;
    unsigned m_steps = 0; // when what we have was received
    std::recursive_mutex *m_lock = nullptr;
    Now m_now; // read last
    Answer m_answer;
    Other m_other;
    Expect m_expect;
    ArrivalReader m_arrivals;
    ReplySchedule m_schedule;
    ReceiveBatch m_requests;
    std::array<engine::Arrival, BatchSize> m_arrived;
    SendBatch m_replies;
};

} // namespace noonmark::transport
