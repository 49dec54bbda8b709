// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"

#include "core/base/random.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cstdint>

using namespace noonmark;
using namespace noonmark::config;

namespace {

IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

AccessAnswer ask(const char *text, const char *host, Dialect dialect = Dialect::Ntpd,
                 std::uint16_t port = 123)
{
    return whatMay(accessTable(Document(text), dialect), ip(host), port);
}

// The rules of RESTRICT section 2 once more, as plainly as they can be said and with nothing shared but the
// flags: all lines are kept, and of those that match the one with the greatest address, then the greatest
// mask, then ntpport decides.
struct PlainRule
{
    std::uint32_t address = 0;
    std::uint32_t mask = 0;
    bool ntpPort = false;
    std::uint32_t flags = 0;
};

std::uint32_t plainMatch(const std::vector<PlainRule> &rules, std::uint32_t host, std::uint16_t port,
                         std::uint32_t builtIn)
{
    std::array<std::uint32_t, 3> best = {0, 0, 0};
    std::uint32_t flags = builtIn;
    for (const PlainRule &rule : rules) {
        if ((host & rule.mask) != (rule.address & rule.mask) || (rule.ntpPort && port != 123))
            continue;
        const std::array<std::uint32_t, 3> rank = {rule.address & rule.mask, rule.mask,
                                                   rule.ntpPort ? 1U : 0U};
        if (rank > best)
            flags = 0;
        if (rank >= best) {
            best = rank;
            flags |= rule.flags;
        }
    }
    return flags;
}

std::string dotted(std::uint32_t address)
{
    return IpAddress::v4(address).toString();
}

PlainRule randomRule(Random &random)
{
    static constexpr std::uint32_t Masks[] = {0xFFFFFFFFU, 0xFFFFFF00U, 0xFFFF0000U, 0xFF000000U,
                                              0xFFFFFFF0U, 0xFF00FFFFU, 0xFFFF00FFU, 0U};
    static constexpr std::uint32_t Flags[] = {0,
                                              AccessFlag::Ignore,
                                              AccessFlag::NoServe,
                                              AccessFlag::NoQuery,
                                              AccessFlag::Limited | AccessFlag::KissOfDeath,
                                              AccessFlag::NoModify};
    PlainRule rule;
    // Few different octets, so that the rules meet.
    for (int i = 0; i < 4; ++i)
        rule.address = rule.address << 8U | random.below(3);
    rule.mask = Masks[random.below(std::size(Masks))];
    rule.flags = Flags[random.below(std::size(Flags))];
    rule.ntpPort = random.below(5) == 0;
    return rule;
}

std::string lineOf(const PlainRule &rule)
{
    std::string line = "restrict " + dotted(rule.address) + " mask " + dotted(rule.mask);
    static constexpr std::pair<std::uint32_t, const char *> Names[] = {
        {AccessFlag::Ignore, " ignore"},   {AccessFlag::NoServe, " noserve"},
        {AccessFlag::NoQuery, " noquery"}, {AccessFlag::Limited, " limited"},
        {AccessFlag::KissOfDeath, " kod"}, {AccessFlag::NoModify, " nomodify"}};
    for (const auto &[bit, name] : Names) {
        if ((rule.flags & bit) != 0)
            line += name;
    }
    return line + (rule.ntpPort ? " ntpport\n" : "\n");
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private slots:
    void ourEngineTellsStrangersNothingUnlessTheFileSaysSo()
    { // The issue's own wish: mode 6 is a door that nobody left open on purpose.
        const auto mayQuery = [](const char *text, const char *host) {
            return ask(text, host, Dialect::Noonmark).mayQuery;
        };
        for (const char *text : {"", "server 192.0.2.1\n", "restrict 10.0.0.0 mask 255.0.0.0 nomodify\n"}) {
            QVERIFY2(!mayQuery(text, "192.0.2.9") && !mayQuery(text, "2001:db8::9"), text);
            QVERIFY2(mayQuery(text, "127.0.0.1") && mayQuery(text, "::1"), text);
            QVERIFY(ask(text, "192.0.2.9", Dialect::Noonmark).mayGetTime);
            QVERIFY(ask(text, "192.0.2.9", Dialect::Ntpd).mayQuery); // as ntpd does
        }
        QVERIFY(mayQuery("restrict 10.0.0.0 mask 255.0.0.0 nomodify\n", "10.1.2.3"));
        QVERIFY(mayQuery("restrict default nomodify\n", "192.0.2.9"));
        QVERIFY(!mayQuery("restrict -4 default nomodify\n", "2001:db8::9"));
        const char *ofPort123 = "restrict default ntpport nomodify\n";
        QVERIFY(!ask(ofPort123, "192.0.2.9", Dialect::Noonmark, 50000).mayQuery);
        QVERIFY(!mayQuery("restrict 127.0.0.1 ignore\n", "127.0.0.1"));
    }

    void namesTheLinesThatDecided()
    {
        const char *text =
            "# rules\nrestrict default noquery\nrestrict 10.1.2.0 mask 255.255.255.0 nomodify\n"
            "restrict 10.1.2.9 mask 255.255.255.0 notrap\n";
        QCOMPARE(ask(text, "10.1.2.77").lines, (std::vector<int>{3, 4}));
        QCOMPARE(ask(text, "10.1.2.77").range.toString(), std::string("10.1.2.0/24"));
        QCOMPARE(ask(text, "10.1.3.77").lines, std::vector<int>{2});
        QVERIFY(ask("server a.example\n", "10.1.2.3").lines.empty());
    }

    void readsWhatTheDaemonWouldOfAWrongLine()
    { // R038: the host alone, and without a flag.
        const char *text = "restrict default noquery\nrestrict 10.1.2.0 netmask 255.255.255.0 ignore\n";
        QVERIFY(ask(text, "10.1.2.0").mayQuery);
        QVERIFY(!ask(text, "10.1.2.1").mayQuery);
        QVERIFY(ask(text, "10.1.2.1").mayGetTime);
    }

    void stopsWhereTheDaemonStops()
    {
        QVERIFY(ask("end\nrestrict default ignore\n", "10.1.2.3").mayGetTime);
        QVERIFY(
            whatMay(accessTable(Document(std::string("\0\nrestrict default ignore\n", 26)), Dialect::Ntpd),
                    ip("10.1.2.3"))
                .mayGetTime);
        QVERIFY(!ask("# \nrestrict default ignore\n", "10.1.2.3").mayGetTime);
    }

    void knowsWhatFlagsImply()
    {
        const AccessAnswer ignored = ask("restrict default ignore limited kod\n", "10.1.2.3");
        QVERIFY(!ignored.mayGetTime && !ignored.mayQuery && !ignored.mayModify && !ignored.mayPeer &&
                !ignored.mayTrap && !ignored.mayReadClients && !ignored.rateLimited);
        const AccessAnswer mute = ask("restrict default noquery\n", "10.1.2.3");
        QVERIFY(mute.mayGetTime && mute.mayPeer);
        QVERIFY(!mute.mayQuery && !mute.mayModify && !mute.mayTrap && !mute.mayReadClients);
        const AccessAnswer unserved = ask("restrict default noserve\n", "10.1.2.3");
        QVERIFY(!unserved.mayGetTime && !unserved.mayPeer && unserved.mayQuery && unserved.mayModify);
        const AccessAnswer keyed = ask("restrict default notrust version\n", "10.1.2.3");
        QVERIFY(keyed.mayGetTime && keyed.needsKey && keyed.version4Only && !keyed.mayPeer && keyed.mayQuery);
        const AccessAnswer limited = ask("restrict default kod limited nomrulist\n", "10.1.2.3");
        QVERIFY(limited.rateLimited && limited.toldWhenLimited && !limited.mayReadClients &&
                limited.mayQuery);
        QVERIFY(!ask("restrict default kod\n", "10.1.2.3").toldWhenLimited);
    }

    void followsTheDialect()
    {
        const char *bare = "restrict default nomodify\n";
        QVERIFY(ask(bare, "10.1.2.3", Dialect::Ntpd).mayQuery);
        QVERIFY(
            !ask(bare, "10.1.2.3", Dialect::Ntpsec).mayQuery); // its own default entry has noquery limited
        QVERIFY(ask(bare, "10.1.2.3", Dialect::Ntpsec).rateLimited);
        const char *taken = "unrestrict default noquery limited\n";
        QVERIFY(ask(taken, "10.1.2.3", Dialect::Ntpsec).mayQuery);
        QVERIFY(!ask(taken, "10.1.2.3", Dialect::Ntpsec).rateLimited);
        const char *prefix = "restrict 10.0.0.0/8 ignore\n";
        QVERIFY(ask(prefix, "10.1.2.3", Dialect::Ntpd).mayGetTime);
        QVERIFY(!ask(prefix, "10.1.2.3", Dialect::Ntpsec).mayGetTime);
        QVERIFY(!ask(prefix, "10.1.2.3", Dialect::Noonmark).mayGetTime);
        // ntpq speaks version 2, and ntpsec asks for version 4 in its packets too.
        const char *version = "unrestrict default noquery\nrestrict default version\n";
        QVERIFY(!ask(version, "10.1.2.3", Dialect::Ntpsec).mayQuery);
    }

    void treatsTheFamiliesApart()
    {
        const char *text = "restrict -4 default ignore\n";
        QVERIFY(!ask(text, "10.1.2.3").mayGetTime);
        QVERIFY(ask(text, "2001:db8::1").mayGetTime);
        QVERIFY(ask("restrict 10.0.0.0 mask 255.0.0.0 ignore\n", "::ffff:10.1.2.3").mayGetTime);
    }

    void looksAtTheSourcePort()
    {
        const char *text = "restrict default ntpport ignore\n";
        QVERIFY(!ask(text, "10.1.2.3", Dialect::Ntpsec, 123).mayGetTime);
        QVERIFY(ask(text, "10.1.2.3", Dialect::Ntpsec, 40000).mayGetTime);
    }

    void opensForTheSourcesOfTheFile()
    {
        const Document document(
            "restrict default ignore\nrestrict source noquery\nserver 192.0.2.7\nserver a.example\n"
            "server 127.127.1.0\n");
        const AccessTable table = accessTableWithSources(document, Dialect::Ntpd);
        QVERIFY(whatMay(table, ip("192.0.2.7")).mayGetTime);
        QVERIFY(!whatMay(table, ip("192.0.2.7")).mayQuery);
        QVERIFY(!whatMay(table, ip("192.0.2.8")).mayGetTime);
        QVERIFY(!whatMay(table, ip("127.127.1.0")).mayGetTime);
        QVERIFY(!whatMay(accessTable(document, Dialect::Ntpd), ip("192.0.2.7")).mayGetTime);
    }

    void opensNothingForNoserveInNtpsec()
    {
        const Document document("restrict default noserve\nrestrict source noquery\nserver 192.0.2.7\n");
        QVERIFY(whatMay(accessTableWithSources(document, Dialect::Ntpd), ip("192.0.2.7")).mayGetTime);
        QVERIFY(!whatMay(accessTableWithSources(document, Dialect::Ntpsec), ip("192.0.2.7")).mayGetTime);
    }

    void saysWhoMay()
    {
        const Document document(
            "restrict default noquery\nrestrict 10.0.0.0 mask 255.0.0.0 ignore\nrestrict 127.0.0.1\n");
        const AccessTable table = accessTable(document, Dialect::Ntpd);
        const auto ranges = [&](Right right) {
            std::string text;
            for (const AccessEntry &entry : whoMay(table, right))
                text += entry.range.toString() + ' ';
            return text;
        };
        QCOMPARE(ranges(Right::Query), std::string("127.0.0.1/32 "));
        QCOMPARE(ranges(Right::GetTime), std::string("127.0.0.1/32 0.0.0.0/0 ::/0 "));
    }

    void agreesWithAPlainReading()
    {
        constexpr std::uint64_t Seed = 4282018;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        for (int round = 0; round < 300; ++round) {
            std::vector<PlainRule> rules;
            std::string text;
            const std::uint32_t count = 1 + random.below(8);
            for (std::uint32_t i = 0; i < count; ++i) {
                rules.push_back(randomRule(random));
                text += lineOf(rules.back());
            }
            const AccessTable table = accessTable(Document(text), Dialect::Ntpd);
            for (int probe = 0; probe < 60; ++probe) {
                const std::uint32_t host = randomRule(random).address;
                const std::uint16_t port = random.below(2) == 0 ? 123 : 40000;
                QVERIFY2(whatMay(table, IpAddress::v4(host), port).flags == plainMatch(rules, host, port, 0),
                         (text + dotted(host) + ':' + std::to_string(port)).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(AccessTest)
#include "tst_access.moc"
