// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/steeredclock.h"
#include "core/transport/batch.h"
#include "core/transport/enginedriver.h"
#include "core/transport/socket.h"

#include <QtTest>

#include <atomic>
#include <thread>

#include <poll.h>

using namespace noonmark;
using engine::EngineConfig;
using transport::EngineDriver;
using transport::UdpSocket;

namespace {

constexpr std::size_t Threads = 4;

EngineConfig master()
{
    engine::SourceConfig clock;
    clock.kind = engine::SourceKind::LocalClock;
    clock.name = "127.127.1.0";
    EngineConfig config;
    config.sources = {clock};
    return config;
}

// A driver with workers, or without, at a port that was free a moment ago.
struct Service
{
    explicit Service(const EngineConfig &config, std::size_t workers = Threads)
    {
        transport::DriverOptions options;
        options.port = UdpSocket::service({IpAddress::v4(0), 0})->where().port;
        options.workers = workers;
        at = {*IpAddress::parse("127.0.0.1"), options.port};
        driver = std::make_unique<EngineDriver>(config, std::make_unique<clock::SteeredClock>(),
                                                Random::fromNumber(7), options);
    }

    Endpoint at;
    std::unique_ptr<EngineDriver> driver;
};

std::vector<std::byte> timeRequest(std::uint64_t nonce)
{
    std::vector<std::byte> request(48);
    request[0] = std::byte{0x23};
    ByteWriter(std::span(request).subspan(40)).u64(nonce);
    return request;
}

std::vector<std::byte> readVariables()
{
    std::vector<std::byte> request(12);
    request[0] = std::byte{0x16};
    request[1] = std::byte{2};
    request[3] = std::byte{1};
    return request;
}

// As many hosts as the kernel can tell apart: each asks from a port of its own.
class Crowd
{
public:
    Crowd(const Endpoint &server, std::size_t size)
        : m_server(server)
    {
        for (std::size_t i = 0; i < size; ++i)
            m_sockets.push_back(std::move(*UdpSocket::client(Family::V4)));
    }

    void askAll(const std::vector<std::byte> &question)
    {
        for (UdpSocket &socket : m_sockets)
            QVERIFY(socket.send(m_server, std::nullopt, question));
    }
    // Until there are so many.
    std::size_t answers(std::size_t wanted)
    {
        std::size_t count = 0;
        const auto enough = [&] {
            count += waiting();
            return count >= wanted;
        };
        static_cast<void>(QTest::qWaitFor(enough, 5000));
        return count;
    }
    // All that come within a while.
    std::size_t answers()
    {
        QTest::qWait(400);
        return waiting();
    }

private:
    std::size_t waiting()
    {
        std::size_t count = 0;
        for (const UdpSocket &socket : m_sockets)
            count += m_batch.fill(socket.descriptor());
        return count;
    }

    Endpoint m_server;
    std::vector<UdpSocket> m_sockets;
    transport::ReceiveBatch m_batch;
};

// One question after the other, in a thread of its own. The number of answers.
int insist(const Endpoint &server, int questions)
{
    int answered = 0;
    transport::ReceiveBatch batch;
    for (int i = 0; i < questions; ++i) {
        UdpSocket socket = std::move(*UdpSocket::service({IpAddress::v4(0), 0}));
        if (i % 50 == 25)
            static_cast<void>(socket.send(server, std::nullopt, readVariables()));
        static_cast<void>(socket.send(server, std::nullopt, timeRequest(static_cast<std::uint64_t>(i) + 1)));
        pollfd waiting{socket.descriptor(), POLLIN, 0};
        answered += poll(&waiting, 1, 5000) > 0 && batch.fill(socket.descriptor()) > 0 ? 1 : 0;
    }
    return answered;
}

} // namespace

class WorkersTest : public QObject
{
    Q_OBJECT

private slots:
    void everybodyIsAnsweredOnceAndCounted()
    {
        Service service(master());
        QVERIFY(service.driver->start().has_value());
        constexpr std::size_t size = 100;
        Crowd crowd(service.at, size);
        for (std::uint64_t round = 1; round <= 5; ++round) {
            crowd.askAll(timeRequest(round));
            QCOMPARE(crowd.answers(size), size);
        }
        QCOMPARE(crowd.answers(), std::size_t{0});
        QCOMPARE(service.driver->snapshot().counters.answered, std::uint64_t{5 * size});
        QVERIFY(QTest::qWaitFor([&] { return service.driver->snapshot().io.received == 5 * size; },
                                5000)); // told once a second
        QCOMPARE(service.driver->snapshot().io.sent, std::uint64_t{5 * size});
    }

