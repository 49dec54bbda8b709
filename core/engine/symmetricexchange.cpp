// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/symmetricexchange.h"

#include "core/engine/ownheader.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr int PatienceWithSilence = 2;
constexpr double LongestWay = 1; // s that both ways together may take

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
    const int precision = context.config.precision;
    const bool interleaves = willInterleave();
    protocol::Packet packet = ownHeader(context.own, context.config, context.now.monotonic);
    packet.mode = m_side == Side::Active ? protocol::Mode::SymmetricActive : protocol::Mode::SymmetricPassive;
    packet.origin = interleaves ? m_heard.receive : m_heard.transmit;
    packet.receive = m_heard.onWire;
    do { // no stamp twice: by them the other side tells our packets apart
        packet.transmit =
            guarded(interleaves ? m_last->sent.at : context.now.wall, precision, context.random);
    } while (packet.transmit == m_onWire || packet.transmit == packet.receive);
    sending(packet.transmit, context);
    m_onWire = packet.transmit;
    m_last = Question{m_pending->request, {context.now.wall, m_slewed}};
    ++m_sentSince;
    ++m_unanswered;
    return packet;
}

// Not unless each side has sent just one packet in its turn: else nobody could tell which of ours the true
// stamp belongs to (RFC 9769, section 3).
bool SymmetricExchange::willInterleave() const
{
    const bool wanted =
        m_interleave == Interleave::Always || (m_interleave == Interleave::IfAsked && m_asked);
    return wanted && m_last && m_sentSince == 0 && m_sentBefore == 1 && !m_heard.receive.isZero();
}

bool SymmetricExchange::belongs(const protocol::Packet &packet) const
{
    const bool fromActive = packet.mode == protocol::Mode::SymmetricActive;
    const bool fromPassive = packet.mode == protocol::Mode::SymmetricPassive && m_side == Side::Active;
    const bool duplicate = packet.transmit == m_heard.transmit;
    if ((!fromActive && !fromPassive) || packet.transmit.isZero() || duplicate)
        return false;
    return answersUs(packet) || isInterleaved(packet) || mayBegin(packet);
}

bool SymmetricExchange::answersUs(const protocol::Packet &packet) const
{
    return m_pending && packet.origin == m_pending->onWire && !packet.receive.isZero();
}

// Only where it was asked for, and only by a stamp that our last packet told: no packet of a stranger
// switches the mode (CVE-2016-1548, CVE-2018-7184).
bool SymmetricExchange::isInterleaved(const protocol::Packet &packet) const
{
    const bool isKnown = !m_heard.onWire.isZero() && packet.origin == m_heard.onWire;
    return m_interleave != Interleave::Never && m_pending && isKnown && !packet.receive.isZero() &&
           packet.receive != packet.transmit;
}

// Whoever has just started, or did not hear our last packet: with a key it must be newer than what we know,
// so that nobody replays an old one (CVE-2015-7973); without one nothing may be under way (CVE-2015-1799).
bool SymmetricExchange::mayBegin(const protocol::Packet &packet) const
{
    const bool newer = (packet.transmit - m_heard.transmit).units() > 0;
    return m_unanswered >= PatienceWithSilence || (m_signed && newer);
}

Exchange::Taken SymmetricExchange::take(const protocol::Packet &packet, NtpTimestamp received, const Now &now)
{
    Taken taken;
    const bool interleaves = isInterleaved(packet);
    taken.answer = interleaves || answersUs(packet);
    if (interleaves)
        taken.stamps = interleavedStamps(packet);
    else if (taken.answer)
        taken.stamps = Stamps{m_pending->sent, packet.receive, packet.transmit, received, now};
    if (taken.answer) {
        m_asked = interleaves;
        m_before = interleaves && m_sentSince != 1 ? std::nullopt : m_last;
        m_pending.reset(); // our packet must not be answered twice
        m_unanswered = 0;
    }
    m_sentBefore = taken.answer ? m_sentSince : 0;
    m_sentSince = 0;
    m_heard = {packet.transmit, packet.receive, {received, m_slewed}, now, received};
    return taken;
}

// The true transmit stamp is that of the packet before this one. It makes a whole exchange with the packet of
// ours that it answered, and another with the one that answered it: the shorter of the two leaves less to the
// clocks' rates.
std::optional<Stamps> SymmetricExchange::interleavedStamps(const protocol::Packet &packet) const
{
    const Moment &received = m_heard.received;
    const auto asOf = [&received](const Moment &moment) { // on the clock as it was when that packet came
        return moment.at + NtpDuration::seconds(received.slewed - moment.slewed);
    };
    const auto whole = [&](const Question &ours, NtpTimestamp heard) {
        return Stamps{asOf(ours.sent), heard, packet.transmit, received.at, m_heard.at};
    };
    std::optional<Stamps> best;
    if (m_sentSince == 1) // of two packets nobody knows which one they tell of
        best = whole(*m_last, packet.receive);
    if (m_before && !m_heard.receive.isZero()) {
        const Stamps before = whole(*m_before, m_heard.receive);
        if (!best || received.at - before.sent < best->sent - received.at)
            best = before;
    }
    if (!best || received.at.isZero())
        return std::nullopt;
    Stamps stamps = *best;
    stamps.interleaved = true;
    stamps.slewedSince = m_slewed - received.slewed;
    const double ways = ((stamps.heard - stamps.sent) + (stamps.received - stamps.answered)).toSeconds();
    if (std::fabs(ways) > LongestWay)
        return std::nullopt; // they remember another packet than we do
    return stamps;
}

void SymmetricExchange::transmitted(const TransmitStamp &stamp)
{
    Exchange::transmitted(stamp);
    for (std::optional<Question> *question : {&m_last, &m_before})
        if (*question && (*question)->request == stamp.request)
            (*question)->sent.at = stamp.sent;
}

void SymmetricExchange::forget()
{
    Exchange::forget();
    m_heard = {}; // on a clock that is no more
    m_last.reset();
    m_before.reset();
    m_sentBefore = 0;
    m_asked = false;
}

} // namespace noonmark::engine
