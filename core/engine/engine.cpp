// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/engine/accessnames.h"
#include "core/engine/controlresponder.h"
#include "core/engine/learningdiscipline.h"
#include "core/engine/remoteconfiguration.h"
#include "core/engine/rfc5905discipline.h"
#include "core/engine/server.h"
#include "core/engine/systemprocess.h"
#include "core/protocol/packet.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace noonmark::engine {

namespace {

using protocol::Mode;
using protocol::modeOf;

constexpr std::uint16_t ServiceSocket = 0;
constexpr std::uint16_t NtpPort = 123;
constexpr int LowestPoll = 3, DefaultMaxPoll = 10, HighestPoll = 17;
constexpr double SecondHand = 1;

std::unique_ptr<Discipline> makeDiscipline(const EngineConfig &config, Instant now)
{
    const double precision = std::ldexp(1.0, config.precision);
    if (config.discipline.method == DisciplineMethod::Rfc5905)
        return std::make_unique<Rfc5905Discipline>(config.discipline, precision, now);
    return std::make_unique<LearningDiscipline>(config.discipline, precision, now);
}

DaemonFacts factsOf(const EngineConfig &config)
{
    return {config.version, config.processor, config.system};
}

// Sources whose answers come to this address: each asks from a port of its own (RFC 9109), but by the interface that has
// the address. Who comes by none of the list's addresses counts for the socket that stands for all.
void countPeers(std::vector<InterfaceFacts> &interfaces, const std::vector<AssociationSnapshot> &associations)
{
    const auto find = [&interfaces](const IpAddress &address) {
        return std::ranges::find_if(interfaces, [&](const InterfaceFacts &one) { return one.address.address == address; });
    };
    for (const AssociationSnapshot &association : associations) {
        if (association.local.isUnspecified()) // it never answered, or is our own clock
            continue;
        auto row = find(association.local);
        if (row == interfaces.end())
            row = find(association.local.isV4() ? IpAddress::v4(0) : IpAddress::v6({}));
        if (row != interfaces.end())
            ++row->peers;
    }
}

} // namespace

class Engine::Private
{
public:
    Private(EngineConfig c, Random r, Now now)
        : config(std::move(c))
        , random(r)
        , sources(config.access, random)
        , system(makeDiscipline(config, now.monotonic), now.monotonic)
        , keys(config.authentication)
        , server(config, keys, random.split())
        , control(factsOf(config))
        , nonces(random.split())
        , started(now.monotonic)
        , nextTick(now.monotonic)
        , hour(now.monotonic)
    {}

    Context context(Now now) { return {now, config, random, outbox, keys, system.belief(), system.variables()}; }
    void arrivedForService(const Arrival &arrival, Now now);
    void arrivedForAssociation(const Arrival &arrival, Now now);
    void arrivedFromEqual(const Arrival &arrival, Now now);
    [[nodiscard]] Association *admit(const Arrival &arrival, Now now);
    void hand(const Arrival &arrival, Association &association, Now now);
    [[nodiscard]] bool mayAnswerGroup(const Arrival &arrival);
    void push(const Arrival &arrival, Bytes reply, std::uint64_t request);
    void answerControl(const Arrival &arrival, Now now);
    [[nodiscard]] Snapshot snapshot(Now now);
    [[nodiscard]] std::uint64_t processed() const;
    void markHour(Instant now);
    void readAccess(Now now);

    EngineConfig config;
    Random random;
    Outbox outbox;
    AccessNames accessNames;
    Sources sources;
    SystemProcess system;
    KeyRing keys;
    Server server;
    ControlResponder control;
    ControlNonce nonces;
    RemoteConfiguration remote;
    IoFacts io;
    Instant started;
    Instant nextTick;
    std::optional<Instant> leapAt;
    // As they stood at the last full hour.
    Instant hour;
    ServerCounters atHour;
    std::uint64_t processedAtHour = 0;
};

Engine::Engine(EngineConfig config, Random random, Now now)
    : m_d(std::make_unique<Private>(std::move(config), random, now))
{
    const Context context = m_d->context(now);
    m_d->system.start(context);
    m_d->readAccess(now);
    m_d->sources.configure(context);
}

Engine::~Engine() = default;

void Engine::arrived(const Arrival &arrival, Now now)
{
    if (arrival.socket == ServiceSocket)
        m_d->arrivedForService(arrival, now);
    else
        m_d->arrivedForAssociation(arrival, now);
}

void Engine::Private::arrivedForService(const Arrival &arrival, Now now)
{
    if (modeOf(arrival.bytes) == Mode::Control && !arrival.group.isMulticast()) {
        answerControl(arrival, now);
        return;
    }
    const Mode mode = modeOf(arrival.bytes);
    if (mode == Mode::SymmetricActive || mode == Mode::SymmetricPassive || mode == Mode::Broadcast) {
        arrivedFromEqual(arrival, now);
        return;
    }
    if (!mayAnswerGroup(arrival))
        return;
    std::array<std::byte, LargestReply> reply{};
    const auto length = server.answer(arrival, now, system.variables(), config, reply);
    if (!length)
        server.countUnwanted(); // answers and mode 7 are never answered: two servers would never stop
    else if (*length > 0)
        push(arrival, {reply.data(), *length}, server.interleaved().takeRequest());
}

