// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/steeredclock.h"
#include "core/transport/responder.h"
#include "tests/support/countedallocations.h"

#include <QtTest>

#include <functional>
#include <set>

#include <poll.h>

using namespace noonmark;
using namespace noonmark::transport;
using engine::Arrival;
using support::allocations;

namespace {

constexpr std::size_t Hosts = 20'000; // more than the cache of a processor is believed to hold
constexpr std::size_t Questions = 64;

engine::EngineConfig master()
{
    engine::SourceConfig clock;
    clock.kind = engine::SourceKind::LocalClock;
    clock.name = "127.127.1.0";
    engine::EngineConfig config;
    config.sources = {clock};
    config.rememberedClients = Hosts + 1;
    config.access.add(AddressMask::everything(Family::V4), AccessFlag::KissOfDeath);
    return config;
}

// An engine at a socket, as a worker has it, with a table full of hosts.
struct Service
{
    Service()
    {
        for (int second = 0; second < 3; ++second)
            engine.expired({clock.now().monotonic + NtpDuration::seconds(second), clock.now().wall});
        std::array<std::byte, engine::LargestReply> reply{};
        const std::array<std::byte, 48> question{std::byte{0x23}};
        Arrival arrival;
        arrival.bytes = question;
        for (std::uint32_t i = 0; i < Hosts; ++i) {
            arrival.remote = {IpAddress::v4(0x0a000000U + i), 123};
            static_cast<void>(engine.answer(arrival, clock.now(), reply));
        }
        client.send(socket->where(), {},
                    question); // the socket's first: everything that is made once is made
        serve(1);
    }

    void ask(std::size_t times)
    {
        const Endpoint there{*IpAddress::parse("127.0.0.1"), socket->where().port};
        std::array<std::byte, 48> question{std::byte{0x23}};
        for (std::size_t i = 0; i < times; ++i) {
            question[47] = static_cast<std::byte>(i + 1);
            QVERIFY(client.send(there, {}, question));
        }
    }

    void sendNoRequest()
    {
        const std::array<std::byte, 12> question{std::byte{0x16}, std::byte{2}};
        QVERIFY(client.send({*IpAddress::parse("127.0.0.1"), socket->where().port}, {}, question));
    }

    // How many were answered since the start, but for the first.
    [[nodiscard]] std::size_t answers() { return socket->traffic().sent - 1; }

    std::size_t serve(std::size_t atLeast)
    {
        std::size_t served = 0;
        pollfd entry{socket->descriptor(), POLLIN, 0};
        while (served < atLeast && poll(&entry, 1, 5000) == 1)
            served += responder.serve(*socket, NtpDuration::milliseconds(1));
        return served;
    }

    clock::SteeredClock clock;
    engine::Engine engine{master(), Random::fromNumber(1), clock.now()};
    Result<UdpSocket> socket = UdpSocket::service({*IpAddress::parse("127.0.0.1"), 0});
    UdpSocket client = *UdpSocket::client(Family::V4);
    StepCount steps;
    std::function<void()> otherCame = [] {};
    std::function<void()> requestCame = [] {};
    Responder responder{clock, steps,
                        [this](const Arrival &arrival, Now now, MutableBytes reply) {
                            const auto answer = engine.answer(arrival, now, reply);
                            if (answer)
                                requestCame();
                            return answer;
                        },
                        [this](const Arrival &, Now) { otherCame(); },
                        [this](std::span<const Arrival> arrivals) { engine.expect(arrivals); }};
};

} // namespace

class ResponderTest : public QObject
{
    Q_OBJECT

private slots:
    void foretellsWhatIsCommonAndNotTheMean_data()
    {
        QTest::addColumn<int>("common"); // us that a reply takes to be sent
        QTest::addColumn<int>("every"); // how seldom it takes longer
        QTest::addColumn<int>("longer");
        // The mean would be 20 us: a client of the nine fast replies in ten would see them leave after they arrived.
        QTest::newRow("now and then the processor is busy") << 12 << 10 << 90;
        QTest::newRow("it is taken away for seconds") << 12 << 50 << 5'000'000;
        QTest::newRow("a slow machine") << 400 << 10 << 3000;
    }

