// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/rawtime.h"
#include "core/transport/batch.h"
#include "core/transport/portholder.h"
#include "core/transport/socket.h"

#include <QtTest>

#include <string>

#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noonmark;
using transport::ReceiveBatch;
using transport::SendBatch;
using transport::UdpSocket;

namespace {

IpAddress loopback(Family family)
{
    return *IpAddress::parse(family == Family::V4 ? "127.0.0.1" : "::1");
}

IpAddress wildcard(Family family)
{
    return family == Family::V4 ? IpAddress::v4(0) : IpAddress::v6({});
}

// A service at a port of the kernel's choice, as a driver would never ask for.
std::optional<UdpSocket> serviceAnywhere(Family family)
{
    auto socket = UdpSocket::service({wildcard(family), 0});
    return socket ? std::optional(std::move(*socket)) : std::nullopt;
}

bool waitFor(const UdpSocket &socket, short events = POLLIN)
{
    pollfd entry{socket.descriptor(), events, 0};
    return poll(&entry, 1, 5000) == 1;
}

Bytes bytesOf(const QByteArray &text)
{
    return std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
}

QByteArray textOf(Bytes bytes)
{
    QByteArray text;
    for (const std::byte b : bytes)
        text.append(static_cast<char>(b));
    return text;
}

} // namespace

class SocketTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhenWhereAndFromWhom_data()
    {
        QTest::addColumn<bool>("v4");
        QTest::newRow("v4") << true;
        QTest::newRow("v6") << false;
    }
    void knowsWhenWhereAndFromWhom()
    {
        QFETCH(const bool, v4);
        const Family family = v4 ? Family::V4 : Family::V6;
        auto service = serviceAnywhere(family);
        auto client = UdpSocket::client(family);
        if (!service || !client)
            QSKIP("this machine has no such family");
        const NtpTimestamp before = clock::readRaw().system;
        if (!client->send({loopback(family), service->where().port}, std::nullopt, bytesOf("question")))
            QSKIP("this machine has no loopback of that family");
        QVERIFY(waitFor(*service));
        ReceiveBatch batch;
        QCOMPARE(batch.fill(service->descriptor()), std::size_t{1});
        const auto datagram = batch.at(0);
        QVERIFY(datagram.has_value());
        QCOMPARE(textOf(datagram->bytes), QByteArray("question"));
        QCOMPARE(datagram->remote, (Endpoint{loopback(family), client->where().port}));
        QCOMPARE(*datagram->facts.local, loopback(family));
        QVERIFY(transport::isLoopbackInterface(datagram->facts.interface));
        QVERIFY2(datagram->facts.stamp, "no kernel stamp");
        const NtpDuration age = *datagram->facts.stamp - before;
        QVERIFY(age > NtpDuration::milliseconds(-5) && age < NtpDuration::milliseconds(5000));
    }

    void answersFromTheAddressThatWasAsked()
    {
        auto service = serviceAnywhere(Family::V4);
        auto client = UdpSocket::client(Family::V4);
        const IpAddress asked = *IpAddress::parse("127.0.0.77");
        QVERIFY(client->send({asked, service->where().port}, std::nullopt, bytesOf("question")));
        QVERIFY(waitFor(*service));
        ReceiveBatch batch;
        batch.fill(service->descriptor());
        const auto question = *batch.at(0);
        QCOMPARE(*question.facts.local, asked);
        SendBatch answers;
        answers.add(3, question.remote, &*question.facts.local);
        answers.flush(service->descriptor());
        QVERIFY(waitFor(*client));
        QCOMPARE(batch.fill(client->descriptor()), std::size_t{1});
        QCOMPARE(batch.at(0)->remote, (Endpoint{asked, service->where().port}));
    }

    void stampsItsOwnQuestions_data() { knowsWhenWhereAndFromWhom_data(); }
    void stampsItsOwnQuestions()
    {
        QFETCH(const bool, v4);
        const Family family = v4 ? Family::V4 : Family::V6;
        auto service = serviceAnywhere(family);
        auto client = UdpSocket::client(family);
        if (!service || !client)
            QSKIP("this machine has no such family");
        for (std::uint64_t request = 1000; request < 1005; ++request) {
            const NtpTimestamp before = clock::readRaw().system;
            if (!client->send({loopback(family), service->where().port}, std::nullopt, bytesOf("?"), request))
                QSKIP("this machine has no loopback of that family");
            QVERIFY(waitFor(*client, 0)); // the error queue announces itself as an error
            const auto sent = client->takeSent();
            QVERIFY(sent.has_value());
            QCOMPARE(sent->request, request);
            QVERIFY((sent->kernelStamp - before).magnitude() < NtpDuration::milliseconds(5000));
        }
    }

    void countsOnAfterARefusal()
    {
        auto service = serviceAnywhere(Family::V4);
        auto client = UdpSocket::client(Family::V4);
        const Endpoint there{loopback(Family::V4), service->where().port};
        QVERIFY(client->send(there, std::nullopt, bytesOf("?"), 1));
        QVERIFY(waitFor(*client, 0));
        QCOMPARE(client->takeSent()->request, std::uint64_t{1});
        const QByteArray tooLong(70'000, '?');
        QVERIFY(!client->send(there, std::nullopt, bytesOf(tooLong), 2));
        QVERIFY(client->send(there, std::nullopt, bytesOf("?"), 3));
        QVERIFY(waitFor(*client, 0));
        QCOMPARE(client->takeSent()->request, std::uint64_t{3});
    }

    // Whatever a forged ICMP error says of the path: who may put fragments of his own between ours writes our answers.
    void neverLeavesInFragments()
    {
        int kind = -1;
        socklen_t size = sizeof kind;
        const auto service = serviceAnywhere(Family::V4);
        QVERIFY(service);
        QCOMPARE(getsockopt(service->descriptor(), IPPROTO_IP, IP_MTU_DISCOVER, &kind, &size), 0);
        QCOMPARE(kind, IP_PMTUDISC_PROBE);
        const auto client = UdpSocket::client(Family::V6);
        QVERIFY(client);
        QCOMPARE(getsockopt(client->descriptor(), IPPROTO_IPV6, IPV6_MTU_DISCOVER, &kind, &size), 0);
        QCOMPARE(kind, IPV6_PMTUDISC_PROBE);
    }

    void survivesAPortThatNobodyHolds()
    {
        quint16 free = serviceAnywhere(Family::V4)->where().port; // closed again at once
        auto client = UdpSocket::client(Family::V4);
        for (int i = 0; i < 5; ++i)
            static_cast<void>(client->send({loopback(Family::V4), free}, std::nullopt, bytesOf("?")));
        auto service = serviceAnywhere(Family::V4);
        QVERIFY(client->send({loopback(Family::V4), service->where().port}, std::nullopt, bytesOf("!")));
        QVERIFY(waitFor(*service));
    }

    void takesAndSendsBatches()
    {
        auto service = serviceAnywhere(Family::V4);
        auto client = UdpSocket::client(Family::V4);
        const Endpoint there{loopback(Family::V4), service->where().port};
        for (char i = 0; i < static_cast<char>(transport::BatchSize) + 4; ++i)
            QVERIFY(client->send(there, std::nullopt, bytesOf(QByteArray(1, i))));
        QVERIFY(waitFor(*service));
        ReceiveBatch batch;
        QCOMPARE(batch.fill(service->descriptor()), transport::BatchSize);
        SendBatch answers;
        for (std::size_t i = 0; i < transport::BatchSize; ++i) {
            QCOMPARE(textOf(batch.at(i)->bytes), QByteArray(1, static_cast<char>(i)));
            answers.room()[0] = static_cast<std::byte>(100 + i);
            // One that cannot be sent, because no such address is ours, must not hold up the others.
            const IpAddress foreign = *IpAddress::parse("192.0.2.1");
            answers.add(1, batch.at(i)->remote, i == 5 ? &foreign : nullptr);
        }
        answers.flush(service->descriptor());
        QVERIFY(waitFor(*client));
        QCOMPARE(batch.fill(client->descriptor()), transport::BatchSize - 1);
        QCOMPARE(textOf(batch.at(14)->bytes), QByteArray(1, 115));
        QCOMPARE(batch.fill(service->descriptor()), std::size_t{4});
    }

    void dropsWhatIsTooLong()
    {
        auto service = serviceAnywhere(Family::V4);
        auto client = UdpSocket::client(Family::V4);
        const QByteArray large(transport::LargestDatagram + 1, 'x');
        QVERIFY(client->send({loopback(Family::V4), service->where().port}, std::nullopt, bytesOf(large)));
        QVERIFY(waitFor(*service));
        ReceiveBatch batch;
        QCOMPARE(batch.fill(service->descriptor()), std::size_t{1});
        QVERIFY(!batch.at(0));
    }

    void throwsAwayWhatWaits()
    {
        auto service = serviceAnywhere(Family::V4);
        auto client = UdpSocket::client(Family::V4);
        for (int i = 0; i < 3; ++i)
            QVERIFY(client->send({loopback(Family::V4), service->where().port}, std::nullopt, bytesOf("?")));
        QVERIFY(waitFor(*service));
        service->discard();
        client->discard();
        ReceiveBatch batch;
        QCOMPARE(batch.fill(service->descriptor()), std::size_t{0});
        QVERIFY(!client->takeSent());
    }

    void namesTheHolderOfATakenPort()
    {
        auto first = serviceAnywhere(Family::V4);
        const std::uint16_t port = first->where().port;
        const auto second = UdpSocket::service({wildcard(Family::V4), port});
        QCOMPARE(second.error().failure, Failure::PortTaken);
        const QString us = QStringLiteral("tst_socket (%1)").arg(QCoreApplication::applicationPid());
        QCOMPARE(second.error().arguments, (std::vector{std::to_string(port), us.toStdString()}));
        QCOMPARE(transport::portHolder(port), us.toStdString());
        QVERIFY(!transport::portHolder(1));
    }

    void namesAnotherHolderRatherThanUs()
    { // We know what we hold ourselves, at other addresses.
        const auto socket = UdpSocket::service({*IpAddress::parse("127.0.0.77"), 0});
        const pid_t other = fork(); // holds it, too
        if (other == 0) {
            pause();
            _exit(0);
        }
        const auto holder = transport::portHolder(socket->where().port);
        kill(other, SIGKILL);
        QCOMPARE(waitpid(other, nullptr, 0), other);
        QCOMPARE(holder, "tst_socket (" + std::to_string(other) + ')');
    }

    void servesOneAddressWithoutBeingTold()
    {
        auto service = serviceAnywhere(Family::V4);
        const Endpoint place{*IpAddress::parse("127.0.0.77"), service->where().port};
        service->letJoin(true);
        auto own = UdpSocket::service(place, true);
        QVERIFY(own.has_value());
        own->letJoin(false);
        service->letJoin(false);
        own->serveOneAddress();
        QCOMPARE(own->oneAddress(), std::optional(place.address));
        auto client = UdpSocket::client(Family::V4);
        QVERIFY(client->send(place, std::nullopt, bytesOf("question")));
        QVERIFY(waitFor(*own));
        ReceiveBatch batch;
        QCOMPARE(batch.fill(own->descriptor()), std::size_t{1});
        const auto question = *batch.at(0);
        QVERIFY(!question.facts.local && question.facts.stamp);
        SendBatch answers;
        answers.add(3, question.remote, nullptr);
        answers.flush(own->descriptor());
        QVERIFY(waitFor(*client));
        QCOMPARE(batch.fill(client->descriptor()), std::size_t{1});
        QCOMPARE(batch.at(0)->remote, place);
    }

    // A stranger's socket at one of our addresses would get what is meant for us.
    void letsNobodyJoinButOnRequest()
    {
        auto service = serviceAnywhere(Family::V4);
        const Endpoint place{*IpAddress::parse("127.0.0.77"), service->where().port};
        QCOMPARE(UdpSocket::service(place, true).error().failure, Failure::PortTaken);
        service->letJoin(true);
        QVERIFY(UdpSocket::service(place, true).has_value());
        service->letJoin(false);
        QCOMPARE(UdpSocket::service(place, true).error().failure, Failure::PortTaken);
    }

    void keepsTheFamiliesApart()
    { // Both wildcards at one port: impossible if the v6 socket took v4 too.
        auto v6 = serviceAnywhere(Family::V6);
        if (!v6)
            QSKIP("this machine has no IPv6");
        QVERIFY(UdpSocket::service({wildcard(Family::V4), v6->where().port}).has_value());
    }
};

QTEST_GUILESS_MAIN(SocketTest)
#include "tst_socket.moc"
