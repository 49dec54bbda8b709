// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clientexchange.h"

namespace noonmark::engine {

namespace {

constexpr int PatienceWithInterleaving = 4; // questions without an answer, then plain ones again
constexpr double LongestTurn = 1;           // s that a server may take between our question and its answer

NtpTimestamp randomStamp(Random &random)
{
    return NtpTimestamp::fromUnits(random.next64() | 1); // never zero, which means "unknown"
}

} // namespace

protocol::Packet ClientExchange::ask(const Context &context)
{
    protocol::Packet packet; // minimised: nothing in it tells who asks or how good his clock is
    packet.mode = protocol::Mode::Client;
    packet.precision = 0x20;
    packet.transmit = randomStamp(context.random);
    m_unanswered = m_pending ? m_unanswered + 1 : 0;
    m_echo = {};
    if (m_interleave && m_previous && m_unanswered < PatienceWithInterleaving) {
        packet.origin = m_previous->stamps.heard;
        packet.receive = m_echo = randomStamp(context.random);
    }
    sending(packet.transmit, context);
    return packet;
}

// Only an answer that returns a random number of the question under way: nothing else switches between the
// plain and the interleaved mode (CVE-2016-1548, CVE-2016-4956, CVE-2018-7184).
bool ClientExchange::belongs(const protocol::Packet &packet) const
{
    if (packet.mode != protocol::Mode::Server || !m_pending || packet.origin.isZero())
        return false;
    const bool complete = !packet.receive.isZero() && !packet.transmit.isZero();
    const bool kiss = packet.stratum == 0; // may leave the other stamps out
    const bool duplicate =
        !m_lastTransmit.isZero() && packet.transmit == m_lastTransmit && packet.receive == m_lastReceive;
    const bool ours = packet.origin == m_pending->onWire || isInterleaved(packet);
    return ours && (complete || kiss) && !duplicate;
}

bool ClientExchange::isInterleaved(const protocol::Packet &packet) const
{
    return !m_echo.isZero() && packet.origin == m_echo;
}

Exchange::Taken ClientExchange::take(const protocol::Packet &packet, NtpTimestamp received, const Now &now)
{
    const bool kiss = packet.stratum == 0;
    Taken taken{true, kiss ? std::nullopt : stampsOf(packet, received, now)};
    const bool measuredNow = taken.stamps && !taken.stamps->interleaved;
    m_previous.reset();
    if (m_interleave && !kiss)
        m_previous = Previous{{m_pending->sent, packet.receive, {}, received, now}, measuredNow};
    m_lastTransmit = packet.transmit;
    m_lastReceive = packet.receive;
    m_pending.reset(); // the same answer must not count twice
    return taken;
}

std::optional<Stamps> ClientExchange::stampsOf(const protocol::Packet &packet, NtpTimestamp received,
                                               const Now &now) const
{
    if (!isInterleaved(packet))
        return Stamps{m_pending->sent, packet.receive, packet.transmit, received, now};
    const double turn = (packet.transmit - m_previous->stamps.heard).toSeconds();
    if (m_previous->measured || turn < 0 || turn > LongestTurn)
        return std::nullopt; // counted already, or the server remembers another exchange than we do
    Stamps stamps = m_previous->stamps;
    stamps.answered = packet.transmit;
    stamps.interleaved = true;
    return stamps;
}

void ClientExchange::forget()
{
    Exchange::forget();
    m_previous.reset();
}

void ClientExchange::slewed(double seconds)
{
    if (m_previous)
        m_previous->stamps.slewedSince += seconds;
}

} // namespace noonmark::engine