    void foretellsWhatIsCommonAndNotTheMean()
    {
        QFETCH(int, common);
        QFETCH(int, every);
        QFETCH(int, longer);
        ReplySchedule schedule;
        const Now now{Instant::fromNanoseconds(0), {}};
        for (int i = 1; i <= 1000; ++i) {
            schedule.begin(now, 1);
            schedule.written(now.monotonic + NtpDuration::nanoseconds(1000));
            const std::int64_t sending = i % every == 0 ? longer : common;
            schedule.sent(now.monotonic + NtpDuration::nanoseconds(1000 + sending * 1000), 1);
        }
        schedule.begin(now, 1);
        const double ahead = (schedule.forReply(0).monotonic - now.monotonic).toSeconds() * 1e6;
        QVERIFY2(ahead > common * 0.9 && ahead < common * 1.1 + 1, qPrintable(QString::number(ahead)));
    }

    // From the socket to the socket, through the table of clients and its limits: whoever floods us gets no
    // memory.
    void answersWithoutAllocating()
    {
        Service service;
        service.ask(Questions);
        const std::size_t before = allocations;
        const std::size_t served = service.serve(Questions);
        QCOMPARE(allocations - before, std::size_t(0));
        QCOMPARE(served, Questions);
        QCOMPARE(service.socket->traffic().sent, Questions + 1);
    }

    void answersEachOnce()
    {
        Service service;
        service.ask(Questions);
        service.serve(Questions);
        ReceiveBatch batch;
        std::set<std::byte> origins;
        pollfd entry{service.client.descriptor(), POLLIN, 0};
        while (origins.size() < Questions && poll(&entry, 1, 1000) == 1) {
            const std::size_t count = batch.fill(service.client.descriptor());
            for (std::size_t i = 0; i < count; ++i) {
                const auto datagram = batch.at(i);
                QVERIFY(datagram);
                QCOMPARE(datagram->bytes.size(), std::size_t(48));
                if (datagram->bytes[31] != std::byte{0}) // the first answer's origin
                    QVERIFY(origins.insert(datagram->bytes[31]).second);
            }
        }
        QCOMPARE(origins.size(), Questions);
    }

    void answersFromTheAddressThatWasAsked()
    {
        Service service;
        auto everywhere = UdpSocket::service({IpAddress::v4(0), 0});
        const Endpoint asked{*IpAddress::parse("127.0.0.77"), everywhere->where().port};
        QVERIFY(service.client.send(asked, {}, std::array<std::byte, 48>{std::byte{0x23}}));
        pollfd entry{everywhere->descriptor(), POLLIN, 0};
        QCOMPARE(poll(&entry, 1, 5000), 1);
        QCOMPARE(service.responder.serve(*everywhere, NtpDuration::milliseconds(1)), std::size_t(1));
        ReceiveBatch batch;
        const std::size_t count = batch.fill(service.client.descriptor()); // the service's first is the other
        QCOMPARE(count, std::size_t(2));
        QCOMPARE(batch.at(1)->remote, asked);
    }

    void believesNoLoopbackAddressAtACablesOwn()
    { // CVE-2014-9298: such a socket is not told by which interface a question came.
        Service service;
        service.socket->serveOneAddress();
        service.ask(3);
        QCOMPARE(service.serve(3), std::size_t(3));
        QCOMPARE(service.answers(), std::size_t(0));
    }

    // Another thread stepped the clock while a portion was answered: the others bear a stamp of before it.
    void dropsTheRestOfABatchWhenTheClockIsStepped()
    {
        Service service;
        int came = 0;
        service.requestCame = [&] {
            if (++came == 4)
                service.steps.note();
        };
        service.ask(20);
        service.serve(20);
        QCOMPARE(service.answers(), std::size_t(16)); // the portion
        service.ask(5); // after it
        service.serve(5);
        QCOMPARE(service.answers(), std::size_t(21));
    }

    // A packet that is measured makes us look whether somebody set the clock.
    void dropsTheRestOfAPortionWhenAStepIsFound()
    {
        Service service;
        service.otherCame = [&] { service.steps.note(); };
        service.ask(2);
        service.sendNoRequest();
        service.ask(3);
        service.serve(6);
        QCOMPARE(service.answers(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(ResponderTest)
#include "tst_responder.moc"
