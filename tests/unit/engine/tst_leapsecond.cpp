// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapsecond.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

NtpTimestamp unixTime(double seconds)
{
    return NtpTimestamp::fromUnix(0, 0) + NtpDuration::seconds(seconds / 2) +
           NtpDuration::seconds(seconds / 2);
}

constexpr double EndOfJune2027 = 1'814'400'000;
constexpr double EndOfJune2035 = 2'066'860'800;
constexpr double EndOfFebruary2028 = 1'835'481'600; // 2028-03-01: a leap year
constexpr double EndOfFebruary2036 = 2'087'942'400;
constexpr double EndOfFebruary2100 = 4'107'542'400;
constexpr double EndOfFebruary1966 = -121'132'800;

} // namespace

class LeapSecondTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheDifferenceAndTheNextChange()
    {
        constexpr std::int64_t from1900 = NtpTimestamp::UnixEpoch;
        LeapTable table;
        const auto end = static_cast<std::int64_t>(EndOfJune2027);
        table.changes = {{1'435'708'800 + from1900, 36}, {1'483'228'800 + from1900, 37}, {end + from1900, 38}};
        table.expires = end + 86'400 + from1900;
        const LeapFacts before = factsOf(table, NtpTimestamp::fromUnix(end - 1000, 0));
        QCOMPARE(before, (LeapFacts{37, end, end + 86'400}));
        const LeapFacts after = factsOf(table, NtpTimestamp::fromUnix(end, 0));
        QCOMPARE(after, (LeapFacts{38, end, end + 86'400}));
        QCOMPARE(factsOf({}, NtpTimestamp::fromUnix(end, 0)), LeapFacts());
    }

    void knowsTheLastDayOfAMonth_data()
    {
        QTest::addColumn<double>("when");
        QTest::addColumn<bool>("last");
        QTest::addColumn<bool>("half"); // of a year, too
        QTest::newRow("30 June 2027") << EndOfJune2027 - 1 << true << true;
        QTest::newRow("1 July 2027") << EndOfJune2027 << false << false;
        QTest::newRow("29 June 2027") << EndOfJune2027 - 86401 << false << false;
        QTest::newRow("29 February 2028") << EndOfFebruary2028 - 1 << true << false;
        QTest::newRow("28 February 2028") << EndOfFebruary2028 - 86401 << false << false;
        QTest::newRow("30 June 2035") << EndOfJune2035 - 1 << true << true;
        QTest::newRow("29 February 2036, next era") << EndOfFebruary2036 - 1 << true << false;
        QTest::newRow("28 February 2036, next era") << EndOfFebruary2036 - 86401 << false << false;
        QTest::newRow("28 February 2100, no leap year") << EndOfFebruary2100 - 1 << true << false;
        QTest::newRow("1 January 1970") << 0.0 << false << false;
        QTest::newRow("31 December 1969") << -1.0 << true << true;
        QTest::newRow("30 December 1969") << -86401.0 << false << false;
        QTest::newRow("28 February 1966") << EndOfFebruary1966 - 1 << true << false;
    }

    void knowsTheLastDayOfAMonth()
    {
        QFETCH(double, when);
        QFETCH(bool, last);
        QFETCH(bool, half);
        const DayPosition day = dayPosition(unixTime(when));
        QCOMPARE(day.lastOfMonth, last);
        QCOMPARE(day.lastOfHalfYear, half);
        QVERIFY(std::fabs(day.seconds - (when - 86'400 * std::floor(when / 86'400))) < 1e-3);
    }

    void comesAtTheEndOfTheMonth()
    {
        LeapSchedule schedule;
        schedule.announce(1, unixTime(EndOfJune2027 - 3600));
        QVERIFY(std::fabs(*schedule.due(unixTime(EndOfJune2027 - 3600)) - 3600) < 1e-3);
        QVERIFY(*schedule.due(unixTime(EndOfJune2027)) <= 0);
        QCOMPARE(schedule.step().toSeconds(), -1.0);
        schedule.announce(2, unixTime(EndOfJune2027 - 3600));
        QVERIFY(std::fabs(*schedule.due(unixTime(EndOfJune2027 - 3600)) - 3599) < 1e-3);
        QCOMPARE(schedule.step().toSeconds(), 1.0);
    }

    void isNotDueOnOtherDays()
    {
        LeapSchedule schedule;
        schedule.announce(1, unixTime(EndOfJune2027 - 86400 * 3));
        QVERIFY(!schedule.due(unixTime(EndOfJune2027 - 86400 * 2 + 5)));
    }

    void happensOnce()
    {
        LeapSchedule schedule;
        schedule.announce(1, unixTime(EndOfJune2027 - 60));
        schedule.done(unixTime(EndOfJune2027));
        schedule.announce(1, unixTime(EndOfJune2027 + 10)); // a server that has not noticed yet
        QVERIFY(!schedule.due(unixTime(EndOfJune2027 - 0.9)));
        QVERIFY(schedule.justDone(unixTime(EndOfJune2027 + 3600)));
        QVERIFY(!schedule.justDone(unixTime(EndOfJune2027 + 86400)));
    }

    void countsTheInsertedSecondAsTheNextDay()
    {
        LeapSchedule schedule;
        const NtpTimestamp done = unixTime(EndOfJune2027 + 0.01);
        QCOMPARE(schedule.unrepeated(done), done);
        schedule.announce(1, unixTime(EndOfJune2027 - 60));
        schedule.done(done);
        QCOMPARE(schedule.unrepeated(unixTime(EndOfJune2027 - 0.99)), done);
        QCOMPARE(schedule.unrepeated(unixTime(EndOfJune2027)), done);
        QCOMPARE(schedule.unrepeated(unixTime(EndOfJune2027 + 0.5)), unixTime(EndOfJune2027 + 0.5));
        QCOMPARE(schedule.unrepeated(unixTime(EndOfJune2027 - 3)), unixTime(EndOfJune2027 - 3)); // somebody else's step
    }

    void aLateAnnouncementStepsNothing()
    {
        LeapSchedule schedule;
        schedule.announce(1, unixTime(EndOfJune2027 + 0.5));
        QVERIFY(!schedule.due(unixTime(EndOfJune2027 + 0.6)));
    }
};

QTEST_APPLESS_MAIN(LeapSecondTest)
#include "tst_leapsecond.moc"
