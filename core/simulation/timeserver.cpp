// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/timeserver.h"

#include <algorithm>

namespace noonmark::simulation {

TimeServer::TimeServer(const ServerOptions &serverOptions, World &world)
    : Host(serverOptions.address)
    , options(serverOptions)
    , m_world(world)
{}

void TimeServer::arrive(const Datagram &datagram)
{
    const auto request = protocol::decode(datagram.bytes);
    if (!request || request->packet.mode != protocol::Mode::Client || datagram.to.port != 123)
        return;
    ++m_requests;
    if (options.mute)
        return;
    protocol::Packet reply;
    reply.leap = options.leap.value_or(static_cast<protocol::Leap>(m_world.leapAnnounced()));
    reply.version = request->packet.version;
    reply.mode = protocol::Mode::Server;
    reply.stratum = options.stratum;
    reply.poll = request->packet.poll;
    reply.precision = options.precision;
    reply.rootDelay = protocol::shortFromSeconds(options.rootDelay);
    reply.rootDispersion = protocol::shortFromSeconds(options.rootDispersion);
    reply.refid = options.refid;
    reply.reference = time();
    reply.origin = request->packet.transmit;
    reply.receive = time();
    reply.transmit = time();
    if (options.kiss != 0) {
        reply.leap = protocol::Leap::Unsynchronised;
        reply.stratum = 0;
        reply.refid = options.kiss;
        reply.poll = options.kissPoll;
        reply.receive = reply.origin;
        reply.transmit = reply.origin;
    }
    Datagram answer{datagram.to, datagram.from, std::vector<std::byte>(protocol::HeaderSize)};
    protocol::encode(reply, answer.bytes);
    m_world.send(answer);
}

NtpTimestamp TimeServer::time() const
{
    const NtpTimestamp exact =
        m_world.utc() + NtpDuration::seconds(options.offset + options.drift * m_world.seconds());
    const int hidden = std::clamp(32 + options.precision, 0, 32); // bits below the tick
    return NtpTimestamp::fromUnits(exact.units() >> hidden << hidden);
}

} // namespace noonmark::simulation
