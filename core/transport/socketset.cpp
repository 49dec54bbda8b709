// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socketset.h"

#include "core/transport/multicast.h"

namespace noonmark::transport {

SocketSet::Entry::Entry(std::uint16_t number, UdpSocket open, const Readable &readable)
    : socket(std::move(open))
    , where(socket.where())
    , notifier(new QSocketNotifier(socket.descriptor(), QSocketNotifier::Read, nullptr))
{
    QObject::connect(notifier, &QSocketNotifier::activated, notifier,
                     [this, number, readable] { readable(number, socket); });
}

SocketSet::Entry::~Entry()
{
    // The set may be emptied from inside this notifier's signal.
    notifier->setEnabled(false);
    notifier->deleteLater();
}

SocketSet::SocketSet(Readable readable)
    : m_readable(std::move(readable))
{}

SocketSet::~SocketSet() = default;

Result<void> SocketSet::openService(const DriverOptions &options)
{
    m_plain = options.plainCalls;
    if (options.port == 0)
        return {};
    const bool everywhere = options.listenOn.empty();
    const std::vector<IpAddress> wildcards{IpAddress::v4(0), IpAddress::v6({})};
    for (const IpAddress &address : everywhere ? wildcards : options.listenOn) {
        if (m_plain && !address.isV4())
            continue;
        const Endpoint where{address, options.port};
        auto socket = m_plain ? UdpSocket::plain(where) : UdpSocket::service(where);
        const bool familyMissing = !socket && socket.error().failure == Failure::Unsupported;
        if (familyMissing && everywhere)
            continue;
        if (!socket) {
            m_service.clear();
            return tl::unexpected(socket.error());
        }
        m_service.push_back(std::make_unique<Entry>(0, std::move(*socket), m_readable));
    }
    return {};
}

void SocketSet::transmit(const engine::Transmit &datagram)
{
    UdpSocket *socket = datagram.socket == 0 ? serviceFor(datagram) : clientFor(datagram);
    if (socket == nullptr)
        return;
    const IpAddress &to = datagram.remote.address;
    if (!to.isMulticast()) {
        static_cast<void>(socket->send(datagram.remote, datagram.local, datagram.bytes, datagram.request));
        return;
    }
    for (const unsigned interface : multicastInterfaces()) {
        aimMulticast(socket->descriptor(), to.family(), interface, std::max<int>(1, datagram.ttl));
        static_cast<void>(socket->send(datagram.remote, datagram.local, datagram.bytes, datagram.request));
    }
}

void SocketSet::join(const std::vector<IpAddress> &groups)
{
    for (const IpAddress &group : groups)
        for (const auto &entry : m_service)
            if (entry->where.address.isUnspecified() && entry->where.address.family() == group.family())
                joinGroup(entry->socket.descriptor(), group);
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
    m_gone.received += socket.traffic().received;
    m_gone.sent += socket.traffic().sent;
    m_gone.failures += socket.traffic().failures;
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
        const bool isV4 = entry->where.address.isV4();
        const char *wildcard = isV4 ? "v4wildcard" : "v6wildcard";
        engine::InterfaceFacts row;
        row.name = entry->where.address.isUnspecified() ? wildcard : entry->where.address.toString();
        row.address = entry->where;
        row.flags = entry->where.address.isUnspecified() ? 0x81 : 0x01; // ntpd's INT_UP, INT_WILDCARD
        row.received = traffic.received;
        row.sent = traffic.sent;
        row.sendFailures = traffic.failures;
        facts.interfaces.push_back(std::move(row));
    }
    for (const auto &[number, entry] : m_clients)
        add(entry->socket.traffic());
    return facts;
}

UdpSocket *SocketSet::serviceFor(const engine::Transmit &datagram)
{
    UdpSocket *wildcard = nullptr;
    for (const auto &entry : m_service) {
        if (datagram.local && entry->where.address == *datagram.local)
            return &entry->socket;
        if (entry->where.address.family() == datagram.remote.address.family())
            wildcard = &entry->socket;
    }
    return wildcard;
}

UdpSocket *SocketSet::clientFor(const engine::Transmit &datagram)
{
    const Family family = datagram.remote.address.family();
    const auto known = m_clients.find(datagram.socket);
    if (known != m_clients.end() && known->second->where.address.family() == family)
        return &known->second->socket;
    auto socket = m_plain ? UdpSocket::plain({IpAddress::v4(0), 0}) : UdpSocket::client(family);
    if (!socket)
        return nullptr; // no such family here, or no descriptors left: the engine sees no answer and asks
                        // again
    auto &entry = m_clients[datagram.socket];
    entry = std::make_unique<Entry>(datagram.socket, std::move(*socket), m_readable);
    return &entry->socket;
}

} // namespace noonmark::transport
