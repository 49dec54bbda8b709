// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/clock/clock.h"
#include "core/transport/sharedengine.h"
#include "core/transport/socket.h"

#include <functional>
#include <memory>
#include <vector>

class QSocketNotifier;

namespace noonmark::transport {

// Further threads that answer clients, each at sockets of its own beside those of the driver's thread: the
// kernel deals the clients out by address and port (SO_REUSEPORT). There is one engine and one client table,
// so that limits, counters and lists are exact whichever thread a request meets; nine tenths of a request are
// spent in the kernel, where nothing is locked. What is no client's request is handed to the driver's thread.
class Workers
{
public:
    struct Handed
    {
        engine::Arrival arrival; // its bytes are those below
        std::vector<std::byte> bytes;
    };
    // Called in the driver's thread.
    using Take = std::function<void(const std::vector<Handed> &)>;

    Workers(SharedEngine &engine, const clock::Clock &clock, Take take);
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    // So many threads at the places of these sockets; those that were at others end.
    [[nodiscard]] Result<void> work(std::size_t count, const std::vector<UdpSocket *> &services);
    void stop();
    // Throws away what waits, see UdpSocket::discard().
    void discardWaiting();
    // What the workers did at each place since this was asked last.
    struct Done
    {
        Endpoint place;
        UdpSocket::Traffic traffic;
    };
    [[nodiscard]] std::vector<Done> takeTraffic();

private:
    class Worker;

    [[nodiscard]] Result<void> openGate();
    void hand(const engine::Arrival &arrival);
    void take();

    SharedEngine &m_engine;
    const clock::Clock &m_clock;
    Take m_take;
    std::vector<Endpoint> m_places;
    std::vector<Done> m_done; // of workers that have ended
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<Handed> m_handed; // under the lock
    Descriptor m_gate;            // an eventfd: something was handed over
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace noonmark::transport
