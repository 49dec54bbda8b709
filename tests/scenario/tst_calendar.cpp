// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::World;

namespace {

constexpr std::int64_t EraChange = 2'085'978'496; // 2036-02-07 06:28:16 UTC, Unix seconds
constexpr std::int64_t EndOfJune = 1'814'400'000; // 2027-07-01 00:00:00 UTC

NtpTimestamp unixTime(std::int64_t seconds)
{
    return NtpTimestamp::fromUnix(seconds, 0);
}

} // namespace

// Days on which arithmetic breaks.
class CalendarScenario : public QObject
{
    Q_OBJECT

private slots:
    void keepsTimeThroughTheEraChange()
    {
        World world(seed(), unixTime(EraChange - 3000));
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client =
            world.addEngine(following({server("192.0.2.1")}), {.offset = 0.01, .frequency = 10e-6});
        world.run(2000);
        const auto errors = watch(world, client, 6000);
        QVERIFY2(errors.largest < 0.001, qPrintable(QString::number(errors.largest)));
        QCOMPARE(client.clock().steps(), 0);
        QVERIFY(synchronised(client));
        QCOMPARE(client.count(EventKind::Spike), std::size_t(0));
    }

    void startsAcrossTheEraChange_data()
    {
        QTest::addColumn<double>("offset");
        QTest::newRow("ours has not changed yet") << -40.0;
        QTest::newRow("ours has changed already") << 40.0;
    }

    void startsAcrossTheEraChange()
    { // The server's clock and ours are in different eras, forty seconds apart: not 136 years.
        QFETCH(double, offset);
        World world(seed(), unixTime(EraChange) - NtpDuration::seconds(offset / 2));
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.offset = offset});
        world.run(60);
        QCOMPARE(client.count(EventKind::PanicStop), std::size_t(0));
        QVERIFY(synchronised(client));
        QVERIFY2(std::fabs(client.error()) < 0.005, qPrintable(QString::number(client.error())));
    }

    void takesALeapSecond_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("inserted") << 1;
        QTest::newRow("deleted") << -1;
    }

    void takesALeapSecond()
    {
        QFETCH(int, seconds);
        const double ahead = 5000;
        const double moment = ahead - (seconds < 0 ? 1 : 0);
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(moment, seconds);
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.frequency = 5e-6});
        world.run(ahead - 100);
        QCOMPARE(int(client.snapshot().system.leap), seconds > 0 ? 1 : 2);
        QCOMPARE(client.count(EventKind::LeapArmed), std::size_t(1));
        world.run(moment + 0.01);
        QVERIFY2(std::fabs(client.error()) < 0.001, qPrintable(QString::number(client.error())));
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(1));
        const auto errors = watch(world, client, ahead + 3000);
        QVERIFY(errors.largest < 0.001);
        QCOMPARE(int(client.snapshot().system.leap), 0);
        QCOMPARE(client.clock().steps(), 1);
        QCOMPARE(client.count(EventKind::Spike), std::size_t(0));
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(1));
    }

    void announcementsInMidMonthLeapNothing()
    { // RFC 5905 lets a server announce all month long.
        World world(seed(), unixTime(EndOfJune - 10 * 86400 - 1000));
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::InsertSecond});
        auto &client = world.addEngine(following({server("192.0.2.1")}));
        world.run(3000);
        QCOMPARE(int(client.snapshot().system.leap), 1);
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(0));
        QCOMPARE(client.clock().steps(), 0);
    }

    void anObservedClockIsNotStepped()
    {
        World world(seed(), unixTime(EndOfJune - 1000));
        world.leap(1000, 1);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({server("192.0.2.1")});
        config.discipline.mayCorrect = false;
        auto &client = world.addEngine(config);
        world.run(2000);
        QCOMPARE(client.commands(), 0U);
    }
};

QTEST_APPLESS_MAIN(CalendarScenario)
#include "tst_calendar.moc"
