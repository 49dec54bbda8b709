// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::protocol;

class RefidTest : public QObject
{
    Q_OBJECT

private slots:
    void hashesIpv6Addresses()
    { // PROTOCOL 1.13
        QCOMPARE(refidFromAddress(*IpAddress::parse("fd99::1")), 0x0827d28bU);
        QCOMPARE(refidFromAddress(*IpAddress::parse("::1")), 0xcf404dc8U);
        QCOMPARE(refidFromAddress(*IpAddress::parse("2001:db8::1")), 0x39ab9b37U);
        QCOMPARE(refidFromAddress(*IpAddress::parse("2001:db8:85a3:8d3:1319:8a2e:370:7334")), 0x52fdcf75U);
    }

    void keepsIpv4Addresses() { QCOMPARE(refidFromAddress(*IpAddress::parse("192.0.2.1")), 0xc0000201U); }

    void writesCodesWithoutPadding()
    {
        QCOMPARE(refidText(refidFromText("GPS")), std::string("GPS"));
        QCOMPARE(refidText(refidFromText("LOCL")), std::string("LOCL"));
        QCOMPARE(refidText(0x1b5b314aU), std::string("\\x1b[1J"));
        QCOMPARE(refidText(0), std::string());
    }

    void showsWhatNtpqShows_data()
    {
        QTest::addColumn<quint32>("refid");
        QTest::addColumn<int>("stratum");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("primary") << refidFromText("GPS") << 1 << QByteArray(".GPS.");
        QTest::newRow("kiss") << refidFromText("RATE") << 0 << QByteArray(".RATE.");
        QTest::newRow("not yet") << refidFromText("INIT") << 16 << QByteArray(".INIT.");
        QTest::newRow("address") << 0xc0000201U << 2 << QByteArray("192.0.2.1");
        QTest::newRow("address that spells") << refidFromText("GPSx") << 3 << QByteArray("71.80.83.120");
        QTest::newRow("local clock") << 0x7f7f0100U << 6 << QByteArray("LOCAL(0)");
        QTest::newRow("unknown driver") << 0x7f7f6302U << 2 << QByteArray("REFCLK(99,2)");
        QTest::newRow("orphan") << 0x7f000001U << 6 << QByteArray("127.0.0.1");
        QTest::newRow("nothing") << 0U << 16 << QByteArray("0.0.0.0");
        QTest::newRow("hostile") << 0x1b5b314aU << 1 << QByteArray(".\\x1b[1J.");
    }

    void showsWhatNtpqShows()
    {
        QFETCH(quint32, refid);
        QFETCH(int, stratum);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(refidForPeople(refid, static_cast<std::uint8_t>(stratum))), text);
    }
};

QTEST_APPLESS_MAIN(RefidTest)
#include "tst_refid.moc"
