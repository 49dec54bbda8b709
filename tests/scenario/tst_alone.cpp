// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/trial.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::EngineHost;
using simulation::World;

namespace {

const char *const Upstream = "192.0.2.1";
const char *const Here = "10.0.0.1";
constexpr int Clients = 5;

EngineConfig masterConfig()
{
    return following({server(Upstream), localClock(10)});
}

// On crystals of their own, all asking the same server.
std::vector<EngineHost *> addClients(World &world)
{
    std::vector<EngineHost *> clients;
    for (int i = 0; i < Clients; ++i)
        clients.push_back(&world.addEngine(following({server(Here)}),
                                           {.offset = 0.02, .frequency = (7.0 * i - 15) * 1e-6, .wander = 1e-9},
                                           ip(("10.0.1." + std::to_string(i + 1)).c_str())));
    return clients;
}

// A master with an upstream and clients.
struct Network
{
    explicit Network(std::uint64_t seed, const EngineConfig &config = masterConfig())
        : world(seed, ordinaryDay())
    {
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        master = &world.addEngine(config, {.offset = 0.01, .frequency = 20e-6, .wander = 1e-10}, ip(Here));
        clients = addClients(world);
    }
    void isolate(bool is = true) { world.cut(ip(Here), ip(Upstream), is); }

    World world;
    EngineHost *master = nullptr;
    std::vector<EngineHost *> clients;
};

// How far the clients are from their server at most until then; none: it is without error.
double followingError(World &world, const std::vector<EngineHost *> &clients, EngineHost *server, double until)
{
    double largest = 0;
    while (world.seconds() + 10 <= until) {
        world.run(world.seconds() + 10);
        const double error = server != nullptr ? server->error() : 0;
        for (EngineHost *client : clients)
            largest = std::max(largest, std::fabs(client->error() - error));
    }
    return largest;
}

double followingError(Network &network, double until)
{
    return followingError(network.world, network.clients, network.master, until);
}

// The master's own correction of its rate: what its clock does beyond its crystal.
double correction(const EngineHost &host)
{
    return host.clock().frequencyError() - host.clock().crystalFrequency();
}

} // namespace

