// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::Datagram;
using simulation::World;

namespace {

constexpr std::uint16_t NtpPort = 123;

struct Scene
{
    explicit Scene(std::initializer_list<SourceConfig> sources = {server("192.0.2.1")})
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan(10e-6);
        upstream = &world.addServer({.address = ip("192.0.2.1")});
        client = &world.addEngine(following(sources));
    }

    [[nodiscard]] engine::AssociationSnapshot association() { return client->snapshot().associations[0]; }
    [[nodiscard]] Endpoint clientSocket() { return {client->address(), client->portOf(association().id)}; }

    // A lie about the time, half an hour off, shaped as an answer.
    [[nodiscard]] Datagram lie(NtpTimestamp origin)
    {
        protocol::Packet packet;
        packet.mode = protocol::Mode::Server;
        packet.stratum = 1;
        packet.refid = protocol::refidFromText("GPS");
        packet.origin = origin;
        packet.receive = world.utc() + NtpDuration::milliseconds(1'800'000);
        packet.transmit = packet.receive;
        packet.reference = packet.receive;
        return wrap(packet);
    }

    [[nodiscard]] Datagram wrap(const protocol::Packet &packet)
    {
        Datagram datagram{
            {ip("192.0.2.1"), NtpPort}, clientSocket(), std::vector<std::byte>(protocol::HeaderSize)};
        protocol::encode(packet, datagram.bytes);
        return datagram;
    }

    World world;
    simulation::TimeServer *upstream = nullptr;
    simulation::EngineHost *client = nullptr;
};

protocol::Packet read(const Datagram &datagram)
{
    return protocol::decode(datagram.bytes)->packet;
}

} // namespace

