// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlresponder.h"
#include "core/protocol/refid.h"
#include "tests/ctl/program.h"
#include "tests/unit/monitor/timedouble.h"

#include <QJsonArray>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

namespace {

engine::AssociationSnapshot upstream()
{
    engine::AssociationSnapshot source;
    source.id = 4711;
    source.source.name = "192.0.2.10";
    source.remote = {IpAddress::v4(0xc000020a), 123};
    source.tally = engine::Tally::SystemPeer;
    source.leap = 0;
    source.stratum = 1;
    source.peerMode = 4;
    source.hostPoll = source.peerPoll = 6;
    source.refid = protocol::refidFromText("GPS");
    source.received = NtpTimestamp::fromUnix(1'795'000'000, 0);
    source.sinceReceived = 12;
    source.reach = 0xff;
    source.delay = 0.000412;
    source.offset = 0.000214;
    source.jitter = 0.000031;
    source.dispersion = 0.001;
    source.rootDistance = 0.01;
    source.sent = source.accepted = 8;
    return source;
}

engine::Snapshot inSync()
{
    engine::Snapshot snapshot;
    snapshot.system.leap = 0;
    snapshot.system.stratum = 2;
    snapshot.system.peer = 4711;
    snapshot.system.refid = 0xc000020a;
    snapshot.system.rootDistance = snapshot.system.rootDispersion = 0.01;
    snapshot.system.offset = 0.000214;
    snapshot.system.state = engine::DisciplineState::Synchronised;
    snapshot.system.clock = snapshot.system.reftime = NtpTimestamp::fromUnix(1'795'000'012, 0);
    snapshot.system.statusSource = 6;
    snapshot.associations = {upstream()};
    snapshot.uptime = 3600;
    return snapshot;
}

// A daemon that answers mode 6 on a port of its own.
class Daemon : public QObject
{
public:
    explicit Daemon(engine::Snapshot snapshot)
        : m_responder({"noonmark test", "test", "test"})
        , m_snapshot(std::move(snapshot))
    {
        m_socket.bind(QHostAddress::LocalHost);
        connect(&m_socket, &QUdpSocket::readyRead, this, &Daemon::answer);
    }
    [[nodiscard]] QString place() const { return u"127.0.0.1:%1"_s.arg(m_socket.localPort()); }

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            QByteArray request(m_socket.pendingDatagramSize(), '\0');
            QHostAddress from;
            quint16 port = 0;
            m_socket.readDatagram(request.data(), request.size(), &from, &port);
            for (const auto &reply : m_responder.respond(std::as_bytes(std::span(request)), m_snapshot))
                m_socket.writeDatagram(reinterpret_cast<const char *>(reply.data()),
                                       static_cast<qint64>(reply.size()), from, port);
        }
    }

    QUdpSocket m_socket;
    engine::ControlResponder m_responder;
    engine::Snapshot m_snapshot;
};

} // namespace

class TestCtlDaemon : public QObject
{
    Q_OBJECT

private slots:
    void saysThatTheTimeIsRight()
    {
        const Daemon daemon(inSync());
        const Outcome outcome = noonmarkctl({u"status"_s, daemon.place()});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
        QCOMPARE(outcome.lines().value(0), u"In sync with 192.0.2.10, stratum 2"_s);
        QVERIFY(outcome.out.contains(u"+0.214"_s));
    }

    void saysItInJson()
    {
        const Daemon daemon(inSync());
        const QJsonObject answer = noonmarkctl({u"status"_s, daemon.place(), u"--json"_s}).json();
        QCOMPARE(answer[u"state"_s].toString(), u"in-sync"_s);
        QCOMPARE(answer[u"stratum"_s].toInt(), 2);
        QVERIFY(std::abs(answer[u"offset-seconds"_s].toDouble() - 0.000214) < 1e-6);
    }

    void saysHowWellTheClockIsKnown()
    {
        engine::Snapshot snapshot = inSync();
        snapshot.system.uncertainty = 1e-5;
        snapshot.system.expectedError = 2e-5;
        snapshot.system.frequencyUncertainty = 0.031;
        const Daemon daemon(snapshot);
        const QJsonObject clock =
            noonmarkctl({u"status"_s, daemon.place(), u"--json"_s}).json()[u"clock"_s].toObject();
        QCOMPARE(clock[u"offset-uncertainty-seconds"_s].toDouble(), 1e-5);
        QCOMPARE(clock[u"expected-error-seconds"_s].toDouble(), 2e-5);
        QCOMPARE(clock[u"frequency-uncertainty-ppm"_s].toDouble(), 0.031);
        QVERIFY(noonmarkctl({u"status"_s, daemon.place(), u"--lang=en"_s}).out.contains(u"±0.031"_s));
        const QString variables = noonmarkctl({u"rv"_s, daemon.place()}).out;
        QVERIFY2(variables.contains(u"nm_expected_error=0.020000"_s), qPrintable(variables));
        QVERIFY(variables.contains(u"nm_frequency_uncertainty=0.031000"_s));
    }

