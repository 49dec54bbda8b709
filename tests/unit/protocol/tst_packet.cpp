// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/packet.h"

#include <QtTest>

#include <array>
#include <limits>
#include <vector>

using namespace noonmark;
using namespace noonmark::protocol;

namespace {

using Datagram = std::vector<std::byte>;

Datagram request(std::uint8_t version, std::size_t tail = 0)
{
    Packet packet;
    packet.version = version;
    Datagram bytes(HeaderSize + tail);
    encode(packet, bytes);
    return bytes;
}

// Writes an extension field's head at `position` of the tail.
void putField(Datagram &datagram, std::size_t position, std::uint16_t length)
{
    ByteWriter writer(MutableBytes(datagram).subspan(HeaderSize + position));
    writer.u16(0x0104);
    writer.u16(length);
}

} // namespace

class PacketTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryField()
    { // The reply of a stratum 1 server, written out by hand from RFC 5905, figure 8.
        const auto hex = QByteArray::fromHex("5c01 fae8 00010000 00008000 47505300 e0000000 80000000"
                                             "e0000001 00000001 e0000002 00000002 e0000003 ffffffff");
        const auto decoded =
            decode(std::as_bytes(std::span(hex.constData(), static_cast<std::size_t>(hex.size()))));
        QVERIFY(decoded);
        const Packet &p = decoded->packet;
        QCOMPARE(p.leap, Leap::InsertSecond);
        QCOMPARE(p.version, std::uint8_t{3});
        QCOMPARE(p.mode, Mode::Server);
        QCOMPARE(p.stratum, std::uint8_t{1});
        QCOMPARE(p.poll, std::int8_t{-6});
        QCOMPARE(p.precision, std::int8_t{-24});
        QCOMPARE(secondsFromShort(p.rootDelay), 1.0);
        QCOMPARE(secondsFromShort(p.rootDispersion), 0.5);
        QCOMPARE(p.refid, 0x47505300U);
        QCOMPARE(p.reference.units(), 0xe000000080000000U);
        QCOMPARE(p.origin.units(), 0xe000000100000001U);
        QCOMPARE(p.receive.units(), 0xe000000200000002U);
        QCOMPARE(p.transmit.units(), 0xe0000003ffffffffU);
        QVERIFY(decoded->mac.empty() && decoded->extensions.empty());

        Datagram again(HeaderSize);
        encode(p, again);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(again.data()), qsizetype(again.size())), hex);
    }

    void refusesForeignVersions()
    {
        for (const std::uint8_t version : std::to_array<std::uint8_t>({0, 5, 6, 7}))
            QCOMPARE(decode(request(version)).error().failure, Failure::Malformed);
        for (const std::uint8_t version : std::to_array<std::uint8_t>({1, 2, 3, 4}))
            QVERIFY(decode(request(version)));
    }

    void judgesLengths_data()
    {
        QTest::addColumn<int>("tail");
        QTest::addColumn<int>("mac"); // -1: refused
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("one byte") << 1 << -1;
        QTest::newRow("two bytes") << 2 << -1;
        QTest::newRow("crypto-NAK") << 4 << 4;
        QTest::newRow("odd 8") << 8 << -1;
        QTest::newRow("odd 12") << 12 << -1;
        QTest::newRow("odd 16") << 16 << -1;
        QTest::newRow("MD5 or CMAC") << 20 << 20;
        QTest::newRow("SHA-1") << 24 << 24;
        QTest::newRow("zeros are no field") << 28 << -1;
    }

    void judgesLengths()
    {
        QFETCH(int, tail);
        QFETCH(int, mac);
        const Datagram datagram = request(4, static_cast<std::size_t>(tail));
        const auto decoded = decode(datagram);
        QCOMPARE(decoded.has_value(), mac >= 0);
        if (decoded)
            QCOMPARE(decoded->mac.size(), static_cast<std::size_t>(mac));
        QVERIFY(!decode(Bytes(datagram).first(HeaderSize - 1)));
        QVERIFY(!decode({}));
    }

    void skipsExtensionFields()
    {
        Datagram datagram = request(4, 36 + 28 + 20);
        putField(datagram, 0, 36);
        putField(datagram, 36, 28);
        const auto withMac = decode(datagram);
        QVERIFY(withMac);
        QCOMPARE(withMac->extensions.size(), 64U);
        QCOMPARE(withMac->mac.size(), 20U);

        datagram.resize(HeaderSize + 64);
        const auto bare = decode(datagram);
        QVERIFY(bare);
        QCOMPARE(bare->extensions.size(), 64U);
        QVERIFY(bare->mac.empty());

        datagram[0] = std::byte{0x1b}; // version 3 has no extension fields
        QVERIFY(!decode(datagram));
    }

    void refusesFieldsThatLie()
    {
        for (const int length : {0, 1, 2, 3, 4, 12, 15, 27, 30, 32, 65532, 65535}) {
            Datagram datagram = request(4, 28);
            putField(datagram, 0, static_cast<std::uint16_t>(length));
            QVERIFY2(!decode(datagram), qPrintable(QString::number(length)));
        }
    }

    void answersWindowsDomainMembersWithoutTheirSeal()
    {
        const Datagram datagram = request(3, 72);
        const auto decoded = decode(datagram);
        QVERIFY(decoded);
        QVERIFY(decoded->mac.empty());
    }

    void roundsShortFormatUpAndSaturates()
    {
        QCOMPARE(shortFromSeconds(1.0), 65536U);
        QCOMPARE(shortFromSeconds(1e-9), 1U);
        QCOMPARE(shortFromSeconds(0), 0U);
        QCOMPARE(shortFromSeconds(-1), 0U);
        QCOMPARE(shortFromSeconds(1e300), 0xffffffffU);
        QCOMPARE(shortFromSeconds(std::numeric_limits<double>::quiet_NaN()), 0xffffffffU);
    }
};

QTEST_APPLESS_MAIN(PacketTest)
#include "tst_packet.moc"
