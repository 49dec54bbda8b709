// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/controltarget.h"
#include "core/monitor/targets.h"
#include "core/wording/wording.h"

#include "tests/unit/monitor/daemondouble.h"

#include <QSignalSpy>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ControlTargetOptions Quick{
    .intervalMilliseconds = 10, .seldomMilliseconds = 10, .longestPause = 60, .patienceMilliseconds = 15};

transport::Place at(quint16 port)
{
    return {u"127.0.0.1"_s, port};
}

Frame lastFrame(const QSignalSpy &frames)
{
    return frames.isEmpty() ? Frame{} : frames.last().first().value<Frame>();
}

} // namespace

class TestControlTarget : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<Frame>(); }
    void places_data();
    void places();
    void looksAgainAndAgain();
    void answeringIsNotBeingSynchronised();
    void silenceIsToldFromForbiddenQueries_data();
    void silenceIsToldFromForbiddenQueries();
    void closedPortIsRefused();
    void pauseDoublesAndComesBack();
    void stopEndsTheLooks();
    void cannotBeConfigured();
    void severalTargetsAtOnce();
    void frameOfTheChosenOneOnly();
    void forgottenTargetIsLeftForTheOwn();
    void samePlaceIsWatchedOnce();
    void whoNobodyLooksAtIsAskedSeldom();
};

void TestControlTarget::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("again");
    QTest::newRow("name") << "ntp1"
                          << "ntp1" << 123 << "ntp1";
    QTest::newRow("name, port") << "ntp1:1123"
                                << "ntp1" << 1123 << "ntp1:1123";
    QTest::newRow("blanks around") << " ntp1 "
                                   << "ntp1" << 123 << "ntp1";
    QTest::newRow("v6") << "fd00::1"
                        << "fd00::1" << 123 << "fd00::1";
    QTest::newRow("v6, port") << "[fd00::1]:1123"
                              << "fd00::1" << 1123 << "[fd00::1]:1123";
    QTest::newRow("v6 in brackets") << "[fd00::1]"
                                    << "fd00::1" << 123 << "fd00::1";
    QTest::newRow("nothing") << ""
                             << "127.0.0.1" << 123 << "127.0.0.1";
    QTest::newRow("port 0") << "ntp1:0"
                            << "" << 0 << "";
    QTest::newRow("no port") << "ntp1:x"
                             << "" << 0 << "";
    QTest::newRow("port too large") << "ntp1:65536"
                                    << "" << 0 << "";
    QTest::newRow("open bracket") << "[fd00::1"
                                  << "" << 0 << "";
    QTest::newRow("v6, scope that looks like a place marker") << "[fe80::1%2]:1123"
                                                             << "fe80::1%2" << 1123 << "[fe80::1%2]:1123";
    QTest::newRow("name in brackets") << "[ntp1]"
                                      << "" << 0 << "";
    QTest::newRow("bracket in a name") << "[[::3]x]:1123"
                                       << "" << 0 << "";
    QTest::newRow("two words") << "ntp1 ntp2"
                               << "" << 0 << "";
}

void TestControlTarget::places()
{
    QFETCH(QString, text);
    QFETCH(int, port);
    const auto place = transport::parsePlace(text);
    QCOMPARE(place.has_value(), port != 0);
    if (!place)
        return;
    QTEST(place->host, "host");
    QCOMPARE(int(place->port), port);
    QTEST(transport::toText(*place), "again");
}

void TestControlTarget::looksAgainAndAgain()
{
    test::DaemonDouble daemon;
    ControlTarget target(at(daemon.port()), Quick);
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_VERIFY(daemon.looks >= 3);
    QTRY_VERIFY(frames.count() >= 3);
    QVERIFY(lastFrame(frames).answered);
    QVERIFY(!lastFrame(frames).trouble);
    QCOMPARE(int(lastFrame(frames).snapshot.system.stratum), 3);
    QVERIFY(!target.isBuiltIn());
}

void TestControlTarget::answeringIsNotBeingSynchronised()
{
    test::DaemonDouble daemon;
    daemon.variables = "version=\"ntpd\", leap=3, stratum=16, refid=INIT, peer=0, offset=0";
    ControlTarget target(at(daemon.port()), Quick);
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_VERIFY(lastFrame(frames).answered);
    QVERIFY(lastFrame(frames).verdict.state != VerdictState::InSync);
    QVERIFY(lastFrame(frames).verdict.state != VerdictState::NoTarget);
}

void TestControlTarget::silenceIsToldFromForbiddenQueries_data()
{
    QTest::addColumn<bool>("givesTime");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("nobody") << false << Failure::NoAnswer;
    QTest::newRow("noquery") << true << Failure::QueriesForbidden;
}

void TestControlTarget::silenceIsToldFromForbiddenQueries()
{
    QFETCH(bool, givesTime);
    QFETCH(Failure, failure);
    test::DaemonDouble daemon;
    daemon.answersQueries = false;
    daemon.givesTime = givesTime;
    ControlTarget target(at(daemon.port()), Quick);
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_VERIFY(!frames.isEmpty());
    const Frame frame = lastFrame(frames);
    QVERIFY(!frame.answered);
    QVERIFY(frame.verdict.state == VerdictState::NoTarget);
    QVERIFY(frame.trouble && frame.trouble->failure == failure);
    if (givesTime)
        QVERIFY(wording::sentence(*frame.trouble).endsWith(u"restrict 127.0.0.1 nomodify"_s));
}