void Engine::Private::push(const Arrival &arrival, Bytes reply, std::uint64_t request)
{
    outbox.push(Transmit{ServiceSocket, arrival.remote, arrival.local, request, {reply.begin(), reply.end()}, 0});
}

// A question to a group is answered by who was told to and has time to give (`manycastserver`): else all of them would
// answer one stranger.
bool Engine::Private::mayAnswerGroup(const Arrival &arrival)
{
    if (!arrival.group.isMulticast())
        return true;
    const auto &groups = config.listening.manycastGroups;
    if (std::find(groups.begin(), groups.end(), arrival.group) != groups.end() && system.variables().leap != 3)
        return true;
    server.countUnwanted();
    return false;
}

// Modes 1, 2 and 5: from an association, or from who may become one.
void Engine::Private::arrivedFromEqual(const Arrival &arrival, Now now)
{
    const bool isBroadcast = modeOf(arrival.bytes) == Mode::Broadcast;
    Association *known =
        isBroadcast ? sources.findBroadcaster(arrival.remote) : sources.findPeer(arrival.remote);
    if (!known && modeOf(arrival.bytes) != Mode::SymmetricPassive)
        known = admit(arrival, now);
    else if (!known)
        server.countUnwanted();
    if (known)
        hand(arrival, *known, now);
}

Association *Engine::Private::admit(const Arrival &arrival, Now now)
{
    std::array<std::byte, LargestReply> reply{};
    const Server::Guest guest = server.receiveGuest(arrival, now, system.variables(), config, reply);
    Association *association = nullptr;
    if (guest.isWelcome && arrival.remote.port == NtpPort) {
        SourceConfig source;
        const bool isBroadcast = guest.packet.mode == protocol::Mode::Broadcast;
        source.kind = isBroadcast ? SourceKind::BroadcastClient : SourceKind::Peer;
        source.name = arrival.remote.address.toString();
        source.key = guest.key;
        source.version = guest.packet.version;
        source.iburst = isBroadcast;
        source.minPoll = std::clamp<int>(guest.packet.poll, LowestPoll, HighestPoll);
        source.maxPoll = std::max(source.minPoll, DefaultMaxPoll);
        association = sources.welcome(source, arrival.remote, context(now));
    }
    if (association)
        association->askedAt(arrival.local);
    else if (guest.reply > 0)
        push(arrival, {reply.data(), guest.reply}, 0);
    return association;
}

void Engine::Private::answerControl(const Arrival &arrival, Now now)
{
    if (!server.admitsControl(arrival, now, config))
        return;
    const std::uint32_t flags = config.access.match(arrival.remote.address, arrival.remote.port).flags;
    ControlSession session{arrival.remote, now, flags, config.access, server.clients(), nonces, keys};
    if (auto lines = remote.take(arrival, session)) {
        outbox.push(std::move(*lines));
        return;
    }
    for (auto &fragment : control.respond(arrival.bytes, snapshot(now), &session))
        outbox.push(Transmit{ServiceSocket, arrival.remote, arrival.local, 0, std::move(fragment), 0});
    if (!session.countRead)
        return;
    if (Association *association = sources.find(*session.countRead))
        association->forgetEvents();
    else
        system.forgetEvents();
}

void Engine::Private::arrivedForAssociation(const Arrival &arrival, Now now)
{
    if (Association *association = sources.find(arrival.socket))
        hand(arrival, *association, now);
}

void Engine::Private::hand(const Arrival &arrival, Association &association, Now now)
{
    const Context context = this->context(now);
    system.settle(sources, context);
    const auto order = system.disciplineStatus().measuringFrequency ? SampleFilter::Order::NewestFirst
                                                                    : SampleFilter::Order::LeastDelay;
    if (association.isManycast()) {
        sources.offered(association, arrival, context);
        return;
    }
    const bool isBroadcast = arrival.socket == ServiceSocket && association.isBroadcastClient();
    switch (isBroadcast ? association.hear(arrival, order, context)
                        : association.receive(arrival, order, context)) {
    case Association::Reception::Refused:
        return;
    case Association::Reception::NoNews:
    case Association::Reception::Denied:
    case Association::Reception::Kissed:
    case Association::Reception::Unusable:
    case Association::Reception::NewSample:
        system.review(sources, context);
    }
}

void Engine::transmitted(const TransmitStamp &stamp, Now)
{
    m_d->server.interleaved().transmitted(stamp);
    for (const auto &association : m_d->sources.all())
        association->transmitted(stamp);
}

void Engine::clockChanged(const ClockChange &change, Now now)
{
    m_d->server.clockStepped(change.step, now.wall);
    m_d->system.clockChanged(change, m_d->sources, m_d->context(now));
}