// Honest when alone: the master that nobody tells the time, and those who follow it.
class AloneScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void itsClientsAreWhatTheyWouldBeToAPerfectServer()
    { // Beside it the same clients of a server without any error: the master's drift is all that may come on top.
        for (std::uint64_t story = 0; story < 4; ++story) {
            World perfect(seed() + story, ordinaryDay());
            perfect.defaultLink = lan();
            perfect.addServer({.address = ip(Here)});
            const std::vector<EngineHost *> others = addClients(perfect);
            perfect.run(20000);
            const double best = followingError(perfect, others, nullptr, 90000);

            Network network(seed() + story);
            network.world.run(10000);
            network.isolate();
            network.world.run(20000);
            const double rate = correction(*network.master);
            const double largest = followingError(network, 90000);
            qInfo("clients are %.0f us from the isolated master, %.0f us from a perfect server", largest * 1e6, best * 1e6);
            QVERIFY2(largest < 1.8 * best, qPrintable(QString::number(largest / best)));
            QVERIFY(std::fabs(correction(*network.master) - rate) < 1e-12); // nobody's opinion moves it
            for (EngineHost *client : network.clients) {
                QCOMPARE(int(client->snapshot().system.stratum), 12);
                QCOMPARE(client->clock().steps(), 0);
                QVERIFY(std::fabs(client->error()) < client->snapshot().system.rootDistance);
            }
        }
    }

    void theUpstreamComesBackWithoutAJerk_data()
    {
        QTest::addColumn<bool>("local");
        QTest::newRow("after its own clock") << true;
        QTest::newRow("after holding over") << false;
    }

    void theUpstreamComesBackWithoutAJerk()
    { // For the master itself and for all who follow it.
        QFETCH(const bool, local);
        for (std::uint64_t story = 0; story < 4; ++story) {
            Network network(seed() + story, local ? masterConfig() : following({server(Upstream)}));
            network.world.run(20000);
            network.isolate();
            network.world.run(60000);
            QCOMPARE(int(network.master->snapshot().system.stratum), local ? 11 : 2);
            const double away = std::fabs(network.master->error());
            network.isolate(false);
            double quickest = 0;
            double furthest = 0;
            std::vector<double> last(Clients);
            for (std::size_t i = 0; i < last.size(); ++i)
                last[i] = network.clients[i]->error();
            double lastOwn = network.master->error();
            while (network.world.seconds() < 66000) {
                network.world.run(network.world.seconds() + 1);
                quickest = std::max(quickest, std::fabs(network.master->error() - lastOwn));
                lastOwn = network.master->error();
                for (std::size_t i = 0; i < last.size(); ++i) {
                    quickest = std::max(quickest, std::fabs(network.clients[i]->error() - last[i]));
                    last[i] = network.clients[i]->error();
                    furthest = std::max(furthest, std::fabs(last[i]));
                }
            }
            qInfo("away by %.0f us; back at %.2f ppm, clients at most %.0f us off, at the end %.0f us", away * 1e6,
                  quickest * 1e6, furthest * 1e6, std::fabs(lastOwn) * 1e6);
            QVERIFY2(quickest < 20e-6, qPrintable(QString::number(quickest)));
            QVERIFY2(furthest < away + 0.001, qPrintable(QString::number(furthest)));
            QVERIFY2(std::fabs(lastOwn) < 150e-6, qPrintable(QString::number(lastOwn)));
            QCOMPARE(int(network.master->snapshot().system.stratum), 2);
            QCOMPARE(network.master->clock().steps(), 0);
            for (EngineHost *client : network.clients)
                QCOMPARE(client->clock().steps(), 0);
        }
    }

    void aRestartFromTheDriftFileIsGoodAtOnce()
    { // Half a minute after it the clock is as good as before, and its clients never notice.
        for (std::uint64_t story = 0; story < 6; ++story) {
            Network network(seed() + story);
            network.world.run(20000);
            EngineConfig again = masterConfig();
            again.discipline.frequency = network.master->snapshot().system.frequency * 1e-6;
            network.master->restart(again);
            const double back = firstTime(network.world, 20060, [&] { return synchronised(*network.master); });
            QVERIFY2(back < 20010, qPrintable(QString::number(back)));
            const Trial first = judge(network.world, *network.master, 21000);
            qInfo("%s", qPrintable(told(first)));
            QVERIFY2(first.largest < 300e-6 && first.steps == 0, qPrintable(told(first)));
            QVERIFY2(first.quickest < 30e-6, qPrintable(told(first)));
            QVERIFY2(first.overclaimed < 1, qPrintable(told(first)));
            for (EngineHost *client : network.clients) {
                QVERIFY(synchronised(*client));
                QVERIFY2(std::fabs(client->error()) < 400e-6, qPrintable(QString::number(client->error())));
            }
        }
    }

    void aRestartAloneGoesOnAtTheRateOfTheDriftFile()
    { // There is nobody to ask: the file is all that is known, and it is honest about that.
        Network network(seed());
        network.world.run(20000);
        network.isolate();
        network.world.run(21000);
        EngineConfig again = masterConfig();
        again.discipline.frequency = network.master->snapshot().system.frequency * 1e-6;
        network.master->restart(again);
        const double before = network.master->error();
        network.world.run(41000);
        QCOMPARE(int(network.master->snapshot().system.stratum), 11);
        QVERIFY2(std::fabs(network.master->error() - before) < 5e-4, qPrintable(QString::number(network.master->error())));
        QVERIFY(std::fabs(network.master->error()) < network.master->snapshot().system.rootDispersion);
        qInfo("moved %g of %g", network.master->error() - before, network.master->snapshot().system.rootDispersion);
        QVERIFY(network.master->snapshot().system.rootDispersion < 0.5);
        QVERIFY(followingError(network, 51000) < 0.001);
    }

    void aClockThatIsOnlyObservedAgesByTheRule()
    { // Nobody steers it by what is learnt: PHI is all that can be said of it.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        EngineConfig config = following({server(Upstream)});
        config.discipline.mayCorrect = false;
        auto &host = world.addEngine(config, {.offset = 0.002, .frequency = 3e-6});
        world.run(10000);
        world.cut(host.address(), ip(Upstream));
        const double claimed = host.snapshot().system.rootDispersion;
        for (double second = 10000; second < 60000; second += 500) {
            world.run(second);
            QVERIFY(std::fabs(host.error()) < host.snapshot().system.rootDistance);
        }
        const double grown = host.snapshot().system.rootDispersion - claimed;
        QVERIFY2(std::fabs(grown - 15e-6 * 50000) < 0.02, qPrintable(QString::number(grown)));
        QCOMPARE(host.commands(), 0U);
    }

    void anOrphanKeepsItsRateAndItsClients()
    {
        EngineConfig config = following({server(Upstream)});
        config.selection.orphanStratum = 6;
        Network network(seed(), config);
        network.world.run(10000);
        network.isolate();
        network.world.run(14000); // eight polls, and orphanwait
        QCOMPARE(int(network.master->snapshot().system.stratum), 6);
        const double rate = correction(*network.master);
        const double largest = followingError(network, 80000);
        qInfo("orphan %g", largest);
        QVERIFY2(largest < 0.0003, qPrintable(QString::number(largest)));
        QVERIFY(std::fabs(correction(*network.master) - rate) < 1e-12);
        QVERIFY(std::fabs(network.master->error()) < network.master->snapshot().system.rootDispersion);
        for (EngineHost *client : network.clients)
            QCOMPARE(int(client->snapshot().system.stratum), 7);
    }
};

QTEST_APPLESS_MAIN(AloneScenario)
#include "tst_alone.moc"
