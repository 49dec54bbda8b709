// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"
#include "core/protocol/refid.h"

// A master that follows one of two upstreams and has its own clock in reserve.
inline noonmark::engine::AssociationSnapshot upstream(std::uint16_t id, const char *address)
{
    using namespace noonmark;
    engine::AssociationSnapshot a;
    a.id = id;
    a.source.name = address;
    a.remote = {*IpAddress::parse(address), 123};
    a.local = *IpAddress::parse("192.0.2.100");
    a.tally = engine::Tally::Candidate;
    a.leap = 0;
    a.stratum = 2;
    a.peerMode = 4;
    a.hostPoll = 6;
    a.peerPoll = 6;
    a.precision = -24;
    a.rootDelay = 0.0125;
    a.rootDispersion = 0.0025;
    a.refid = 0xcb007107; // 203.0.113.7
    a.reftime = NtpTimestamp::fromUnits(0xeeaa832da4313706);
    a.received = NtpTimestamp::fromUnits(0xeeaa83369db65add);
    a.sinceReceived = 12;
    a.reach = 0xff;
    a.delay = 0.000412;
    a.offset = 0.000214;
    a.jitter = 0.000031;
    a.dispersion = 0.0005;
    a.rootDistance = 0.0123;
    a.headway = 35.6;
    for (std::size_t i = 0; i < a.filter.size(); ++i)
        a.filter[i] = {0.0004, 0.0002 + 0.00001 * static_cast<double>(i), 0.0001};
    a.sent = 20;
    a.accepted = 18;
    a.bogus = 1;
    a.eventCount = 1;
    a.lastEvent = 4;
    return a;
}

inline noonmark::engine::AssociationSnapshot localClock(std::uint16_t id)
{
    using namespace noonmark;
    engine::AssociationSnapshot a;
    a.id = id;
    a.source.kind = engine::SourceKind::LocalClock;
    a.source.name = "127.127.1.0";
    a.source.localStratum = 10;
    a.leap = 0;
    a.stratum = 10;
    a.peerMode = 4;
    a.refid = protocol::refidFromText("LOCL");
    a.received = NtpTimestamp::fromUnits(0xeeaa83369db65add);
    a.sinceReceived = 40;
    a.reach = 0x1f;
    a.eventCount = 1;
    a.lastEvent = 4;
    return a;
}

inline noonmark::engine::Snapshot sampleSnapshot()
{
    using namespace noonmark;
    engine::Snapshot s;
    s.system.leap = 0;
    s.system.stratum = 3;
    s.system.precision = -24;
    s.system.rootDelay = 0.0129;
    s.system.rootDispersion = 0.0031;
    s.system.rootDistance = 0.0096;
    s.system.refid = 0xc000020a; // 192.0.2.10
    s.system.reftime = NtpTimestamp::fromUnits(0xeeaa83369db65add);
    s.system.clock = NtpTimestamp::fromUnits(0xeeaa834280f083fe);
    s.system.peer = 1001;
    s.system.offset = 0.000214;
    s.system.frequency = -12.345;
    s.system.systemJitter = 0.000031;
    s.system.clockJitter = 0.00002;
    s.system.clockWander = 0.004;
    s.system.state = engine::DisciplineState::Synchronised;
    s.system.statusSource = 6;
    s.system.eventCount = 3;
    s.system.lastEvent = 5;
    s.associations = {upstream(1001, "192.0.2.10"), upstream(1002, "2001:db8::1"), localClock(1003)};
    s.associations[0].tally = engine::Tally::SystemPeer;
    s.associations[0].lastEvent = 10;
    s.associations[1].source.name = "ntp2.example";
    s.counters.received = 100;
    s.counters.answered = 80;
    s.counters.badFormat = 1;
    s.counters.restricted = 2;
    s.counters.limited = 3;
    s.counters.kissesSent = 4;
    s.counters.controlRequests = 15;
    s.uptime = 3600.7;
    return s;
}
