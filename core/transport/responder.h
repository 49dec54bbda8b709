// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/engine/engine.h"
#include "core/transport/arrivalreader.h"
#include "core/transport/batch.h"
#include "core/transport/replyschedule.h"
#include "core/transport/socket.h"

#include <functional>
#include <optional>

namespace noonmark::transport {

// Answers what waits in a service socket, in batches: one system call for up to 32 requests, one for their
// replies. Nothing waits for a batch to fill: it is what is there.
class Responder
{
public:
    // As Engine::answer(): a reply's length, 0 for silence, nothing for what is no client's request.
    using Answer =
        std::function<std::optional<std::size_t>(const engine::Arrival &, Now, MutableBytes reply)>;
    // What was no client's request.
    using Other = std::function<void(const engine::Arrival &, Now)>;

    Responder(const clock::Clock &clock, Answer answer, Other other);

    // Takes at most so many batches, before others get their turn. Returns the number of datagrams.
    std::size_t serve(UdpSocket &socket, int batches);
    // One datagram a call, see DriverOptions.
    void usePlainCalls(bool plain)
    {
        m_requests.usePlainCalls(plain);
        m_replies.usePlainCalls(plain);
    }
    [[nodiscard]] ArrivalReader &arrivals() { return m_arrivals; }
    [[nodiscard]] const ReplySchedule &schedule() const { return m_schedule; }

private:
    std::size_t serveBatch(UdpSocket &socket);

    const clock::Clock &m_clock;
    Answer m_answer;
    Other m_other;
    ArrivalReader m_arrivals;
    ReplySchedule m_schedule;
    ReceiveBatch m_requests;
    SendBatch m_replies;
};

} // namespace noonmark::transport
