// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/server.h"

#include "core/protocol/packet.h"
#include "core/protocol/refid.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

using protocol::Mode;
using protocol::Packet;

constexpr std::size_t RememberedClients = 8192;
constexpr std::uint8_t ClientMode = 3;
constexpr std::uint32_t FlakeOneIn = 10;

bool isClientRequest(Bytes bytes)
{
    if (bytes.empty())
        return false;
    const auto first = static_cast<std::uint8_t>(bytes[0]);
    const int mode = first & 7;
    const int version = first >> 3 & 7;
    return mode == ClientMode || (mode == 0 && version == 1); // NTPv1 had no mode field
}

// No honest host asks from these: answering would send the reply to ourselves, to many, or to a clock driver
// (CVE-2014-9298, CVE-2016-1551).
bool impossibleSource(const Arrival &arrival)
{
    const IpAddress &address = arrival.remote.address;
    const bool strayLoopback = address.isLoopback() && !arrival.fromLoopbackInterface;
    return arrival.remote.port == 0 || strayLoopback || address.isReferenceClock() || address.isMulticast() ||
           address.isUnspecified();
}

Packet answerTo(const Packet &request, const Arrival &arrival, Now now, const SystemState &system)
{
    Packet packet;
    packet.leap = static_cast<protocol::Leap>(system.leap & 3);
    packet.version = request.version;
    packet.mode = Mode::Server;
    packet.stratum = system.stratum >= 16 ? std::uint8_t{0} : system.stratum;
    packet.poll = request.poll;
    packet.rootDelay = protocol::shortFromSeconds(system.rootDelay);
    packet.refid = system.refid;
    packet.reference = system.reftime;
    packet.origin = request.transmit;
    packet.receive = arrival.received;
    packet.transmit = now.wall;
    return packet;
}

Packet kissOfDeath(const Packet &request, int minimumPoll)
{ // Our time does not leak to a host that we refuse: every stamp is its own (PROTOCOL 7.2, measured).
    Packet packet;
    packet.leap = protocol::Leap::Unsynchronised;
    packet.version = request.version;
    packet.mode = Mode::Server;
    packet.poll = static_cast<std::int8_t>(std::max<int>(request.poll, minimumPoll));
    packet.precision = request.precision;
    packet.rootDelay = request.rootDelay;
    packet.rootDispersion = request.rootDispersion;
    packet.refid = protocol::refidFromText("RATE");
    packet.reference = request.reference;
    packet.origin = request.transmit;
    packet.receive = request.transmit;
    packet.transmit = request.transmit;
    return packet;
}

} // namespace

Server::Server(const EngineConfig &config, Random random)
    : m_limiter(config.access.dialect(), config.rateLimit)
    , m_clients(RememberedClients, random.split())
    , m_random(random)
{}

void Server::reconfigure(const EngineConfig &config)
{
    m_limiter = RateLimiter(config.access.dialect(), config.rateLimit);
}

std::optional<std::size_t> Server::answer(const Arrival &arrival, Now now, const SystemState &system,
                                          const EngineConfig &config, MutableBytes reply)
{
    if (!isClientRequest(arrival.bytes))
        return std::nullopt;
    ++m_counters.received;
    const auto decoded = protocol::decode(arrival.bytes);
    const bool wellFormed = decoded && decoded->mac.empty() && !impossibleSource(arrival); // keys: not yet
    if (!wellFormed || reply.size() < protocol::HeaderSize) {
        ++m_counters.badFormat;
        return 0;
    }
    const std::uint32_t flags = config.access.match(arrival.remote.address, arrival.remote.port).flags;
    if (refusedByAccess(flags, decoded->packet.version))
        return 0;

    const RateLimiter::Ruling ruling = rule(arrival, now, flags, config);
    const bool mayKiss = (flags & AccessFlag::KissOfDeath) != 0;
    if (ruling != RateLimiter::Ruling::Pass) {
        ++m_counters.limited;
        if (ruling == RateLimiter::Ruling::Drop || !mayKiss)
            return 0;
        ++m_counters.kissesSent;
        protocol::encode(kissOfDeath(decoded->packet, config.rateLimit.average), reply);
        return protocol::HeaderSize;
    }
    Packet packet = answerTo(decoded->packet, arrival, now, system);
    packet.precision = static_cast<std::int8_t>(config.precision);
    packet.rootDispersion =
        protocol::shortFromSeconds(system.rootDispersionAt(now.monotonic, config.discipline.dispersion));
    protocol::encode(packet, reply);
    ++m_counters.answered;
    return protocol::HeaderSize;
}

bool Server::admitsControl(const Arrival &arrival, Now now, const EngineConfig &config)
{
    ++m_counters.received;
    ++m_counters.controlRequests;
    const std::uint32_t flags = config.access.match(arrival.remote.address, arrival.remote.port).flags;
    if (impossibleSource(arrival) || (flags & (AccessFlag::Ignore | AccessFlag::NoQuery)) != 0) {
        ++m_counters.restricted;
        return false;
    }
    if (rule(arrival, now, flags, config) == RateLimiter::Ruling::Pass)
        return true;
    ++m_counters.limited;
    return false;
}

bool Server::refusedByAccess(std::uint32_t flags, std::uint8_t version)
{
    const bool closed = (flags & (AccessFlag::Ignore | AccessFlag::NoServe | AccessFlag::NoTrust)) != 0;
    const bool oldVersion = (flags & AccessFlag::Version) != 0 && version != 4;
    const bool unlucky = (flags & AccessFlag::Flake) != 0 && m_random.below(FlakeOneIn) == 0;
    if (!closed && !oldVersion && !unlucky)
        return false;
    ++m_counters.restricted;
    return true;
}

RateLimiter::Ruling Server::rule(const Arrival &arrival, Now now, std::uint32_t flags,
                                 const EngineConfig &config)
{
    ClientRecord *client = m_clients.touch(arrival.remote, now.monotonic, config.rateLimit.monitor);
    if (!client)
        return RateLimiter::Ruling::Pass;
    const auto ruling = m_limiter.judge(*client, now.monotonic);
    const auto first = static_cast<std::uint8_t>(arrival.bytes[0]);
    client->last = now.monotonic;
    client->version = first >> 3 & 7;
    client->mode = first & 7;
    ++client->packets;
    return (flags & AccessFlag::Limited) != 0 ? ruling : RateLimiter::Ruling::Pass;
}

} // namespace noonmark::engine
