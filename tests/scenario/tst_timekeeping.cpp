// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::Link;
using simulation::World;

namespace {

const char *const First = "192.0.2.1";

Link wan()
{
    return {0.020, 0.002, 0, false};
}

QString microseconds(double seconds)
{
    return QStringLiteral("%1 us").arg(seconds * 1e6);
}

std::string nth(int index)
{
    return "192.0.2." + std::to_string(index);
}

EngineConfig followingFive()
{
    return following({server(nth(1)), server(nth(2)), server(nth(3)), server(nth(4)), server(nth(5))});
}

} // namespace

// How well time is kept when the world is not kind. Limits are what the models promise, with room for luck.
class TimekeepingScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void withstandsLoss()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.defaultLink.loss = 0.4;
        world.addServer({.address = ip(First)});
        auto &client =
            world.addEngine(following({server(First)}), {.offset = 0.01, .frequency = 10e-6, .wander = 1e-9});
        world.run(2000);
        const auto errors = watch(world, client, 30000);
        QVERIFY2(errors.rms < 100e-6, qPrintable(microseconds(errors.rms)));
        QVERIFY2(errors.largest < 1e-3, qPrintable(microseconds(errors.largest)));
        QCOMPARE(client.clock().steps(), 0);
    }

    void ridesOutADelayThatDoubles()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = wan();
        world.addServer({.address = ip(First)});
        auto &client =
            world.addEngine(following({server(First)}), {.offset = 0.05, .frequency = 20e-6, .wander = 1e-9});
        world.run(10000);
        world.link(client.address(), ip(First)).delay =
            0.040; // on one way only: an offset of 10 ms, if believed
        const auto during = watch(world, client, 13600);
        world.link(client.address(), ip(First)).delay = 0.020;
        const auto after = watch(world, client, 30000);
        QVERIFY2(during.largest < 0.004, qPrintable(microseconds(during.largest)));
        QVERIFY2(after.rms < 0.0015, qPrintable(microseconds(after.rms)));
    }

    void claimsNoMoreThanAnAsymmetricPathAllows()
    { // Which way is longer cannot be known; that it may be is part of the root distance.
        World world(seed(), ordinaryDay());
        world.defaultLink = wan();
        world.addServer({.address = ip(First)});
        auto &client = world.addEngine(following({server(First)}), {.frequency = 5e-6, .wander = 1e-9});
        for (int flip = 0; flip < 4; ++flip) {
            world.link(client.address(), ip(First)).delay = flip % 2 == 0 ? 0.010 : 0.030;
            world.link(ip(First), client.address()).delay = flip % 2 == 0 ? 0.030 : 0.010;
            for (double until = world.seconds() + 20000; world.seconds() < until;) {
                world.run(world.seconds() + 100);
                if (synchronised(client))
                    QVERIFY(std::fabs(client.error()) < client.snapshot().system.rootDistance);
            }
            QVERIFY2(std::fabs(client.error()) < 0.013, qPrintable(microseconds(client.error())));
        }
        QCOMPARE(client.clock().steps(), 0);
    }

    void followsASourceThatSteps()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        auto &upstream = world.addServer({.address = ip(First)});
        auto &client = world.addEngine(following({server(First)}), {.frequency = 10e-6, .wander = 1e-9});
        world.run(8000);
        upstream.options.offset = 1;
        const double noticed = firstTime(world, 12000, [&] { return client.clock().steps() > 0; });
        QVERIFY2(noticed < 8000 + 1100 + 300 + 300, qPrintable(QString::number(noticed)));
        world.run(noticed + 600);
        QCOMPARE(client.clock().steps(), 1);
        QVERIFY2(std::fabs(client.error() - 1) < 1e-3, qPrintable(microseconds(client.error() - 1)));
    }

    void followsFiveSourcesOfWhichTwoLieTogether()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = wan();
        for (int i = 1; i <= 5; ++i)
            world.addServer({.address = ip(nth(i).c_str()), .offset = i > 3 ? 0.015 : 0});
        auto &client = world.addEngine(followingFive(), {.offset = 0.05, .frequency = 20e-6, .wander = 1e-9});
        world.run(3000);
        const auto errors = watch(world, client, 20000);
        QVERIFY2(errors.largest < 0.002, qPrintable(microseconds(errors.largest)));
    }

    void claimsNothingWhenThreeOfFiveLie()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        for (int i = 1; i <= 5; ++i)
            world.addServer({.address = ip(nth(i).c_str()), .offset = i > 2 ? 0.05 * i : 0});
        auto &client = world.addEngine(followingFive(), {.offset = 0.01});
        world.run(4000);
        QCOMPARE(int(client.snapshot().system.peer), 0);
        for (const auto &association : client.snapshot().associations)
            QCOMPARE(int(association.tally), int(engine::Tally::Falseticker));
    }

    void keepsToTheConfiguredPoll()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First)});
        EngineConfig config = following({server(First)});
        config.sources[0].minPoll = config.sources[0].maxPoll = 6;
        auto &client = world.addEngine(config, {.frequency = 10e-6, .wander = 1e-9});
        world.run(20000);
        QVERIFY(client.requests() >= 20000 / 68 - 1);
        QVERIFY(client.requests() <= 20000 / 64 + 8);
    }

    void learnsACrystalAtTheEndOfTheScale()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First)});
        auto &client = world.addEngine(following({server(First)}), {.frequency = 495e-6, .wander = 1e-9});
        world.run(2000);
        const auto errors = watch(world, client, 10000);
        QVERIFY2(errors.largest < 0.001, qPrintable(microseconds(errors.largest)));
    }

    void followsASuddenChangeOfTemperature()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First)});
        auto &client =
            world.addEngine(following({server(First)}),
                            {.frequency = 10e-6, .wander = 1e-9, .stepAmplitude = 1e-6, .stepAt = 20000});
        world.run(19999);
        const auto errors = watch(world, client, 26000); // a poll of 1024 s lets 1 ms pass, no more
        QVERIFY2(errors.largest < 0.0014, qPrintable(microseconds(errors.largest)));
        QVERIFY2(watch(world, client, 40000).rms < 100e-6, "does not settle");
    }

    void usesAServerWithACoarseClock()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First), .precision = -6});
        auto &client = world.addEngine(following({server(First)}), {.offset = 0.05, .wander = 1e-9});
        world.run(2000);
        const auto errors = watch(world, client, 40000);
        QVERIFY2(errors.largest < 0.016, qPrintable(microseconds(errors.largest)));
        QCOMPARE(client.clock().steps(), 0);
    }

    void countsADuplicateOnce()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First)});
        auto &client =
            world.addEngine(following({server(First)}), {.offset = 0.01, .frequency = 10e-6, .wander = 1e-9});
        world.listen([&](const simulation::Datagram &datagram) { world.inject(datagram, 0.0004); });
        world.run(2000);
        const auto errors = watch(world, client, 20000);
        QVERIFY2(errors.rms < 100e-6, qPrintable(microseconds(errors.rms)));
        QVERIFY(client.snapshot().associations[0].bogus > 0);
    }

    void comesBackFromHoldoverWithoutAJerk()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(First)});
        auto &client =
            world.addEngine(following({server(First)}), {.offset = 0.01, .frequency = 10e-6, .wander = 1e-9});
        world.run(20000);
        world.cut(client.address(), ip(First));
        world.run(60000);
        QVERIFY(std::fabs(client.error()) < client.snapshot().system.rootDistance);
        const double bound = client.snapshot().system.rootDispersion; // PHI alone would say 0.6 s
        QVERIFY2(bound < 0.2, qPrintable(microseconds(bound)));
        world.cut(client.address(), ip(First), false);
        double last = client.error();
        for (double second = 60001; second < 64000; ++second) {
            world.run(second);
            QVERIFY(std::fabs(client.error() - last) < 510e-6);
            last = client.error();
        }
        QVERIFY2(std::fabs(last) < 500e-6, qPrintable(microseconds(last)));
        QCOMPARE(client.clock().steps(), 0);
    }
};

QTEST_APPLESS_MAIN(TimekeepingScenario)
#include "tst_timekeeping.moc"