    void aHostIsLimitedWhateverItsPort()
    {
        EngineConfig config = master();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited);
        const auto answered = [&](std::size_t workers) {
            Service service(config, workers);
            if (!service.driver->start())
                return std::size_t{0};
            Crowd crowd(service.at, 60);
            crowd.askAll(timeRequest(1));
            return crowd.answers();
        };
        const std::size_t alone = answered(1);
        QVERIFY(alone > 0 && alone < 60);
        QCOMPARE(answered(Threads), alone);
    }

    void whatIsNoRequestReachesTheEngine()
    {
        Service service(master());
        QVERIFY(service.driver->start().has_value());
        Crowd crowd(service.at, 40);
        crowd.askAll(readVariables());
        QVERIFY(crowd.answers(40) >= 40); // some take more than one fragment
    }

    void aBroadcastIsHeardOnce()
    {
        Service service(master());
        QVERIFY(service.driver->start().has_value());
        UdpSocket socket = std::move(*UdpSocket::service({IpAddress::v4(0), 0}));
        auto broadcast = timeRequest(1);
        broadcast[0] = std::byte{0x25};
        if (!socket.send({*IpAddress::parse("127.255.255.255"), service.at.port}, std::nullopt, broadcast))
            QSKIP("no broadcasts on the loopback of this machine");
        QVERIFY(QTest::qWaitFor([&] { return service.driver->snapshot().counters.received > 0; }, 5000));
        QTest::qWait(100);
        QCOMPARE(service.driver->snapshot().counters.received, std::uint64_t{1});
    }

    void thePortIsOursAlone()
    {
        Service first(master());
        QVERIFY(first.driver->start().has_value());
        transport::DriverOptions options;
        options.port = first.at.port;
        options.workers = Threads;
        EngineDriver second(master(), std::make_unique<clock::SteeredClock>(), Random::fromNumber(7),
                            options);
        const auto refused = second.start();
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().failure, Failure::PortTaken);
    }

    // For the thread sanitizer, too: everything that the driver's own thread does happens meanwhile.
    void followsOtherRules()
    { // The workers' sockets must not keep the driver's from taking the port at all addresses.
        EngineConfig config = master();
        config.listening.interfaces = {*InterfaceRule::read("listen", "127.0.0.1")};
        const Service service(config);
        QSignalSpy troubles(service.driver.get(), &EngineDriver::troubleHappened);
        QVERIFY(service.driver->start());
        for (const auto &rules : {std::vector<InterfaceRule>(), config.listening.interfaces, {}}) {
            config.listening.interfaces = rules;
            service.driver->reconfigure(config);
            Crowd crowd(service.at, 20);
            crowd.askAll(timeRequest(1));
            QCOMPARE(crowd.answers(20), std::size_t(20));
        }
        QCOMPARE(troubles.count(), 0);
    }

    void theDriverGoesOnWithItsWork()
    {
        Service service(master());
        QVERIFY(service.driver->start().has_value());
        constexpr int questions = 400;
        std::atomic<int> answered = 0;
        std::atomic<int> running = 3;
        std::vector<std::thread> askers;
        for (int i = 0; i < 3; ++i)
            askers.emplace_back([&] {
                answered += insist(service.at, questions);
                --running;
            });
        while (running > 0) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            service.driver->reconfigure(master());
            static_cast<void>(service.driver->snapshot());
        }
        for (std::thread &asker : askers)
            asker.join();
        QCOMPARE(answered.load(), 3 * questions);
        service.driver->stop();
        QVERIFY(service.driver->start().has_value()); // once more
        Crowd crowd(service.at, 20);
        crowd.askAll(timeRequest(1));
        QCOMPARE(crowd.answers(20), std::size_t{20});
    }
};

QTEST_GUILESS_MAIN(WorkersTest)
#include "tst_workers.moc"
