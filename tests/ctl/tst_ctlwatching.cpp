// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"
#include "tests/ctl/program.h"
#include "tests/unit/monitor/timedouble.h"
#include "tests/unit/protocol/replay.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;
using captures::printed;
using captures::Replay;
using test::TimeDouble;

namespace {

// The place of a port on which nobody listens.
QString nobody()
{
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost);
    return u"127.0.0.1:%1"_s.arg(socket.localPort());
}

QString placeOf(const TimeDouble &host)
{
    return transport::toText(host.place());
}

} // namespace

// What others' clocks and daemons are asked for, on loopback: for scripts, so as JSON with an exit status.
class TestCtlWatching : public QObject
{
    Q_OBJECT

private slots:
    void associationsAreThoseOfTheTable_data();
    void associationsAreThoseOfTheTable();
    void queryTellsWhatTheTimeIs();
    void queryTellsWhoHasNone();
    void traceEndsAtAReferenceClock();
    void traceTellsWhereTheChainBreaks_data();
    void traceTellsWhereTheChainBreaks();
    void watchLooksAgainAndAgain();
    void watchGoesOnWithoutAnAnswer();
};

void TestCtlWatching::associationsAreThoseOfTheTable_data()
{
    QTest::addColumn<QStringList>("recorded");
    QTest::newRow("classic") << QStringList{u"C-clq-rv"_s, u"C-clq-p"_s};
    QTest::newRow("ntpsec") << QStringList{u"S-secq-rv"_s, u"S-secq-lpeers"_s};
}

