// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include "core/engine/keyring.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using protocol::Mode;
using simulation::Datagram;
using simulation::EngineHost;
using simulation::World;

namespace {

constexpr std::uint16_t NtpPort = 123;
const IpAddress Left = ip("10.0.0.1");
const IpAddress Right = ip("10.0.0.2");

// Two hosts side by side; the left one knows the time from a server, the right one only from its neighbour.
struct Pair
{
    Pair(const std::vector<SourceConfig> &left, const std::vector<SourceConfig> &right,
         const std::function<void(EngineConfig &)> &change = {})
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan(20e-6);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig leftConfig = following({server("192.0.2.1")});
        leftConfig.sources.insert(leftConfig.sources.end(), left.begin(), left.end());
        EngineConfig rightConfig;
        rightConfig.sources = right;
        leftConfig.authentication = rightConfig.authentication = sharedKeys();
        if (change) {
            change(leftConfig);
            change(rightConfig);
        }
        one = &world.addEngine(leftConfig, {.offset = 0.003, .frequency = 5e-6}, Left);
        other = &world.addEngine(rightConfig, {.offset = 0.01, .frequency = -20e-6}, Right);
    }

    [[nodiscard]] engine::AssociationSnapshot seenBy(EngineHost &host, const IpAddress &remote)
    {
        const engine::Snapshot snapshot = host.snapshot();
        const auto *association = scenario::at(snapshot, remote);
        return association ? *association : engine::AssociationSnapshot{};
    }

    World world;
    EngineHost *one = nullptr;
    EngineHost *other = nullptr;
};

Datagram packetFrom(const IpAddress &from, const IpAddress &to, const protocol::Packet &packet)
{
    Datagram datagram{{from, NtpPort}, {to, NtpPort}, std::vector<std::byte>(protocol::HeaderSize)};
    protocol::encode(packet, datagram.bytes);
    return datagram;
}

// Half an hour off, and shaped as a peer's packet.
protocol::Packet lie(World &world, Mode mode)
{
    protocol::Packet packet;
    packet.mode = mode;
    packet.stratum = 1;
    packet.poll = 6;
    packet.refid = protocol::refidFromText("GPS");
    packet.receive = world.utc() + NtpDuration::milliseconds(1'800'000);
    packet.transmit = packet.receive;
    return packet;
}

Mode modeOf(const Datagram &datagram)
{
    return protocol::decode(datagram.bytes)->packet.mode;
}

} // namespace

class PeersScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void twoActivePeersKeepEachOther()
    {
        for (const std::uint32_t key : {0U, 2U}) {
            Pair pair({peer("10.0.0.2", key)}, {peer("10.0.0.1", key)});
            pair.world.run(3600);
            QVERIFY(synchronised(*pair.other));
            QVERIFY2(std::fabs(pair.other->error()) < 0.001,
                     qPrintable(QString::number(pair.other->error())));
            const auto seen = pair.seenBy(*pair.other, Left);
            QCOMPARE(int(seen.hostMode), 1);
            QCOMPARE(int(seen.peerMode), 1);
            QCOMPARE(int(seen.reach) | 1, 0xff);
            QCOMPARE(int(seen.stratum), 2);
            QCOMPARE(seen.authentic, key != 0);
            QCOMPARE(int(pair.other->snapshot().system.stratum), 3);
            // The one that is above does not follow the one that follows it.
            const auto above = pair.seenBy(*pair.one, Right);
            QVERIFY(above.flash & engine::Flash::PeerLoop);
            QCOMPARE(int(pair.one->snapshot().system.stratum), 2);
        }
    }

    void takesOverFromTheServerThatIsLost()
    { // The right one has a server of its own, too: when the left one's server goes, it is told by its peer.
        Pair pair({peer("10.0.0.2", 1)}, {server("192.0.2.2"), peer("10.0.0.1", 1)});
        pair.world.addServer({.address = ip("192.0.2.2")});
        pair.world.run(2000);
        QCOMPARE(int(pair.one->snapshot().system.stratum), 2);
        pair.world.cut(Left, ip("192.0.2.1"));
        pair.world.run(2000 + 4 * 3600);
        QCOMPARE(int(pair.one->snapshot().system.stratum), 3);
        QCOMPARE(pair.one->snapshot().system.refid, protocol::refidFromAddress(Right));
        QVERIFY(std::fabs(pair.one->error()) < 0.001);
    }

    void aPassivePeerIsMobilisedByAKeyOnly()
    {
        Pair pair({}, {peer("10.0.0.1", 3)});
        pair.world.run(1200);
        const auto passive = pair.seenBy(*pair.one, Right);
        QCOMPARE(int(passive.hostMode), 2);
        QCOMPARE(int(passive.peerMode), 1);
        QVERIFY(!passive.configured);
        QVERIFY(passive.authentic);
        QVERIFY(synchronised(*pair.other));
        QCOMPARE(int(pair.seenBy(*pair.other, Left).peerMode), 2);
        QVERIFY(std::fabs(pair.other->error()) < 0.001);
        // And goes when its peer does.
        pair.world.cut(Left, Right);
        pair.world.run(1200 + 3 * 3600);
        QCOMPARE(pair.one->snapshot().associations.size(), std::size_t(1));
    }

    void aStrangerIsAnsweredButBecomesNobody()
    {
        Pair pair({}, {peer("10.0.0.1")});
        pair.world.run(1200);
        QCOMPARE(pair.one->snapshot().associations.size(), std::size_t(1));
        QVERIFY(synchronised(*pair.other)); // answered without a memory of him, as ntpd and chrony do
        QCOMPARE(int(pair.seenBy(*pair.other, Left).peerMode), 2);
    }

    void withoutAuthEverybodyMayPeerUnlessNopeerSaysNo()
    {
        const auto open = [](EngineConfig &config) { config.authentication.required = false; };
        Pair pair({}, {peer("10.0.0.1")}, open);
        pair.world.run(600);
        QCOMPARE(int(pair.seenBy(*pair.one, Right).hostMode), 2);
        for (const std::uint32_t flag : {AccessFlag::NoPeer, AccessFlag::NoEpeer, AccessFlag::NoServe}) {
            Pair closed({}, {peer("10.0.0.1")}, [&](EngineConfig &config) {
                config.authentication.required = false;
                config.access.add(AddressMask::prefix(Right, 32), flag);
            });
            closed.world.run(600);
            QCOMPARE(closed.one->snapshot().associations.size(), std::size_t(1));
        }
        Pair keyed({}, {peer("10.0.0.1", 1)}, [&](EngineConfig &config) {
            config.access.add(AddressMask::prefix(Right, 32), AccessFlag::NoEpeer);
        });
        keyed.world.run(600);
        QCOMPARE(keyed.one->snapshot().associations.size(), std::size_t(1));
    }

    void anUnsignedPacketDoesNotTouchASignedPeer()
    { // CVE-2015-1799, CVE-2016-4955: origin, receive and mode of the exchange stay as they were.
        Pair pair({peer("10.0.0.2", 1)}, {peer("10.0.0.1", 1)});
        pair.world.every(1, [&] {
            for (const Mode mode : {Mode::SymmetricActive, Mode::SymmetricPassive}) {
                protocol::Packet packet = lie(pair.world, mode);
                pair.world.inject(packetFrom(Left, Right, packet));
                packet.origin = packet.transmit;
                pair.world.inject(packetFrom(Left, Right, packet));
            }
        });
        pair.world.listen([&](const Datagram &d) { // he even sees what he must return
            if (d.from.address == Right && d.to.address == Left) {
                protocol::Packet packet = lie(pair.world, Mode::SymmetricActive);
                packet.origin = protocol::decode(d.bytes)->packet.transmit;
                Datagram forged = packetFrom(Left, Right, packet);
                pair.world.inject(forged, 1e-6);
                forged.bytes.resize(forged.bytes.size() + 4); // a crypto-NAK
                pair.world.inject(forged, 2e-6);
            }
        });
        pair.world.run(3600);
        QVERIFY(synchronised(*pair.other));
        QVERIFY(std::fabs(pair.other->error()) < 0.001);
        const auto seen = pair.seenBy(*pair.other, Left);
        QCOMPARE(int(seen.reach) | 1, 0xff);
        QVERIFY(seen.bogus + seen.badAuth > 7000);
    }

    void aStrangerAfarDoesNotTouchAnUnsignedPeer()
    { // CVE-2015-8138 and its kin: without a key only the origin protects, and it must.
        Pair pair({peer("10.0.0.2")}, {peer("10.0.0.1")});
        pair.world.run(600);
        pair.world.every(0.7, [&] {
            protocol::Packet packet = lie(pair.world, Mode::SymmetricActive);
            packet.origin = {};
            pair.world.inject(packetFrom(Left, Right, packet));
            packet.origin = NtpTimestamp::fromUnits(pair.world.random().next64());
            pair.world.inject(packetFrom(Left, Right, packet));
        });
        pair.world.run(3600);
        QVERIFY(synchronised(*pair.other));
        QVERIFY(std::fabs(pair.other->error()) < 0.001);
        QCOMPARE(int(pair.seenBy(*pair.other, Left).reach) | 1, 0xff);
    }

    void aRecordedSignedPacketIsNotBelievedTwice()
    { // CVE-2015-7973
        Pair pair({peer("10.0.0.2", 1)}, {peer("10.0.0.1", 1)});
        std::vector<Datagram> recorded;
        pair.world.listen([&](const Datagram &d) {
            if (d.from.address == Left && d.to.address == Right)
                recorded.push_back(d);
        });
        pair.world.run(1000);
        pair.world.listen({});
        QVERIFY(recorded.size() > 10);
        const auto before = pair.seenBy(*pair.other, Left);
        for (std::size_t i = 0; i < recorded.size(); ++i)
            pair.world.inject(recorded[i], 0.01 * double(i));
        pair.world.run(1001);
        QCOMPARE(pair.seenBy(*pair.other, Left).accepted, before.accepted);
        pair.world.run(3000);
        QVERIFY(pair.seenBy(*pair.other, Left).accepted > before.accepted + 10);
        QVERIFY(std::fabs(pair.other->error()) < 0.001);
    }

    void interleavedPeersTellTheirTrueStamps()
    { // RFC 9769, section 3
        for (const bool bothAreActive : {true, false}) {
            SourceConfig left = peer("10.0.0.2", 1);
            SourceConfig right = peer("10.0.0.1", 1);
            left.interleave = right.interleave = true;
            left.maxPoll = right.maxPoll = 4;
            Pair pair(bothAreActive ? std::vector{left} : std::vector<SourceConfig>{}, {right});
            std::uint64_t interleaved = 0;
            std::optional<protocol::Packet> before;
            pair.world.listen([&](const Datagram &d) {
                if (d.to.address != Right || d.from.address != Left)
                    return;
                const protocol::Packet packet = protocol::decode(d.bytes)->packet;
                // The stamp in it is that of the packet before.
                const double age = (pair.world.utc() - packet.transmit).toSeconds();
                if (before && age > 1 && age < 40)
                    ++interleaved;
                before = packet;
            });
            pair.world.run(3600);
            QVERIFY(interleaved > 100);
            QVERIFY(synchronised(*pair.other));
            QVERIFY(pair.seenBy(*pair.other, Left).interleaved);
            QVERIFY(pair.seenBy(*pair.one, Right).interleaved);
            QCOMPARE(int(pair.seenBy(*pair.other, Left).reach) | 1, 0xff);
            QVERIFY2(std::fabs(pair.other->error()) < 0.001,
                     qPrintable(QString::number(pair.other->error())));
            const auto seen = pair.seenBy(*pair.other, Left);
            QVERIFY2(seen.delay < 0.001, qPrintable(QString::number(seen.delay)));
        }
    }

    void interleavingNeedsBothSides()
    {
        SourceConfig wishing = peer("10.0.0.1", 1);
        wishing.interleave = true;
        Pair pair({peer("10.0.0.2", 1)}, {wishing}); // the left one is not told to
        pair.world.run(3600);
        QVERIFY(synchronised(*pair.other));
        QVERIFY(!pair.seenBy(*pair.one, Right).interleaved);
        QVERIFY(std::fabs(pair.other->error()) < 0.001);
    }

    void interleavedPeersSurviveLossAndLies()
    { // CVE-2016-1548, CVE-2018-7184: neither what is lost nor what is forged leaves them in a state that does not end.
        SourceConfig left = peer("10.0.0.2", 1);
        SourceConfig right = peer("10.0.0.1", 1);
        left.interleave = right.interleave = true;
        Pair pair({left}, {right});
        pair.world.link(Left, Right).loss = 0.2;
        pair.world.link(Right, Left).loss = 0.2;
        pair.world.listen([&](const Datagram &d) {
            if (d.from.address != Right || d.to.address != Left)
                return;
            const protocol::Packet seen = protocol::decode(d.bytes)->packet;
            protocol::Packet packet = lie(pair.world, Mode::SymmetricActive);
            for (const NtpTimestamp origin : {seen.transmit, seen.receive, seen.origin}) {
                packet.origin = origin;
                pair.world.inject(packetFrom(Left, Right, packet), 1e-6);
            }
        });
        pair.world.run(4 * 3600);
        QVERIFY(synchronised(*pair.other));
        QVERIFY2(std::fabs(pair.other->error()) < 0.002, qPrintable(QString::number(pair.other->error())));
        pair.world.link(Left, Right).loss = 0;
        pair.world.link(Right, Left).loss = 0;
        pair.world.run(5 * 3600);
        QVERIFY(pair.seenBy(*pair.other, Left).interleaved);
        QCOMPARE(int(pair.seenBy(*pair.other, Left).reach) | 1, 0xff);
    }

    void strangersTakeNoPlaceOfAPool()
    { // `disable auth`: whoever sends a packet becomes a guest, but guests are few, and lines of the file go first.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        std::vector<IpAddress> addresses;
        for (std::uint32_t i = 1; i <= 4; ++i) {
            addresses.push_back(IpAddress::v4(0xc0000200U + i));
            world.addServer({.address = addresses.back()});
        }
        EngineConfig config = following({pool("pool.example")});
        config.authentication.required = false;
        config.selection.maxClock = 4;
        EngineHost &victim = world.addEngine(config, {}, Left);
        for (std::uint32_t i = 0; i < 200; ++i)
            world.inject(packetFrom(IpAddress::v4(0x0a010000 + i), Left, lie(world, Mode::SymmetricActive)), 0.1 * i);
        world.run(30);
        world.setName("pool.example", addresses); // the name is there only now
        world.run(300);
        const engine::Snapshot snapshot = victim.snapshot();
        for (const IpAddress &address : addresses)
            QVERIFY(scenario::at(snapshot, address) != nullptr);
        QVERIFY(snapshot.associations.size() <= 1 + 4 + 2);
        QVERIFY(synchronised(victim));
        QVERIFY(std::fabs(victim.error()) < 0.01);
        // Who has a key takes the place of one who has none.
        EngineConfig signedGuest = following({peer("10.0.0.1", 1)});
        signedGuest.authentication = sharedKeys();
        EngineConfig keyed = config;
        keyed.authentication.keys = sharedKeys().keys;
        keyed.authentication.trusted = sharedKeys().trusted;
        victim.reconfigure(keyed);
        world.addEngine(signedGuest, {}, Right);
        world.run(900);
        const engine::Snapshot later = victim.snapshot();
        QVERIFY(scenario::at(later, Right) != nullptr);
        for (const IpAddress &address : addresses)
            QVERIFY(scenario::at(later, address) != nullptr);
    }

    void findsARestartedPeerAgain()
    {
        Pair pair({peer("10.0.0.2")}, {peer("10.0.0.1")});
        pair.world.run(1000);
        EngineConfig fresh = following({});
        pair.one->reconfigure(fresh);
        fresh = following({server("192.0.2.1"), peer("10.0.0.2")});
        pair.world.run(1100);
        pair.one->reconfigure(fresh);
        pair.world.run(2500);
        QCOMPARE(int(pair.seenBy(*pair.other, Left).reach) | 1, 0xff);
        QVERIFY(synchronised(*pair.other));
    }

    void aGuestDoesNotTakeOurOwnClockAway()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        EngineConfig master = following({localClock()});
        EngineConfig client = following({peer("10.0.0.1", 1)});
        master.authentication = client.authentication = sharedKeys();
        EngineHost &host = world.addEngine(master, {}, Left);
        world.run(100);
        EngineHost &guest = world.addEngine(client, {}, Right);
        bool always = true;
        world.every(1, [&] { always = always && synchronised(host); });
        world.run(1000);
        QVERIFY(always);
        QCOMPARE(host.snapshot().associations.size(), std::size_t(2));
        QVERIFY(synchronised(guest));
    }

    void oneKeyDoesNotMakeACrowd()
    { // CVE-2016-1549, CVE-2018-7170
        World world(seed(), ordinaryDay());
        world.defaultLink = lan(20e-6);
        EngineConfig config = following({localClock()});
        config.authentication = sharedKeys();
        EngineHost &victim = world.addEngine(config, {}, Left);
        engine::KeyRing keys(sharedKeys());
        for (std::uint32_t i = 0; i < 200; ++i) {
            Datagram datagram =
                packetFrom(IpAddress::v4(0x0a010000 + i), Left, lie(world, Mode::SymmetricActive));
            datagram.bytes.resize(engine::LargestReply);
            datagram.bytes.resize(keys.sign(1, datagram.bytes, protocol::HeaderSize));
            world.inject(datagram, 0.01 * i);
        }
        world.run(20);
        QVERIFY(victim.snapshot().associations.size() <= 11);
        QVERIFY(std::fabs(victim.error()) < 0.1);
    }

    void neverLoops()
    { // Passive answers, answers to nobody, packets from ourselves and to everybody: nothing may go on for
      // ever.
        Pair pair({}, {});
        for (const Mode mode :
             {Mode::SymmetricActive, Mode::SymmetricPassive, Mode::Server, Mode::Broadcast}) {
            pair.world.inject(packetFrom(Left, Right, lie(pair.world, mode)));
            pair.world.inject(packetFrom(Left, Left, lie(pair.world, mode)));
            Datagram fromNowhere = packetFrom(Left, Right, lie(pair.world, mode));
            fromNowhere.from.port = 0;
            pair.world.inject(fromNowhere);
        }
        std::size_t packets = 0;
        pair.world.listen(
            [&](const Datagram &d) { packets += d.to.port == NtpPort && modeOf(d) != Mode::Client; });
        pair.world.run(100);
        QVERIFY(packets <= 1); // the one passive answer
    }
};

QTEST_APPLESS_MAIN(PeersScenario)
#include "tst_peers.moc"
