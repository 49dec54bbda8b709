// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/queryanswer.h"
#include "core/protocol/refid.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using protocol::Packet;

namespace {

const NtpTimestamp Cookie = NtpTimestamp::fromUnits(0x1122334455667788);
const NtpTimestamp Sent = NtpTimestamp::fromUnix(1'795'000'000, 0);

protocol::MacKey keyOf(std::string_view secret)
{
    return std::move(*protocol::MacKey::make(protocol::MacType::Sha1, std::as_bytes(std::span(secret))));
}

Packet goodAnswer()
{
    Packet packet;
    packet.mode = protocol::Mode::Server;
    packet.stratum = 2;
    packet.precision = -20;
    packet.origin = Cookie;
    packet.receive = Sent + NtpDuration::milliseconds(110); // 100 ms ahead, 10 ms on the way
    packet.transmit = Sent + NtpDuration::milliseconds(111);
    packet.rootDelay = protocol::shortFromSeconds(0.02);
    packet.rootDispersion = protocol::shortFromSeconds(0.01);
    return packet;
}

std::vector<std::byte> bytesOf(const Packet &packet)
{
    std::vector<std::byte> bytes(protocol::HeaderSize);
    protocol::encode(packet, bytes);
    return bytes;
}

QueryReply read(const std::vector<std::byte> &datagram, protocol::MacKey *key = nullptr)
{
    return readReply(datagram, Sent + NtpDuration::milliseconds(21), {Cookie, Sent, 7, key});
}

} // namespace

class TestQueryAnswer : public QObject
{
    Q_OBJECT

private slots:
    void questionTellsNothingButTheCookie()
    {
        const auto decoded = protocol::decode(queryDatagram({Cookie, Sent, 0, nullptr}));
        QVERIFY(decoded);
        Packet expected;
        expected.transmit = Cookie;
        QCOMPARE(decoded->packet, expected);
    }

    void computesOffsetAndDelay()
    {
        const QueryReply reply = read(bytesOf(goodAnswer()));
        QCOMPARE(reply.trouble, QueryTrouble::None);
        QVERIFY(std::abs(reply.sample.offset - 0.1) < 1e-8);
        QVERIFY(std::abs(reply.sample.delay - 0.02) < 1e-8);
    }

    void delayIsNeverNegative()
    {
        Packet answer = goodAnswer();
        answer.transmit = answer.receive + NtpDuration::milliseconds(30); // we had it back after 21 ms
        QCOMPARE(read(bytesOf(answer)).sample.delay, 0.0);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("trouble");
        const auto row = [](const char *name, int change, QueryTrouble trouble) {
            QTest::newRow(name) << change << static_cast<int>(trouble);
        };
        row("another origin", 0, QueryTrouble::WrongOrigin);
        row("not a server's mode", 1, QueryTrouble::Malformed);
        row("kiss RATE", 2, QueryTrouble::Kissed);
        row("no transmit time", 3, QueryTrouble::NoTime);
        row("no receive time", 4, QueryTrouble::NoTime);
    }
    void refusals()
    {
        QFETCH(int, change);
        QFETCH(int, trouble);
        Packet packet = goodAnswer();
        if (change == 0)
            packet.origin = Sent;
        if (change == 1)
            packet.mode = protocol::Mode::Broadcast;
        if (change == 2) {
            packet.stratum = 0;
            packet.leap = protocol::Leap::Unsynchronised;
            packet.refid = protocol::refidFromText("RATE");
        }
        if (change == 3)
            packet.transmit = {};
        if (change == 4)
            packet.receive = {};
        QCOMPARE(static_cast<int>(read(bytesOf(packet)).trouble), trouble);
    }

    void startingServerIsNoKiss()
    {
        Packet packet = goodAnswer();
        packet.leap = protocol::Leap::Unsynchronised;
        packet.stratum = 0;
        packet.refid = protocol::refidFromText("INIT");
        QCOMPARE(read(bytesOf(packet)).trouble, QueryTrouble::None);
        QCOMPARE(troubleOf(figuresOf({read(bytesOf(packet)).sample}), 1.5), QueryTrouble::Unsynchronised);
    }

    void signaturesAreChecked()
    {
        auto key = keyOf("0123456789abcdef0123");
        auto wrong = keyOf("another secret of it");
        const auto sign = [](protocol::MacKey &with, std::uint32_t number) {
            auto datagram = bytesOf(goodAnswer());
            const auto digest = with.digest(datagram);
            datagram.resize(datagram.size() + 4 + digest.size);
            ByteWriter writer(MutableBytes(datagram).subspan(protocol::HeaderSize));
            writer.u32(number);
            writer.put(digest.view());
            return datagram;
        };
        QCOMPARE(read(sign(key, 7), &key).trouble, QueryTrouble::None);
        QCOMPARE(read(sign(key, 8), &key).trouble, QueryTrouble::BadMac);
        QCOMPARE(read(sign(wrong, 7), &key).trouble, QueryTrouble::BadMac);
        QCOMPARE(read(bytesOf(goodAnswer()), &key).trouble, QueryTrouble::NotSigned);
        auto nak = bytesOf(goodAnswer());
        nak.resize(nak.size() + 4);
        QCOMPARE(read(nak, &key).trouble, QueryTrouble::KeyUnknown);
        const auto question = queryDatagram({Cookie, Sent, 7, &key});
        const auto decoded = protocol::decode(question);
        QVERIFY(decoded &&
                key.verifies(Bytes(question).first(protocol::HeaderSize), decoded->mac.subspan(4)));
    }

    void shortestWayDecides()
    {
        const Packet packet = goodAnswer();
        const QueryFigures figures =
            figuresOf({{0.5, 0.9, packet}, {0.1, 0.01, packet}, {0.12, 0.05, packet}});
        QCOMPARE(figures.offset, 0.1);
        QCOMPARE(figures.delay, 0.01);
        QVERIFY(std::abs(figures.dispersion - (0.25 * 0.02 + 0.125 * 0.4)) < 1e-9);
        QVERIFY(figures.rootDistance > 0.025 && figures.rootDistance < 0.1);
        QCOMPARE(figuresOf({}).delay, 0.0);
    }

    void followsNobodyWhoShouldNotBeFollowed()
    {
        Packet packet = goodAnswer();
        QCOMPARE(troubleOf(figuresOf({{0, 0.01, packet}}), 1.5), QueryTrouble::None);
        packet.rootDispersion = protocol::shortFromSeconds(2);
        QCOMPARE(troubleOf(figuresOf({{0, 0.01, packet}}), 1.5), QueryTrouble::DistanceTooLarge);
        packet.stratum = 16;
        QCOMPARE(troubleOf(figuresOf({{0, 0.01, packet}}), 1.5), QueryTrouble::StratumTooHigh);
        packet.leap = protocol::Leap::Unsynchronised;
        QCOMPARE(troubleOf(figuresOf({{0, 0.01, packet}}), 1.5), QueryTrouble::Unsynchronised);
    }

    void everyTruncationIsHarmless()
    {
        const auto whole = bytesOf(goodAnswer());
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::vector<std::byte> part(whole.begin(),
                                              whole.begin() + static_cast<std::ptrdiff_t>(size));
            QCOMPARE(read(part).trouble, QueryTrouble::Malformed);
        }
    }
};

QTEST_APPLESS_MAIN(TestQueryAnswer)
#include "tst_queryanswer.moc"
