// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/server.h"

#include "core/engine/ownheader.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <utility>

namespace noonmark::engine {

namespace {

using protocol::Mode;
using protocol::Packet;

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

// Only what is a MAC beyond doubt is told that it is wrong: answering every odd tail is a reflector. Key
// numbers above 16 bits were Autokey's; most often they are the type and length of a short extension field.
bool deservesCryptoNak(const protocol::Decoded &request, Dialect dialect)
{
    constexpr std::uint32_t highestKey = 65535;
    ByteReader reader(request.mac);
    const std::uint32_t key = reader.u32();
    return dialect != Dialect::Ntpsec && request.extensions.empty() && key != 0 && key <= highestKey;
}

std::uint32_t flagsFor(const Arrival &arrival, const AccessTable &access)
{
    const AccessEntry &entry = access.match(arrival.remote.address, arrival.remote.port);
    ++entry.hits;
    return entry.flags;
}

Packet answerTo(const Packet &request, const Arrival &arrival, Now now, const SystemState &system,
                const EngineConfig &config)
{
    Packet packet = ownHeader(system, config, now.monotonic);
    packet.version = request.version;
    packet.mode = request.mode == Mode::SymmetricActive ? Mode::SymmetricPassive : Mode::Server;
    packet.poll = request.poll;
    packet.origin = request.transmit;
    packet.receive = arrival.received;
    packet.transmit = now.wall;
    return packet;
}

// Strangers may become associations only if nothing speaks against it (ntpd's AM_NEWPASS and AM_NEWBCL).
bool needsKey(std::uint32_t flags, const EngineConfig &config)
{
    return config.authentication.required || (flags & (AccessFlag::NoPeer | AccessFlag::NoTrust)) != 0;
}

bool isListenedTo(const IpAddress &group, const ListeningConfig &listening)
{
    const auto &groups = listening.broadcastGroups;
    return group.isMulticast() ? std::find(groups.begin(), groups.end(), group) != groups.end()
                               : listening.broadcasts;
}

// A host without time may still become a peer, which is then told ours.
bool hasUsableTime(const Packet &packet, const SelectionConfig &selection)
{
    return packet.leap != protocol::Leap::Unsynchronised && packet.stratum > 0 &&
           packet.stratum >= selection.floor && packet.stratum < selection.ceiling;
}

// As ntpd smears.
void shift(Packet &packet, NtpDuration smear)
{
    packet.refid = LeapSmear::refid(smear);
    packet.reference = packet.reference + smear;
    packet.receive = packet.receive + smear;
    packet.transmit = packet.transmit + smear;
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

Server::Server(const EngineConfig &config, KeyRing &keys, Random random)
    : m_keys(keys)
    , m_limiter(config.access.dialect(), config.rateLimit)
    , m_smear(config)
    , m_clients(config.rememberedClients, random.split())
    , m_random(random)
{}

void Server::reconfigure(const EngineConfig &config)
{
    const RateLimiter before = std::exchange(m_limiter, RateLimiter(config.access.dialect(), config.rateLimit));
    if (before.countsByScore() != m_limiter.countsByScore())
        m_clients.forgetScores();
    m_smear.configure(config);
    if (m_clients.capacity() != config.rememberedClients)
        m_clients = ClientTable(config.rememberedClients, m_random.split());
}

void Server::expect(std::span<const Arrival> arrivals) const
{
    std::array<IpAddress, 32> hosts;
    const std::size_t count = std::min(arrivals.size(), hosts.size());
    for (std::size_t i = 0; i < count; ++i)
        hosts[i] = arrivals[i].remote.address;
    m_clients.expect(std::span(hosts).first(count));
}

std::optional<std::size_t> Server::answer(const Arrival &arrival, Now now, const SystemState &system,
                                          const EngineConfig &config, MutableBytes reply)
{
    if (!isClientRequest(arrival.bytes))
        return std::nullopt;
    ++m_counters.received;
    if (impossibleSource(arrival)) {
        ++m_counters.declined;
        return 0;
    }
    const auto decoded = protocol::decode(arrival.bytes);
    const bool cryptoNak = decoded && decoded->mac.size() == protocol::KeyNumberSize;
    if (!decoded || cryptoNak || reply.size() < protocol::HeaderSize) {
        ++m_counters.badFormat;
        return 0;
    }
    countVersion(decoded->packet);
    const std::uint32_t flags = flagsFor(arrival, config.access);
    if (refusedByAccess(flags, decoded->packet.version))
        return 0;

    const RateLimiter::Ruling ruling = rule(arrival, now, flags, config);
    if (ruling == RateLimiter::Ruling::Drop)
        return 0;
    // Only now: a flood must not make us compute digests.
    const Signature signature = decoded->mac.empty() ? Signature{} : check(*decoded, arrival);
    if (refusedByTrust(signature, flags))
        return 0;
    if (ruling == RateLimiter::Ruling::Kiss) {
        if (signature.worth == Signature::Worth::Bad)
            return 0;
        ++m_counters.kissesSent;
        return finish(kissOfDeath(decoded->packet, config.rateLimit.average), signature, reply);
    }
    if (signature.worth == Signature::Worth::Bad && !deservesCryptoNak(*decoded, config.access.dialect()))
        return 0;
    Packet packet = answerTo(decoded->packet, arrival, now, system, config);
    if (!smear(packet, system, now))
        m_interleaved.answer(decoded->packet, packet);
    if (signature.worth != Signature::Worth::Bad)
        ++m_counters.answered;
    return finish(packet, signature, reply);
}

Server::Guest Server::receiveGuest(const Arrival &arrival, Now now, const SystemState &system,
                                   const EngineConfig &config, MutableBytes reply)
{
    ++m_counters.received;
    const auto decoded = protocol::decode(arrival.bytes);
    const bool toOneself = arrival.remote.address == arrival.local;
    const bool isBroadcast = decoded && decoded->packet.mode == Mode::Broadcast;
    if (impossibleSource(arrival) || toOneself ||
        (isBroadcast && !isListenedTo(arrival.group, config.listening))) {
        ++m_counters.declined;
        return {};
    }
    if (!decoded || decoded->mac.size() == protocol::KeyNumberSize) {
        ++m_counters.badFormat;
        return {};
    }
    countVersion(decoded->packet);
    const std::uint32_t flags = flagsFor(arrival, config.access);
    const bool kept = refusedByAccess(flags, decoded->packet.version) ||
                      rule(arrival, now, flags & ~AccessFlag::KissOfDeath, config) != RateLimiter::Ruling::Pass;
    if (kept)
        return {};
    const Signature signature = decoded->mac.empty() ? Signature{} : check(*decoded, arrival);
    if (signature.worth == Signature::Worth::Bad || refusedByTrust(signature, flags))
        return {};
    const Packet &packet = decoded->packet;
    const bool isTrusted = signature.worth == Signature::Worth::Good || !needsKey(flags, config);
    const bool synchronised = packet.leap != protocol::Leap::Unsynchronised;
    const bool isUseful = hasUsableTime(packet, config.selection) || (!isBroadcast && !synchronised);
    Guest guest;
    guest.packet = packet;
    guest.key = signature.key;
    guest.isWelcome = isTrusted && isUseful && (flags & AccessFlag::NoEpeer) == 0;
    // ntpsec 1.2.2 knows no symmetric mode.
    if (!isBroadcast && config.access.dialect() != Dialect::Ntpsec) {
        Packet answer = answerTo(packet, arrival, now, system, config);
        static_cast<void>(smear(answer, system, now));
        guest.reply = finish(answer, signature, reply);
    }
    return guest;
}

// Whether the answer is of another time than our own. Who follows a time that is smeared must not hear of the
// leap second at all, or he makes it once more: like ntpd (set_sys_leap) we keep still about it all the time.
// Peers and listeners to broadcasts get our own time, and are told.
bool Server::smear(Packet &packet, const SystemState &system, Now now) const
{
    if (!m_smear.isWanted())
        return false;
    if (packet.leap != protocol::Leap::Unsynchronised)
        packet.leap = protocol::Leap::None;
    const auto by = m_smear.at(now.wall, system.leap);
    if (by)
        shift(packet, *by);
    return by.has_value();
}

void Server::countVersion(const Packet &request)
{
    ++(request.version == 4 ? m_counters.currentVersion : m_counters.oldVersion);
    if (request.version != 1)
        return;
    if (request.mode == Mode::SymmetricActive)
        ++m_counters.version1Symmetric;
    else
        ++(request.mode == Mode::Client ? m_counters.version1Client : m_counters.version1Zero);
}

Server::Signature Server::check(const protocol::Decoded &request, const Arrival &arrival)
{
    const Bytes message = arrival.bytes.first(arrival.bytes.size() - request.mac.size());
    const std::uint32_t key = m_keys.verify(message, request.mac, arrival.remote.address);
    if (key != 0)
        return {Signature::Worth::Good, key, request.mac.size() > protocol::LongestMac};
    ++m_counters.badAuth;
    return {Signature::Worth::Bad, 0, false};
}

bool Server::refusedByTrust(const Signature &signature, std::uint32_t flags)
{
    const bool refused = (flags & AccessFlag::NoTrust) != 0 && signature.worth != Signature::Worth::Good;
    m_counters.restricted += refused ? 1 : 0;
    return refused;
}

std::size_t Server::finish(const Packet &packet, const Signature &signature, MutableBytes reply)
{
    protocol::encode(packet, reply);
    std::size_t length = protocol::HeaderSize;
    if (signature.worth == Signature::Worth::Good)
        return m_keys.sign(signature.key, reply, length, signature.whole);
    if (signature.worth == Signature::Worth::None)
        return length;
    if (reply.size() < length + protocol::KeyNumberSize)
        return 0;
    ++m_counters.cryptoNaks;
    for (int i = 0; i < 4; ++i)
        reply[length++] = std::byte{0};
    return length;
}

bool Server::admitsControl(const Arrival &arrival, Now now, const EngineConfig &config)
{
    ++m_counters.received;
    ++m_counters.controlRequests;
    const std::uint32_t flags = flagsFor(arrival, config.access);
    if (impossibleSource(arrival) || (flags & (AccessFlag::Ignore | AccessFlag::NoQuery)) != 0) {
        ++m_counters.restricted;
        return false;
    }
    // No kiss of death is known in mode 6.
    return rule(arrival, now, flags & ~AccessFlag::KissOfDeath, config) == RateLimiter::Ruling::Pass;
}

bool Server::refusedByAccess(std::uint32_t flags, std::uint8_t version)
{
    const bool closed = (flags & (AccessFlag::Ignore | AccessFlag::NoServe)) != 0;
    const bool oldVersion = (flags & AccessFlag::Version) != 0 && version != 4;
    const bool unlucky = (flags & AccessFlag::Flake) != 0 && m_random.below(FlakeOneIn) == 0;
    if (!closed && !oldVersion && !unlucky)
        return false;
    ++m_counters.restricted;
    return true;
}

// The table remembers every host; only those of a `limited` entry are slowed down, and only with `kod` told
// so.
RateLimiter::Ruling Server::rule(const Arrival &arrival, Now now, std::uint32_t flags,
                                 const EngineConfig &config)
{
    const ClientTable::Cursor client =
        m_clients.touch(arrival.remote, now.wall, config.rateLimit.monitor);
    if (client == ClientTable::End)
        return RateLimiter::Ruling::Pass;
    auto [ruling, score] = m_limiter.judge(m_clients.past(client, now.wall));
    if ((flags & AccessFlag::Limited) == 0)
        ruling = RateLimiter::Ruling::Pass;
    else if (ruling == RateLimiter::Ruling::Kiss && (flags & AccessFlag::KissOfDeath) == 0)
        ruling = RateLimiter::Ruling::Drop;
    const bool isLimited = ruling != RateLimiter::Ruling::Pass;
    m_counters.limited += isLimited ? 1 : 0;
    // As ntpq shows them: L and K stand for what was done to the last packet, not for what may be done.
    std::uint32_t applied = isLimited ? AccessFlag::Limited : 0;
    if (ruling == RateLimiter::Ruling::Kiss)
        applied |= AccessFlag::KissOfDeath;
    const auto first = static_cast<std::uint8_t>(arrival.bytes[0]);
    ClientTable::Visit visit{static_cast<std::uint8_t>(first >> 3 & 7), static_cast<std::uint8_t>(first & 7)};
    visit.dropped = isLimited;
    visit.flags = (flags & ~(AccessFlag::Limited | AccessFlag::KissOfDeath)) | applied;
    visit.score = score;
    m_clients.note(client, now.wall, visit);
    return ruling;
}

} // namespace noonmark::engine
