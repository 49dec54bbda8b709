// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/interfacerules.h"

#include <QtTest>

#include <vector>

using namespace noonmark;

namespace {

using Lines = std::vector<std::pair<const char *, const char *>>;

std::vector<InterfaceRule> rules(const Lines &lines)
{
    std::vector<InterfaceRule> result;
    for (const auto &[action, target] : lines)
        result.push_back(*InterfaceRule::read(action, target));
    return result;
}

LocalPlace place(const char *interface, const char *address)
{
    return {interface, *IpAddress::parse(address), std::string_view(interface) == "lo"};
}

char actionOf(const Lines &lines, const LocalPlace &where)
{
    switch (actionAt(rules(lines), where)) {
    case InterfaceAction::Listen:
        return 'L';
    case InterfaceAction::Ignore:
        return 'I';
    case InterfaceAction::Drop:
        return 'D';
    }
    return '?';
}

} // namespace

// What ntpsec's ntpd does with the same lines is asked in tests/interop/interfaces.py.
class InterfaceRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutRulesEverythingIsListenedTo()
    {
        QCOMPARE(actionOf({}, place("eth0", "10.0.0.1")), 'L');
        QCOMPARE(actionOf({}, place("lo", "127.0.0.1")), 'L');
    }

    void withRulesWhatNoneMeansIsIgnored()
    {
        const Lines lines{{"listen", "eth1"}};
        QCOMPARE(actionOf(lines, place("eth0", "10.0.0.1")), 'I');
        QCOMPARE(actionOf(lines, place("eth1", "10.0.1.1")), 'L');
        QCOMPARE(actionOf(lines, place("ETH1", "10.0.1.1")), 'L');
        QCOMPARE(actionOf(lines, place("eth1:3", "10.0.1.2")), 'L');
        QCOMPARE(actionOf(lines, place("eth11", "10.0.1.2")), 'I');
        QCOMPARE(actionOf(lines, place("lo", "127.0.0.1")), 'L'); // ntpq asks there
        QCOMPARE(actionOf(lines, place("", "0.0.0.0")), 'D');
    }

    void theLastRuleThatFitsDecides()
    {
        const Lines lines{
            {"ignore", "all"}, {"listen", "ipv4"}, {"drop", "10.0.0.0/8"}, {"listen", "10.0.0.7"}};
        QCOMPARE(actionOf(lines, place("eth0", "192.0.2.1")), 'L');
        QCOMPARE(actionOf(lines, place("eth0", "10.1.2.3")), 'D');
        QCOMPARE(actionOf(lines, place("eth0", "10.0.0.7")), 'L');
        QCOMPARE(actionOf(lines, place("eth0", "2001:db8::1")), 'I');
        QCOMPARE(actionOf({{"listen", "10.0.0.7"}, {"ignore", "all"}}, place("eth0", "10.0.0.7")), 'I');
    }

    void loopbackIsNotMeantByAll()
    {
        QCOMPARE(actionOf({{"ignore", "all"}}, place("lo", "127.0.0.1")), 'L');
        QCOMPARE(actionOf({{"ignore", "ipv6"}}, place("lo", "::1")), 'I');
        QCOMPARE(actionOf({{"ignore", "127.0.0.1"}}, place("lo", "127.0.0.1")), 'I');
        QCOMPARE(actionOf({{"drop", "lo"}}, place("lo", "127.0.0.1")), 'D');
    }

    void theWildcardIsNotMeantByAllEither()
    {
        QCOMPARE(actionOf({{"listen", "all"}}, place("", "0.0.0.0")), 'D');
        QCOMPARE(actionOf({{"listen", "wildcard"}}, place("", "::")), 'L');
        QCOMPARE(actionOf({{"ignore", "wildcard"}}, place("", "::")), 'I');
    }

    void linkLocalAddressesAreMeantOnEveryInterface()
    {
        QCOMPARE(actionOf({{"listen", "fe80::/10"}}, place("eth0", "fe80::1%7")), 'L');
        QCOMPARE(actionOf({{"listen", "fe80::1"}}, place("eth0", "fe80::1%7")), 'L');
    }

    void lengthsAreClamped()
    {
        QCOMPARE(actionOf({{"listen", "10.0.0.7/99"}}, place("eth0", "10.0.0.7")), 'L');
        QCOMPARE(actionOf({{"listen", "10.0.0.7/99"}}, place("eth0", "10.0.0.8")), 'I');
        QCOMPARE(actionOf({{"listen", "10.0.0.7/-4"}}, place("eth0", "192.0.2.8")), 'L');
        QVERIFY(!InterfaceRule::read("serve", "all"));
        QVERIFY(!InterfaceRule::read("listen", ""));
    }
};

QTEST_APPLESS_MAIN(InterfaceRulesTest)
#include "tst_interfacerules.moc"
