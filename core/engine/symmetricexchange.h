// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/exchange.h"

namespace noonmark::engine {

// Two hosts that tell each other the time (modes 1 and 2): every packet is an answer to the other's last one
// and a question of its own. So a stranger's packet would break two exchanges at once; what does not answer
// our last packet is let in only where nothing can be broken.
//
// Interleaved (RFC 9769, section 3) a packet carries the true transmit stamp of the packet before it. Its
// origin is then our receive stamp, so that each side can tell what the other one sent.
class SymmetricExchange final : public Exchange
{
public:
    enum class Side : std::uint8_t
    {
        Active,
        Passive
    };
    // Never: nothing that the other side sends makes us. IfAsked: once it has done so, by a packet that
    // counts.
    enum class Interleave : std::uint8_t
    {
        Never,
        IfAsked,
        Always
    };

    SymmetricExchange(Side side, bool isSigned, Interleave interleave)
        : m_side(side)
        , m_signed(isSigned)
        , m_interleave(interleave)
    {}

    [[nodiscard]] protocol::Packet ask(const Context &context) override;
    [[nodiscard]] bool belongs(const protocol::Packet &packet) const override;
    Taken take(const protocol::Packet &packet, NtpTimestamp received, const Now &now) override;
    void transmitted(const TransmitStamp &stamp) override;
    void forget() override;
    void slewed(double seconds) override { m_slewed += seconds; }

private:
    // A stamp of our clock, and by how much the clock had been slewed then.
    struct Moment
    {
        NtpTimestamp at;
        double slewed = 0;
    };
    // A packet of ours that has gone out.
    struct Question
    {
        std::uint64_t request = 0;
        Moment sent;
    };
    // What the last packet that was taken told us.
    struct Heard
    {
        NtpTimestamp transmit; // their stamp: our next origin
        NtpTimestamp receive;  // when they had received ours
        Moment received;       // when it came
        Now at;
        NtpTimestamp onWire; // the receive stamp that we tell them
    };

    [[nodiscard]] bool answersUs(const protocol::Packet &packet) const;
    [[nodiscard]] bool isInterleaved(const protocol::Packet &packet) const;
    [[nodiscard]] bool mayBegin(const protocol::Packet &packet) const;
    [[nodiscard]] bool willInterleave() const;
    [[nodiscard]] std::optional<Stamps> interleavedStamps(const protocol::Packet &packet) const;

    Side m_side;
    bool m_signed;
    Interleave m_interleave;
    bool m_asked = false; // they have interleaved
    Heard m_heard;
    std::optional<Question> m_last;   // our last packet
    std::optional<Question> m_before; // the one that their last packet answered
    NtpTimestamp m_onWire;            // the transmit stamp of our last packet
    int m_sentSince = 0;              // packets of ours since theirs
    int m_sentBefore = 0;             // between their last two
    int m_unanswered = 2;             // packets of ours since the last that was answered
    double m_slewed = 0;              // s, altogether
};

} // namespace noonmark::engine
