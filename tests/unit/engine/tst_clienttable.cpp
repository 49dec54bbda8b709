// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clienttable.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

Endpoint host(std::uint32_t number)
{
    return {IpAddress::v4(0x0a000000U + number), 123};
}
NtpTimestamp at(double seconds)
{
    return NtpTimestamp::fromUnix(2'085'978'400, 0) + NtpDuration::seconds(seconds); // just before the era ends
}

void visit(ClientTable &table, std::uint32_t number, double seconds, int stubbornness = 1)
{
    const auto place = table.touch(host(number), at(seconds), stubbornness);
    if (place != ClientTable::End)
        table.note(place, at(seconds), {4, 3, false, 0, 0});
}

} // namespace

class ClientTableTest : public QObject
{
    Q_OBJECT

private slots:
    void remembersAndOrders()
    {
        ClientTable table(4, Random::fromNumber(1));
        visit(table, 1, 1);
        visit(table, 2, 2);
        visit(table, 1, 3);
        const auto recent = table.recent(10);
        QCOMPARE(recent.size(), std::size_t(2));
        QCOMPARE(recent[0].endpoint, host(1));
        QCOMPARE(recent[0].packets, 2U);
        QCOMPARE(recent[1].endpoint, host(2));
    }

    void theOldestGoesFirst()
    {
        ClientTable table(3, Random::fromNumber(1));
        for (std::uint32_t i = 1; i <= 4; ++i)
            visit(table, i, i);
        const auto recent = table.recent(10);
        QCOMPARE(recent.size(), std::size_t(3));
        QCOMPARE(recent[2].endpoint, host(2));
    }

    void aFloodOfAddressesDoesNotGrowIt()
    {
        ClientTable table(100, Random::fromNumber(1));
        Random random = Random::fromNumber(2);
        for (int i = 0; i < 200'000; ++i)
            visit(table, random.below(1'000'000), i * 1e-5, 1 + static_cast<int>(random.below(3)));
        QCOMPARE(table.size(), std::size_t(100));
        QCOMPARE(table.recent(1000).size(), std::size_t(100));
    }

    void aStubbornTableKeepsBusyHosts()
    { // `discard monitor 3000`: of a flood of new hosts hardly one gets in.
        ClientTable table(10, Random::fromNumber(1));
        for (std::uint32_t i = 0; i < 10; ++i)
            visit(table, i, 0);
        for (std::uint32_t i = 100; i < 400; ++i)
            visit(table, i, 1, 3000);
        int old = 0;
        for (const auto &record : table.recent(10))
            old += record.endpoint < host(10);
        QVERIFY(old >= 8);
        visit(table, 500, 1000, 3000); // but stale ones make place at once
        QCOMPARE(table.recent(1)[0].endpoint, host(500));
    }

    void knowsWhatHappened()
    {
        ClientTable table(4, Random::fromNumber(1));
        const Endpoint remote{*IpAddress::parse("fe80::1%7"), 40123};
        const auto place = table.touch(remote, at(0), 1);
        QVERIFY(table.past(place, at(0)).isNew);
        table.note(place, at(0), {3, 6, true, 0x8421, 0.3});
        QCOMPARE(table.touch(remote, at(200.25), 1), place);
        const auto past = table.past(place, at(200.25));
        QVERIFY(!past.isNew);
        QCOMPARE(past.interval, 200.25);
        QCOMPARE(past.score, double(0.3F));
        table.note(place, at(200.25), {4, 3, false, 0x20, 1e6});
        const ClientRecord record = table.at(place);
        QCOMPARE(record.endpoint, remote);
        QCOMPARE(record.first, at(0));
        QCOMPARE(record.last, at(200.25));
        QCOMPARE(record.packets, 2U);
        QCOMPARE(record.dropped, 1U);
        QCOMPARE(record.flags, 0x20U);
        QCOMPARE(record.version, std::uint8_t(4));
        QCOMPARE(record.mode, std::uint8_t(3));
    }

    void aStepChangesNoInterval()
    {
        for (const double step : {-3600.0, 3600.0}) {
            ClientTable table(4, Random::fromNumber(1));
            visit(table, 1, 0);
            visit(table, 2, 10);
            table.clockStepped(NtpDuration::seconds(step));
            const auto place = table.touch(host(1), at(20 + step), 1);
            QCOMPARE(table.past(place, at(20 + step)).interval, 20.0);
            QCOMPARE(table.at(table.seek(host(2).address)).last, at(10 + step));
        }
    }

    void tellsFamiliesApart()
    {
        ClientTable table(10, Random::fromNumber(1));
        const IpAddress v6 = *IpAddress::parse("a00:1::");
        static_cast<void>(table.touch({v6, 123}, at(0), 1));
        static_cast<void>(table.touch(host(1), at(0), 1));
        QCOMPARE(table.size(), std::size_t(2));
        QVERIFY(table.seek(v6) != table.seek(host(1).address));
        QCOMPARE(table.seek(*IpAddress::parse("a00:2::")), ClientTable::End);
    }

    void agreesWithAPlainListAfterAnyHistory()
    {
        ClientTable table(64, Random::fromNumber(1));
        Random random = Random::fromNumber(3);
        std::vector<std::uint32_t> plain; // newest last
        for (int i = 0; i < 20'000; ++i) {
            const std::uint32_t number = random.below(90);
            visit(table, number, i * 0.01);
            std::erase(plain, number);
            plain.push_back(number);
            if (plain.size() > 64)
                plain.erase(plain.begin());
        }
        auto at = table.oldest();
        for (const std::uint32_t number : plain) {
            QCOMPARE(table.at(at).endpoint, host(number));
            QCOMPARE(table.seek(host(number).address), at);
            at = table.newer(at);
        }
        QCOMPARE(at, ClientTable::End);
    }

    void aHostCostsFortyBytes()
    {
        const ClientTable table(1'000'000, Random::fromNumber(1));
        const ClientStatistics statistics = table.statistics(at(0));
        constexpr std::uint64_t bucketBytes = 3;
        QVERIFY(statistics.entryBytes + statistics.buckets * bucketBytes / statistics.capacity <= 40);
    }
};

QTEST_APPLESS_MAIN(ClientTableTest)
#include "tst_clienttable.moc"
