// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::Datagram;
using simulation::Host;
using simulation::World;

namespace {

// Asks as often as it likes and notes what comes back.
class Asker
{
public:
    Asker(World &world, const IpAddress &us, const IpAddress &server)
        : m_world(world)
        , m_us{us, 5000}
        , m_server{server, 123}
    {
        world.listen([this](const Datagram &d) {
            if (d.to == m_us)
                answers.push_back(protocol::decode(d.bytes)->packet);
        });
    }

    void ask()
    {
        protocol::Packet packet;
        packet.poll = 4;
        packet.transmit = NtpTimestamp::fromUnits(m_world.random().next64() | 1);
        Datagram datagram{m_us, m_server, std::vector<std::byte>(protocol::HeaderSize)};
        protocol::encode(packet, datagram.bytes);
        m_world.inject(datagram);
    }

    std::vector<protocol::Packet> answers;

private:
    World &m_world;
    Endpoint m_us;
    Endpoint m_server;
};

constexpr auto Here = "10.0.0.1";

} // namespace

// The machine that serves a closed network.
class MasterScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void anIsolatedMasterServesAtOnce()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        auto &master = world.addEngine(following({localClock(10)}), {}, ip(Here));
        world.run(3);
        const auto snapshot = master.snapshot();
        QCOMPARE(int(snapshot.system.leap), 0);
        QCOMPARE(int(snapshot.system.stratum), 11);
        QCOMPARE(int(snapshot.system.statusSource), 5);
        QVERIFY(snapshot.system.rootDistance < 0.1);

        Asker asker(world, ip("10.0.0.9"), ip(Here));
        asker.ask();
        world.run(4);
        QCOMPARE(asker.answers.size(), std::size_t(1));
        const auto &answer = asker.answers[0];
        QCOMPARE(int(answer.stratum), 11);
        QCOMPARE(answer.refid, 0x7f7f0100U);
        QVERIFY(protocol::secondsFromShort(answer.rootDispersion) < 0.1);

        master.reconfigure(following({localClock(5)})); // another `fudge`: known at once, and nothing begins anew
        world.run(6);
        QCOMPARE(int(master.snapshot().system.stratum), 6);
        QCOMPARE(master.count(EventKind::Mobilised), std::size_t(1));
    }

    void aClientFollowsAnIsolatedMaster()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        auto &master =
            world.addEngine(following({localClock(10)}), {.offset = 2, .frequency = 30e-6}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {.frequency = -20e-6}, ip("10.0.0.2"));
        world.run(60);
        QCOMPARE(int(client.snapshot().system.stratum), 12);
        QVERIFY(std::fabs(client.error() - master.error()) < 0.005);
        world.run(4000);
        QVERIFY(std::fabs(client.error() - master.error()) < 0.001);
        QVERIFY(master.snapshot().system.rootDistance < 0.1);
        QCOMPARE(int(master.snapshot().associations[0].reach), 255);
        QCOMPARE(master.commands(), 0U);
    }

    void aChainOfFourStandsWithinMinutes()
    { // The error bound of a young client must shrink soon, or its own clients refuse it.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config;
        const char *above = "192.0.2.1";
        simulation::EngineHost *last = nullptr;
        for (const char *address : {"10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"}) {
            config = following({server(above)});
            config.discipline.frequency = 0;
            last = &world.addEngine(config, {.frequency = 1e-6}, ip(address));
            above = address;
        }
        const double when = firstTime(world, 2000, [&] { return synchronised(*last); });
        QVERIFY2(when < 300, qPrintable(QString::number(when)));
        world.run(when + 600);
        QCOMPARE(int(last->snapshot().system.stratum), 5);
        QVERIFY(last->snapshot().system.rootDistance < 0.2);
    }

    void switchesBetweenUpstreamAndIsolation()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig upstream = following({server("192.0.2.1")});
        EngineConfig isolated = following({localClock(10)});
        auto &master = world.addEngine(upstream, {.frequency = 10e-6}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {.offset = 0.05}, ip("10.0.0.2"));
        world.run(400);
        QCOMPARE(int(client.snapshot().system.stratum), 3);
        master.reconfigure(isolated);
        world.run(410);
        QCOMPARE(int(master.snapshot().system.stratum), 11);
        world.run(2000);
        QCOMPARE(int(client.snapshot().system.stratum), 12);
        QVERIFY(std::fabs(client.error()) < 0.01);
        master.reconfigure(upstream);
        QVERIFY(
            !synchronised(master)); // what its own clock said is no reason to be believed as upstream time
        world.run(2030);
        QCOMPARE(int(master.snapshot().system.stratum), 2);
    }

    void aloneItOwnsUpToWhatItsCrystalMayHaveDone()
    { // Upstream gone, the own clock takes over; a day later nobody knows how far it is off, but how far at most.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &master = world.addEngine(following({server("192.0.2.1"), localClock(10)}),
                                       {.offset = 0.01, .frequency = 20e-6, .wander = 1e-9}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {.frequency = -5e-6, .wander = 1e-9},
                                       ip("10.0.0.2"));
        world.run(10000);
        world.cut(ip(Here), ip("192.0.2.1"));
        world.run(20000);
        QCOMPARE(int(master.snapshot().system.stratum), 11);
        QVERIFY(client.snapshot().system.stratum == 12);
        const double rate = master.clock().frequencyError() - master.clock().crystalFrequency();
        double before = 0;
        for (double second = 20000; second < 90000; second += 500) {
            world.run(second);
            const auto system = master.snapshot().system;
            QVERIFY(std::fabs(master.error()) < system.rootDispersion);
            QVERIFY(system.rootDispersion >= before); // younger it does not get
            QVERIFY(system.rootDispersion < 0.2);     // PHI alone would say 1.2 s
            before = system.rootDispersion;
            QVERIFY(std::fabs(client.error() - master.error()) < 0.001);
            QVERIFY(std::fabs(client.error()) < client.snapshot().system.rootDistance);
        }
        const double rateLater = master.clock().frequencyError() - master.clock().crystalFrequency();
        QVERIFY(std::fabs(rateLater - rate) < 1e-9); // it corrects itself by nobody's opinion
        QCOMPARE(client.clock().steps(), 0);
    }

    void howeverLongItIsAloneItsClientsStay()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &master = world.addEngine(following({server("192.0.2.1"), localClock(10)}),
                                       {.frequency = 20e-6, .wander = 3e-8}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {.wander = 1e-9}, ip("10.0.0.2"));
        world.run(3000);
        world.cut(ip(Here), ip("192.0.2.1"));
        world.run(3 * 86400);
        QVERIFY(master.snapshot().system.rootDispersion > 0.5);
        QVERIFY(master.snapshot().system.rootDispersion < 1.1);
        QVERIFY(client.snapshot().system.peer != 0);
        QVERIFY(std::fabs(client.error() - master.error()) < 0.01);
    }

    void anOrphanServesWhenAllIsLost()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1"), .mute = true});
        EngineConfig config = following({server("192.0.2.1")});
        config.selection.orphanStratum = 6;
        auto &master = world.addEngine(config, {}, ip(Here));
        world.run(290);
        QVERIFY(!synchronised(master));
        world.run(310);
        QVERIFY(synchronised(master));
        QCOMPARE(int(master.snapshot().system.stratum), 6);
        QCOMPARE(master.snapshot().system.refid, 0x7f000001U);
        QCOMPARE(int(master.events().back().kind), int(EventKind::ClockSync));
        QCOMPARE(master.events().back().value, 6.0); // for people: it has no source
    }

    void ofTwoOrphansOneFollows()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        EngineConfig one = following({server("10.0.0.2")});
        EngineConfig two = following({server("10.0.0.1")});
        one.selection.orphanStratum = two.selection.orphanStratum = 6;
        auto &a = world.addEngine(one, {}, ip("10.0.0.1"));
        auto &b = world.addEngine(two, {.offset = 0.05}, ip("10.0.0.2"));
        world.run(3000);
        QCOMPARE(int(a.snapshot().system.stratum), 6);
        QCOMPARE(int(b.snapshot().system.stratum), 7);
        QVERIFY(std::fabs(a.error() - b.error()) < 0.001);
    }

    void doesNotFollowItsOwnFollower()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &master = world.addEngine(following({server("192.0.2.1"), server("10.0.0.2")}), {}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {}, ip("10.0.0.2"));
        world.run(2000);
        QCOMPARE(int(client.snapshot().system.stratum), 3);
        QVERIFY(at(master.snapshot(), ip("10.0.0.2"))->flash & engine::Flash::PeerLoop);
    }

    void limitsAHastyClientAndTellsItOnce()
    { // PROTOCOL 7.2, classic: four a second gives one answer, one kiss, then silence.
        World world(seed(), ordinaryDay());
        EngineConfig config = following({localClock(10)});
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
        auto &master = world.addEngine(config, {}, ip(Here));
        world.run(10);
        Asker asker(world, ip("10.0.0.9"), ip(Here));
        for (int i = 0; i < 80; ++i)
            world.at(10.1 + 0.25 * i, [&] { asker.ask(); });
        world.run(31);
        QCOMPARE(asker.answers.size(), std::size_t(2));
        QCOMPARE(int(asker.answers[0].stratum), 11);
        const auto &kiss = asker.answers[1];
        QCOMPARE(int(kiss.stratum), 0);
        QCOMPARE(kiss.refid, protocol::refidFromText("RATE"));
        QCOMPARE(int(kiss.leap), 3);
        QCOMPARE(kiss.transmit, kiss.origin);
        QCOMPARE(kiss.receive, kiss.origin);
        const auto counters = master.snapshot().counters;
        QCOMPARE(counters.kissesSent, 1U);
        QCOMPARE(counters.limited, 79U);
    }

    void aClientSurvivesAVictimOfRateLimits()
    { // "Priming": somebody floods in our client's name; the client must slow down, and not be lost.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        EngineConfig config = following({localClock(10)});
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
        world.addEngine(config, {}, ip(Here));
        auto &client = world.addEngine(following({server(Here)}), {.frequency = 5e-6}, ip("10.0.0.2"));
        world.run(500);
        QVERIFY(synchronised(client));
        Asker flood(world, ip("10.0.0.2"), ip(Here));
        world.every(1, [&] {
            if (world.seconds() < 2000)
                flood.ask();
        });
        world.run(12000);
        QVERIFY(synchronised(client));
        QVERIFY(client.snapshot().associations[0].reach != 0);
        QVERIFY(client.snapshot().system.peer != 0);
    }

    void serversFedWithEachOthersAnswersStaySilent()
    { // CVE-2009-3563 and its kind.
        World world(seed(), ordinaryDay());
        world.addEngine(following({localClock(10)}), {}, ip(Here));
        world.addEngine(following({localClock(10)}), {}, ip("10.0.0.2"));
        int heard = 0;
        world.listen([&](const Datagram &) { ++heard; });
        for (unsigned first = 0; first < 256; ++first) {
            const unsigned mode = first & 7;
            if (mode == 1 || mode == 3 || mode == 6 || first % 64 == 8)
                continue; // real questions; that of a peer is answered in mode 2, which nobody answers
            Datagram datagram{
                {ip("10.0.0.2"), 123}, {ip(Here), 123}, std::vector<std::byte>(protocol::HeaderSize)};
            datagram.bytes[0] = static_cast<std::byte>(first);
            world.inject(datagram);
        }
        world.run(10);
        QCOMPARE(heard, 0);
    }
};

QTEST_APPLESS_MAIN(MasterScenario)
#include "tst_master.moc"
