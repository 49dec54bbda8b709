// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/statisticslines.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

// 2026-11-20 08:32:26.621 UTC: day 61364, second 30746, as in the lines of a real ntpd (PROTOCOL 7.3).
LineTime moment()
{
    constexpr std::int64_t seconds = 1'795'163'546;
    return {NtpTimestamp::fromUnix(seconds, 621'000'100), seconds};
}

AssociationSnapshot upstream()
{
    AssociationSnapshot association;
    association.id = 7;
    association.remote = {*IpAddress::parse("10.99.0.3"), 123};
    association.reach = 0xff;
    association.tally = Tally::Candidate;
    association.eventCount = 1;
    association.lastEvent = 10;
    association.offset = 0.000016489;
    association.delay = 0.000052570;
    association.dispersion = 0.000401325;
    association.jitter = 0.000005805;
    return association;
}

} // namespace

// Each expectation is a line that ntpd 4.2.8 has written.
class StatisticsLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void loop()
    {
        SystemSnapshot system;
        system.offset = 0.000013916;
        system.frequency = 0.043;
        system.clockJitter = 0.000014091;
        system.timeConstant = 5;
        QCOMPARE(loopLine(moment(), system),
                 std::string("61364 30746.621 0.000013916 0.043 0.000014091 0.000000 5"));
    }

    void peer()
    {
        QCOMPARE(
            peerLine(moment(), upstream()),
            std::string("61364 30746.621 10.99.0.3 941a 0.000016489 0.000052570 0.000401325 0.000005805"));
    }

    void raw()
    {
        AnswerSeen answer;
        answer.remote = {*IpAddress::parse("fd99::1"), 123};
        answer.local = *IpAddress::parse("fd99::5");
        const auto stamp = [](std::uint64_t seconds, std::int64_t nanoseconds) {
            return NtpTimestamp() + NtpDuration::fromUnits(static_cast<std::int64_t>(seconds << 32)) +
                   NtpDuration::nanoseconds(nanoseconds) + NtpDuration::fromUnits(2);
        };
        answer.sent = stamp(4'004'152'351, 616'167'460);
        answer.packet.receive = stamp(4'004'152'351, 616'216'885);
        answer.packet.transmit = stamp(4'004'152'351, 618'687'174);
        answer.received = stamp(4'004'152'351, 618'724'962);
        answer.packet.mode = protocol::Mode::Server;
        answer.packet.stratum = 6;
        answer.packet.poll = 5;
        answer.packet.precision = -24;
        answer.packet.rootDispersion = 764;
        answer.packet.refid = 0x7f7f0100;
        QCOMPARE(
            rawLine(moment(), answer),
            std::string(
                "61364 30746.621 fd99::1 fd99::5 4004152351.616167460 4004152351.616216885 "
                "4004152351.618687174 4004152351.618724962 0 4 4 6 5 -24 0.000000 0.011658 127.127.1.0"));
    }

    void protocol()
    {
        Snapshot snapshot;
        snapshot.system.leap = 0;
        snapshot.system.statusSource = 6;
        snapshot.system.eventCount = 1;
        snapshot.system.lastEvent = 5;
        snapshot.associations = {upstream()};
        QCOMPARE(protocolLine(moment(), {EventKind::ClockSync, 0, {}, {}, 0}, snapshot),
                 std::string("61364 30746.621 0.0.0.0 0615 05 clock_sync"));
        QCOMPARE(protocolLine(moment(), {EventKind::Reachable, 7, {}, {}, 0}, snapshot),
                 std::string("61364 30746.621 10.99.0.3 941a 84 reachable"));
        QCOMPARE(protocolLine(moment(), {EventKind::ClockStep, 0, {}, {}, -1.5}, snapshot),
                 std::string("61364 30746.621 0.0.0.0 0615 0c clock_step -1.500000 s"));
        QCOMPARE(protocolLine(moment(), {EventKind::ClockDisturbed, 0, {}, {}, -60}, snapshot),
                 std::string("61364 30746.621 0.0.0.0 0615 0c clock_step -60.000000 s")); // ntpd has one word for both
        QCOMPARE(protocolLine(moment(), {EventKind::ClockContested, 0, {}, {}, 0}, snapshot),
                 std::string("61364 30746.621 0.0.0.0 0615 00 clock_contested"));
    }

    void system()
    {
        ServerCounters before;
        before.received = 100;
        ServerCounters now;
        now.received = 1886;
        now.answered = 460;
        now.currentVersion = 1423;
        now.limited = 47;
        now.kissesSent = 4;
        QCOMPARE(systemLine(moment(), now.since(before), 3600),
                 std::string("61364 30746.621 3600 1786 460 1423 0 0 0 0 0 47 4"));
    }
};

QTEST_APPLESS_MAIN(StatisticsLinesTest)
#include "tst_statisticslines.moc"
