// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/workers.h"

#include "core/transport/responder.h"

#include <QElapsedTimer>
#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>

namespace noonmark::transport {

namespace {

constexpr NtpDuration Turn = NtpDuration::milliseconds(1); // for one socket, before the others get theirs
constexpr std::size_t MostHanded = 256;       // a flood of what is no request shall not fill the memory
constexpr int ForgetInterfacesAfter = 60'000; // ms; indices are given anew when interfaces come and go

Result<Descriptor> makeEvent()
{
    Descriptor event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!event.isOpen())
        return failed(Failure::System, {"eventfd", std::strerror(errno)});
    return event;
}

} // namespace

// One thread, from its making to its end.
class Workers::Worker
{
public:
    Worker(Workers &all, std::vector<UdpSocket> sockets, Descriptor end)
        : m_all(all)
        , m_end(std::move(end))
        , m_sockets(std::move(sockets))
        , m_responder(
              all.m_clock, all.m_engine.steps(),
              [this](const engine::Arrival &arrival, Now now, MutableBytes reply) {
                  return answer(arrival, now, reply);
              },
              [this](const engine::Arrival &arrival, Now) { m_all.hand(arrival); },
              [this](std::span<const engine::Arrival> arrivals) { m_all.m_engine->expect(arrivals); })
    {
        m_responder.shareUnder(all.m_engine.lock());
        m_thread = std::thread([this] { run(); });
    }
    ~Worker()
    {
        eventfd_write(m_end.number(), 1);
        m_thread.join();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    [[nodiscard]] std::vector<UdpSocket> &sockets() { return m_sockets; }

private:
    // What went to a group came to the driver's thread, too, and is its own to answer.
    std::optional<std::size_t> answer(const engine::Arrival &arrival, Now now, MutableBytes reply)
    {
        if (!arrival.group.isUnspecified())
            return 0;
        return m_all.m_engine->answer(arrival, now, reply);
    }

    void run()
    {
        std::vector<pollfd> waiting;
        for (const UdpSocket &socket : m_sockets)
            waiting.push_back({socket.descriptor(), POLLIN, 0});
        waiting.push_back({m_end.number(), POLLIN, 0});
        QElapsedTimer remembered;
        remembered.start();
        while (waiting.back().revents == 0) {
            if (poll(waiting.data(), waiting.size(), ForgetInterfacesAfter) < 0 && errno != EINTR)
                return;
            for (std::size_t i = 0; i < m_sockets.size(); ++i)
                if (waiting[i].revents != 0)
                    m_responder.serve(m_sockets[i], Turn);
            if (remembered.hasExpired(ForgetInterfacesAfter)) {
                m_responder.arrivals().forgetInterfaces();
                remembered.start();
            }
        }
    }

    Workers &m_all;
    Descriptor m_end; // an eventfd
    std::vector<UdpSocket> m_sockets;
    Responder m_responder;
    std::thread m_thread;
};

Workers::Workers(SharedEngine &engine, const clock::Clock &clock, Take take)
    : m_engine(engine)
    , m_clock(clock)
    , m_take(std::move(take))
{}

Workers::~Workers()
{
    stop();
}

Result<void> Workers::work(std::size_t count, const std::vector<UdpSocket *> &services)
{
    std::vector<Endpoint> places;
    for (const UdpSocket *service : services)
        places.push_back(service->where());
    if (count == m_workers.size() && places == m_places)
        return {};
    stop();
    if (count == 0 || services.empty())
        return {};
    if (const auto open = openGate(); !open)
        return open;
    m_places = places;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<UdpSocket> sockets;
        for (const UdpSocket *service : services) {
            auto twin = service->twin();
            if (!twin)
                return tl::unexpected(twin.error());
            sockets.push_back(std::move(*twin));
        }
        auto end = makeEvent();
        if (!end)
            return tl::unexpected(end.error());
        m_workers.push_back(std::make_unique<Worker>(*this, std::move(sockets), std::move(*end)));
    }
    return {};
}

void Workers::stop()
{
    m_done = takeTraffic();
    m_workers.clear();
    m_places.clear();
    m_handed.clear();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // we may be in its signal
    }
    m_gate = Descriptor();
}

Result<void> Workers::openGate()
{
    auto gate = makeEvent();
    if (!gate)
        return tl::unexpected(gate.error());
    m_gate = std::move(*gate);
    m_notifier = std::make_unique<QSocketNotifier>(m_gate.number(), QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { take(); });
    return {};
}

// In a worker's thread, which holds the lock.
void Workers::hand(const engine::Arrival &arrival)
{
    if (m_handed.size() >= MostHanded)
        return;
    m_handed.push_back({arrival, {arrival.bytes.begin(), arrival.bytes.end()}});
    m_handed.back().arrival.bytes =
        m_handed.back().bytes; // a vector's bytes stay where they are when it is moved
    if (m_handed.size() == 1)
        eventfd_write(m_gate.number(), 1);
}

void Workers::take()
{
    eventfd_t count = 0;
    eventfd_read(m_gate.number(), &count);
    std::vector<Handed> handed;
    {
        const auto held = m_engine.hold();
        handed.swap(m_handed);
    }
    m_take(handed);
}

void Workers::discardWaiting()
{
    const auto held = m_engine.hold();
    m_handed.clear();
    for (const auto &worker : m_workers)
        for (UdpSocket &socket : worker->sockets())
            socket.discard();
}

std::vector<Workers::Done> Workers::takeTraffic()
{
    const auto held = m_engine.hold();
    std::vector<Done> done = std::exchange(m_done, {});
    for (const auto &worker : m_workers)
        for (std::size_t i = 0; i < m_places.size(); ++i)
            done.push_back({m_places[i], std::exchange(worker->sockets()[i].traffic(), {})});
    return done;
}

} // namespace noonmark::transport
