// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/hosts.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;

namespace {

const NtpTimestamp Today = NtpTimestamp::fromUnix(1'795'000'000, 0);

MruRow client(const char *address, int secondsAgo, std::uint8_t mode = 3)
{
    MruRow row;
    row.remote = {*IpAddress::parse(address), 123};
    row.mode = mode;
    row.last = Today - NtpDuration::seconds(secondsAgo);
    return row;
}

QStringList textsOf(const HostList &list)
{
    QStringList texts;
    for (const WantedHost &host : list.hosts)
        texts += QString::fromStdString(host.text);
    return texts;
}

} // namespace

class TestHosts : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAdminsKeep()
    {
        const HostList list = parseHosts(
            "# the press hall\r\n192.0.2.1\tprinter1 # old\n  ntp1.example\n\n\"192.0.2.2\",\"door\",x\n"
            "fd00::1 v6\n192.0.2.1\n198.51.100.0/30\n198.51.100.9/32\n");
        QCOMPARE(textsOf(list).join(u' '), QStringLiteral("192.0.2.1 ntp1.example 192.0.2.2 fd00::1 198.51.100.1 198.51.100.2 "
                                                          "198.51.100.9"));
        QVERIFY(list.hosts[1].isName && list.hosts[1].addresses.empty());
        QVERIFY(list.unreadable.empty() && !list.isCut);
    }

    void namesLinesThatMakeNoSense()
    {
        const HostList list = parseHosts("192.0.2.300\n10.0.0.0/4\n-x\nok\n<b>\n\x1b[2J\n10.0.0.0/xx\n");
        QCOMPARE(list.unreadable, (std::vector<int>{1, 2, 3, 5, 6, 7}));
        QCOMPARE(textsOf(list).join(u' '), QStringLiteral("ok"));
    }

    void isBounded()
    {
        std::string text;
        for (int i = 0; i < 3; ++i)
            text += std::to_string(10 + i) + ".0.0.0/16\n";
        const HostList list = parseHosts(text);
        QVERIFY(list.isCut && list.hosts.size() <= MostHosts);
        QVERIFY(parseHosts(std::string(1'000'000, '\n')).hosts.empty());
        QVERIFY(parseHosts(std::string(1'000'000, 'a')).hosts.empty());
    }

    void tellsKnownWantedAndSilent()
    {
        std::vector<WantedHost> wanted = parseHosts("192.0.2.1\n192.0.2.2\n192.0.2.3\nname\n").hosts;
        wanted[3].addresses = {*IpAddress::parse("192.0.2.8"), *IpAddress::parse("192.0.2.9")};
        const auto all =
            compareHosts(wanted,
                         {client("192.0.2.1", 60), client("192.0.2.2", 10'000), client("192.0.2.9", 5),
                          client("192.0.2.8", 9000), client("192.0.2.50", 1), client("192.0.2.3", 1, 6)},
                         Today);
        QCOMPARE(all.size(), 5U);
        QCOMPARE(all[0].presence, Presence::Asks);
        QCOMPARE(all[1].presence, Presence::Stopped);
        QCOMPARE(all[2].presence, Presence::Silent); // a query is no question for the time
        QCOMPARE(all[3].presence, Presence::Asks);   // the later of its two addresses counts
        QCOMPARE(all[4].presence, Presence::Unlisted);
        QCOMPARE(QString::fromStdString(all[4].text), QStringLiteral("192.0.2.50"));
    }
};

QTEST_APPLESS_MAIN(TestHosts)
#include "tst_hosts.moc"