void TestControlTarget::closedPortIsRefused()
{
    quint16 port = 0;
    {
        const test::DaemonDouble gone;
        port = gone.port();
    }
    ControlTarget target(at(port), Quick);
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_VERIFY(!frames.isEmpty());
    QVERIFY(lastFrame(frames).trouble && lastFrame(frames).trouble->failure == Failure::Refused);
}

void TestControlTarget::pauseDoublesAndComesBack()
{
    test::DaemonDouble daemon;
    daemon.answersQueries = false;
    daemon.givesTime = false;
    ControlTarget target(at(daemon.port()), Quick);
    QList<int> pauses;
    connect(&target, &Target::frameArrived, this, [&] { pauses.append(target.pause()); });
    target.start();
    QTRY_VERIFY(pauses.size() >= 4);
    QCOMPARE(pauses.first(4), (QList<int>{20, 40, 60, 60}));
    daemon.answersQueries = true;
    QTRY_COMPARE(target.pause(), 10);
}

void TestControlTarget::stopEndsTheLooks()
{
    test::DaemonDouble daemon;
    ControlTarget target(at(daemon.port()), Quick);
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_VERIFY(!frames.isEmpty());
    target.stop();
    const auto seen = frames.count();
    QTest::qWait(50);
    QCOMPARE(frames.count(), seen);
}

void TestControlTarget::cannotBeConfigured()
{
    ControlTarget target(at(1));
    const QSignalSpy failures(&target, &Target::failed);
    target.applyConfiguration("server 192.0.2.1\n");
    QCOMPARE(failures.count(), 1);
}

void TestControlTarget::severalTargetsAtOnce()
{
    test::DaemonDouble first;
    test::DaemonDouble second;
    second.variables = "version=\"ntpd\", leap=0, stratum=7, peer=0, offset=0";
    ControlTarget own(at(first.port()), Quick);
    Targets targets(own);
    const QSignalSpy states(&targets, &Targets::stateChanged);
    QCOMPARE(targets.watch(std::make_unique<ControlTarget>(at(second.port()), Quick)), 1);
    own.start();
    QTRY_VERIFY(targets.at(0).last.answered && targets.at(1).last.answered);
    QCOMPARE(int(targets.at(0).last.snapshot.system.stratum), 3);
    QCOMPARE(int(targets.at(1).last.snapshot.system.stratum), 7);
    QVERIFY(states.count() >= 2);
    QCOMPARE(targets.watched(), QStringList{u"127.0.0.1:%1"_s.arg(second.port())});
}

void TestControlTarget::frameOfTheChosenOneOnly()
{
    test::DaemonDouble first;
    test::DaemonDouble second;
    second.variables = "version=\"ntpd\", leap=0, stratum=7, peer=0, offset=0";
    ControlTarget own(at(first.port()), Quick);
    Targets targets(own);
    targets.watch(std::make_unique<ControlTarget>(at(second.port()), Quick));
    own.start();
    QTRY_VERIFY(targets.at(0).last.answered && targets.at(1).last.answered);
    const QSignalSpy frames(&targets, &Target::frameArrived);
    targets.choose(1);
    QCOMPARE(frames.count(), 1); // at once, not at the next look
    QTRY_VERIFY(frames.count() >= 5);
    for (const auto &frame : frames)
        QCOMPARE(int(frame.first().value<Frame>().snapshot.system.stratum), 7);
    QCOMPARE(targets.address(), u"127.0.0.1:%1"_s.arg(second.port()));
}

void TestControlTarget::forgottenTargetIsLeftForTheOwn()
{
    test::DaemonDouble daemon;
    ControlTarget own(at(daemon.port()), Quick);
    Targets targets(own);
    targets.choose(targets.watch(std::make_unique<ControlTarget>(at(1), Quick)));
    const QSignalSpy lists(&targets, &Targets::listChanged);
    targets.forget(1);
    QCOMPARE(targets.count(), 1);
    QCOMPARE(targets.chosen(), 0);
    QCOMPARE(lists.count(), 1);
    targets.forget(0);
    QCOMPARE(targets.count(), 1);
}

void TestControlTarget::samePlaceIsWatchedOnce()
{
    test::DaemonDouble daemon;
    ControlTarget own(at(daemon.port()), Quick);
    Targets targets(own);
    QCOMPARE(targets.watch(at(1)), 1);
    QCOMPARE(targets.watch(at(2)), 2);
    QCOMPARE(targets.watch(at(1)), 1);
    QCOMPARE(targets.count(), 3);
}

void TestControlTarget::whoNobodyLooksAtIsAskedSeldom()
{
    test::DaemonDouble daemon;
    ControlTarget target(at(daemon.port()), {.intervalMilliseconds = 10, .seldomMilliseconds = 5000});
    target.lookOften(false);
    QSignalSpy frames(&target, &Target::frameArrived);
    target.start();
    QTRY_COMPARE(frames.size(), 1);
    QCOMPARE(target.pause(), 5000);
    target.lookOften(true); // now, not in five seconds
    QTRY_VERIFY_WITH_TIMEOUT(frames.size() >= 3, 2000);
    QCOMPARE(target.pause(), 10);
}

QTEST_GUILESS_MAIN(TestControlTarget)
#include "tst_controltarget.moc"
