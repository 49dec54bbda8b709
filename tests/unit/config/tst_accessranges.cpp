// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/accessranges.h"

#include "core/base/random.h"

#include <QtTest>

#include <algorithm>
#include <array>

using namespace noonmark;
using namespace noonmark::config;

namespace {

constexpr std::uint32_t Network = 0x0A010200; // 10.1.2.0: all the random rules are in its last octet
constexpr std::size_t Hosts = 256;

std::string list(const AccessRanges &ranges)
{
    std::string text;
    for (const AddressMask &range : ranges.ranges)
        text += range.toString() + '\n';
    return text;
}

AccessRanges who(const std::string &text, Right right, Dialect dialect = Dialect::Ntpd,
                 std::uint16_t port = 123)
{
    return rangesThatMay(accessTable(Document(text), dialect), right, port);
}

std::string randomLine(Random &random, bool holes)
{
    static constexpr std::array Flags = {"", " ignore", " noquery", " noserve", " ntpport ignore"};
    const std::uint32_t length = random.below(9);
    const std::uint32_t octet = holes ? random.below(256) : 0xFF00U >> length & 0xFFU;
    const std::uint32_t host = random.below(256);
    return "restrict " + IpAddress::v4(Network | host).toString() + " mask " +
           IpAddress::v4(0xFFFFFF00U | octet).toString() + Flags[random.below(Flags.size())] + '\n';
}

// Of the hosts from `first` on: the number of prefixes that the shortest list needs.
std::size_t fewestPrefixes(const std::array<bool, Hosts> &granted, std::size_t first, std::size_t count)
{
    const auto begin = granted.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    if (std::all_of(begin, end, [](bool yes) { return yes; }))
        return 1;
    if (std::none_of(begin, end, [](bool yes) { return yes; }))
        return 0;
    return fewestPrefixes(granted, first, count / 2) + fewestPrefixes(granted, first + count / 2, count / 2);
}

} // namespace

class AccessRangesTest : public QObject
{
    Q_OBJECT

private slots:
    void takesTheMoreSpecificAway()
    {
        const char *text = "restrict default ignore\nrestrict 10.1.2.0 mask 255.255.255.0\n"
                           "restrict 10.1.2.64 mask 255.255.255.192 noserve\nrestrict 10.1.2.5 ignore\n";
        QCOMPARE(
            list(who(text, Right::GetTime)),
            std::string("10.1.2.0/30\n10.1.2.4/32\n10.1.2.6/31\n10.1.2.8/29\n10.1.2.16/28\n10.1.2.32/27\n"
                        "10.1.2.128/25\n"));
        QVERIFY(who(text, Right::GetTime).exact);
    }

    void joinsNeighbours()
    {
        QCOMPARE(list(who("restrict default ignore\nrestrict 10.1.2.0 mask 255.255.255.0\n"
                          "restrict 10.1.3.0 mask 255.255.255.0 nomodify\n"
                          "restrict -6 2001:db8:: mask ffff:ffff:: \nrestrict 10.1.3.77 kod limited\n",
                          Right::GetTime)),
                 std::string("10.1.2.0/23\n2001:db8::/32\n"));
    }

    void knowsEverybodyAndNobody()
    {
        QCOMPARE(list(who("", Right::Query)), std::string("0.0.0.0/0\n::/0\n"));
        QCOMPARE(list(who("", Right::Query, Dialect::Ntpsec)), std::string());
        QCOMPARE(list(who("restrict -4 default ignore\n", Right::GetTime)), std::string("::/0\n"));
    }

    void keepsHolesOfMasks()
    { // RESTRICT R119: of the two, the network is found first.
        const AccessRanges ranges = who("restrict default ignore\nrestrict 127.0.9.5 mask 255.0.255.255\n"
                                        "restrict 127.9.0.0 mask 255.255.0.0 ignore\n",
                                        Right::GetTime);
        QVERIFY(ranges.exact);
        const auto holds = [&](const char *host) {
            return std::count_if(ranges.ranges.begin(), ranges.ranges.end(), [&](const AddressMask &range) {
                return range.contains(*IpAddress::parse(host));
            });
        };
        QCOMPARE(holds("127.8.9.5"), 1);
        QCOMPARE(holds("127.255.9.5"), 1);
        QCOMPARE(holds("127.9.9.5"), 0);
        QCOMPARE(holds("127.8.9.6"), 0);
    }

    void looksAtTheSourcePort()
    {
        const char *text = "restrict default ntpport ignore\n";
        QCOMPARE(list(who(text, Right::GetTime, Dialect::Ntpsec, 123)), std::string());
        QCOMPARE(list(who(text, Right::GetTime, Dialect::Ntpsec, 40000)), std::string("0.0.0.0/0\n::/0\n"));
    }

    void givesUpOnMasksThatExplode()
    {
        std::string text = "restrict default ignore\n";
        Random random = Random::fromNumber(7);
        for (int i = 0; i < 300; ++i) {
            text += "restrict " + IpAddress::v4(random.below(0xFFFFFFFFU)).toString() + " mask " +
                    IpAddress::v4(0x11111111U << (i % 4) | 0x80000001U).toString() +
                    (i % 2 ? " ignore\n" : "\n");
        }
        const AccessTable table = accessTable(Document(text), Dialect::Ntpd);
        const AccessRanges ranges = rangesThatMay(table, Right::GetTime);
        QVERIFY(!ranges.exact);
        std::vector<AddressMask> entries;
        for (const AccessEntry &entry : whoMay(table, Right::GetTime))
            entries.push_back(entry.range);
        QVERIFY(ranges.ranges == entries);
    }

    void agreesWithEachHostAskedAlone_data()
    {
        QTest::addColumn<bool>("holes");
        QTest::newRow("prefixes") << false;
        QTest::newRow("masks with holes") << true;
    }
    void agreesWithEachHostAskedAlone()
    {
        QFETCH(bool, holes);
        constexpr std::uint64_t Seed = 20261120;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        for (int round = 0; round < 400; ++round) {
            std::string text = random.below(2) == 0 ? "restrict default ignore\n" : "";
            for (std::uint32_t i = 1 + random.below(7); i > 0; --i)
                text += randomLine(random, holes);
            const std::uint16_t port = random.below(2) == 0 ? 123 : 40000;
            const AccessTable table = accessTable(Document(text), Dialect::Ntpd);
            const AccessRanges ranges = rangesThatMay(table, Right::GetTime, port);
            QVERIFY(ranges.exact);
            std::array<bool, Hosts> granted{};
            for (std::size_t host = 0; host < Hosts; ++host) {
                const IpAddress address = IpAddress::v4(Network | static_cast<std::uint32_t>(host));
                granted[host] = whatMay(table, address, port).mayGetTime;
                const auto covers = std::count_if(ranges.ranges.begin(), ranges.ranges.end(),
                                                  [&](const AddressMask &r) { return r.contains(address); });
                QVERIFY2(covers == (granted[host] ? 1 : 0),
                         (text + address.toString() + '\n' + list(ranges)).c_str());
            }
            if (!holes && !whatMay(table, IpAddress::v4(1), port).mayGetTime) {
                // ::/0 apart, which the random rules leave alone.
                const auto v4 = static_cast<std::size_t>(
                    std::count_if(ranges.ranges.begin(), ranges.ranges.end(),
                                  [](const AddressMask &r) { return r.family() == Family::V4; }));
                QCOMPARE(v4, fewestPrefixes(granted, 0, Hosts));
            }
        }
    }
};

QTEST_APPLESS_MAIN(AccessRangesTest)
#include "tst_accessranges.moc"
