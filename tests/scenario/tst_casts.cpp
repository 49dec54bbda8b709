// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include "core/engine/keyring.h"
#include "core/protocol/refid.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using protocol::Mode;
using simulation::Datagram;
using simulation::EngineHost;
using simulation::World;

namespace {

constexpr std::uint16_t NtpPort = 123;
const IpAddress Sender = ip("10.0.0.1");
const IpAddress Hearer = ip("10.0.0.2");
const IpAddress Everybody = ip("255.255.255.255");
const IpAddress Group = ip("224.0.1.1");

SourceConfig broadcast(const IpAddress &to, std::uint32_t key)
{
    SourceConfig source;
    source.kind = SourceKind::Broadcast;
    source.name = to.toString();
    source.minPoll = 4;
    source.key = key;
    source.ttl = 5;
    return source;
}

SourceConfig manycast(std::uint32_t key)
{
    SourceConfig source = server(Group.toString(), true);
    source.kind = SourceKind::ManycastClient;
    source.key = key;
    return source;
}

Mode modeOf(const Datagram &datagram)
{
    return protocol::decode(datagram.bytes)->packet.mode;
}

// A sender on true time, and one who listens.
struct Scene
{
    Scene(const IpAddress &to, std::uint32_t key, const std::function<void(EngineConfig &)> &listen)
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan(20e-6);
        world.defaultLink.delay = 0.005; // far enough that a wrong delay would be seen
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig sending = following({server("192.0.2.1"), broadcast(to, key)});
        EngineConfig hearing;
        sending.authentication = hearing.authentication = sharedKeys();
        listen(hearing);
        sender = &world.addEngine(sending, {}, Sender);
        hearer = &world.addEngine(hearing, {.offset = 0.02, .frequency = 10e-6}, Hearer);
    }

    [[nodiscard]] engine::AssociationSnapshot heard()
    {
        const engine::Snapshot snapshot = hearer->snapshot();
        const auto *association = scenario::at(snapshot, Sender);
        return association ? *association : engine::AssociationSnapshot{};
    }

    World world;
    EngineHost *sender = nullptr;
    EngineHost *hearer = nullptr;
};

void toBroadcasts(EngineConfig &config)
{
    config.listening.broadcasts = true;
}

} // namespace

class CastsScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void aSignedBroadcastIsFollowedAfterAVolley()
    {
        Scene scene(Everybody, 2, toBroadcasts);
        std::size_t volley = 0;
        scene.world.listen(
            [&](const Datagram &d) { volley += d.from.address == Hearer && modeOf(d) == Mode::Client; });
        scene.world.run(3600);
        const auto association = scene.heard();
        QCOMPARE(int(association.hostMode), 6);
        QCOMPARE(int(association.peerMode), 5);
        QVERIFY(!association.configured);
        QVERIFY(association.authentic);
        QCOMPARE(int(association.reach) | 1, 0xff);
        QVERIFY(std::fabs(association.delay - 0.010) < 0.001);
        QVERIFY(volley <= 6); // then it only listens
        QVERIFY(synchronised(*scene.hearer));
        QCOMPARE(int(scene.hearer->snapshot().system.stratum), 3);
        QVERIFY2(std::fabs(scene.hearer->error()) < 0.001,
                 qPrintable(QString::number(scene.hearer->error())));
        const auto line = scene.sender->snapshot().associations[1];
        QCOMPARE(int(line.hostMode), 5);
        QCOMPARE(line.refid, protocol::refidFromText("BCST"));
        QVERIFY(line.sent > 200);
        QVERIFY(!(scene.sender->snapshot().system.peer == line.id));
        scene.sender->disturb(1); // what was measured is void, but nothing is measured by this line
        QCOMPARE(scene.sender->snapshot().associations[1].refid, protocol::refidFromText("BCST"));
    }

    void aMulticastReachesWhoJoined()
    {
        Scene scene(Group, 1, [](EngineConfig &config) { config.listening.broadcastGroups = {Group}; });
        scene.world.run(2000);
        QCOMPARE(int(scene.heard().hostMode), 6);
        QVERIFY(synchronised(*scene.hearer));
        QCOMPARE(scene.sender->snapshot().associations[1].refid, protocol::refidFromText("MCST"));
        Scene other(Group, 1, [](EngineConfig &config) {
            config.listening.broadcasts = true; // broadcasts, but no group
            config.listening.broadcastGroups = {ip("224.0.1.2")};
        });
        other.world.run(600);
        QCOMPARE(other.hearer->snapshot().associations.size(), std::size_t(0));
    }

    void anInterleavedBroadcastTellsWhenTheLastOneLeft()
    { // RFC 9769, section 4
        Scene scene(Everybody, 2, toBroadcasts);
        SourceConfig line = broadcast(Everybody, 2);
        line.interleave = true;
        EngineConfig sending = following({server("192.0.2.1"), line});
        sending.authentication = sharedKeys();
        scene.sender->reconfigure(sending);
        std::vector<protocol::Packet> sent;
        scene.world.listen([&](const Datagram &d) {
            if (modeOf(d) == Mode::Broadcast)
                sent.push_back(protocol::decode(d.bytes)->packet);
        });
        scene.world.run(3600);
        QVERIFY(sent.size() > 200);
        QVERIFY(sent.front().origin.isZero());
        for (std::size_t i = 1; i < sent.size(); ++i)
            QVERIFY(std::fabs((sent[i].origin - sent[i - 1].transmit).toSeconds()) < 0.001);
        QVERIFY(scene.heard().interleaved);
        QVERIFY(std::fabs(scene.hearer->error()) < 0.001);
        // A plain listener and one who missed some are not misled.
        scene.world.link(Sender, Hearer).loss = 0.5;
        scene.world.run(2 * 3600);
        QVERIFY(synchronised(*scene.hearer));
        QVERIFY(std::fabs(scene.hearer->error()) < 0.002);
    }

    void packetsToGroupsCrossAsManyRoutersAsTheManualSays()
    { // 127 unless told; ntpd's own code takes its list's first number, which is 0.
        for (const int told : {0, 5}) {
            SourceConfig line = broadcast(Group, 0);
            line.ttl = told;
            const EngineConfig config = following({localClock(10), line});
            Now now{Instant(), ordinaryDay()};
            engine::Engine engine(config, Random::fromNumber(1), now);
            std::vector<int> hops;
            while (hops.size() < 3) {
                while (const auto effect = engine.takeEffect())
                    if (const auto *sent = std::get_if<engine::Transmit>(&*effect))
                        hops.push_back(sent->ttl);
                const NtpDuration wait =
                    *engine.nextDeadline() - now.monotonic + NtpDuration::milliseconds(1);
                now = {now.monotonic + wait, now.wall + wait};
                engine.expired(now);
            }
            QCOMPARE(hops, std::vector<int>(3, told == 0 ? 127 : 5));
        }
    }

    void manycastAsksInRings_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<std::vector<int>>("rings");
        QTest::addColumn<std::vector<int>>("hops");
        QTest::newRow("both told") << 100 << std::vector{4, 16, 64, 200} << std::vector{4, 16, 64, 100, 100};
        QTest::newRow("rings told") << 0 << std::vector{4, 16, 64, 200} << std::vector{4, 16, 64, 200, 200};
        QTest::newRow("nothing told") << 0 << std::vector<int>() << std::vector{31, 63, 95, 127, 127};
    }
    void manycastAsksInRings()
    {
        QFETCH(const int, most);
        QFETCH(const std::vector<int>, rings);
        EngineConfig config = following({manycast(1)});
        config.authentication = sharedKeys();
        config.sources.front().ttl = most;
        config.rings = rings;
        Now now{Instant(), ordinaryDay()};
        engine::Engine engine(config, Random::fromNumber(1), now);
        std::vector<int> hops;
        while (hops.size() < 5) {
            while (const auto effect = engine.takeEffect())
                if (const auto *question = std::get_if<engine::Transmit>(&*effect))
                    hops.push_back(question->ttl);
            const NtpDuration wait = *engine.nextDeadline() - now.monotonic + NtpDuration::milliseconds(1);
            now = {now.monotonic + wait, now.wall + wait};
            engine.expired(now);
        }
        QTEST(hops, "hops");
    }

    void aKnownDelayNeedsNoQuestion()
    {
        Scene scene(Everybody, 1, [](EngineConfig &config) {
            config.listening.broadcasts = true;
            config.listening.broadcastDelay = 0.005;
        });
        std::size_t sent = 0;
        scene.world.listen([&](const Datagram &d) { sent += d.from.address == Hearer; });
        scene.world.run(2000);
        QCOMPARE(sent, std::size_t(0));
        QVERIFY(synchronised(*scene.hearer));
        QVERIFY(std::fabs(scene.hearer->error()) < 0.001);
    }

    void nobodyIsHeardWhoShouldNot()
    {
        const auto deaf = [](EngineConfig &) {};
        const auto noKey = toBroadcasts;
        const auto refusing = [](EngineConfig &config) {
            config.listening.broadcasts = true;
            config.access.add(AddressMask::prefix(Sender, 32), AccessFlag::Ignore);
        };
        const auto openButNopeer = [](EngineConfig &config) {
            config.listening.broadcasts = true;
            config.authentication.required = false;
            config.access.add(AddressMask::prefix(Sender, 32), AccessFlag::NoPeer);
        };
        const auto expectNothing = [](Scene scene) {
            scene.world.run(600);
            return scene.hearer->snapshot().associations.empty();
        };
        QVERIFY(expectNothing(Scene(Everybody, 1, deaf)));
        QVERIFY(expectNothing(Scene(Everybody, 0, noKey)));
        QVERIFY(expectNothing(Scene(Everybody, 1, refusing)));
        QVERIFY(expectNothing(Scene(Everybody, 0, openButNopeer)));
        QVERIFY(!expectNothing(Scene(Everybody, 0, [](EngineConfig &config) {
            config.listening.broadcasts = true;
            config.authentication.required = false; // `disable auth`
        })));
    }

    void saysNothingWithoutTime()
    {
        World world(seed(), ordinaryDay());
        std::size_t sent = 0;
        world.listen([&](const Datagram &) { ++sent; });
        world.addEngine(following({broadcast(Everybody, 0)}), {}, Sender);
        world.run(600);
        QCOMPARE(sent, std::size_t(0));
    }

    void aRecordedBroadcastIsRefusedAndTheNextIsNot()
    { // CVE-2015-7973, CVE-2016-7427, CVE-2016-7428: replays change nothing, and do not keep the genuine one
      // out.
        Scene scene(Everybody, 1, toBroadcasts);
        std::vector<Datagram> recorded;
        scene.world.run(400);
        scene.world.listen([&](const Datagram &d) {
            if (modeOf(d) == Mode::Broadcast)
                recorded.push_back(d);
        });
        scene.world.run(1000);
        QVERIFY(recorded.size() > 30);
        const auto before = scene.heard();
        scene.world.listen(
            [&](const Datagram &d) { // each genuine one is followed by itself and by a dozen old ones
                if (modeOf(d) != Mode::Broadcast || d.to.address == Hearer)
                    return;
                for (std::size_t i = 0; i < 12; ++i) {
                    Datagram old = recorded[i];
                    old.to.address = Hearer;
                    scene.world.inject(old, 0.001 * double(i));
                }
                Datagram again = d;
                again.to.address = Hearer;
                scene.world.inject(again, 1);
            });
        scene.world.run(3000);
        const auto after = scene.heard();
        QVERIFY(after.accepted > before.accepted + 100);
        QCOMPARE(int(after.reach) | 1, 0xff);
        QVERIFY(after.bogus + after.badAuth >= before.bogus);
        QVERIFY(std::fabs(scene.hearer->error()) < 0.001);
    }

    void aForgedBroadcastChangesNothing()
    {
        Scene scene(Everybody, 1, toBroadcasts);
        scene.world.run(600);
        scene.world.every(3, [&] {
            protocol::Packet packet;
            packet.mode = Mode::Broadcast;
            packet.stratum = 1;
            packet.poll = 4;
            packet.transmit = scene.world.utc() + NtpDuration::milliseconds(1'800'000);
            Datagram forged{
                {Sender, NtpPort}, {Everybody, NtpPort}, std::vector<std::byte>(protocol::HeaderSize)};
            protocol::encode(packet, forged.bytes);
            scene.world.inject(forged);
        });
        scene.world.run(3600);
        QCOMPARE(int(scene.heard().reach) | 1, 0xff);
        QVERIFY(std::fabs(scene.hearer->error()) < 0.001);
        QCOMPARE(scene.hearer->snapshot().associations.size(), std::size_t(1));
    }

    void aSilentSenderIsForgotten()
    {
        Scene scene(Everybody, 1, toBroadcasts);
        scene.world.run(600);
        QCOMPARE(scene.hearer->snapshot().associations.size(), std::size_t(1));
        scene.sender->reconfigure(following({server("192.0.2.1")}));
        scene.world.run(600 + 3600);
        QCOMPARE(scene.hearer->snapshot().associations.size(), std::size_t(0));
    }

    void manycastFindsTheServersOfTheGroup()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        world.addServer({.address = ip("192.0.2.1")});
        for (std::uint32_t i = 0; i < 5; ++i) {
            EngineConfig config = following({server("192.0.2.1")});
            config.authentication = sharedKeys();
            if (i < 4)
                config.listening.manycastGroups = {Group};
            world.addEngine(config, {}, IpAddress::v4(0x0a000010 + i));
        }
        world.run(300);
        EngineConfig config = following({manycast(1)});
        config.authentication = sharedKeys();
        EngineHost &client = world.addEngine(config, {.offset = 0.02}, Hearer);
        world.run(2000);
        const engine::Snapshot snapshot = client.snapshot();
        QCOMPARE(snapshot.associations.size(), std::size_t(5)); // the line, and four that were told to answer
        QVERIFY(synchronised(client));
        QVERIFY(std::fabs(client.error()) < 0.001);
        for (std::size_t i = 1; i < snapshot.associations.size(); ++i) {
            QVERIFY(!snapshot.associations[i].configured);
            QCOMPARE(int(snapshot.associations[i].hostMode), 3);
            QCOMPARE(snapshot.associations[i].source.key, 1U);
        }
    }

    void manycastAsksNoMoreThanItMayUse()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        EngineConfig server = following({localClock()});
        server.listening.manycastGroups = {Group};
        for (std::uint32_t i = 0; i < 6; ++i)
            world.addEngine(server, {}, IpAddress::v4(0x0a000010 + i));
        world.run(100);
        EngineConfig config = following({manycast(0)});
        config.authentication.required = false;
        config.selection.maxClock = 4;
        EngineHost &client = world.addEngine(config, {}, Hearer);
        std::size_t questions = 0;
        world.listen([&](const Datagram &d) { questions += d.to.address == Group; });
        world.run(3600);
        QCOMPARE(client.snapshot().associations.size(), std::size_t(5));
        QCOMPARE(questions, std::size_t(1));
        // One dies: it is given up, and the group is asked again.
        world.cut(Hearer, client.snapshot().associations[1].remote.address);
        world.run(3600 + 4 * 3600);
        QCOMPARE(client.snapshot().associations.size(), std::size_t(5));
        QVERIFY(questions > 1);
    }

    void manycastTrustsNobodyWithoutAKey()
    {
        World world(seed(), ordinaryDay());
        EngineConfig server = following({localClock()});
        server.listening.manycastGroups = {Group};
        world.addEngine(server, {}, Sender);
        world.run(10);
        EngineHost &client = world.addEngine(following({manycast(0)}), {}, Hearer);
        world.run(600);
        QCOMPARE(client.snapshot().associations[0].refid, protocol::refidFromText("ACST"));
        QCOMPARE(client.snapshot().associations.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(CastsScenario)
#include "tst_casts.moc"
