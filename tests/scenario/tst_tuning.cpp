// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::EngineHost;
using simulation::World;

namespace {

const simulation::ServerOptions Good = {.address = {}};

// One client of some servers on a LAN.
struct Network
{
    Network(EngineConfig config, const std::vector<simulation::ServerOptions> &options,
            const clock::Oscillator &crystal = {.frequency = 5e-6})
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan();
        int last = 0;
        for (simulation::ServerOptions one : options) {
            const std::string address = "192.0.2." + std::to_string(++last);
            one.address = ip(address.c_str());
            servers.push_back(&world.addServer(one));
            config.sources.push_back(server(address));
        }
        client = &world.addEngine(config, crystal);
    }
    bool follows(double until)
    {
        world.run(until);
        return client->snapshot().system.peer != 0;
    }

    World world;
    std::vector<simulation::TimeServer *> servers;
    EngineHost *client = nullptr;
};

} // namespace

// `tos` and `tinker` mean what ntpd's manual says. Each row beside the same world without the line.
class TuningScenario : public QObject
{
    Q_OBJECT

private slots:
    void minsane()
    {
        EngineConfig config;
        config.selection.minSane = 2;
        QVERIFY(!Network(config, {Good}).follows(500));
        QVERIFY(Network(config, {Good, Good}).follows(500));
        QVERIFY(!Network(config, {Good, {.address = {}, .offset = 2}}).follows(500)); // two that disagree are none
    }

    void mindist()
    { // Two that are farther apart than their distances agree if these are at least so long.
        EngineConfig config;
        QVERIFY(!Network(config, {Good, {.address = {}, .offset = 0.09}}).follows(2000));
        config.selection.minDistance = 0.1;
        QVERIFY(Network(config, {Good, {.address = {}, .offset = 0.09}}).follows(2000));
    }

    void maxdist()
    {
        EngineConfig config;
        QVERIFY(!Network(config, {{.address = {}, .rootDispersion = 2}}).follows(500));
        config.selection.maxDistance = 3;
        QVERIFY(Network(config, {{.address = {}, .rootDispersion = 2}}).follows(500));
    }

    void floorAndCeiling()
    {
        EngineConfig config;
        config.selection.floor = 2;
        config.selection.ceiling = 4;
        QVERIFY(!Network(config, {{.address = {}, .stratum = 1}}).follows(500));
        QVERIFY(Network(config, {{.address = {}, .stratum = 2}}).follows(500));
        QVERIFY(Network(config, {{.address = {}, .stratum = 3}}).follows(500));
        QVERIFY(!Network(config, {{.address = {}, .stratum = 4}}).follows(500));
    }

    void maxclock()
    { // Who is far away makes room.
        EngineConfig config;
        config.selection.maxClock = 2;
        Network network(config, {Good, {.address = {}, .rootDelay = 0.1}, Good});
        QVERIFY(network.follows(2000));
        const auto snapshot = network.client->snapshot();
        QCOMPARE(int(snapshot.associations[1].tally), int(engine::Tally::Backup));
        QVERIFY(snapshot.associations[0].tally >= engine::Tally::Candidate);
        QVERIFY(snapshot.associations[2].tally >= engine::Tally::Candidate);
    }

    void step_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<int>("steps");
        QTest::newRow("as always") << 0.128 << 1;
        QTest::newRow("half a second") << 0.5 << 0;
        QTest::newRow("-x") << 600.0 << 0;
        QTest::newRow("never") << 0.0 << 0;
    }

    void step()
    {
        QFETCH(const double, threshold);
        QFETCH(const int, steps);
        EngineConfig config;
        config.discipline.step = threshold;
        Network network(config, {Good}, {.offset = 0.3});
        double quickest = 0;
        for (double last = 0.3; network.world.seconds() < 1500; last = network.client->error()) {
            network.world.run(network.world.seconds() + 1);
            if (steps == 0)
                quickest = std::max(quickest, std::fabs(network.client->error() - last));
        }
        QCOMPARE(network.client->clock().steps(), steps);
        QVERIFY2(std::fabs(network.client->error()) < 0.001, qPrintable(QString::number(network.client->error())));
        QVERIFY2(quickest < 0.021, qPrintable(QString::number(quickest))); // never backwards, never a jump
    }

    void stepout_data()
    {
        QTest::addColumn<double>("stepOut");
        QTest::newRow("300 s") << 300.0;
        QTest::newRow("900 s") << 900.0;
    }

    void stepout()
    {
        QFETCH(const double, stepOut);
        EngineConfig config;
        config.discipline.stepOut = stepOut;
        Network network(config, {Good});
        QVERIFY(network.follows(3000));
        network.servers[0]->options.offset = 1;
        const double spike =
            firstTime(network.world, 9000, [&] { return network.client->count(EventKind::Spike) > 0; });
        const double stepped = firstTime(network.world, 9000, [&] { return network.client->clock().steps() > 0; });
        QVERIFY2(stepped - 3000 > stepOut && stepped - spike < stepOut + 70,
                 qPrintable(QString::number(stepped - spike)));
    }

    void panic()
    {
        EngineConfig config;
        config.discipline.panic = 10;
        Network refused(config, {Good}, {.offset = 20});
        QVERIFY(!synchronised(*refused.client));
        refused.world.run(500);
        QCOMPARE(refused.client->count(EventKind::PanicStop), std::size_t(1));
        QCOMPARE(refused.client->clock().steps(), 0);
        config.discipline.panic = 0;
        Network taken(config, {Good}, {.offset = -86'400});
        taken.world.run(500);
        QVERIFY(std::fabs(taken.client->error()) < 0.001);
    }

    void dispersion()
    { // What is not known to be better grows by so much: a clock that is only observed.
        EngineConfig config;
        config.discipline.mayCorrect = false;
        config.discipline.dispersion = 100e-6;
        Network network(config, {Good});
        network.world.run(3000);
        network.world.cut(network.client->address(), ip("192.0.2.1"));
        const double before = network.client->snapshot().system.rootDispersion;
        network.world.run(13000);
        const double grown = network.client->snapshot().system.rootDispersion - before;
        QVERIFY2(std::fabs(grown - 1) < 0.01, qPrintable(QString::number(grown)));
    }

    void allan()
    { // For the clock filter that ntpq shows, and for the discipline of RFC 5905; ours learns what the crystal does.
        const auto rms = [](engine::DisciplineMethod method, double intercept) {
            EngineConfig config;
            config.discipline.method = method;
            config.discipline.allanIntercept = intercept;
            Network network(config, {Good}, {.frequency = 5e-6, .wander = 1e-9});
            return watch(network.world, *network.client, 40000).rms;
        };
        constexpr double most = 131'072; // s
        QCOMPARE(rms(engine::DisciplineMethod::Learning, most), rms(engine::DisciplineMethod::Learning, 2048));
        QVERIFY(rms(engine::DisciplineMethod::Rfc5905, most) != rms(engine::DisciplineMethod::Rfc5905, 2048));
    }

    void freq()
    {
        EngineConfig config;
        config.discipline.frequency = -80e-6;
        Network network(config, {Good}, {.frequency = 80e-6});
        QVERIFY(std::fabs(network.client->clock().frequencyError()) < 0.01e-6); // before the first answer
        QVERIFY(watch(network.world, *network.client, 3000).largest < 200e-6);
    }
};

QTEST_APPLESS_MAIN(TuningScenario)
#include "tst_tuning.moc"
