// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"

#include <QtTest>

using namespace noonmark;

namespace {

IpAddress ip(const char *text) { return *IpAddress::parse(text); }
AddressMask net(const char *address, const char *mask) { return {ip(address), ip(mask)}; }

} // namespace

class AccessTableTest : public QObject
{
    Q_OBJECT

private slots:
    void picksTheMostSpecificPrefix()
    {
        AccessTable table(Dialect::Ntpd);
        table.add(net("192.168.1.0", "255.255.255.0"), AccessFlag::Ignore);
        table.add(AddressMask::host(ip("192.168.1.5")), 0);
        QCOMPARE(table.match(ip("192.168.1.5"), 123).flags, 0U);
        QCOMPARE(table.match(ip("192.168.1.6"), 123).flags, AccessFlag::Ignore);
        QCOMPARE(table.match(ip("10.0.0.1"), 123).flags, 0U);
    }

    void mergesLinesOfOneRange()
    {
        AccessTable table(Dialect::Ntpd);
        table.add(net("192.168.1.0", "255.255.255.0"), AccessFlag::NoModify, false, 1);
        table.add(net("192.168.1.77", "255.255.255.0"), AccessFlag::NoQuery, false, 2);
        const AccessEntry &entry = table.match(ip("192.168.1.200"), 40000);
        QCOMPARE(entry.flags, AccessFlag::NoModify | AccessFlag::NoQuery);
        QCOMPARE(entry.origins, (std::vector<int>{1, 2}));
    }

    void takesManyAtOnceAsOneByOne()
    {
        const std::vector<AccessEntry> lines = {{net("10.0.0.0", "255.0.0.0"), false, AccessFlag::NoQuery, {1}},
                                                {net("10.1.0.0", "255.255.0.0"), false, 0, {2}},
                                                {AddressMask::everything(Family::V6), false, AccessFlag::Ignore, {3}},
                                                {net("10.0.0.0", "255.0.0.0"), true, AccessFlag::Ignore, {4}},
                                                {net("10.9.0.0", "255.0.0.0"), false, AccessFlag::Version, {5}}};
        AccessTable slow(Dialect::Ntpsec);
        for (const AccessEntry &line : lines)
            slow.add(line.range, line.flags, line.ntpPort, line.origins.front());
        AccessTable fast(Dialect::Ntpsec);
        fast.add(lines);
        for (const Family family : {Family::V4, Family::V6}) {
            QCOMPARE(fast.entries(family).size(), slow.entries(family).size());
            for (std::size_t i = 0; i < slow.entries(family).size(); ++i) {
                const AccessEntry &a = fast.entries(family)[i];
                const AccessEntry &b = slow.entries(family)[i];
                QVERIFY(a.range == b.range && a.ntpPort == b.ntpPort && a.flags == b.flags && a.origins == b.origins);
            }
        }
    }

    void higherAddressWinsWhereMasksHaveHoles()
    {   // RESTRICT R119, measured on both daemons.
        AccessTable table(Dialect::Ntpd);
        table.add(net("127.0.9.5", "255.0.255.255"), AccessFlag::Ignore);
        table.add(net("127.9.0.0", "255.255.0.0"), 0);
        QCOMPARE(table.match(ip("127.9.9.5"), 123).flags, 0U);
        QCOMPARE(table.match(ip("127.8.9.5"), 123).flags, AccessFlag::Ignore);
    }

    void ntpPortEntryGoesBeforeItsTwin()
    {
        AccessTable table(Dialect::Ntpsec);
        table.add(net("10.0.0.0", "255.0.0.0"), AccessFlag::NoModify);
        table.add(net("10.0.0.0", "255.0.0.0"), AccessFlag::Ignore, true);
        QCOMPARE(table.match(ip("10.1.1.1"), 123).flags, AccessFlag::Ignore);
        QCOMPARE(table.match(ip("10.1.1.1"), 5000).flags, AccessFlag::NoModify);
    }

    void ntpsecKeepsItsBuiltInFlags()
    {
        AccessTable table(Dialect::Ntpsec);
        table.add(AddressMask::everything(Family::V4), AccessFlag::NoModify);
        QCOMPARE(table.match(ip("10.1.1.1"), 123).flags, AccessFlag::NoModify | AccessFlag::NoQuery | AccessFlag::Limited);
        table.remove(AddressMask::everything(Family::V4), AccessFlag::NoQuery | AccessFlag::Limited);
        QCOMPARE(table.match(ip("10.1.1.1"), 123).flags, AccessFlag::NoModify);
    }

    void removesEntriesButNeverTheDefault()
    {   // Measured on ntpsec 1.2.2: "unrestrict default" without flags changes nothing.
        AccessTable table(Dialect::Ntpsec);
        table.add(net("10.1.0.0", "255.255.0.0"), AccessFlag::Ignore);
        table.remove(net("10.1.0.0", "255.255.0.0"), 0);
        table.remove(AddressMask::everything(Family::V4), 0);
        QCOMPARE(table.match(ip("10.1.1.1"), 123).flags, AccessTable::builtInFlags(Dialect::Ntpsec));
    }

    void opensForSourcesAsEachDialectDoes()
    {
        AccessTable classic(Dialect::Ntpd);
        classic.add(AddressMask::everything(Family::V4), AccessFlag::NoServe);
        classic.setSourceTemplate(AccessFlag::NoQuery);
        classic.openForSource(ip("192.0.2.1"), false);
        QCOMPARE(classic.match(ip("192.0.2.1"), 123).flags, AccessFlag::NoQuery);
        classic.closeForSource(ip("192.0.2.1"));
        QCOMPARE(classic.match(ip("192.0.2.1"), 123).flags, AccessFlag::NoServe);

        AccessTable sec(Dialect::Ntpsec);
        sec.add(AddressMask::everything(Family::V4), AccessFlag::NoServe);
        sec.setSourceTemplate(AccessFlag::NoQuery);
        sec.openForSource(ip("192.0.2.1"), false);
        QVERIFY((sec.match(ip("192.0.2.1"), 123).flags & AccessFlag::NoServe) != 0);   // no hole for noserve
    }

    void containsAndIntersectsWithHoles()
    {
        const AddressMask holes = net("127.0.9.5", "255.0.255.255");
        QVERIFY(net("127.0.0.0", "255.0.0.0").contains(holes));
        QVERIFY(!net("127.9.0.0", "255.255.0.0").contains(holes));
        QVERIFY(net("127.9.0.0", "255.255.0.0").intersects(holes));
        QVERIFY(!holes.prefixLength());
    }
};

QTEST_APPLESS_MAIN(AccessTableTest)
#include "tst_accesstable.moc"
