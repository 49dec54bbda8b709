// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/broadcastlistener.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

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

Sample BroadcastListener::measure(const protocol::Packet &packet, NtpTimestamp received, Instant now) const
{
    Sample sample;
    sample.offset = (packet.transmit - received).toSeconds() + *m_delay / 2;
    sample.delay = *m_delay;
    sample.epoch = now;
    return sample;
}

} // namespace noonmark::engine
