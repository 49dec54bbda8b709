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

World &withServers(World &world, std::initializer_list<const char *> addresses)
{
    world.defaultLink = lan(20e-6);
    for (const char *address : addresses)
        world.addServer({.address = ip(address)});
    return world;
}

} // namespace

// What the words behind a source's name change.
class SourceOptionsScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void burstAsksEightTimesOncePollsAreLong()
    {
        for (const bool burst : {false, true}) {
            World world(seed(), ordinaryDay());
            withServers(world, {"192.0.2.1"});
            SourceConfig source = server("192.0.2.1", false);
            source.minPoll = 4;
            source.burst = burst;
            std::vector<double> questions;
            world.listen([&](const Datagram &d) {
                if (d.to.port == NtpPort)
                    questions.push_back(world.seconds());
            });
            world.addEngine(following({source}));
            world.run(6 * 3600);
            int longest = 1;
            int row = 1;
            for (std::size_t i = 1; i < questions.size(); ++i) {
                row = questions[i] - questions[i - 1] < 2.5 ? row + 1 : 1;
                longest = std::max(longest, row);
            }
            QCOMPARE(longest, burst ? 8 : 1);
        }
    }

    void noselectIsWatchedAndNeverFollowed()
    {
        World world(seed(), ordinaryDay());
        withServers(world, {"192.0.2.1"});
        SourceConfig source = server("192.0.2.1");
        source.noSelect = true;
        EngineHost &host = world.addEngine(following({source}), {.offset = 0.5});
        world.run(1000);
        const auto association = host.snapshot().associations[0];
        QVERIFY(association.reach == 0xff && association.accepted > 8);
        QVERIFY(association.flash & engine::Flash::PeerUnreachable);
        QCOMPARE(association.tally, engine::Tally::Reject);
        QVERIFY(!synchronised(host));
    }

    void aTrueChimerSurvivesAgainstTheMajority()
    {
        for (const bool isTrue : {false, true}) {
            World world(seed(), ordinaryDay());
            withServers(world, {"192.0.2.1"});
            world.addServer({.address = ip("192.0.2.2"), .offset = 0.3});
            world.addServer({.address = ip("192.0.2.3"), .offset = 0.3});
            SourceConfig lonely = server("192.0.2.1");
            lonely.trueChimer = isTrue;
            EngineHost &host = world.addEngine(following({lonely, server("192.0.2.2"), server("192.0.2.3")}));
            world.run(600);
            const auto tally = find(host.snapshot(), "192.0.2.1")->tally;
            QCOMPARE(tally == engine::Tally::Falseticker, !isTrue);
        }
    }

    void theVersionIsWhatTheLineSays()
    {
        for (const int version : {1, 2, 3, 4}) {
            World world(seed(), ordinaryDay());
            withServers(world, {"192.0.2.1"});
            SourceConfig source = server("192.0.2.1");
            source.version = version;
            std::vector<int> seen;
            world.listen([&](const Datagram &d) {
                if (d.to.port == NtpPort)
                    seen.push_back(protocol::decode(d.bytes)->packet.version);
            });
            EngineHost &host = world.addEngine(following({source}));
            world.run(300);
            QVERIFY(synchronised(host));
            QVERIFY(std::all_of(seen.begin(), seen.end(), [&](int v) { return v == version; }));
        }
    }

    void restrictSourceHoldsForWhatAPoolFoundAndOnlyAsLong()
    {
        World world(seed(), ordinaryDay());
        withServers(world, {"192.0.2.1", "192.0.2.2"});
        world.setName("pool.example", {ip("192.0.2.1"), ip("192.0.2.2")});
        EngineConfig config = following({pool("pool.example")});
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Ignore);
        EngineHost &closed = world.addEngine(config, {}, ip("10.0.0.1"));
        config.access.setSourceTemplate(AccessFlag::NoModify | AccessFlag::NoQuery);
        EngineHost &open = world.addEngine(config, {}, ip("10.0.0.2"));
        world.run(300);
        QVERIFY(!synchronised(closed));
        QVERIFY(synchronised(open));
        // A line less, and the hole in the wall is closed again: the server's own question is not answered.
        config.sources.clear();
        open.reconfigure(config);
        std::size_t answers = 0;
        world.listen(
            [&](const Datagram &d) { answers += d.to.address == ip("192.0.2.1") && d.from.port == NtpPort; });
        Datagram question{
            {ip("192.0.2.1"), 5000}, {ip("10.0.0.2"), NtpPort}, std::vector<std::byte>(protocol::HeaderSize)};
        question.bytes[0] = std::byte{0x23};
        world.inject(question);
        world.run(310);
        QCOMPARE(answers, std::size_t(0));
    }

    void aPoolReplacesWhoAnswersButIsWorthNothing()
    {
        World world(seed(), ordinaryDay());
        withServers(world, {"192.0.2.1", "192.0.2.2", "192.0.2.3"});
        auto &liar = world.addServer({.address = ip("192.0.2.4"), .offset = 5});
        auto &lost = world.addServer({.address = ip("192.0.2.5"), .leap = protocol::Leap::Unsynchronised});
        withServers(world, {"192.0.2.6", "192.0.2.7"});
        std::vector<IpAddress> all;
        for (int i = 1; i <= 7; ++i)
            all.push_back(IpAddress::v4(0xc0000200U + static_cast<std::uint32_t>(i)));
        world.setName("pool.example", all);
        EngineConfig config = following({pool("pool.example")});
        config.selection.maxClock = 5;
        EngineHost &host = world.addEngine(config);
        world.run(300);
        const auto first = host.snapshot();
        QVERIFY(scenario::at(first, liar.address()) && scenario::at(first, lost.address()));
        world.run(6 * 3600);
        const auto later = host.snapshot();
        QVERIFY(!scenario::at(later, liar.address()) && !scenario::at(later, lost.address()));
        QVERIFY(scenario::at(later, ip("192.0.2.6")) && scenario::at(later, ip("192.0.2.7")));
        QCOMPARE(later.associations.size(), std::size_t(6));
        QVERIFY(std::fabs(host.error()) < 0.001);
        // The same ones are the best there is: they stay.
        const auto ids = [](const engine::Snapshot &snapshot) {
            std::vector<std::uint16_t> list;
            for (const auto &association : snapshot.associations)
                list.push_back(association.id);
            return list;
        };
        world.run(12 * 3600);
        QCOMPARE(ids(host.snapshot()), ids(later));
    }
};

QTEST_APPLESS_MAIN(SourceOptionsScenario)
#include "tst_sourceoptions.moc"
