// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socketset.h"

#include "core/transport/localaddresses.h"
#include "core/transport/multicast.h"

#include <algorithm>
#include <utility>

namespace noonmark::transport {

SocketSet::Entry::Entry(std::uint16_t number, UdpSocket client, const Readable &readable)
    : socket(std::move(client))
    , where(socket.where())
    , notifier(new QSocketNotifier(socket.descriptor(), QSocketNotifier::Read, nullptr))
{
    QObject::connect(notifier, &QSocketNotifier::activated, notifier,
                     [this, number, readable] { readable(number, socket); });
}

SocketSet::Entry::Entry(UdpSocket service, ServicePlace there, const Readable &readable)
    : socket(std::move(service))
    , where(socket.where())
    , place(std::move(there))
{
    age.start();
    if (place.isDropped) {
        socket.deafen();
        return;
    }
    notifier = new QSocketNotifier(socket.descriptor(), QSocketNotifier::Read, nullptr);
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this, readable] { readable(0, socket); });
}

SocketSet::Entry::~Entry()
{
    if (notifier == nullptr)
        return;
    // The set may be emptied from inside this notifier's signal.
    notifier->setEnabled(false);
    notifier->deleteLater();
}

SocketSet::SocketSet(Readable readable)
    : m_readable(std::move(readable))
{}

SocketSet::~SocketSet() = default;

Result<void> SocketSet::openService(const DriverOptions &options, const engine::ListeningConfig &listening)
{
    m_options = options;
    auto opened = follow(listening);
    if (!opened)
        m_service.clear();
    return opened;
}

Result<void> SocketSet::follow(const engine::ListeningConfig &listening)
{
    m_listening = listening;
    for (const auto &[number, entry] : m_clients)
        entry->socket.mark(listening.dscp);
    for (const auto &entry : m_service)
        entry->socket.mark(listening.dscp);
    if (m_options.port == 0)
        return {};
    const std::vector<ServicePlace> wanted = servicePlaces(m_options, listening);
    // A wildcard takes the port alone, and lets others join it.
    const bool allAnew = std::ranges::any_of(wanted, [this](const ServicePlace &place) {
        const auto isOfFamily = [&](const auto &entry) { return entry->where.address.family() == place.address.family(); };
        return place.isWildcard() && !isOpen(place) && std::ranges::any_of(m_service, isOfFamily);
    });
    std::erase_if(m_service, [&](const auto &entry) {
        const bool isGone = allAnew || std::ranges::find(wanted, entry->place) == wanted.end();
        if (isGone)
            remember(entry->socket);
        return isGone;
    });
    Result<void> result;
    for (const ServicePlace &place : wanted) {
        if (auto opened = isOpen(place) ? Result<void>() : open(place); !opened)
            result = opened;
    }
    join(listening.groups());
    return result;
}

bool SocketSet::isOpen(const ServicePlace &place) const
{
    return std::ranges::any_of(m_service, [&](const auto &entry) { return entry->place == place; });
}

Result<void> SocketSet::open(const ServicePlace &place)
{
    UdpSocket *wildcard = place.isWildcard() ? nullptr : wildcardOf(place.address.family());
    auto socket = openBeside({place.address, m_options.port}, wildcard);
    const bool familyMissing = !socket && socket.error().failure == Failure::Unsupported;
    const bool wildcardServes = wildcard != nullptr && m_listening.interfaces.empty();
    // Who names an address means it; a wildcard means what there is.
    if ((familyMissing && place.isWildcard()) || (!socket && (place.isForGroup || wildcardServes)))
        return {};
    if (!socket)
        return tl::unexpected(socket.error());
    socket->mark(m_listening.dscp);
    if (!m_options.plainCalls && !place.isWildcard() && !place.isForGroup && !place.address.isLoopback())
        socket->serveOneAddress();
    m_service.push_back(std::make_unique<Entry>(std::move(*socket), place, m_readable));
    return {};
}

Result<UdpSocket> SocketSet::openBeside(const Endpoint &where, UdpSocket *wildcard) const
{
    if (m_options.plainCalls)
        return UdpSocket::plain(where);
    if (wildcard == nullptr)
        return UdpSocket::service(where);
    wildcard->letJoin(true);
    auto socket = UdpSocket::service(where, true);
    wildcard->letJoin(false);
    if (socket)
        socket->letJoin(false);
    return socket;
}

UdpSocket *SocketSet::wildcardOf(Family family)
{
    for (const auto &entry : m_service)
        if (entry->place.isWildcard() && entry->where.address.family() == family)
            return &entry->socket;
    return nullptr;
}

void SocketSet::letJoin(bool others)
{
    for (const auto &entry : m_service)
        entry->socket.letJoin(others);
}

std::vector<UdpSocket *> SocketSet::services()
{
    std::vector<UdpSocket *> all;
    for (const auto &entry : m_service)
        if (!entry->place.isDropped && !entry->place.isForGroup)
            all.push_back(&entry->socket);
    return all;
}

void SocketSet::count(const Endpoint &place, const UdpSocket::Traffic &traffic)
{
    for (const auto &entry : m_service) {
        if (entry->where == place) {
            entry->socket.traffic().add(traffic);
            return;
        }
    }
    m_gone.add(traffic);
}

