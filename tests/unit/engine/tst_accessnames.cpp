// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/engine/serverbench.h"

#include <QtTest>

#include <array>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

struct Bench
{
    explicit Bench(const EngineConfig &config)
        : engine(config, Random::fromNumber(1), momentAt(seconds))
    {
        advance(3);
    }

    void advance(double by)
    {
        for (double until = seconds + by; seconds < until; seconds += 1)
            engine.expired(momentAt(seconds));
        take();
    }

    void take()
    {
        while (const auto effect = engine.takeEffect()) {
            if (const auto *asked = std::get_if<ResolveName>(&*effect))
                questions.push_back(*asked);
            if (const auto *event = std::get_if<Event>(&*effect); event && event->association == 0)
                events.push_back(event->kind);
        }
    }

    void answer(const std::vector<const char *> &addresses)
    {
        NameAnswer answer{questions.back().question, {}, {}};
        for (const char *address : addresses)
            answer.addresses.push_back(ip(address));
        engine.resolved(answer, momentAt(seconds));
        take();
    }

    bool isAnswered(const char *client)
    {
        std::array<std::byte, 48> request{};
        request[0] = std::byte{0x23};
        request[47] = std::byte{1};
        Arrival arrival;
        arrival.remote = {ip(client), 40123};
        arrival.local = ip(arrival.remote.address.isV4() ? "10.0.0.1" : "fd00::1");
        arrival.received = momentAt(seconds).wall;
        arrival.bytes = request;
        std::array<std::byte, LargestReply> reply{};
        return engine.answer(arrival, momentAt(seconds), reply).value_or(0) > 0;
    }

    long told(EventKind kind) const { return std::count(events.begin(), events.end(), kind); }

    double seconds = 1000;
    Engine engine;
    std::vector<ResolveName> questions;
    std::vector<EventKind> events;
};

EngineConfig denying(const char *name, std::optional<Family> family = {})
{
    EngineConfig config = ownClock();
    config.namedAccess = {{name, family, AccessFlag::NoServe, false, 7, false}};
    return config;
}

} // namespace

class AccessNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAddressOfTheNameGetsTheRule()
    {
        Bench bench(denying("guests.example"));
        QCOMPARE(bench.questions.size(), std::size_t(1));
        QCOMPARE(bench.questions[0].name, std::string("guests.example"));
        QVERIFY(bench.isAnswered("192.0.2.7")); // nobody knows him yet
        bench.answer({"192.0.2.7", "192.0.2.8", "2001:db8::7"});
        for (const char *guest : {"192.0.2.7", "192.0.2.8", "2001:db8::7"})
            QVERIFY2(!bench.isAnswered(guest), guest);
        QVERIFY(bench.isAnswered("192.0.2.9"));
        QCOMPARE(bench.told(EventKind::NameResolved), 1L);
        bench.advance(2000);
        QCOMPARE(bench.questions.size(), std::size_t(1));
    }

    void whatCannotBeResolvedIsToldOnceAndAskedForEver()
    {
        Bench bench(denying("guests.example"));
        for (int i = 0; i < 20; ++i) {
            bench.answer({});
            bench.advance(950);
        }
        QCOMPARE(bench.told(EventKind::NameUnresolved), 1L);
        QCOMPARE(bench.questions.size(), std::size_t(21));
        bench.answer({"192.0.2.7"});
        QVERIFY(!bench.isAnswered("192.0.2.7"));
    }

    void aFamilyIsHeeded()
    {
        Bench bench(denying("guests.example", Family::V4));
        bench.answer({"192.0.2.7", "2001:db8::7"});
        QVERIFY(!bench.isAnswered("192.0.2.7"));
        QVERIFY(bench.isAnswered("2001:db8::7"));
    }

    void anotherFileKeepsWhatIsKnownUntilTheAnswer()
    {
        Bench bench(denying("guests.example"));
        bench.answer({"192.0.2.7"});
        EngineConfig next = denying("guests.example");
        next.access.add(AddressMask::host(ip("192.0.2.20")), AccessFlag::NoServe);
        bench.engine.reconfigure(next, momentAt(bench.seconds));
        bench.take();
        QVERIFY(!bench.isAnswered("192.0.2.7"));
        QVERIFY(!bench.isAnswered("192.0.2.20"));
        QCOMPARE(bench.questions.size(), std::size_t(2));
        bench.answer({"192.0.2.8"}); // he has moved
        QVERIFY(bench.isAnswered("192.0.2.7"));
        QVERIFY(!bench.isAnswered("192.0.2.8"));
        QVERIFY(!bench.isAnswered("192.0.2.20"));
        bench.engine.reconfigure(ownClock(), momentAt(bench.seconds));
        QVERIFY(bench.isAnswered("192.0.2.8"));
    }

    void asksForFewNamesAtOnce()
    { // The sources' names wait for the same helpers.
        EngineConfig config = ownClock();
        for (const char *name : {"a.example", "b.example", "c.example", "d.example"})
            config.namedAccess.push_back({name, {}, AccessFlag::NoServe, false, 7, false});
        Bench bench(config);
        QCOMPARE(bench.questions.size(), std::size_t(2));
        bench.answer({"192.0.2.7"});
        bench.advance(1);
        QCOMPARE(bench.questions.size(), std::size_t(3));
        bench.answer({});
        bench.advance(1);
        QCOMPARE(bench.questions.size(), std::size_t(4));
        QCOMPARE(bench.questions.back().name, std::string("d.example"));
    }

    void believesInSoManyAddresses()
    {
        Bench bench(denying("guests.example"));
        NameAnswer answer{bench.questions.back().question, {}, {}};
        for (std::uint32_t i = 0; i < 5000; ++i)
            answer.addresses.push_back(IpAddress::v4(0xC0A80000 + i));
        bench.engine.resolved(answer, momentAt(bench.seconds));
        QVERIFY(!bench.isAnswered("192.168.0.255"));
        QVERIFY(bench.isAnswered("192.168.1.0"));
    }

    void leavesTheSourcesTheirHole()
    { // `restrict source` was opened before the name was known.
        EngineConfig config = denying("guests.example");
        SourceConfig server;
        server.name = "192.0.2.50";
        config.sources.push_back(server);
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Ignore);
        config.access.setSourceTemplate(0);
        Bench bench(config);
        bench.answer({"192.0.2.7"});
        QVERIFY(bench.isAnswered("192.0.2.50"));
        QVERIFY(!bench.isAnswered("192.0.2.7"));
    }
};

QTEST_APPLESS_MAIN(AccessNamesTest)
#include "tst_accessnames.moc"
