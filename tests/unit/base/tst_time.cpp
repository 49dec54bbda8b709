// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/endpoint.h"
#include "core/base/time.h"

#include <QtTest>

#include <limits>

using namespace noonmark;

class TimeTest : public QObject
{
    Q_OBJECT

private slots:
    void subtractsAcrossTheEra()
    {   // 2036-02-07 06:28:15.5 and 06:28:16.5, one second apart, on both sides of the wrap.
        const auto before = NtpTimestamp::fromUnits(0xFFFFFFFF80000000U);
        const auto after = NtpTimestamp::fromUnits(0x0000000080000000U);
        QCOMPARE((after - before).toSeconds(), 1.0);
        QCOMPARE((before - after).toSeconds(), -1.0);
    }

    void knowsTheEpochs()
    {
        QCOMPARE(NtpTimestamp::fromUnix(0, 0).units() >> 32, 0x83AA7E80U);
        QCOMPARE(NtpTimestamp::fromUnix(2085978496, 0).units(), 0U);
    }

    void unfoldsDatesAroundThePivot()
    {
        const auto stamp = NtpTimestamp::fromUnix(2085978500, 250'000'000);
        QCOMPARE(stamp.toUnixNanoseconds(2085978000) / 1'000'000'000, 2085978500);
        QCOMPARE(stamp.toUnixNanoseconds(1'000'000'000) / 1'000'000'000, 2085978500);
    }

    void convertsNanosecondsWithoutOverflow()
    {
        QCOMPARE(NtpDuration::nanoseconds(1'500'000'000).toSeconds(), 1.5);
        QCOMPARE(NtpDuration::nanoseconds(-1'500'000'000).toSeconds(), -1.5);
        QCOMPARE(NtpDuration::nanoseconds(3'600'000'000'001).toNanoseconds(), 3'600'000'000'000);
    }

    void saturatesAbsurdSeconds()
    {
        const auto half = NtpDuration::fromUnits(std::numeric_limits<std::int64_t>::min());
        QVERIFY(-half > NtpDuration());
        QVERIFY(half.magnitude() > NtpDuration::seconds(2e9));
        QVERIFY(NtpDuration::seconds(1e300).toSeconds() > 2e9);
        QVERIFY(NtpDuration::seconds(-1e300).toSeconds() < -2e9);
        QCOMPARE(NtpDuration::seconds(std::numeric_limits<double>::quiet_NaN()).units(), 0);
    }

    void parsesOnlyNumericAddresses()
    {
        QCOMPARE(IpAddress::parse("192.0.2.1")->toString(), std::string("192.0.2.1"));
        QCOMPARE(IpAddress::parse("[2001:db8::1]")->toString(), std::string("2001:db8::1"));
        QCOMPARE(IpAddress::parse("fe80::1%2")->scope(), 2U);
        for (const char *text : {"192.168.1", "192.168.010.1", "10.1", "256.0.0.1", "localhost", "", "fe80::1%eth0"})
            QVERIFY2(!IpAddress::parse(text), text);
    }

    void writesEndpoints()
    {
        QCOMPARE((Endpoint{*IpAddress::parse("::1"), 123}).toString(), std::string("[::1]:123"));
        QCOMPARE((Endpoint{*IpAddress::parse("127.0.0.1"), 11123}).toString(), std::string("127.0.0.1:11123"));
    }
};

QTEST_APPLESS_MAIN(TimeTest)
#include "tst_time.moc"