void SocketSet::transmit(const engine::Transmit &datagram)
{
    if (datagram.remote.address.isMulticast()) {
        transmitToGroup(datagram);
        return;
    }
    if (UdpSocket *socket = datagram.socket == 0 ? serviceFor(datagram) : clientFor(datagram))
        static_cast<void>(socket->send(datagram.remote, datagram.local, datagram.bytes, datagram.request));
}

// By every interface on which we are: a group has no way of its own.
void SocketSet::transmitToGroup(const engine::Transmit &datagram)
{
    const Family family = datagram.remote.address.family();
    for (const unsigned interface : multicastInterfaces()) {
        UdpSocket *service = serviceOn(interface, family);
        const bool mayAsk = service != nullptr || m_listening.interfaces.empty();
        UdpSocket *socket = datagram.socket == 0 ? service : mayAsk ? clientFor(datagram) : nullptr;
        if (socket == nullptr)
            continue;
        aimMulticast(socket->descriptor(), family, interface, std::max<int>(1, datagram.ttl));
        static_cast<void>(socket->send(datagram.remote, datagram.local, datagram.bytes, datagram.request));
    }
}

void SocketSet::join(const std::vector<IpAddress> &groups)
{
    for (const IpAddress &group : groups)
        for (const auto &entry : m_service) {
            const bool hearsAll = entry->place.isWildcard() && entry->where.address.family() == group.family();
            if (hearsAll || entry->place.address == group)
                joinGroup(entry->socket.descriptor(), group);
        }
}

void SocketSet::close(std::uint16_t number)
{
    const auto entry = m_clients.find(number);
    if (entry == m_clients.end())
        return;
    remember(entry->second->socket);
    m_clients.erase(entry);
}

void SocketSet::closeAll()
{
    m_service.clear();
    m_clients.clear();
}

void SocketSet::discardWaiting()
{
    for (const auto &entry : m_service)
        entry->socket.discard();
    for (const auto &[number, entry] : m_clients)
        entry->socket.discard();
}

void SocketSet::remember(UdpSocket &socket)
{
    m_gone.add(socket.traffic());
}

engine::IoFacts SocketSet::facts() const
{
    engine::IoFacts facts;
    facts.received = m_gone.received;
    facts.sent = m_gone.sent;
    facts.sendFailures = m_gone.failures;
    const auto add = [&](const UdpSocket::Traffic &traffic) {
        facts.received += traffic.received;
        facts.sent += traffic.sent;
        facts.sendFailures += traffic.failures;
    };
    for (const auto &entry : m_service) {
        const UdpSocket::Traffic &traffic = entry->socket.traffic();
        add(traffic);
        facts.interfaces.push_back({.name = entry->place.name,
                                    .address = entry->where,
                                    .flags = entry->place.isWildcard() ? 0x81U : 0x01U, // ntpd's INT_UP, INT_WILDCARD
                                    .drops = entry->place.isDropped,
                                    .received = traffic.received,
                                    .sent = traffic.sent,
                                    .sendFailures = traffic.failures,
                                    .uptime = static_cast<double>(entry->age.elapsed()) / 1000});
    }
    for (const auto &[number, entry] : m_clients)
        add(entry->socket.traffic());
    return facts;
}

UdpSocket *SocketSet::serviceFor(const engine::Transmit &datagram)
{
    const IpAddress &remote = datagram.remote.address;
    const auto find = [this](const IpAddress &address) -> UdpSocket * {
        for (const auto &entry : m_service)
            if (entry->place.address == address && !entry->place.isDropped)
                return &entry->socket;
        return nullptr;
    };
    if (datagram.local)
        if (UdpSocket *asked = find(*datagram.local))
            return asked;
    if (UdpSocket *wildcard = find(remote.isV4() ? IpAddress::v4(0) : IpAddress::v6({})))
        return wildcard;
    const auto towards = addressTowards(remote);
    return towards ? find(*towards) : nullptr; // what leaves by an interface that is ignored does not leave
}

UdpSocket *SocketSet::serviceOn(unsigned interface, Family family)
{
    for (const auto &entry : m_service) {
        const bool isThere = entry->place.isWildcard() || entry->place.interface == interface;
        if (isThere && !entry->place.isDropped && !entry->place.isForGroup && entry->where.address.family() == family)
            return &entry->socket;
    }
    return nullptr;
}

UdpSocket *SocketSet::clientFor(const engine::Transmit &datagram)
{
    const Family family = datagram.remote.address.family();
    const auto known = m_clients.find(datagram.socket);
    if (known != m_clients.end() && known->second->where.address.family() == family)
        return &known->second->socket;
    auto socket = m_options.plainCalls ? UdpSocket::plain({IpAddress::v4(0), 0}) : UdpSocket::client(family);
    if (!socket)
        return nullptr; // no such family here, or no descriptors left: the engine sees no answer and asks
                        // again
    socket->mark(m_listening.dscp);
    auto &entry = m_clients[datagram.socket];
    entry = std::make_unique<Entry>(datagram.socket, std::move(*socket), m_readable);
    return &entry->socket;
}

} // namespace noonmark::transport
