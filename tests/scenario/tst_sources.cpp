// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace noonmark;
using namespace noonmark::scenario;
namespace Flash = engine::Flash;
using engine::Tally;
using simulation::Datagram;
using simulation::World;

namespace {

SourceConfig quick(const std::string &name)
{ // Polls every 16 s, so that losing a source does not take hours of virtual time.
    SourceConfig source = server(name);
    source.minPoll = 4;
    source.maxPoll = 6;
    return source;
}

} // namespace

// Sources that lie, vanish, come back, have names, or may not be used.
class SourcesScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void outvotesAFalseticker()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = {1e-3, 100e-6, 0, false};
        for (const char *address : {"192.0.2.1", "192.0.2.2", "192.0.2.3"})
            world.addServer({.address = ip(address)});
        world.addServer({.address = ip("192.0.2.4"), .offset = 0.1});
        auto &client = world.addEngine(
            following({server("192.0.2.1"), server("192.0.2.2"), server("192.0.2.3"), server("192.0.2.4")}),
            {.offset = 0.01, .frequency = 10e-6, .wander = 1e-9});
        world.run(2000);
        const auto errors = watch(world, client, 6000);
        QVERIFY2(errors.largest < 0.002, qPrintable(QString::number(errors.largest)));
        const auto snapshot = client.snapshot();
        QCOMPARE(int(at(snapshot, ip("192.0.2.4"))->tally), int(Tally::Falseticker));
        int good = 0;
        for (const auto &a : snapshot.associations)
            good += a.tally == Tally::SystemPeer || a.tally == Tally::Candidate || a.tally == Tally::Outlier;
        QCOMPARE(good, 3);
    }

    void aHerdOfClientsSpreadsOut()
    { // PROTOCOL 10.23: a power cut starts a whole network in the same second, with the same file.
        constexpr int clients = 40;
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        const IpAddress master = ip("192.0.2.1");
        world.addServer({.address = master});
        SourceConfig source = server("192.0.2.1", false);
        source.minPoll = source.maxPoll = 6;
        for (int i = 0; i < clients; ++i)
            world.addEngine(following({source}));
        std::map<int, int> questions; // in each second
        world.listen([&](const Datagram &d) { questions[static_cast<int>(world.seconds())] += d.to.address == master; });
        const auto most = [&questions](int from, int until) {
            int result = 0;
            for (const auto &[second, count] : questions)
                result = second >= from && second < until ? std::max(result, count) : result;
            return result;
        };
        world.run(4 * 3600);
        QVERIFY2(most(0, 10) >= clients / 2, qPrintable(QString::number(most(0, 10)))); // they did begin together
        const int later = most(4 * 3600 - 256, 4 * 3600);
        QVERIFY2(later <= clients / 5, qPrintable(QString::number(later)));
        // Nor faster than once in two seconds, or more often than agreed (the same section).
        int asked = 0;
        for (const auto &[second, count] : questions)
            asked += second >= 3600 ? count : 0;
        QVERIFY(asked <= clients * 3 * 3600 / 64 + clients);
    }

    void nothingIsMeasuredOfAServerThatNeverAnswered()
    { // However much the clock was slewed meanwhile.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({quick("192.0.2.1"), server("192.0.2.9")}), {.offset = 0.05});
        world.run(2000);
        QVERIFY(std::fabs(client.error()) < 0.001);
        QCOMPARE(client.clock().steps(), 0);
        QCOMPARE(client.snapshot().associations[1].offset, 0.0);
    }

    void survivesTheLossOfItsUpstream()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client =
            world.addEngine(following({quick("192.0.2.1")}), {.frequency = 20e-6, .wander = 1e-10});
        world.run(2000);
        const double before = client.snapshot().system.rootDispersion;
        world.cut(client.address(), ip("192.0.2.1"));
        world.run(4000);
        auto lost = client.snapshot();
        QCOMPARE(int(lost.system.peer), 0);
        QCOMPARE(int(lost.associations[0].reach), 0);
        QVERIFY(lost.system.rootDispersion >= before); // ages by what this crystal was seen to do: little
        QVERIFY(std::fabs(client.error()) < lost.system.rootDistance);
        QCOMPARE(client.count(EventKind::Unreachable), std::size_t(1));
        QCOMPARE(client.count(EventKind::NoSystemPeer), std::size_t(1));
        QVERIFY(std::fabs(client.error()) < 0.005);
        world.cut(client.address(), ip("192.0.2.1"), false);
        world.run(5000);
        QVERIFY(client.snapshot().system.peer != 0);
        QCOMPARE(client.count(EventKind::Reachable), std::size_t(2));
        QVERIFY(std::fabs(client.error()) < 0.001);
    }

    void livesWithALossyPath()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = {5e-3, 500e-6, 0.1, false};
        world.addServer({.address = ip("192.0.2.1")});
        auto &client =
            world.addEngine(following({server("192.0.2.1")}), {.frequency = 20e-6, .wander = 1e-9});
        world.run(3000);
        const auto errors = watch(world, client, 20000);
        QVERIFY2(errors.rms < 0.001, qPrintable(QString::number(errors.rms)));
        QCOMPARE(client.count(EventKind::Unreachable), std::size_t(0));
        QVERIFY(client.requests() < 600);
    }

    void followsTheTemperature()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client =
            world.addEngine(following({server("192.0.2.1")}),
                            {.frequency = 10e-6, .wander = 1e-9, .stepAmplitude = 2e-6, .stepAt = 10000});
        world.run(9000);
        const auto errors = watch(world, client, 20000);
        QVERIFY2(errors.largest < 0.010, qPrintable(QString::number(errors.largest)));
        QVERIFY(std::fabs(client.error()) < 0.0005);
        QVERIFY(std::fabs(client.snapshot().system.frequency + 12) < 0.5);
    }

    void fallsBackToItsOwnClockAndReturns()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({quick("192.0.2.1"), localClock(10)});
        config.selection.orphanWait = 120;
        auto &master = world.addEngine(config);
        world.run(600);
        QCOMPARE(int(master.snapshot().system.stratum), 2);
        world.cut(master.address(), ip("192.0.2.1"));
        const double when = firstTime(world, 3000, [&] { return master.snapshot().system.stratum == 11; });
        QVERIFY2(when < 1100, qPrintable(QString::number(when)));
        const auto alone = master.snapshot();
        QCOMPARE(int(alone.system.statusSource), 5);
        QCOMPARE(alone.system.refid, 0x7f7f0100U);
        QCOMPARE(int(find(alone, "127.127.1.0")->tally), int(Tally::SystemPeer));
        world.cut(master.address(), ip("192.0.2.1"), false);
        world.run(world.seconds() + 200);
        QCOMPARE(int(master.snapshot().system.stratum), 2);
        QCOMPARE(int(master.snapshot().system.statusSource), 6);
    }

    void doesNotFallBackWhileAnUpstreamAnswers()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1")});
        auto &master = world.addEngine(following({server("192.0.2.1"), localClock(3)}));
        bool everLocal = false;
        for (double t = 10; t < 4000; t += 10) {
            world.run(t);
            everLocal = everLocal || master.snapshot().system.statusSource == 5;
        }
        QVERIFY(!everLocal);
    }

    void prefersWhatItIsToldTo()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = {1e-3, 50e-6, 0, false};
        world.addServer({.address = ip("192.0.2.1"), .stratum = 1});
        world.addServer({.address = ip("192.0.2.2"), .stratum = 5});
        SourceConfig preferred = server("192.0.2.2");
        preferred.prefer = true;
        auto &client = world.addEngine(following({server("192.0.2.1"), preferred}));
        world.run(300);
        QCOMPARE(int(client.snapshot().system.stratum), 6);
    }

    void takesNoTimeFromAServerThatIsItselfLost()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1"), .stratum = 16, .leap = protocol::Leap::Unsynchronised});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.offset = 0.05});
        world.run(1000);
        QVERIFY(!synchronised(client));
        const auto snapshot = client.snapshot();
        QVERIFY(snapshot.associations[0].flash & Flash::Stratum);
        QVERIFY(snapshot.associations[0].reach != 0);
        QCOMPARE(client.commands(), 0U);
    }

    void asksANameUntilItExists()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("ntp.example")}));
        world.run(100);
        QCOMPARE(int(client.snapshot().associations[0].resolution), int(engine::Resolution::Failed));
        QCOMPARE(client.count(EventKind::NameUnresolved), std::size_t(1)); // told once, not at each try
        world.setName("ntp.example", {ip("192.0.2.1")});
        world.run(500);
        QVERIFY(synchronised(client));
        QCOMPARE(client.count(EventKind::NameResolved), std::size_t(1));
    }

    void triesTheNextAddressOfAName()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1"), .mute = true});
        world.addServer({.address = ip("192.0.2.2")});
        world.setName("ntp.example", {ip("192.0.2.1"), ip("192.0.2.2")});
        auto &client = world.addEngine(following({quick("ntp.example")}));
        world.run(400);
        QVERIFY(synchronised(client));
        QCOMPARE(client.snapshot().associations[0].remote.address, ip("192.0.2.2"));
    }

    void aDeadHostIsAskedLessAndLessAlsoByName()
    {
        World world(seed(), ordinaryDay());
        auto &dead = world.addServer({.address = ip("192.0.2.1"), .mute = true});
        world.setName("ntp.example", {ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("ntp.example")}));
        world.run(30000);
        QVERIFY2(dead.requests() < 50, qPrintable(QString::number(dead.requests())));
        QCOMPARE(int(client.snapshot().associations[0].hostPoll), 10);
        dead.options.mute = false;
        world.run(33000);
        QVERIFY(synchronised(client));
    }

    void aHostThatMovedIsFoundAgain()
    {
        World world(seed(), ordinaryDay());
        auto &old = world.addServer({.address = ip("192.0.2.1")});
        world.addServer({.address = ip("192.0.2.2")});
        world.setName("ntp.example", {ip("192.0.2.1")});
        auto &client = world.addEngine(following({quick("ntp.example")}));
        world.run(500);
        QVERIFY(synchronised(client));
        old.options.mute = true;
        world.setName("ntp.example", {ip("192.0.2.2")});
        world.run(3000);
        QCOMPARE(client.snapshot().associations[0].remote.address, ip("192.0.2.2"));
        QVERIFY(client.snapshot().system.peer != 0);
    }

    void aServerThatIsStartingIsFollowedAsSoonAsItKnows()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        auto &upstream =
            world.addServer({.address = ip("192.0.2.1"), .kiss = protocol::refidFromText("INIT")});
        auto &client = world.addEngine(following({server("192.0.2.1")}));
        world.run(100);
        QVERIFY(!synchronised(client));
        upstream.options.kiss = 0;
        const double when = firstTime(world, 400, [&] { return synchronised(client); });
        QVERIFY2(when < 100 + 68 + 10, qPrintable(QString::number(when)));
    }

    void fillsAPoolAndReplacesItsDead()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        std::vector<IpAddress> addresses;
        for (std::uint32_t i = 1; i <= 5; ++i) {
            addresses.push_back(IpAddress::v4(0xc0000200U + i));
            world.addServer({.address = addresses.back(), .mute = i == 1});
        }
        world.setName("pool.example", addresses);
        EngineConfig config = following({pool("pool.example")});
        config.selection.maxClock = 4;
        auto &client = world.addEngine(config);
        world.run(30);
        QVERIFY(synchronised(client));
        QCOMPARE(client.snapshot().associations.size(), std::size_t(5)); // four and the pool's own line
        world.run(3000);
        const auto snapshot = client.snapshot();
        QVERIFY(at(snapshot, addresses[4]) != nullptr);
        QVERIFY(client.count(EventKind::Demobilised) >= 1);
        QVERIFY(snapshot.associations.size() <= 5);
    }

    void aPoolUnderNopeerStaysEmptyHanded()
    { // As in ntpd: RESTRICT R071.
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1")});
        world.setName("pool.example", {ip("192.0.2.1")});
        EngineConfig config = following({pool("pool.example")});
        config.access = AccessTable(Dialect::Noonmark);
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::NoPeer | AccessFlag::NoModify);
        auto &client = world.addEngine(config);
        world.run(300);
        QVERIFY(!synchronised(client));
        QVERIFY(at(client.snapshot(), ip("192.0.2.1"))->flash & Flash::Denied);
        QVERIFY(client.count(EventKind::AccessDenied) >= 1);

        config.access.setSourceTemplate(AccessFlag::NoModify);
        client.reconfigure(config);
        world.run(1500);
        QVERIFY(synchronised(client));
    }

    void restrictAlsoShutsOutOwnServers()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({server("192.0.2.1")});
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Ignore);
        auto &client = world.addEngine(config);
        world.run(300);
        QVERIFY(!synchronised(client));
        const auto snapshot = client.snapshot();
        QVERIFY(snapshot.associations[0].flash & Flash::Denied);
        QCOMPARE(int(snapshot.associations[0].reach), 0);
        QCOMPARE(client.count(EventKind::AccessDenied), std::size_t(1));
        config.access.add(AddressMask::host(ip("192.0.2.1")), 0);
        client.reconfigure(config);
        world.run(700);
        QVERIFY(synchronised(client));
    }

    void keepsWhatAReconfigurationDoesNotTouch()
    {
        World world(seed(), ordinaryDay());
        world.addServer({.address = ip("192.0.2.1")});
        world.addServer({.address = ip("192.0.2.2")});
        EngineConfig config = following({server("192.0.2.1"), server("192.0.2.2")});
        auto &client = world.addEngine(config);
        world.run(300);
        const auto before = *at(client.snapshot(), ip("192.0.2.1"));
        config.sources = {server("192.0.2.1"), localClock()};
        client.reconfigure(config);
        const auto after = client.snapshot();
        QCOMPARE(after.associations.size(), std::size_t(2));
        QCOMPARE(at(after, ip("192.0.2.1"))->id, before.id);
        QCOMPARE(at(after, ip("192.0.2.1"))->reach, before.reach);
        QVERIFY(at(after, ip("192.0.2.2")) == nullptr);
        QVERIFY(synchronised(client));
    }

    void aForeignStepIsNoticedAndMended()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.frequency = 5e-6});
        world.run(1000.00015); // a question may be under way: its answer must not count
        client.disturb(30);
        QVERIFY(!synchronised(client));
        world.run(1060);
        QVERIFY(synchronised(client));
        QVERIFY(std::fabs(client.error()) < 0.001);
    }
};

QTEST_APPLESS_MAIN(SourcesScenario)
#include "tst_sources.moc"
