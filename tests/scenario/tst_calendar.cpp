// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::World;

namespace {

constexpr std::int64_t EraChange = 2'085'978'496; // 2036-02-07 06:28:16 UTC, Unix seconds
constexpr std::int64_t EndOf32Bits = 2'147'483'648; // 2038-01-19 03:14:08 UTC
constexpr std::int64_t EndOfJune = 1'814'400'000; // 2027-07-01 00:00:00 UTC

// A leap-seconds file that decrees one at the end of June 2027; seconds since 1900.
engine::LeapTable decreed(int seconds)
{
    constexpr std::int64_t from1900 = NtpTimestamp::UnixEpoch;
    engine::LeapTable table;
    table.changes = {{1'483'228'800 + from1900, 37}, {EndOfJune + from1900, 37 + seconds}};
    table.expires = EndOfJune + from1900 + 180 * 86400;
    return table;
}

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
    void keepsTimeThroughTheEndOfAnEra_data()
    {
        QTest::addColumn<qint64>("moment");
        QTest::newRow("2036: 32 bits of NTP") << qint64(EraChange);
        QTest::newRow("2038: 31 bits of Unix") << qint64(EndOf32Bits);
    }

    void keepsTimeThroughTheEndOfAnEra()
    {
        QFETCH(qint64, moment);
        World world(seed(), unixTime(moment - 3000));
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
        QTest::addColumn<qint64>("moment");
        QTest::addColumn<double>("offset");
        QTest::newRow("2036, ours has not changed yet") << qint64(EraChange) << -40.0;
        QTest::newRow("2036, ours has changed already") << qint64(EraChange) << 40.0;
        QTest::newRow("2038, ours has not changed yet") << qint64(EndOf32Bits) << -40.0;
        QTest::newRow("2038, ours has changed already") << qint64(EndOf32Bits) << 40.0;
    }

    void startsAcrossTheEraChange()
    { // The server's clock and ours are in different eras, forty seconds apart: not 136 years.
        QFETCH(qint64, moment);
        QFETCH(double, offset);
        World world(seed(), unixTime(moment) - NtpDuration::seconds(offset / 2));
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
    { // RFC 5905 lets a server announce all month long. Passed on, some clients would leap at the next midnight.
        World world(seed(), unixTime(EndOfJune - 10 * 86400 - 1000));
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::InsertSecond});
        auto &client = world.addEngine(following({server("192.0.2.1")}));
        world.run(3000);
        QCOMPARE(int(client.snapshot().system.leap), 0);
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(0));
        QCOMPARE(client.clock().steps(), 0);
    }