    void saysThatTheClockIsOnlyObserved()
    { // Asked for, or because the daemon lacks the right to set it.
        const auto told = [](bool observing) {
            engine::Snapshot snapshot = inSync();
            snapshot.system.observing = observing;
            const Daemon daemon(snapshot);
            const QJsonObject object = noonmarkctl({u"status"_s, daemon.place(), u"--json"_s}).json();
            const QString out = noonmarkctl({u"status"_s, daemon.place(), u"--lang=en"_s}).out;
            return std::pair(object[u"clock"_s][u"observed"_s].toBool(), out.contains(u"CAP_SYS_TIME"_s));
        };
        QCOMPARE(told(true), std::pair(true, true));
        QCOMPARE(told(false), std::pair(false, false));
    }

    void saysThatTheTimeIsNotRight()
    {
        engine::Snapshot snapshot = inSync();
        snapshot.system = {};
        snapshot.associations.front().tally = engine::Tally::Reject;
        const Daemon daemon(snapshot);
        const Outcome outcome = noonmarkctl({u"status"_s, daemon.place()});
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.out.startsWith(u"In sync"_s));
    }

    void nobodyThereExitsWithTwo()
    {
        QUdpSocket unused;
        QVERIFY(unused.bind(QHostAddress::LocalHost));
        const QString place = u"127.0.0.1:%1"_s.arg(unused.localPort());
        unused.close();
        const Outcome outcome = noonmarkctl({u"status"_s, place});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(u"127.0.0.1"_s), qPrintable(outcome.err));
        QCOMPARE(noonmarkctl({u"status"_s, u"host:port"_s}).status, 2);
    }

    void forbiddenQueriesAreToldFromSilence()
    {
        test::TimeDouble host;
        host.answersQueries = false;
        const QString place = transport::toText(host.place());
        const Outcome outcome = noonmarkctl({u"status"_s, place});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(u"restrict 127.0.0.1 nomodify"_s), qPrintable(outcome.err));
        host.givesTime = false;
        QVERIFY(!noonmarkctl({u"status"_s, place}).err.contains(u"nomodify"_s));
    }

    void laysPeersOutAsNtpqDoes()
    {
        const Daemon daemon(inSync());
        const QStringList lines = noonmarkctl({u"peers"_s, daemon.place(), u"-n"_s}).lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0],
                 u"     remote           refid      st t when poll reach   delay   offset  jitter"_s);
        QCOMPARE(lines[1], QString(78, u'='));
        QCOMPARE(lines[2],
                 u"*192.0.2.10      .GPS.            1 u   12   64  377    0.412   +0.214   0.031"_s);
    }

    void peersStayEnglishInChinese()
    {
        const Daemon daemon(inSync());
        QCOMPARE(noonmarkctl({u"peers"_s, daemon.place(), u"--lang"_s, u"zh_CN"_s}).out,
                 noonmarkctl({u"peers"_s, daemon.place(), u"--lang"_s, u"en"_s}).out);
        const QJsonArray peers =
            noonmarkctl({u"peers"_s, daemon.place(), u"--lang"_s, u"zh_CN"_s, u"--json"_s})
                .json()[u"peers"_s]
                .toArray();
        QCOMPARE(peers.first()[u"use"_s].toString(), u"正在跟随"_s);
    }

    void showsVariables()
    {
        const Daemon daemon(inSync());
        const Outcome system = noonmarkctl({u"rv"_s, daemon.place()});
        QVERIFY2(system.lines().value(0).startsWith(u"associd=0 status="_s), qPrintable(system.out));
        QVERIFY(system.out.contains(u"stratum=2"_s));
        for (const QString &line : system.lines())
            QVERIFY(line.size() <= 80);
        const Outcome source = noonmarkctl({u"rv"_s, daemon.place(), u"4711"_s});
        QVERIFY(source.out.contains(u"srcadr=192.0.2.10"_s));
        QCOMPARE(noonmarkctl({u"rv"_s, daemon.place(), u"4712"_s}).status, 2);
        const Outcome noClock = noonmarkctl({u"cv"_s, daemon.place(), u"4711"_s});
        QCOMPARE(noClock.status, 2);
        QVERIFY2(noClock.err.contains(u"association 4711 is no reference clock"_s), qPrintable(noClock.err));
        QVERIFY(noonmarkctl({u"cv"_s, daemon.place()}).err.contains(u"has no reference clock"_s));
    }
};

QTEST_GUILESS_MAIN(TestCtlDaemon)
#include "tst_ctldaemon.moc"
