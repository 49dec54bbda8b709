// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/outbox.h"
#include "core/protocol/packet.h"

#include <cstdint>
#include <optional>

namespace noonmark::engine {

// The four stamps of RFC 5905, section 8, and when the last of them was taken.
struct Stamps
{
    NtpTimestamp sent;     // T1, ours
    NtpTimestamp heard;    // T2, theirs
    NtpTimestamp answered; // T3, theirs
    NtpTimestamp received; // T4, ours
    Now at;
    double slewedSince = 0; // s that our clock was corrected by after T4
    bool interleaved = false;
};

// How a source and we talk: what goes out, and what must come back to count. Looking at a packet changes
// nothing; taking it does, and that comes after its signature was verified (CVE-2015-1799, CVE-2015-7979).
class Exchange
{
public:
    // What a packet that belongs here was worth.
    struct Taken
    {
        bool answer = false;          // to our last question: it vouches for what else the packet says
        std::optional<Stamps> stamps; // absent: nothing is measured by it
    };

    virtual ~Exchange() = default;

    // The next packet to send, without version and poll.
    [[nodiscard]] virtual protocol::Packet ask(const Context &context) = 0;
    [[nodiscard]] virtual bool belongs(const protocol::Packet &packet) const = 0;
    virtual Taken take(const protocol::Packet &packet, NtpTimestamp received, const Now &now) = 0;
    // Stamps of ours from before now are void: the clock was stepped.
    virtual void forget() { m_pending.reset(); }
    virtual void slewed(double) {}

    [[nodiscard]] bool isWaiting() const { return m_pending.has_value(); }
    [[nodiscard]] std::uint64_t request() const { return m_pending ? m_pending->request : 0; }
    [[nodiscard]] NtpTimestamp sent() const { return m_pending ? m_pending->sent : NtpTimestamp(); }
    virtual void transmitted(const TransmitStamp &stamp)
    {
        if (m_pending && m_pending->request == stamp.request)
            m_pending->sent = stamp.sent;
    }

protected:
    // The packet that is under way: its transmit stamp as it went out, and the true one.
    struct Pending
    {
        std::uint64_t request = 0;
        NtpTimestamp onWire;
        NtpTimestamp sent;
    };

    void sending(NtpTimestamp onWire, const Context &context)
    {
        m_pending = Pending{context.random.next64() | 1, onWire, context.now.wall};
    }

    std::optional<Pending> m_pending;
};

} // namespace noonmark::engine
