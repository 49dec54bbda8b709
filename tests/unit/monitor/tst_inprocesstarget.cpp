// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/inprocesstarget.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Isolated = "server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n";

// Any port that is free now, so that two runs of this test do not meet.
std::uint16_t freePort()
{
    QUdpSocket probe;
    probe.bind(QHostAddress::AnyIPv6, 0);
    return probe.localPort();
}

InProcessOptions options(std::uint16_t port)
{
    return {.port = port, .portsToTry = 10, .frameMilliseconds = 50};
}

Frame lastFrame(const QSignalSpy &frames)
{
    return frames.isEmpty() ? Frame{} : frames.last().first().value<Frame>();
}

} // namespace

class TestInProcessTarget : public QObject
{
    Q_OBJECT

private slots:
    void runsTheFileAndReportsFrames();
    void observesOnlyWhateverTheFileSays();
    void takesTheNextPortWhenOneIsTaken();
    void newConfigurationReachesTheRunningEngine();
    void knowsTheKeysOfTheFile();
    void answersARequestForTheTime();
    void stopFallsSilentAndStartComesBack();
    void endsCleanlyInTheMiddleOfWork();
};

void TestInProcessTarget::runsTheFileAndReportsFrames()
{
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.applyConfiguration(Isolated);
    target.start();
    QTRY_VERIFY(lastFrame(frames).verdict.state == VerdictState::OwnClock);
    const Frame frame = lastFrame(frames);
    QVERIFY(frame.answered);
    QCOMPARE(frame.snapshot.associations.size(), std::size_t{1});
    QCOMPARE(int(frame.snapshot.system.stratum), 11);
    QVERIFY(frame.unixMilliseconds > 0);
}

void TestInProcessTarget::observesOnlyWhateverTheFileSays()
{
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.applyConfiguration(Isolated + "tinker panic 0 step 0.001\n");
    target.start();
    QTRY_VERIFY(lastFrame(frames).answered);
    QVERIFY(lastFrame(frames).snapshot.system.observing);
}

void TestInProcessTarget::takesTheNextPortWhenOneIsTaken()
{
    const std::uint16_t port = freePort();
    InProcessTarget first(options(port));
    first.start();
    QTRY_VERIFY(first.port() != 0);
    InProcessTarget second(options(first.port()));
    const QSignalSpy failures(&second, &Target::failed);
    second.start();
    QTRY_VERIFY(second.port() != 0);
    QVERIFY(second.port() != first.port());
    QVERIFY(second.address().endsWith(u':' + QString::number(second.port())));
    QCOMPARE(failures.count(), 0);
    InProcessOptions only = options(first.port());
    only.portsToTry = 1;
    InProcessTarget third(only);
    const QSignalSpy thirdFailures(&third, &Target::failed);
    third.start();
    QTRY_COMPARE(thirdFailures.count(), 1);
    QVERIFY(thirdFailures.first().first().value<Error>().failure == Failure::PortTaken);
    QCOMPARE(third.port(), std::uint16_t{0});
}

void TestInProcessTarget::newConfigurationReachesTheRunningEngine()
{
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.applyConfiguration(Isolated);
    target.start();
    QTRY_COMPARE(lastFrame(frames).snapshot.associations.size(), std::size_t{1});
    target.applyConfiguration(Isolated + "server 192.0.2.1\n");
    QTRY_COMPARE(lastFrame(frames).snapshot.associations.size(), std::size_t{2});
    target.applyConfiguration({});
    QTRY_COMPARE(lastFrame(frames).snapshot.associations.size(), std::size_t{0});
}

void TestInProcessTarget::knowsTheKeysOfTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"ntp.keys"_s);
    QFile keys(path);
    QVERIFY(keys.open(QIODevice::WriteOnly));
    keys.write("5 SHA1 0123456789abcdef0123456789abcdef01234567\n");
    keys.close();
    const QByteArray conf =
        "keys " + path.toUtf8() + "\ntrustedkey 5 6\nserver 192.0.2.1 key 5\nserver 192.0.2.2 key 6\n";
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    const QSignalSpy failures(&target, &Target::failed);
    target.applyConfiguration(conf);
    target.start();
    QTRY_COMPARE(lastFrame(frames).snapshot.associations.size(), std::size_t{2});
    QCOMPARE(lastFrame(frames).snapshot.associations[0].keyState, engine::KeyState::Ready);
    QCOMPARE(lastFrame(frames).snapshot.associations[1].keyState, engine::KeyState::Missing);
    QCOMPARE(failures.count(), 0);
    keys.remove();
    target.applyConfiguration(conf);
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(failures.first().first().value<Error>().failure == Failure::FileUnreadable);
}

void TestInProcessTarget::answersARequestForTheTime()
{
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.applyConfiguration(Isolated);
    target.start();
    QTRY_VERIFY(lastFrame(frames).verdict.state == VerdictState::OwnClock);
    QUdpSocket client;
    QByteArray request(48, '\0');
    request[0] = 0x23; // leap 0, version 4, mode 3
    request[47] = 1;   // a transmit time, so that the reply has an origin
    QCOMPARE(client.writeDatagram(request, QHostAddress::LocalHost, target.port()), qint64{48});
    QTRY_VERIFY(client.hasPendingDatagrams());
    QByteArray reply(48, '\0');
    QCOMPARE(client.readDatagram(reply.data(), reply.size()), qint64{48});
    QCOMPARE(reply[0] & 0x07, 4);
    QCOMPARE(int(reply[1]), 11);
    QTRY_VERIFY(lastFrame(frames).snapshot.counters.answered > 0);
}

void TestInProcessTarget::stopFallsSilentAndStartComesBack()
{
    InProcessTarget target(options(freePort()));
    const QSignalSpy frames(&target, &Target::frameArrived);
    target.applyConfiguration(Isolated);
    target.start();
    QTRY_VERIFY(lastFrame(frames).answered);
    target.stop();
    QTRY_VERIFY(!lastFrame(frames).answered);
    QVERIFY(lastFrame(frames).verdict.state == VerdictState::NoTarget);
    QCOMPARE(target.port(), std::uint16_t{0});
    target.start();
    QTRY_VERIFY(lastFrame(frames).answered);
}

void TestInProcessTarget::endsCleanlyInTheMiddleOfWork()
{
    for (int i = 0; i < 10; ++i) {
        InProcessTarget target(options(freePort()));
        target.applyConfiguration(Isolated);
        target.start();
        target.applyConfiguration("server name.that.is.none.invalid\n");
    }
}

QTEST_GUILESS_MAIN(TestInProcessTarget)
#include "tst_inprocesstarget.moc"
