// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/broadcastlistener.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double LongestInTheQueue = 1;  // s between the stamp that a sender wrote and its true one
constexpr double ShareOfInterval = 0.75; // a genuine sender's timer is never that much ahead

double interval(const protocol::Packet &packet)
{
    return std::ldexp(1.0, std::clamp<int>(packet.poll, 3, 17));
}

} // namespace

// Too early ones are refused without a trace, so that they cannot push the genuine next one out
// (CVE-2016-7427, CVE-2016-7428).
bool BroadcastListener::belongs(const protocol::Packet &packet, Instant now) const
{
    if (packet.mode != protocol::Mode::Broadcast || packet.transmit.isZero() || packet.stratum == 0)
        return false;
    if (!m_lastHeard)
        return true;
    const bool goesForward = (packet.transmit - m_lastTransmit).units() > 0;
    const double since = (now - *m_lastHeard).toSeconds();
    return goesForward && since >= ShareOfInterval * interval(packet);
}

void BroadcastListener::take(const protocol::Packet &packet, Instant now)
{
    m_lastTransmit = packet.transmit;
    m_lastHeard = now;
}

BroadcastListener::Measured BroadcastListener::measure(const protocol::Packet &packet,
                                                       const Received &received)
{
    Measured measured;
    measured.interleaved = tellsOfPrevious(packet);
    const Received &came = measured.interleaved ? m_previous->received : received;
    const NtpTimestamp left = measured.interleaved ? packet.origin : packet.transmit;
    measured.at = came.at;
    measured.slewedSince = measured.interleaved ? m_slewedSince : 0;
    measured.sample.offset = (left - came.stamp).toSeconds() + *m_delay / 2;
    measured.sample.delay = *m_delay;
    measured.sample.epoch = came.at.monotonic;
    m_previous = Previous{packet.transmit, received};
    m_slewedSince = 0;
    return measured;
}

// Of the one that we heard last, not of one that was lost on its way: then its stamps lie closely together.
bool BroadcastListener::tellsOfPrevious(const protocol::Packet &packet) const
{
    if (packet.origin.isZero() || !m_previous)
        return false;
    return (packet.origin - m_previous->transmit).magnitude().toSeconds() < LongestInTheQueue;
}

} // namespace noonmark::engine
