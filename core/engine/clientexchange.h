// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/exchange.h"

namespace noonmark::engine {

// We ask, a server answers (modes 3 and 4). What goes out as our transmit stamp is a random number, so that
// neither a forger nor a curious server learns our clock. With `interleave` (RFC 9769) each answer also tells
// when the answer before it had really left; the server need not know how, then all stays as it was.
class ClientExchange final : public Exchange
{
public:
    explicit ClientExchange(bool interleave)
        : m_interleave(interleave)
    {}

    [[nodiscard]] protocol::Packet ask(const Context &context) override;
    [[nodiscard]] bool belongs(const protocol::Packet &packet) const override;
    Taken take(const protocol::Packet &packet, NtpTimestamp received, const Now &now) override;
    void forget() override;
    void slewed(double seconds) override;

private:
    [[nodiscard]] bool isInterleaved(const protocol::Packet &packet) const;
    [[nodiscard]] std::optional<Stamps> stampsOf(const protocol::Packet &packet, NtpTimestamp received,
                                                 const Now &now) const;

    bool m_interleave;
    // The last complete exchange: waits for its true T3.
    struct Previous
    {
        Stamps stamps;
        bool measured = false; // with the T3 that stood in the answer itself
    };
    std::optional<Previous> m_previous;
    NtpTimestamp m_echo;  // what an interleaved answer must return; zero: we did not ask for one
    int m_unanswered = 0; // questions in a row
    NtpTimestamp m_lastTransmit;
    NtpTimestamp m_lastReceive;
};

} // namespace noonmark::engine
