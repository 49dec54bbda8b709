// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"
#include "core/base/random.h"

#include <QtTest>

#include <algorithm>

using namespace noonmark;

namespace {

IpAddress ip(const char *text) { return *IpAddress::parse(text); }
AddressMask net(const char *address, const char *mask) { return {ip(address), ip(mask)}; }

AddressMask randomRange(Random &random)
{   // Few bits vary, so that ranges meet; some masks have holes.
    static const char *const masks[] = {"255.255.255.255", "255.255.255.0", "255.255.0.0", "255.0.0.0",
                                        "255.0.255.255",   "255.255.0.255", "0.0.255.0",   "254.0.0.1"};
    if (random.below(4) == 0)
        return AddressMask::prefix(ip(random.below(2) == 0 ? "2001:db8::1:1" : "2001:db8::2:1"),
                                   static_cast<int>(random.below(129)));
    std::uint32_t address = 0;
    for (int i = 0; i < 4; ++i)
        address = address << 8 | random.below(3);
    return {IpAddress::v4(address), random.below(40) == 0 ? IpAddress::v4(0) : ip(masks[random.below(8)])};
}

AccessRule randomRule(Random &random, int origin)
{
    return {randomRange(random), random.below(4) == 0, random.below(8), origin, random.below(5) == 0};
}

// One entry after the other in the order of matching, as the daemons look.
const AccessEntry &plainMatch(const AccessTable &table, const IpAddress &source, std::uint16_t port)
{
    const auto &entries = table.entries(source.family());
    return *std::find_if(entries.begin(), entries.end(), [&](const AccessEntry &entry) {
        return entry.range.contains(source) && (!entry.ntpPort || port == 123);
    });
}

bool comesBefore(const AccessEntry &a, const AccessEntry &b)
{
    if (a.range.address() != b.range.address())
        return a.range.address() > b.range.address();
    return a.range == b.range ? a.ntpPort && !b.ntpPort : a.range.mask() > b.range.mask();
}

bool isSame(const AccessEntry &a, const AccessEntry &b)
{
    return a.range == b.range && a.ntpPort == b.ntpPort && a.flags == b.flags && a.origins == b.origins;
}

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

    void matchesAsOneEntryAfterTheOther()
    {
        constexpr std::uint64_t Seed = 20261120;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        for (int round = 0; round < 300; ++round) {
            AccessTable table(round % 2 == 0 ? Dialect::Ntpd : Dialect::Ntpsec);
            std::vector<AccessRule> rules;
            for (std::uint32_t i = random.below(60); i > 0; --i)
                rules.push_back(randomRule(random, static_cast<int>(i)));
            table.apply(rules);
            for (const Family family : {Family::V4, Family::V6})
                QVERIFY(std::ranges::is_sorted(table.entries(family), comesBefore));
            for (int probe = 0; probe < 100; ++probe) {
                const IpAddress source = randomRange(random).address();
                const auto port = static_cast<std::uint16_t>(random.below(2) == 0 ? 123 : 40000);
                QCOMPARE(&table.match(source, port), &plainMatch(table, source, port));
            }
        }
    }

    void appliesManyRulesAsOneAfterTheOther()
    {
        Random random = Random::fromNumber(4282018);
        for (int round = 0; round < 100; ++round) {
            AccessTable atOnce(Dialect::Ntpsec);
            AccessTable singly(Dialect::Ntpsec);
            std::vector<AccessRule> rules;
            for (int i = 0; i < 40; ++i)
                rules.push_back(randomRule(random, i));
            atOnce.apply(rules);
            for (const AccessRule &rule : rules) {
                if (rule.takesAway)
                    singly.remove(rule.range, rule.flags, rule.ntpPort);
                else
                    singly.add(rule.range, rule.flags, rule.ntpPort, rule.origin);
            }
            for (const Family family : {Family::V4, Family::V6})
                QVERIFY(std::ranges::equal(atOnce.entries(family), singly.entries(family), isSame));
        }
    }

    void findsExactRanges()
    {
        AccessTable table(Dialect::Ntpd);
        table.add(net("10.0.0.0", "255.0.0.0"), AccessFlag::Ignore, true);
        QVERIFY(table.find(net("10.0.0.0", "255.0.0.0"), true));
        QVERIFY(!table.find(net("10.0.0.0", "255.0.0.0"), false));
        QVERIFY(!table.find(net("10.0.0.0", "255.255.0.0"), true));
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
