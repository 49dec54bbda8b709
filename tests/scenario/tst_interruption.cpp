// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::World;

namespace {

const char *const Upstream = "192.0.2.1";
constexpr double Year = 365.25 * 86400;

} // namespace

// What happens to a clock behind the engine's back.
class InterruptionScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void wakesFromASleepOfAnHour()
    {
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        auto &client = world.addEngine(following({server(Upstream)}), {.frequency = 20e-6, .wander = 1e-9});
        world.run(8000);
        client.pause(3600, true);
        world.run(11599);
        QVERIFY2(std::fabs(client.error() + 3599) < 1, "it should stand still");
        world.run(11601);
        QVERIFY(!synchronised(client)); // asks before it answers
        world.run(11630);
        QVERIFY(synchronised(client));
        QVERIFY2(std::fabs(client.error()) < 0.001, qPrintable(QString::number(client.error())));
        const auto later = watch(world, client, 20000);
        QVERIFY2(later.largest < 0.001, qPrintable(QString::number(later.largest)));
        QCOMPARE(client.count(EventKind::ClockSlept), std::size_t(1)); // what the kernel told, no more
        QCOMPARE(client.count(EventKind::ClockStep), std::size_t(0));
        QCOMPARE(client.count(EventKind::ClockDisturbed), std::size_t(0));
        QVERIFY(std::fabs(client.clock().frequencyError()) < 2e-6);   // the rate was not forgotten
    }

    void findsOutAboutAPauseThatNobodyTold_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::newRow("slewed") << 0.05;
        QTest::newRow("stepped") << 5.0;
        QTest::newRow("minutes") << 300.0;
    }

    void findsOutAboutAPauseThatNobodyTold()
    { // As a virtual machine whose host was busy: the count stops, and nothing in the guest knows.
        QFETCH(double, seconds);
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        auto &client = world.addEngine(following({server(Upstream)}), {.frequency = 20e-6, .wander = 1e-9});
        world.run(8000);
        client.pause(seconds, false);
        const double back = 8000 + seconds;
        world.run(back + 1);
        const double mended =
            firstTime(world, back + 4000, [&] { return std::fabs(client.error()) < 0.001; });
        QVERIFY2(mended < back + 1100 + 600,
                 qPrintable(QString::number(mended - back))); // a poll, and stepout
        const auto later = watch(world, client, back + 10000);
        QVERIFY2(later.largest < 0.001, qPrintable(QString::number(later.largest)));
    }

    void mendsAStepOfAnybodyAtOnce_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::newRow("a second") << 1.0;
        QTest::newRow("a minute back") << -60.0;
    }

    void mendsAStepOfAnybodyAtOnce()
    {
        QFETCH(double, seconds);
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        auto &client = world.addEngine(following({server(Upstream)}), {.frequency = 20e-6, .wander = 1e-9});
        world.run(8000);
        client.disturb(seconds);
        QVERIFY(!synchronised(client));
        QCOMPARE(client.count(EventKind::ClockDisturbed), std::size_t(1));
        world.run(8020);
        QVERIFY(synchronised(client));
        const auto later = watch(world, client, 14000);
        QVERIFY2(later.largest < 0.001, qPrintable(QString::number(later.largest)));
    }

    void doesNotFollowAJumpOfYearsByItself()
    { // Beyond `tinker panic` something is so wrong that a person must look.
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        auto &client = world.addEngine(following({server(Upstream)}), {.frequency = 20e-6, .wander = 1e-9});
        world.run(8000);
        client.disturb(-10 * Year);
        world.run(8100);
        QVERIFY(!synchronised(client));
        QCOMPARE(client.count(EventKind::PanicStop), std::size_t(1));
        const auto refused = client.snapshot().system.panicOffset;
        QVERIFY(refused && std::fabs(*refused - 10 * Year) < 1);
        world.run(12000);
        QVERIFY(std::fabs(client.error() + 10 * Year) < 1);
        client.disturb(10 * Year); // the person did
        world.run(12100);
        QVERIFY(synchronised(client));
        QVERIFY(!client.snapshot().system.panicOffset);
        QVERIFY(std::fabs(client.error()) < 0.001);
    }

    void followsAJumpOfYearsWhereNothingIsPanic_data()
    {
        QTest::addColumn<double>("years");
        QTest::newRow("back") << -20.0;
        QTest::newRow("into the next era") << 30.0;
    }

    void followsAJumpOfYearsWhereNothingIsPanic()
    {
        QFETCH(double, years);
        World world(seed(), ordinaryDay());
        world.defaultLink = lan();
        world.addServer({.address = ip(Upstream)});
        EngineConfig config = following({server(Upstream)});
        config.discipline.panic = 0;
        auto &client = world.addEngine(config, {.frequency = 20e-6, .wander = 1e-9});
        world.run(8000);
        client.disturb(years * Year);
        world.run(8060);
        QVERIFY(synchronised(client));
        QVERIFY2(std::fabs(client.error()) < 0.001, qPrintable(QString::number(client.error())));
        QVERIFY(watch(world, client, 14000).largest < 0.001);
    }
};

QTEST_APPLESS_MAIN(InterruptionScenario)
#include "tst_interruption.moc"
