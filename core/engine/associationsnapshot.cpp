// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/association.h"

#include <algorithm>

namespace noonmark::engine {

AssociationSnapshot Association::snapshot(const Context &context) const
{
    const Instant now = context.now.monotonic;
    AssociationSnapshot s;
    s.id = m_id;
    s.source = m_source;
    s.remote = m_remote.value_or(Endpoint{});
    s.local = m_local;
    s.configured = configured();
    s.resolution = m_resolution;
    s.tally = m_tally;
    s.leap = m_leap;
    s.stratum = m_stratum;
    s.hostMode = hostMode();
    s.peerMode = m_peerMode;
    s.hostPoll = static_cast<std::int8_t>(m_hostPoll);
    s.peerPoll = m_peerPoll;
    s.precision = m_precision;
    s.rootDelay = m_rootDelay;
    s.rootDispersion = m_rootDispersion;
    s.refid = m_refid;
    s.reftime = m_reftime;
    s.received = m_received;
    if (m_receivedAt)
        s.sinceReceived = (now - *m_receivedAt).toSeconds();
    s.reach = m_reach;
    s.unreach = m_unreach;
    s.flash = m_flash;
    s.delay = m_filter.delay();
    s.offset = m_filter.offset();
    s.jitter = m_filter.jitter();
    s.dispersion = m_filter.dispersion();
    s.rootDistance = rootDistance(now, context.config.discipline.dispersion);
    s.headway = std::max(0.0, m_throttle - (now - m_lastAsked).toSeconds());
    s.filter = m_filter.stages(now);
    s.kissCode = m_kissCode;
    s.sent = m_sent;
    s.accepted = m_accepted;
    s.bogus = m_bogus;
    s.old = m_old;
    s.unsynchronised = m_unsynchronised;
    s.far = m_far;
    s.untilAsked = m_nextPoll ? std::max(0.0, (*m_nextPoll - now).toSeconds()) : 0;
    s.sinceReachChanged = (now - m_reachChanged).toSeconds();
    s.badAuth = m_badAuth;
    s.authentic = m_authentic;
    s.keyState = context.keys.stateOf(m_source.key);
    s.interleaved = m_interleaved;
    s.eventCount = m_eventCount;
    s.lastEvent = m_lastEvent;
    return s;
}

} // namespace noonmark::engine
