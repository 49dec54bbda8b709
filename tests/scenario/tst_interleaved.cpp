// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::Datagram;
using simulation::EngineHost;
using simulation::World;

namespace {

constexpr std::uint16_t NtpPort = 123;
const IpAddress Master = ip("192.0.2.1");

SourceConfig interleaved()
{
    SourceConfig source = server("192.0.2.1");
    source.interleave = true;
    source.maxPoll = 6;
    return source;
}

struct Scene
{
    explicit Scene(const SourceConfig &source)
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan(20e-6);
        master = &world.addEngine(following({localClock()}), {}, Master);
        world.run(10);
        client = &world.addEngine(following({source}), {.offset = 0.01, .frequency = 30e-6});
    }

    [[nodiscard]] engine::AssociationSnapshot association() { return client->snapshot().associations[0]; }

    World world;
    EngineHost *master = nullptr;
    EngineHost *client = nullptr;
};

protocol::Packet read(const Datagram &datagram)
{
    return protocol::decode(datagram.bytes)->packet;
}

} // namespace

// RFC 9769.
class InterleavedScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void clientAndServerAgreeFromTheThirdExchangeOn()
    {
        Scene scene(interleaved());
        std::vector<protocol::Packet> questions;
        std::vector<protocol::Packet> answers;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.address == Master)
                questions.push_back(read(d));
            if (d.from.address == Master)
                answers.push_back(read(d));
        });
        scene.world.run(400);
        QVERIFY(questions.size() > 6);
        QVERIFY(questions[0].origin.isZero());
        QCOMPARE(answers[0].origin, questions[0].transmit);
        for (std::size_t i = 1; i < answers.size(); ++i) {
            QCOMPARE(questions[i].origin, answers[i - 1].receive);
            QVERIFY(questions[i].receive != questions[i].transmit);
            QVERIFY(answers[i].receive != answers[i].transmit);
            // No clock of ours goes out, plain or interleaved.
            QVERIFY((questions[i].transmit - scene.world.utc()).magnitude().toSeconds() > 3600);
            QVERIFY((questions[i].receive - scene.world.utc()).magnitude().toSeconds() > 3600);
        }
        QCOMPARE(answers[1].origin, questions[1].transmit);
        for (std::size_t i = 2; i < answers.size(); ++i)
            QCOMPARE(answers[i].origin, questions[i].receive);
        QVERIFY(scene.association().interleaved);
        QVERIFY(synchronised(*scene.client));
        scene.world.run(7200);
        QVERIFY2(std::fabs(scene.client->error()) < 0.0005,
                 qPrintable(QString::number(scene.client->error())));
        QCOMPARE(scene.association().accepted, scene.association().sent);
    }

    void aServerThatDoesNotKnowItIsFollowedAsBefore()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        world.addServer({.address = Master});
        EngineHost &client =
            world.addEngine(following({interleaved()}), {.offset = 0.01, .frequency = 30e-6});
        world.run(3600);
        QVERIFY(synchronised(client));
        const auto association = client.snapshot().associations[0];
        QVERIFY(!association.interleaved);
        QCOMPARE(association.accepted, association.sent);
        QVERIFY(std::fabs(client.error()) < 0.0005);
    }

    void survivesLossAndDuplicates()
    {
        Scene scene(interleaved());
        scene.world.link(Master, scene.client->address()).loss = 0.3;
        scene.world.link(scene.client->address(), Master).loss = 0.3;
        scene.world.listen([&](const Datagram &d) {
            if (d.from.address == Master)
                scene.world.inject(d, 0.5); // every answer twice
        });
        scene.world.run(4 * 3600);
        QVERIFY(synchronised(*scene.client));
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
        QVERIFY(scene.association().bogus > 0);
    }

    void noStrangerTurnsTheMode()
    { // CVE-2016-1548, CVE-2016-4956, CVE-2018-7184: packets that claim the other mode, with all but the
      // random numbers.
        Scene scene(interleaved());
        protocol::Packet question;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.address != Master)
                return;
            question = read(d);
            for (const NtpTimestamp origin : {question.origin, NtpTimestamp(), scene.world.utc()}) {
                protocol::Packet packet;
                packet.mode = protocol::Mode::Server;
                packet.stratum = 1;
                packet.origin = origin;
                packet.receive = scene.world.utc() + NtpDuration::milliseconds(1'800'000);
                packet.transmit = packet.receive;
                Datagram forged{{Master, NtpPort}, d.from, std::vector<std::byte>(protocol::HeaderSize)};
                protocol::encode(packet, forged.bytes);
                scene.world.inject(forged, 1e-6);
            }
        });
        scene.world.run(3600);
        QVERIFY(scene.association().interleaved);
        QCOMPARE(scene.association().accepted, scene.association().sent);
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
    }

    void theServersMemoryIsBoundedAndToldOnce()
    { // A flood of others' stamps costs a client nothing but the finer stamp; one stamp is told one time.
        Scene scene(interleaved());
        scene.world.run(300);
        QVERIFY(scene.association().interleaved);
        std::vector<protocol::Packet> answers;
        Datagram again;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.address == Master && d.from.address == scene.client->address())
                again = d;
            if (d.to.address == ip("10.9.9.9"))
                answers.push_back(read(d));
        });
        scene.world.run(500);
        again.from = {ip("10.9.9.9"), 5000};
        for (int i = 0; i < 3; ++i)
            scene.world.inject(again, 0.1 * i);
        scene.world.run(502);
        QCOMPARE(answers.size(), std::size_t(3));
        for (const auto &answer : answers)
            QCOMPARE(answer.origin,
                     read(again).transmit); // the client's own stamp was told to the client already
        for (std::uint64_t i = 0; i < 50000; ++i) {
            protocol::Packet packet = read(again);
            packet.origin = NtpTimestamp::fromUnits(scene.world.random().next64());
            Datagram flood = again;
            protocol::encode(packet, flood.bytes);
            scene.world.inject(flood, 3 + 0.001 * double(i));
        }
        scene.world.run(600);
        scene.world.run(2000);
        QVERIFY(scene.association().interleaved);
        QCOMPARE(int(scene.association().reach), 0xff);
    }
};

QTEST_APPLESS_MAIN(InterleavedScenario)
#include "tst_interleaved.moc"
