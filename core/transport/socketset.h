// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/transport/enginedriver.h"
#include "core/transport/serviceplaces.h"
#include "core/transport/socket.h"

#include <QElapsedTimer>
#include <QSocketNotifier>

#include <functional>
#include <map>
#include <memory>

namespace noonmark::transport {

// All sockets of one engine: those that listen, and one of its own for each association that asks (RFC 9109),
// opened by its first question.
class SocketSet
{
public:
    // Called when a socket has something to say; number 0 is the service.
    using Readable = std::function<void(std::uint16_t number, UdpSocket &socket)>;

    explicit SocketSet(Readable readable);
    ~SocketSet();
    SocketSet(const SocketSet &) = delete;
    SocketSet &operator=(const SocketSet &) = delete;

    [[nodiscard]] Result<void> openService(const DriverOptions &options, const engine::ListeningConfig &listening);
    // Opens and closes what the rules now mean, as addresses come and go, and hears the groups. Those of before go on
    // being heard, and are nobody's. What does not open is told; the rest does.
    [[nodiscard]] Result<void> follow(const engine::ListeningConfig &listening);
    // Those that clients are answered from.
    [[nodiscard]] std::vector<UdpSocket *> services();
    // While others of ours are opened beside them, see UdpSocket::letJoin().
    void letJoin(bool others);
    // What was done there by others on our behalf.
    void count(const Endpoint &place, const UdpSocket::Traffic &traffic);
    void transmit(const engine::Transmit &datagram);
    void close(std::uint16_t number);
    void closeAll();
    void discardWaiting();
    // All traffic since the start, and the sockets that listen.
    [[nodiscard]] engine::IoFacts facts() const;

private:
    struct Entry
    {
        Entry(std::uint16_t number, UdpSocket client, const Readable &readable);
        Entry(UdpSocket service, ServicePlace there, const Readable &readable);
        ~Entry();

        UdpSocket socket;
        Endpoint where;
        ServicePlace place;                  // of the service
        QElapsedTimer age;
        QSocketNotifier *notifier = nullptr; // none: nobody looks at what comes
    };

    [[nodiscard]] bool isOpen(const ServicePlace &place) const;
    [[nodiscard]] Result<void> open(const ServicePlace &place);
    [[nodiscard]] Result<UdpSocket> openBeside(const Endpoint &where, UdpSocket *wildcard) const;
    [[nodiscard]] UdpSocket *wildcardOf(Family family);
    void join(const std::vector<IpAddress> &groups);
    void transmitToGroup(const engine::Transmit &datagram);
    void remember(UdpSocket &socket);
    // Which speaks for us there.
    [[nodiscard]] UdpSocket *serviceOn(unsigned interface, Family family);
    [[nodiscard]] UdpSocket *serviceFor(const engine::Transmit &datagram);
    [[nodiscard]] UdpSocket *clientFor(const engine::Transmit &datagram);

    Readable m_readable;
    DriverOptions m_options;
    engine::ListeningConfig m_listening;
    UdpSocket::Traffic m_gone; // of the sockets that are closed
    std::vector<std::unique_ptr<Entry>> m_service;
    std::map<std::uint16_t, std::unique_ptr<Entry>> m_clients;
};

} // namespace noonmark::transport
