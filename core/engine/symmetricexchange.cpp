// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/symmetricexchange.h"

#include "core/engine/ownheader.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

constexpr int PatienceWithSilence = 2;

// The other side computes with this stamp, so it must be true; what our clock cannot tell anyway is made
// random, because it is all that a forger from afar has to guess (CVE-2020-13817).
NtpTimestamp guarded(NtpTimestamp stamp, int precision, Random &random)
{
    const int unknownBits = std::clamp(32 + precision, 1, 31);
    const std::uint64_t mask = (std::uint64_t{1} << unknownBits) - 1;
    return NtpTimestamp::fromUnits((stamp.units() & ~mask) | (random.next64() & mask));
}

} // namespace

protocol::Packet SymmetricExchange::ask(const Context &context)
{
    protocol::Packet packet = ownHeader(context.own, context.config, context.now.monotonic);
    packet.mode = m_side == Side::Active ? protocol::Mode::SymmetricActive : protocol::Mode::SymmetricPassive;
    packet.origin = m_theirTransmit;
    packet.receive = m_received;
    packet.transmit = guarded(context.now.wall, context.config.precision, context.random);
    sending(packet.transmit, context);
    ++m_unanswered;
    return packet;
}

bool SymmetricExchange::belongs(const protocol::Packet &packet) const
{
    const bool fromActive = packet.mode == protocol::Mode::SymmetricActive;
    const bool fromPassive = packet.mode == protocol::Mode::SymmetricPassive && m_side == Side::Active;
    const bool duplicate = packet.transmit == m_theirTransmit;
    if ((!fromActive && !fromPassive) || packet.transmit.isZero() || duplicate)
        return false;
    return answersUs(packet) || mayBegin(packet);
}

bool SymmetricExchange::answersUs(const protocol::Packet &packet) const
{
    return m_pending && packet.origin == m_pending->onWire && !packet.receive.isZero();
}

// Whoever has just started, or did not hear our last packet: with a key it must be newer than what we know,
// so that nobody replays an old one (CVE-2015-7973); without one nothing may be under way (CVE-2015-1799).
bool SymmetricExchange::mayBegin(const protocol::Packet &packet) const
{
    const bool newer = (packet.transmit - m_theirTransmit).units() > 0;
    return m_unanswered >= PatienceWithSilence || (m_signed && newer);
}

Exchange::Taken SymmetricExchange::take(const protocol::Packet &packet, NtpTimestamp received, const Now &now)
{
    Taken taken;
    taken.answer = answersUs(packet);
    if (taken.answer) {
        taken.stamps = Stamps{m_pending->sent, packet.receive, packet.transmit, received, now};
        m_pending.reset(); // our packet must not be answered twice
        m_unanswered = 0;
    }
    m_theirTransmit = packet.transmit;
    m_received = received;
    return taken;
}

void SymmetricExchange::forget()
{
    Exchange::forget();
    m_received = {}; // on a clock that is no more
    m_theirTransmit = {};
}

} // namespace noonmark::engine