void TestCtlWatching::associationsAreThoseOfTheTable()
{
    QFETCH(QStringList, recorded);
    const Replay daemon(recorded);
    const QStringList rows = noonmarkctl({u"assoc"_s, daemon.place()}).lines().mid(2);
    const Outcome outcome = noonmarkctl({u"assoc"_s, daemon.place(), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonArray told = outcome.json()[u"associations"_s].toArray();
    QVERIFY(!rows.isEmpty());
    QCOMPARE(told.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject one = told[i].toObject();
        const auto yes = [&one](const QString &name) { return one[name].toBool() ? u"yes"_s : u"no"_s; };
        const QStringList fields{QString::number(one[u"index"_s].toInt()),
                                 QString::number(one[u"association-id"_s].toInt()),
                                 QString::number(one[u"status"_s].toInt(), 16),
                                 yes(u"configured"_s),
                                 yes(u"reachable"_s),
                                 one[u"authentication"_s].toString(),
                                 one[u"condition"_s].toString(),
                                 one[u"last-event"_s].toString(),
                                 QString::number(one[u"event-count"_s].toInt())};
        QStringList printedFields = rows[i].simplified().split(u' ');
        if (printedFields[4] == u"none"_s) // nobody answers broadcasts
            printedFields[4] = u"no"_s;
        QCOMPARE(fields, printedFields);
    }
}

void TestCtlWatching::queryTellsWhatTheTimeIs()
{
    TimeDouble host;
    host.ahead = 30;
    const Outcome outcome = noonmarkctl(
        {u"query"_s, u"--samples"_s, u"2"_s, u"--interval"_s, u"0"_s, placeOf(host), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject server = outcome.json()[u"servers"_s].toArray().first().toObject();
    QCOMPARE(server[u"server"_s].toString(), placeOf(host));
    QCOMPARE(server[u"address"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(server[u"trouble"_s].toString(), u"none"_s);
    QCOMPARE(server[u"asked"_s].toInt(), 2);
    QCOMPARE(server[u"samples"_s].toArray().size(), 2);
    QCOMPARE(server[u"stratum"_s].toInt(), 2);
    QCOMPARE(server[u"refid"_s].toString(), u"192.0.2.1"_s);
    const double offset = server[u"offset-seconds"_s].toDouble();
    QVERIFY2(std::abs(offset - 30) < 2, qPrintable(QString::number(offset)));
    QVERIFY(server[u"delay-seconds"_s].toDouble() >= 0);
    QVERIFY(!server[u"message"_s].toString().isEmpty());
}

void TestCtlWatching::queryTellsWhoHasNone()
{
    TimeDouble good;
    TimeDouble lost;
    lost.packet.leap = protocol::Leap::Unsynchronised;
    lost.packet.stratum = 0;
    const QString closed = nobody();
    const Outcome some =
        noonmarkctl({u"query"_s, u"--samples"_s, u"1"_s, placeOf(good), placeOf(lost), closed, u"--json"_s});
    QCOMPARE(some.status, 1);
    const QJsonArray servers = some.json()[u"servers"_s].toArray();
    QCOMPARE(servers.size(), 3);
    QCOMPARE(servers[0][u"trouble"_s].toString(), u"none"_s);
    QVERIFY(QStringList({u"unsynchronised"_s, u"no-time"_s, u"kissed"_s})
                .contains(servers[1][u"trouble"_s].toString()));
    QCOMPARE(servers[2][u"trouble"_s].toString(), u"refused"_s);
    QVERIFY(!servers[2].toObject().contains(u"offset-seconds"_s));
    QCOMPARE(noonmarkctl({u"query"_s, u"--samples"_s, u"1"_s, closed, u"--json"_s}).status, 2);
}

void TestCtlWatching::traceEndsAtAReferenceClock()
{
    TimeDouble root;
    root.system = "leap=0, stratum=1, rootdelay=0.0, rootdisp=1.0, refid=GPS, peer=7, offset=0.5";
    root.associations[7] = "srcadr=127.127.20.0";
    root.packet.stratum = 1;
    root.packet.refid = protocol::refidFromText("GPS");
    const Outcome outcome = noonmarkctl({u"trace"_s, placeOf(root), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[u"end"_s].toString(), u"reference-clock"_s);
    const QJsonArray hops = outcome.json()[u"hops"_s].toArray();
    QCOMPARE(hops.size(), 1);
    QCOMPARE(hops[0][u"address"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(hops[0][u"stratum"_s].toInt(), 1);
    QCOMPARE(hops[0][u"offset-seconds"_s].toDouble(), 0.0005);
    QVERIFY(hops[0][u"answers-queries"_s].toBool());
    QVERIFY(hops[0][u"refid"_s].toString().contains(u"GPS"_s));
}

void TestCtlWatching::traceTellsWhereTheChainBreaks_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("end");
    QTest::newRow("an isolated master")
        << u"leap=0, stratum=11, refid=127.127.1.0, peer=7"_s << u"srcadr=127.127.1.0"_s << u"local-clock"_s;
    QTest::newRow("an orphan") << u"leap=0, stratum=6, refid=127.0.0.1, peer=0"_s << QString() << u"orphan"_s;
    QTest::newRow("nobody is followed")
        << u"leap=3, stratum=16, refid=INIT, peer=0"_s << QString() << u"unsynchronised"_s;
}

void TestCtlWatching::traceTellsWhereTheChainBreaks()
{
    QFETCH(QString, system);
    QFETCH(QString, source);
    QFETCH(QString, end);
    TimeDouble host;
    host.system = system.toStdString();
    host.associations[7] = source.toStdString();
    const Outcome outcome = noonmarkctl({u"trace"_s, placeOf(host), u"--json"_s});
    QCOMPARE(outcome.json()[u"end"_s].toString(), end);
    QCOMPARE(outcome.status, 1);
    const Outcome silence = noonmarkctl({u"trace"_s, nobody(), u"--json"_s});
    QCOMPARE(silence.json()[u"end"_s].toString(), u"refused"_s);
    QCOMPARE(silence.status, 2);
}

void TestCtlWatching::watchLooksAgainAndAgain()
{
    const Replay daemon({u"C-clq-rv"_s, u"C-clq-p"_s});
    const Outcome outcome = noonmarkctl(
        {u"watch"_s, u"--count"_s, u"3"_s, u"--interval"_s, u"0.25"_s, daemon.place(), u"--json"_s});
    QCOMPARE(outcome.lines().size(), 3);
    const qsizetype sources = printed(u"C-clq-p"_s).size() - 2;
    for (const QString &line : outcome.lines()) {
        const QJsonObject frame = QJsonDocument::fromJson(line.toUtf8()).object();
        QVERIFY2(frame[u"answered"_s].toBool(), qPrintable(line));
        QVERIFY(QDateTime::fromString(frame[u"time"_s].toString(), Qt::ISODate).isValid());
        QCOMPARE(frame[u"peers"_s].toArray().size(), sources);
        const QString state = frame[u"status"_s][u"state"_s].toString();
        QCOMPARE(outcome.status, state == u"in-sync"_s ? 0 : 1);
    }
}

void TestCtlWatching::watchGoesOnWithoutAnAnswer()
{
    const Outcome outcome =
        noonmarkctl({u"watch"_s, u"--count"_s, u"2"_s, u"--interval"_s, u"0.25"_s, nobody(), u"--json"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.lines().size(), 2);
    for (const QString &line : outcome.lines()) {
        const QJsonObject frame = QJsonDocument::fromJson(line.toUtf8()).object();
        QVERIFY(!frame[u"answered"_s].toBool());
        QVERIFY(!frame[u"error"_s].toString().isEmpty());
        QVERIFY(!frame.contains(u"peers"_s));
    }
}

QTEST_GUILESS_MAIN(TestCtlWatching)
#include "tst_ctlwatching.moc"