    void takesALeapSecondFromTheFile_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("alone");
        QTest::newRow("inserted, no server knows") << 1 << false;
        QTest::newRow("inserted, nobody left to ask") << 1 << true;
        QTest::newRow("left out, no server knows") << -1 << false;
        QTest::newRow("left out, nobody left to ask") << -1 << true;
    }

    void takesALeapSecondFromTheFile()
    {
        QFETCH(int, seconds);
        QFETCH(bool, alone);
        const double ahead = 2 * 86400 + 5000;
        const double moment = ahead - (seconds < 0 ? 1 : 0);
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(moment, seconds);
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::None});
        EngineConfig config = following({server("192.0.2.1")});
        config.leaps = decreed(seconds);
        auto &client = world.addEngine(config, {.frequency = 5e-6});
        world.run(86400);
        QCOMPARE(int(client.snapshot().system.leap), 0);
        if (alone)
            world.cut(client.address(), ip("192.0.2.1"));
        world.run(ahead - 1000);
        QCOMPARE(int(client.snapshot().system.leap), seconds > 0 ? 1 : 2);
        world.run(moment + 0.01);
        QVERIFY2(std::fabs(client.error()) < 0.005, qPrintable(QString::number(client.error())));
        const auto errors = watch(world, client, ahead + 3000);
        QVERIFY2(errors.largest < 0.005, qPrintable(QString::number(errors.largest)));
        QCOMPARE(int(client.snapshot().system.leap), 0);
        QCOMPARE(client.clock().steps(), 1);
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(1));
    }

    void taiNeverLeaps_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("inserted") << 1;
        QTest::newRow("left out") << -1;
    }

    void taiNeverLeaps()
    { // What UTC leaps by, the difference takes back at the same moment: by Linux's CLOCK_TAI people count intervals.
        QFETCH(int, seconds);
        const double ahead = 5000;
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(ahead - (seconds < 0 ? 1 : 0), seconds);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({server("192.0.2.1")});
        config.leaps = decreed(seconds);
        auto &client = world.addEngine(config, {.frequency = 5e-6});
        const auto tai = [&] {
            const auto snapshot = client.snapshot();
            return (snapshot.system.clock - unixTime(EndOfJune)).toSeconds() + snapshot.leaps.taiMinusUtc;
        };
        world.run(ahead - 3);
        double last = tai();
        while (world.seconds() < ahead + 3) {
            world.run(world.seconds() + 0.01);
            const double now = tai();
            QVERIFY2(std::fabs(now - last - 0.01) < 0.001, qPrintable(QString::number(now - last)));
            last = now;
        }
        QCOMPARE(client.snapshot().leaps.taiMinusUtc, 37 + seconds);
    }

    void aFileKnowsBetterThanAServer()
    {
        World world(seed(), unixTime(EndOfJune - 3000));
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::InsertSecond});
        EngineConfig config = following({server("192.0.2.1")});
        config.leaps = decreed(0);
        auto &client = world.addEngine(config);
        world.run(6000);
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(0));
        QCOMPARE(client.clock().steps(), 0);
    }

    void smearsALeapSecondForItsClients()
    { // The master itself makes the leap at once; who asks it sees seconds that are a little longer.
        constexpr double interval = 7200;
        const double ahead = 20000;
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(ahead, 1);
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::None});
        EngineConfig config = following({server("192.0.2.1")});
        config.leaps = decreed(1);
        config.leapSmearInterval = static_cast<int>(interval);
        auto &master = world.addEngine(config, {.frequency = 5e-6}, ip("10.0.0.1"));
        EngineConfig follower = following({server("10.0.0.1")});
        follower.discipline.step = 0;
        follower.sources[0].minPoll = follower.sources[0].maxPoll = 4;
        auto &client = world.addEngine(follower, {.frequency = 5e-6}, ip("10.0.0.2"));
        world.run(ahead - interval - 10);
        QVERIFY(std::fabs(client.error()) < 0.001);
        QCOMPARE(int(master.snapshot().system.leap), 1);
        QCOMPARE(client.count(EventKind::LeapArmed), std::size_t(0)); // not even hours before
        double furthest = 0; // from the smeared time
        for (double second = ahead - interval; second < ahead - 1; second += 10) {
            world.run(second);
            const double smeared = -(second - (ahead - interval)) / interval;
            furthest = std::max(furthest, std::fabs(client.error() - smeared));
            QVERIFY(std::fabs(master.error()) < 0.001);
        }
        QCOMPARE(int(client.snapshot().system.leap), 0); // or it would count the second once more
        QVERIFY2(furthest < 0.2, qPrintable(QString::number(furthest)));
        world.run(ahead + 4000);
        QVERIFY2(std::fabs(client.error()) < 0.002, qPrintable(QString::number(client.error())));
        QCOMPARE(client.clock().steps(), 0);
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(0));
        QCOMPARE(master.clock().steps(), 1);
    }

    // Log files are turned over at midnight, and daemons told to read theirs again.
    void aReloadWhileTheSecondIsRepeatedDoesNotSmearItAnew()
    {
        const double ahead = 1000;
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(ahead, 1);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({server("192.0.2.1")});
        config.leaps = decreed(1);
        config.leapSmearInterval = 7200;
        auto &master = world.addEngine(config, {.frequency = 5e-6});
        world.run(ahead - 1);
        QVERIFY(master.snapshot().leaps.smear < -0.99);
        world.run(ahead + 0.2);
        QCOMPARE(master.clock().steps(), 1);
        QCOMPARE(master.snapshot().leaps.smear, 0.0);
        master.reconfigure(config);
        QCOMPARE(master.snapshot().leaps.smear, 0.0);
    }

    void whoHearsASmearingMastersOwnTimeIsToldTheLeap()
    { // Peers and listeners to broadcasts: else they were a second wrong.
        const double ahead = 8000;
        World world(seed(), unixTime(EndOfJune) - NtpDuration::seconds(ahead));
        world.defaultLink = lan();
        world.leap(ahead, 1);
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::None});
        EngineConfig config = following({server("192.0.2.1"), peer("10.0.0.2")});
        config.sources.push_back(server("255.255.255.255", false));
        config.sources.back().kind = SourceKind::Broadcast;
        config.sources.back().minPoll = 4;
        config.leaps = decreed(1);
        config.leapSmearInterval = 7200;
        world.addEngine(config, {.frequency = 5e-6}, ip("10.0.0.1"));
        auto &other = world.addEngine(following({peer("10.0.0.1")}), {.frequency = 5e-6}, ip("10.0.0.2"));
        world.run(ahead - 3600);
        int broadcasts = 0;
        bool isOwnTime = true;
        world.listen([&](const auto &datagram) {
            const protocol::Packet packet = protocol::decode(datagram.bytes)->packet;
            if (packet.mode != protocol::Mode::Broadcast)
                return;
            ++broadcasts;
            isOwnTime = isOwnTime && packet.leap == protocol::Leap::InsertSecond &&
                        std::fabs((packet.transmit - world.utc()).toSeconds()) < 0.01;
        });
        world.run(ahead - 10);
        QVERIFY(broadcasts > 100);
        QVERIFY(isOwnTime);
        QCOMPARE(int(other.snapshot().system.leap), 1);
        QVERIFY2(std::fabs(other.error()) < 0.002, qPrintable(QString::number(other.error())));
        world.run(ahead + 1000);
        QVERIFY2(std::fabs(other.error()) < 0.002, qPrintable(QString::number(other.error())));
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

    void theKernelsLeapOfAnObservedClockIsNobodysStep()
    {
        World world(seed(), unixTime(EndOfJune - 4000));
        world.defaultLink = lan();
        world.leap(4000, 1);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = following({server("192.0.2.1")});
        config.discipline.mayCorrect = false;
        auto &client = world.addEngine(config);
        world.run(4000.01);
        client.disturb(-1); // as the kernel does
        QVERIFY(synchronised(client));
        QCOMPARE(client.count(EventKind::LeapEvent), std::size_t(1));
        QCOMPARE(client.count(EventKind::ClockDisturbed), std::size_t(0));
        world.run(6000);
        QVERIFY2(std::fabs(client.snapshot().system.offset) < 0.001, "it was counted twice");
        client.disturb(-1); // this is somebody else
        QCOMPARE(client.count(EventKind::ClockDisturbed), std::size_t(1));
    }

    void aLeapThatWasAnnouncedIsMadeAlone_data()
    {
        QTest::addColumn<bool>("orphan");
        QTest::newRow("on its own clock") << false;
        QTest::newRow("as an orphan") << true;
    }

    void aLeapThatWasAnnouncedIsMadeAlone()
    { // The upstream told, and was lost before the moment: nobody has taken it back.
        QFETCH(const bool, orphan);
        World world(seed(), unixTime(EndOfJune - 20000));
        world.defaultLink = lan();
        world.leap(20000, 1);
        world.addServer({.address = ip("192.0.2.1")});
        EngineConfig config = orphan ? following({server("192.0.2.1")})
                                     : following({server("192.0.2.1"), localClock(10)});
        config.selection.orphanStratum = orphan ? 6 : 17;
        auto &master = world.addEngine(config, {.frequency = 5e-6});
        world.run(4000);
        world.cut(master.address(), ip("192.0.2.1"));
        world.run(19000);
        QCOMPARE(int(master.snapshot().system.stratum), orphan ? 6 : 11);
        QCOMPARE(int(master.snapshot().system.leap), 1);
        world.run(20010);
        QCOMPARE(master.count(EventKind::LeapEvent), std::size_t(1));
        QCOMPARE(master.clock().steps(), 1);
        QVERIFY2(std::fabs(master.error()) < 0.001, qPrintable(QString::number(master.error())));
        QCOMPARE(int(master.snapshot().system.leap), 0);
    }

    void ofThreeServersOneThatAnnouncesIsNotHeeded_data()
    {
        QTest::addColumn<int>("howMany");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
    }

    void ofThreeServersOneThatAnnouncesIsNotHeeded()
    {
        QFETCH(const int, howMany);
        World world(seed(), unixTime(EndOfJune - 5000));
        world.defaultLink = lan();
        EngineConfig config;
        for (int i = 1; i <= 3; ++i) {
            const std::string address = "192.0.2." + std::to_string(i);
            config.sources.push_back(server(address));
            world.addServer({.address = ip(address.c_str()),
                             .leap = i <= howMany ? protocol::Leap::InsertSecond : protocol::Leap::None});
        }
        auto &client = world.addEngine(config, {.frequency = 5e-6});
        world.run(4000);
        QCOMPARE(int(client.snapshot().system.leap), howMany == 1 ? 0 : 1);
        world.run(5001);
        QCOMPARE(client.clock().steps(), howMany == 1 ? 0 : 1);
    }

    void aLeapOutOfSeasonIsNobodysWord_data()
    {
        QTest::addColumn<qint64>("midnight");
        QTest::newRow("end of July 2027") << qint64(1'817'078'400);
        QTest::newRow("end of March 2028") << qint64(1'838'160'000);
    }

    void aLeapOutOfSeasonIsNobodysWord()
    { // Servers have gone on announcing for a month what had happened; only a file may decree other months.
        QFETCH(const qint64, midnight);
        World world(seed(), unixTime(midnight - 5000));
        world.defaultLink = lan();
        world.addServer({.address = ip("192.0.2.1"), .leap = protocol::Leap::InsertSecond});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.frequency = 5e-6});
        world.run(5010);
        QCOMPARE(int(client.snapshot().system.leap), 0);
        QCOMPARE(client.clock().steps(), 0);
    }

    void endsTheYearWithALeapSecond()
    {
        constexpr std::int64_t newYear = 1'830'297'600; // 2028-01-01
        World world(seed(), unixTime(newYear - 5000));
        world.defaultLink = lan();
        world.leap(5000, 1);
        world.addServer({.address = ip("192.0.2.1")});
        auto &client = world.addEngine(following({server("192.0.2.1")}), {.frequency = 5e-6});
        world.run(5000.01);
        QCOMPARE(client.clock().steps(), 1);
        QVERIFY(watch(world, client, 9000).largest < 0.001);
        QCOMPARE(client.clock().steps(), 1);
    }
};

QTEST_APPLESS_MAIN(CalendarScenario)
#include "tst_calendar.moc"