void Engine::ioIs(IoFacts facts)
{
    m_d->io = std::move(facts);
}

void Engine::configured(std::uint32_t question, const std::string &answer, Now now)
{
    for (Transmit &reply : m_d->remote.answer(question, answer, m_d->snapshot(now), m_d->keys))
        m_d->outbox.push(std::move(reply));
}

void Engine::resolved(const NameAnswer &answer, Now now)
{
    const Context context = m_d->context(now);
    if (!m_d->accessNames.resolved(answer, context)) {
        m_d->sources.resolved(answer, context);
        return;
    }
    m_d->config.access = m_d->accessNames.table();
    m_d->sources.openAccess();
}

void Engine::Private::readAccess(Now now)
{
    accessNames.configure(config.access, config.namedAccess, context(now));
    if (accessNames.any())
        config.access = accessNames.table();
}

void Engine::expired(Now now)
{
    const Context context = m_d->context(now);
    m_d->accessNames.poll(context);
    if (m_d->sources.poll(m_d->system.poll(), context))
        m_d->system.review(m_d->sources, context);
    const bool leapDue = m_d->leapAt && now.monotonic >= *m_d->leapAt;
    if (now.monotonic < m_d->nextTick && !leapDue)
        return;
    m_d->system.tick(m_d->sources, context);
    m_d->markHour(now.monotonic);
    m_d->nextTick = std::max(m_d->nextTick, now.monotonic - NtpDuration::seconds(SecondHand)) +
                    NtpDuration::seconds(SecondHand);
    m_d->leapAt.reset();
    if (const auto left = m_d->system.untilLeap(context); left && *left < 2 * SecondHand)
        m_d->leapAt = now.monotonic + NtpDuration::seconds(*left);
}

bool Engine::dismiss(std::uint16_t association, Now now)
{
    const Context context = m_d->context(now);
    if (!m_d->sources.dismiss(association, context))
        return false;
    m_d->system.review(m_d->sources, context);
    return true;
}

void Engine::reconfigure(EngineConfig config, Now now)
{
    config.discipline.frequency = m_d->config.discipline.frequency;
    m_d->config = std::move(config);
    m_d->control = ControlResponder(factsOf(m_d->config));
    m_d->keys.replace(m_d->config.authentication);
    m_d->server.reconfigure(m_d->config);
    m_d->readAccess(now);
    const Context context = m_d->context(now);
    m_d->sources.configure(context);
    m_d->system.reconfigured(m_d->sources, context);
}

std::optional<std::size_t> Engine::answer(const Arrival &arrival, Now now, MutableBytes reply)
{
    if (arrival.group.isMulticast() || m_d->server.interleaved().isAskedFor(arrival.bytes))
        return std::nullopt;
    return m_d->server.answer(arrival, now, m_d->system.variables(), m_d->config, reply);
}

void Engine::expect(std::span<const Arrival> arrivals) const
{
    m_d->server.expect(arrivals);
}

std::optional<Instant> Engine::nextDeadline() const
{
    Instant first = m_d->nextTick;
    if (const auto poll = m_d->sources.deadline())
        first = std::min(first, *poll);
    if (const auto name = m_d->accessNames.deadline())
        first = std::min(first, *name);
    if (m_d->leapAt)
        first = std::min(first, *m_d->leapAt);
    return first;
}

std::optional<Effect> Engine::takeEffect()
{
    return m_d->outbox.take();
}

Snapshot Engine::snapshot(Now now) const
{
    return m_d->snapshot(now);
}

std::uint64_t Engine::Private::processed() const
{
    std::uint64_t sum = server.counters().answered;
    for (const auto &association : sources.all())
        sum += association->accepted();
    return sum;
}

void Engine::Private::markHour(Instant now)
{
    constexpr double anHour = 3600;
    if ((now - hour).toSeconds() < anHour)
        return;
    hour = now;
    atHour = server.counters();
    processedAtHour = processed();
}

Snapshot Engine::Private::snapshot(Now now)
{
    const Context context = this->context(now);
    Snapshot s;
    s.system = system.snapshot(context);
    s.leaps = factsOf(config.leaps, system.leapTime(now.wall));
    s.leaps.smearInterval = config.leapSmearInterval;
    s.leaps.smear = server.smearAt(now.wall, s.system.leap).toSeconds();
    for (const auto &association : sources.all())
        s.associations.push_back(association->snapshot(context));
    s.counters = server.counters();
    s.processed = processed();
    s.recent = {s.counters.since(atHour), s.processed - std::min(s.processed, processedAtHour),
                (now.monotonic - hour).toSeconds()};
    s.keys = keys.counters();
    s.io = io;
    countPeers(s.io.interfaces, s.associations);
    s.clients = server.clients().statistics(now.wall);
    s.selection = config.selection;
    s.uptime = (now.monotonic - started).toSeconds();
    return s;
}

} // namespace noonmark::engine
