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
Instant at(double seconds)
{
    return Instant() + NtpDuration::seconds(seconds);
}

void visit(ClientTable &table, std::uint32_t number, double seconds, int stubbornness = 1)
{
    if (ClientRecord *record = table.touch(host(number), at(seconds), stubbornness)) {
        record->last = at(seconds);
        ++record->packets;
    }
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
};

QTEST_APPLESS_MAIN(ClientTableTest)
#include "tst_clienttable.moc"