// PROTOCOL, section 8.2: what strangers send must change nothing, and must not keep the true answer out.
class AttackScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void ignoresAReplayedAnswer()
    {
        Scene scene;
        std::vector<Datagram> answers;
        scene.world.listen([&](const Datagram &d) {
            if (d.from.port == NtpPort)
                answers.push_back(d);
        });
        scene.world.run(100);
        const auto before = scene.association();
        QVERIFY(before.accepted >= 6);
        const auto recorded = answers;
        for (int i = 0; i < 50; ++i)
            for (const auto &answer : recorded)
                scene.world.inject(answer, 0.01 * i);
        scene.world.run(101);
        const auto after = scene.association();
        QCOMPARE(after.accepted, before.accepted);
        QCOMPARE(after.dispersion, before.dispersion);
        QCOMPARE(after.reach, before.reach);
        QCOMPARE(after.received, before.received);
        QCOMPARE(after.bogus, before.bogus + 50 * recorded.size());
        scene.world.run(1000);
        QVERIFY(scene.association().accepted > before.accepted);
    }

    void ignoresAForgedAnswer()
    {
        Scene scene;
        // The forger is quick: he answers each question before the server does, but cannot read it.
        scene.world.listen([&](const Datagram &d) {
            if (d.to.port == NtpPort)
                scene.world.inject(scene.lie(NtpTimestamp::fromUnits(scene.world.random().next64())), 10e-6);
        });
        scene.world.run(2000);
        QVERIFY(synchronised(*scene.client));
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
        QCOMPARE(scene.association().accepted, scene.association().sent);
    }

    void aFloodOfZeroOriginsChangesNothing()
    { // CVE-2015-8138, CVE-2016-7431, CVE-2016-9042.
        Scene scene;
        scene.world.run(60);
        scene.world.every(0.5, [&] { scene.world.inject(scene.lie(NtpTimestamp())); });
        const auto before = scene.association();
        scene.world.run(3000);
        const auto after = scene.association();
        QVERIFY(after.bogus >= 5000);
        QCOMPARE(after.accepted, after.sent);
        QCOMPARE(int(after.flash), int(before.flash));
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
        QVERIFY(synchronised(*scene.client));
    }

    void neitherCryptoNakNorModeNorPortMatters()
    { // CVE-2015-7871, CVE-2016-1547, CVE-2016-4957; wrong port and wrong address although the origin is
      // right.
        Scene scene;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.port != NtpPort)
                return;
            const NtpTimestamp nonce = read(d).transmit;
            Datagram nak = scene.lie(nonce);
            nak.bytes.resize(nak.bytes.size() + 4);
            scene.world.inject(nak, 1e-6);
            for (const int mode : {0, 1, 2, 3, 5, 6, 7}) {
                Datagram odd = scene.lie(nonce);
                odd.bytes[0] = static_cast<std::byte>(0x20 | mode);
                scene.world.inject(odd, 2e-6);
            }
            Datagram otherPort = scene.lie(nonce);
            otherPort.from.port = 1123;
            scene.world.inject(otherPort, 3e-6);
            Datagram otherHost = scene.lie(nonce);
            otherHost.from.address = ip("192.0.2.66");
            scene.world.inject(otherHost, 4e-6);
            Datagram otherSocket = scene.lie(nonce);
            otherSocket.to.port = NtpPort;
            scene.world.inject(otherSocket, 5e-6);
        });
        scene.world.run(1500);
        QVERIFY(synchronised(*scene.client));
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
        QCOMPARE(scene.association().accepted, scene.association().sent);
    }

    void requestsTellNothingAboutUs()
    { // RFC 9769: nothing but a random number, from a port of its own.
        Scene scene;
        std::vector<Datagram> questions;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.port == NtpPort)
                questions.push_back(d);
        });
        scene.world.run(600);
        QVERIFY(questions.size() > 6);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const protocol::Packet packet = read(questions[i]);
            protocol::Packet expected;
            expected.version = 4;
            expected.mode = protocol::Mode::Client;
            expected.precision = 0x20;
            expected.transmit = packet.transmit;
            QCOMPARE(packet, expected);
            QVERIFY(questions[i].from.port != NtpPort);
            QVERIFY(i == 0 || packet.transmit != read(questions[i - 1]).transmit);
        }
    }

    void heedsRateButNeverAForgedOne()
    { // CVE-2015-7704, CVE-2015-7705.
        Scene scene;
        scene.world.run(60);
        protocol::Packet kiss;
        kiss.leap = protocol::Leap::Unsynchronised;
        kiss.mode = protocol::Mode::Server;
        kiss.refid = protocol::refidFromText("RATE");
        kiss.poll = 17;
        kiss.origin = NtpTimestamp::fromUnits(0x1234);
        kiss.transmit = kiss.receive = kiss.origin;
        scene.world.inject(scene.wrap(kiss));
        kiss.refid = protocol::refidFromText("DENY");
        scene.world.inject(scene.wrap(kiss));
        scene.world.run(62);
        QCOMPARE(int(scene.association().hostPoll), 6);
        QCOMPARE(scene.association().kissCode, 0U);

        scene.upstream->options.kiss = protocol::refidFromText("RATE");
        scene.upstream->options.kissPoll = 17; // asks for too much: bounded by maxpoll
        scene.world.run(200);
        const auto slowed = scene.association();
        QCOMPARE(int(slowed.hostPoll), 10);
        QCOMPARE(slowed.kissCode, protocol::refidFromText("RATE"));
        QCOMPARE(scene.client->count(EventKind::RateExceeded), std::size_t(1));
        scene.upstream->options.kiss = 0;
        const auto requests = scene.upstream->requests();
        scene.world.run(200 + 5000);
        QVERIFY(scene.upstream->requests() - requests <= 6);
        QVERIFY(scene.association().reach & 1); // sparse RATE does not end the relation
        scene.client->disturb(5);               // and what happens to our clock is no reason to forget it
        QCOMPARE(int(scene.association().hostPoll), 10);
    }

    void denyMakesItRare()
    {
        Scene scene;
        scene.upstream->options.kiss = protocol::refidFromText("DENY");
        scene.world.run(4000);
        const auto association = scene.association();
        QVERIFY(association.flash & engine::Flash::Denied);
        QCOMPARE(int(association.hostPoll), 10);
        QVERIFY(scene.upstream->requests() <= 5);
        QVERIFY(scene.client->count(EventKind::AccessDenied) >= 1);
    }

    void oneLiarCannotAnnounceALeapSecond()
    { // CVE-2016-4954
        constexpr std::int64_t endOfJune = 1'814'400'000; // 2027: on other days nobody is believed
        World world(seed(), NtpTimestamp::fromUnix(endOfJune - 5000, 0));
        for (const char *address : {"192.0.2.1", "192.0.2.3"})
            world.addServer({.address = ip(address)});
        world.addServer({.address = ip("192.0.2.2"), .leap = protocol::Leap::InsertSecond});
        auto &client =
            world.addEngine(following({server("192.0.2.1"), server("192.0.2.2"), server("192.0.2.3")}));
        world.run(500);
        QVERIFY(synchronised(client));
        QCOMPARE(int(client.snapshot().system.leap), 0);
    }
};

QTEST_APPLESS_MAIN(AttackScenario)
#include "tst_attack.moc"
