// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/exchange.h"

namespace noonmark::engine {

// Two hosts that tell each other the time (modes 1 and 2): every packet is an answer to the other's last one
// and a question of its own. So a stranger's packet would break two exchanges at once; what does not answer
// our last packet is let in only where nothing can be broken.
class SymmetricExchange final : public Exchange
{
public:
    enum class Side : std::uint8_t
    {
        Active,
        Passive
    };

    SymmetricExchange(Side side, bool isSigned)
        : m_side(side)
        , m_signed(isSigned)
    {}

    [[nodiscard]] protocol::Packet ask(const Context &context) override;
    [[nodiscard]] bool belongs(const protocol::Packet &packet) const override;
    Taken take(const protocol::Packet &packet, NtpTimestamp received, const Now &now) override;
    void forget() override;

private:
    [[nodiscard]] bool answersUs(const protocol::Packet &packet) const;
    [[nodiscard]] bool mayBegin(const protocol::Packet &packet) const;

    Side m_side;
    bool m_signed;
    NtpTimestamp m_theirTransmit; // of the last packet that was taken: our next origin
    NtpTimestamp m_received;      // when it came
    int m_unanswered = 2;         // packets of ours since the last that was answered
};

} // namespace noonmark::engine
