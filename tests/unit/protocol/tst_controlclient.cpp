// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/controlclient.h"

#include "core/engine/controlresponder.h"
#include "tests/unit/protocol/samplesnapshot.h"

#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QUdpSocket>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace noonmark;
using namespace noonmark::protocol;
using transport::ControlClient;

namespace {

using Datagrams = std::vector<ControlDatagram>;

Bytes bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

// A daemon on a loopback port that answers as it is told, by default from sampleSnapshot().
class Daemon : public QObject
{
public:
    Daemon()
    {
        socket.bind(QHostAddress::LocalHost, 0);
        connect(&socket, &QUdpSocket::readyRead, this, [this] { answerAll(); });
    }
    void answerAll()
    {
        while (socket.hasPendingDatagrams()) {
            const QNetworkDatagram request = socket.receiveDatagram();
            ++requests;
            for (const ControlDatagram &packet : answer(request.data()))
                socket.writeDatagram(reinterpret_cast<const char *>(packet.data()),
                                     static_cast<qint64>(packet.size()), request.senderAddress(),
                                     static_cast<quint16>(request.senderPort()));
        }
    }
    quint16 port() const { return socket.localPort(); }

    static Datagrams honest(const QByteArray &request)
    {
        return engine::ControlResponder({"noonmarkd", "x86_64", "Linux"})
            .respond(bytesOf(request), sampleSnapshot());
    }

    QUdpSocket socket;
    std::function<Datagrams(const QByteArray &)> answer = &Daemon::honest;
    int requests = 0;
};

ControlHeader headerOf(const QByteArray &request)
{
    return *decodeControl(bytesOf(request));
}

} // namespace

class ControlClientTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAWholeDaemon()
    {
        Daemon daemon;
        const auto snapshot = read(daemon);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->associations.size(), 3U);
        QCOMPARE(snapshot->associations[0].tally, engine::Tally::SystemPeer);
        QCOMPARE(snapshot->system.stratum, std::uint8_t{3});
        QCOMPARE(snapshot->system.statusSource, std::uint8_t{6});
        QCOMPARE(snapshot->uptime, 3600.0);
        QCOMPARE(snapshot->counters.answered, std::uint64_t{80});
        QCOMPARE(daemon.requests, 4 + 2 * 3 + 1); // one of them is a clock
    }

    void readsStockDaemonsThatKnowNoOwnNames()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &request) {
            if (request.contains("nm_"))
                return Datagrams{controlRefusal(headerOf(request), ControlError::UnknownVariable)};
            return Daemon::honest(request);
        };
        const auto snapshot = read(daemon);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->associations.size(), 3U);
        QCOMPARE(daemon.requests, 4 + 3 + 1);
    }

    void takesFragmentsInAnyOrder()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &request) {
            Datagrams fragments = Daemon::honest(request);
            std::reverse(fragments.begin(), fragments.end());
            fragments.push_back(fragments.front());
            return fragments;
        };
        QVERIFY(read(daemon));
    }

    void skipsAssociationsThatWentMeanwhile()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &request) {
            if (headerOf(request).association == 1002)
                return Datagrams{controlRefusal(headerOf(request), ControlError::UnknownAssociation)};
            return Daemon::honest(request);
        };
        const auto snapshot = read(daemon);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->associations.size(), 2U);
    }

    void whatAClockTellsIsAnExtra()
    {
        for (const bool isSilent : {false, true}) {
            Daemon daemon;
            daemon.answer = [isSilent](const QByteArray &request) {
                if (headerOf(request).operation() != ControlOpcode::ReadClock)
                    return Daemon::honest(request);
                return isSilent
                           ? Datagrams()
                           : Datagrams{controlRefusal(headerOf(request), ControlError::UnknownAssociation)};
            };
            const auto snapshot = read(daemon);
            QVERIFY(snapshot);
            QCOMPARE(snapshot->associations.size(), 3U);
        }
    }

    void believesOnlyAnswersToItsOwnQuestion()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &request) {
            Datagrams forged;
            for (int i = 0; i < 4; ++i) {
                ControlHeader header = headerOf(request);
                header.sequence = static_cast<std::uint16_t>(header.sequence + (i == 0 ? 1 : 0));
                header.association = static_cast<std::uint16_t>(header.association + (i == 1 ? 1 : 0));
                header.opcode = static_cast<std::uint8_t>(header.opcode + (i == 2 ? 2 : 0));
                auto lie = controlReply(header, "leap=0, stratum=1, refid=EVIL, peer=1\r\n").front();
                if (i == 3)
                    lie[1] &= std::byte{0x7f}; // a request, not a response
                forged.push_back(lie);
            }
            forged.push_back(ControlDatagram(7, std::byte{0xff}));
            const Datagrams honest = Daemon::honest(request);
            forged.insert(forged.end(), honest.begin(), honest.end());
            return forged;
        };
        const auto snapshot = read(daemon);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->system.stratum, std::uint8_t{3});
    }

    void asksAgainWhenAnAnswerIsLost()
    {
        Daemon daemon;
        daemon.answer = [lost = false](const QByteArray &request) mutable {
            return std::exchange(lost, true) ? Daemon::honest(request) : Datagrams{};
        };
        QVERIFY(read(daemon));
    }

    void saysThatNobodyAnswers()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &) { return Datagrams{}; };
        ControlClient client(nullptr, 50);
        QSignalSpy failures(&client, &ControlClient::failed);
        client.read(QStringLiteral("127.0.0.1"), daemon.port());
        QVERIFY(client.isReading());
        QVERIFY(failures.wait(10'000));
        QCOMPARE(failures.at(0).at(0).value<Error>(), (Error{Failure::NoAnswer, {"127.0.0.1"}}));
        QCOMPARE(daemon.requests, 3);
        QVERIFY(!client.isReading());
    }

    void saysThatNothingListensThere()
    {
        quint16 port = 0;
        {
            QUdpSocket gone;
            gone.bind(QHostAddress::LocalHost, 0);
            port = gone.localPort();
        }
        ControlClient client(nullptr, 50);
        QSignalSpy failures(&client, &ControlClient::failed);
        client.read(QStringLiteral("127.0.0.1"), port);
        QVERIFY(failures.wait(10'000));
        QCOMPARE(failures.at(0).at(0).value<Error>(), (Error{Failure::Refused, {"127.0.0.1"}}));
    }

    void survivesHostileAnswers()
    {
        Daemon daemon;
        daemon.answer = [](const QByteArray &request) {
            const ControlHeader header = headerOf(request);
            if (header.operation() == ControlOpcode::ReadStatus) {
                std::vector<AssociationStatus> list(16000);
                return controlReply(header, writeStatusList(list));
            }
            return controlReply(header, "leap=\"\x1b[2J\xff, delay=1e308, stratum=-------, " +
                                            std::string(9000, ','));
        };
        const auto snapshot = read(daemon);
        QVERIFY(snapshot);
        QVERIFY(snapshot->associations.size() <= 256);
        QCOMPARE(snapshot->system.stratum, std::uint8_t{16});
    }

    void mayBeAskedAgainFromItsOwnSignal()
    {
        Daemon daemon;
        ControlClient client;
        int rounds = 0;
        connect(&client, &ControlClient::snapshotRead, this, [&] {
            if (++rounds < 3)
                client.read(QStringLiteral("localhost"), daemon.port());
        });
        client.read(QStringLiteral("127.0.0.1"), daemon.port());
        client.read(QStringLiteral("127.0.0.1"), daemon.port()); // gives the first up
        QTRY_COMPARE(rounds, 3);
        QVERIFY(findVariable(client.lastReading().system, "version") != nullptr);
    }

    void stopsWithoutASignal()
    {
        Daemon daemon;
        ControlClient client;
        QSignalSpy snapshots(&client, &ControlClient::snapshotRead);
        client.read(QStringLiteral("127.0.0.1"), daemon.port());
        client.stop();
        QTRY_COMPARE(daemon.requests, 1);
        QCoreApplication::processEvents();
        QCOMPARE(snapshots.count(), 0);
    }

private:
    static std::optional<engine::Snapshot> read(Daemon &daemon)
    {
        ControlClient client(nullptr, 500);
        QSignalSpy snapshots(&client, &ControlClient::snapshotRead);
        client.read(QStringLiteral("127.0.0.1"), daemon.port());
        if (!snapshots.wait(10'000))
            return std::nullopt;
        return snapshots.at(0).at(0).value<engine::Snapshot>();
    }
};

QTEST_GUILESS_MAIN(ControlClientTest)
#include "tst_controlclient.moc"
