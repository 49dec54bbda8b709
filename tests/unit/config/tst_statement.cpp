// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/statement.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

namespace {

using Target = RestrictStatement::Target;

std::string options(const std::vector<Option> &list)
{
    std::string text;
    for (const Option &option : list)
        text += ' ' + option.name + (option.value.empty() ? "" : '=' + option.value);
    return text;
}

// "server -6 a.example iburst minpoll=6", "-" if the daemon executes nothing.
std::string source(const std::string &bytes, Dialect dialect)
{
    const Document document(bytes);
    const auto read = readSource(document.lines().front(), dialect);
    if (!read)
        return "-";
    const std::string family = !read->family ? "" : *read->family == Family::V4 ? "-4 " : "-6 ";
    const std::string clock = read->localClock ? " (clock " + std::to_string(read->localUnit) + ')' : "";
    return read->keyword + ' ' + family + read->address + options(read->options) + clock;
}

std::string targetName(Target target)
{
    switch (target) {
    case Target::Default:
        return "default";
    case Target::Source:
        return "source";
    case Target::Address:
        return "address";
    case Target::HostName:
        return "name";
    case Target::Invalid:
        return "invalid";
    }
    return {};
}

// "address 10.0.0.0/8: nomodify limit=3 ntpport @4", with the token at which the daemon stops.
std::string restricted(const std::string &bytes, Dialect dialect)
{
    const Document document(bytes);
    const auto read = readRestrict(document.lines().front(), dialect);
    if (!read)
        return "-";
    std::string text = targetName(read->target);
    for (const AddressMask &range : read->ranges)
        text += ' ' + range.toString();
    text += ':';
    for (const std::string_view name : accessFlagNames(read->flags))
        text += ' ' + std::string(name);
    if (read->ipPeerLimit)
        text += " limit=" + std::to_string(*read->ipPeerLimit);
    if (read->ntpPort)
        text += " ntpport";
    if (read->stoppedAt)
        text += " @" + std::to_string(*read->stoppedAt);
    return text;
}

void columns()
{
    QTest::addColumn<QByteArray>("ntpd");
    QTest::addColumn<QByteArray>("ntpsec");
}

void row(const char *line, const char *ntpd, const char *ntpsec = nullptr)
{
    QTest::newRow(line) << QByteArray(ntpd) << QByteArray(ntpsec ? ntpsec : ntpd);
}

} // namespace

class StatementTest : public QObject
{
    Q_OBJECT

private slots:
    void readsSources_data()
    {
        columns();
        row("server a.example iburst prefer", "server a.example iburst prefer");
        row("server -6 a.example minpoll 4 maxpoll 0x6", "server -6 a.example minpoll=4 maxpoll=0x6");
        row("server -4foo a.example", "server -4 a.example");
        row("server a.example -4", "server a.example");
        row("server \"-6\" a", "server -6 a");
        row("server a.example iburst,prefer", "server a.example iburst");
        row("server controller  iburst////\xe5\xb0\x86,\xe5\x8a\xa0", "server controller");
        row("server a.example minpoll foo iburst", "-");
        row("server a.example minpoll", "-");
        row("server a.example minpoll 3.0", "-");
        row("server a.example minpoll -1 version 99", "server a.example minpoll=-1 version=99");
        row("server iburst", "server iburst");
        row("server", "-");
        row("server # a", "-");
        row("Server a.example", "-");
        row("server -6", "-");
        row("#server a.example iburst # near", "server a.example iburst");
        row("server 127.127.1.0", "server 127.127.1.0 (clock 0)");
        row("server 127.127.1.3 stratum 9", "server 127.127.1.3 (clock 3)",
            "server 127.127.1.3 stratum=9 (clock 3)");
        row("server 127.127.20.0 mode 2", "server 127.127.20.0 mode=2");
        row("pool 2.pool.ntp.org iburst preempt", "pool 2.pool.ntp.org iburst preempt",
            "pool 2.pool.ntp.org iburst");
        row("server a nts iburst", "server a", "server a nts iburst");
        row("server a key 5 ident x", "server a key=5 ident=x", "server a key=5");
        row("broadcast 192.168.1.255 ttl 3", "broadcast 192.168.1.255 ttl=3", "-");
        row("manycastclient 239.1.1.1", "manycastclient 239.1.1.1", "-");
        row("refclock local unit 2 stratum 10", "-", "refclock 127.127.1.2 unit=2 stratum=10 (clock 2)");
        row("refclock local", "-", "refclock 127.127.1.0 (clock 0)");
        row("refclock shm refid GPS unit 1", "-", "refclock shm refid=GPS");
        row("refclock gpsd unit 1 time1 0.5 flag1 true", "-", "refclock gpsd unit=1 time1=0.5 flag1=true");
        row("restrict default", "-");
        row("# server addresses below", "-");
    }
    void readsSources()
    {
        QFETCH(QByteArray, ntpd);
        QFETCH(QByteArray, ntpsec);
        const std::string line = QTest::currentDataTag();
        QCOMPARE(source(line, Dialect::Ntpd), ntpd.toStdString());
        const bool isBorrowed = line.find(" nts ") != std::string::npos; // read, so that nobody is asked without it
        QCOMPARE(source(line, Dialect::Noonmark), (isBorrowed ? ntpsec : ntpd).toStdString());
        QCOMPARE(source(line, Dialect::Ntpsec), ntpsec.toStdString());
    }

    void lastOptionWinsAndHasItsPlace()
    {
        const Document document("server a minpoll 4 iburst minpoll 6\n");
        const auto read = readSource(document.lines().front(), Dialect::Ntpd);
        QCOMPARE(read->option("minpoll")->value, "6");
        QCOMPARE(document.text(read->option("minpoll")->range), "minpoll 6");
        QCOMPARE(document.text(read->addressRange), "a");
        QVERIFY(!read->option("maxpoll"));
    }

    // Verdicts of the daemons themselves: RESTRICT.md, section 7.
    void readsRestrict_data()
    {
        columns();
        row("restrict default nomodify notrap noquery", "default 0.0.0.0/0 ::/0: nomodify noquery notrap",
            "default 0.0.0.0/0 ::/0: nomodify noquery");
        row("restrict default kod limited nopeer", "default 0.0.0.0/0 ::/0: kod limited nopeer",
            "default 0.0.0.0/0 ::/0: kod limited");
        row("restrict -6 default ignore", "default ::/0: ignore");
        row("restrict -4 default ignore", "default 0.0.0.0/0: ignore");
        row("restrict default nomodfiy notrap", "default 0.0.0.0/0 ::/0: @2");
        row("restrict default nomodify,notrap", "default 0.0.0.0/0 ::/0: nomodify @3");
        row("restrict default nomodify noquery;", "default 0.0.0.0/0 ::/0: nomodify noquery @4");
        row("restrict default nomodify\xef\xbc\x8cnotrap", "default 0.0.0.0/0 ::/0: @2");
        row("restrict 127.0.0.1 //x", "address 127.0.0.1/32: @2");
        row("restrict ::1//x", "invalid:", "address ::1/128:");
        row("restrict \xe2\x80\x93"
            "6 default ignore",
            "invalid: @1");
        row("restrict 192.168.1.5 \"nomodify\"", "address 192.168.1.5/32: @2");
        row("restrict \"default\" nomodify", "name: nomodify");
        row("restrict {{ x }} nomodify", "invalid: @1");
        row("restrict 192.168.1.77 mask 255.255.255.0 ignore", "address 192.168.1.0/24: ignore");
        row("restrict 192.168.1.0 netmask 255.255.255.0 nomodify", "address 192.168.1.0/32: @2");
        row("restrict 192.168.1.0 nomodify mask 255.255.255.0", "address 192.168.1.0/32: nomodify @3");
        row("restrict mask 255.255.255.0 nomodify", "invalid: @1");
        row("restrict default mask 255.255.255.0 nomodify", "default 0.0.0.0/0 ::/0: @2");
        row("restrict default -6 nomodify", "default 0.0.0.0/0 ::/0: @2");
        row("restrict -4 kod default notrap", "invalid: @2");
        row("restrict 192.168.1.0 mask 24 nomodify", "invalid: @3");
        row("restrict 192.168.1.0 mask 0xffffff00", "invalid: @3");
        row("restrict 192.168.1.0 mask", "invalid: @3");
        row("restrict 192.168.1.0 mask 255.255.256.0", "invalid:");
        row("restrict 192.168.1.0 mask 255.255.255", "invalid:");
        row("restrict 192.168.1.0 mask 0.0.0.255", "address 0.0.0.0 mask 0.0.0.255:");
        row("restrict 10.0.0.0 mask ffff:ff00:: ignore", "invalid: ignore", "address 0.0.0.0/0: ignore");
        row("restrict 2001:db8:: mask 255.255.0.0 ignore", "invalid: ignore", "address ::/0: ignore");
        row("restrict -4 192.168.1.0 mask 255.255.255.0 nomodify", "address 192.168.1.0/24: nomodify",
            "address 192.168.1.0/32: @3");
        row("restrict -4 ::1", "invalid:");
        row("restrict -6 127.0.0.1", "invalid:");
        row("restrict -6 ::1", "address ::1/128:");
        row("restrict fe80::1%eth0 ignore", "address fe80::1/128: ignore");
        row("restrict [2001:db8::1] ignore", "address 2001:db8::1/128: ignore");
        row("restrict 192.168.1 mask 255.255.255.0", "address 192.168.0.1/32:", "address 192.168.0.0/24:");
        row("restrict 192.168.010.001", "address 192.168.8.1/32:");
        row("restrict -6 192.168.1", "invalid:");
        row("restrict 10.1 nomodify", "invalid: @1");
        row("restrict \"10.1\" nomodify", "address 10.0.0.1/32: nomodify");
        row("restrict 192.168.1.256", "invalid:");
        row("restrict 192.168.1.5:123", "invalid:");
        row("restrict 192.168.1.*", "invalid:");
        row("restrict 192.168.1.10-192.168.1.20", "invalid:");
        row("restrict localhost nomodify", "name: nomodify");
        row("restrict ntp nomodify", "invalid: @1");
        row("restrict \"ntp\" nomodify", "name: nomodify");
        row("restrict all nomodify", "invalid: @1");
        row("restrict any", "name:");
        row("restrict 0.0.0.0 mask 0.0.0.0 noquery", "address 0.0.0.0/0: noquery");
        row("restrict", "invalid: @1");
        row("restrict source nomodify", "source: nomodify");
        row("restrict source 10.0.0.1 nomodify", "source: @2");
        row("restrict -6 source nomodify", "invalid: @2");
        row("restrict default epeer", "default 0.0.0.0/0 ::/0:", "default 0.0.0.0/0 ::/0: @2");
        row("restrict 10.0.0.1 ippeerlimit 2 nomodify", "address 10.0.0.1/32: nomodify limit=2",
            "address 10.0.0.1/32: @2");
        row("restrict 10.0.0.1 ippeerlimit 500", "address 10.0.0.1/32: limit=0", "address 10.0.0.1/32: @2");
        row("restrict 10.0.0.1 ippeerlimit x", "invalid: @3", "address 10.0.0.1/32: @2");
        row("restrict default nomodify ippeerlimit 2", "default 0.0.0.0/0 ::/0: nomodify @3");
        row("restrict default serverresponse fuzz", "default 0.0.0.0/0 ::/0: serverresponse",
            "default 0.0.0.0/0 ::/0: @2");
        row("restrict default serverresponse nomodify", "invalid: @3", "default 0.0.0.0/0 ::/0: @2");
        row("restrict default ntpport ignore", "default 0.0.0.0/0 ::/0: ignore ntpport");
        row("unrestrict default noquery limited", "-", "default 0.0.0.0/0 ::/0: limited noquery");
        row("#restrict default ignore", "default 0.0.0.0/0 ::/0: ignore");
        row("Restrict default ignore", "-");
        row("restrict-6 default ignore", "-");
    }
    void readsRestrict()
    {
        QFETCH(QByteArray, ntpd);
        QFETCH(QByteArray, ntpsec);
        const std::string line = QTest::currentDataTag();
        QCOMPARE(restricted(line, Dialect::Ntpd), ntpd.toStdString());
        const bool isBorrowed = line.starts_with("unrestrict"); // ours as well as ntpsec's
        QCOMPARE(restricted(line, Dialect::Noonmark), (isBorrowed ? ntpsec : ntpd).toStdString());
        QCOMPARE(restricted(line, Dialect::Ntpsec), ntpsec.toStdString());
    }

    void readsPrefixesByDialect_data()
    {
        columns();
        QTest::addColumn<QByteArray>("noonmark");
        const auto three = [](const char *line, const char *ntpsec, const char *noonmark) {
            QTest::newRow(line) << QByteArray("invalid:") << QByteArray(ntpsec) << QByteArray(noonmark);
        };
        three("restrict 192.168.1.7/24", "address 192.168.1.0/24:", "address 192.168.1.0/24:");
        three("restrict 0.0.0.0/0", "address 0.0.0.0/32:", "address 0.0.0.0/0:");
        three("restrict 192.168.1.0/33", "address 192.168.1.0/32:", "invalid:");
        three("restrict 192.168.1.9/33 mask 255.255.0.0", "address 192.168.0.0/16:", "invalid:");
        three("restrict 192.168.1.0/8x", "address 192.0.0.0/8:", "invalid:");
        three("restrict 192.168.1.0/255.255.255.0", "address 192.168.1.0/32:", "invalid:");
        three("restrict 192.168.1.0/24 mask 255.0.0.0", "address 192.168.1.0/24:", "address 192.168.1.0/24:");
        three("restrict 2001:db8::/32", "address 2001:db8::/32:", "address 2001:db8::/32:");
        three("restrict localhost/8", "invalid:", "invalid:");
    }
    void readsPrefixesByDialect()
    {
        QFETCH(QByteArray, ntpd);
        QFETCH(QByteArray, ntpsec);
        QFETCH(QByteArray, noonmark);
        const std::string line = QTest::currentDataTag();
        QCOMPARE(restricted(line, Dialect::Ntpd), ntpd.toStdString());
        QCOMPARE(restricted(line, Dialect::Ntpsec), ntpsec.toStdString());
        QCOMPARE(restricted(line, Dialect::Noonmark), noonmark.toStdString());
    }

    void readsFudge()
    {
        const auto read = [](const std::string &bytes, Dialect dialect = Dialect::Ntpd) {
            const Document document(bytes);
            const auto statement = readFudge(document.lines().front(), dialect);
            return statement ? statement->address + options(statement->options) +
                                   (statement->localClock ? " clock " + std::to_string(statement->unit) : "")
                             : std::string("-");
        };
        QCOMPARE(read("fudge 127.127.1.2 stratum 10 refid LOCL"),
                 "127.127.1.2 stratum=10 refid=LOCL clock 2");
        QCOMPARE(read("fudge 127.127.1.0 stratum 0x9"), "-");
        QCOMPARE(read("fudge 127.127.1.0"), "-");
        QCOMPARE(read("fudge 127.127.1.0 stratum 10, flag1 1"), "127.127.1.0 stratum=10 clock 0");
        QCOMPARE(read("fudge 127.127.20.0 time2 .5"), "127.127.20.0 time2=.5");
        QCOMPARE(read("fudge 127.127.1.0 minjitter 1", Dialect::Ntpsec), "-");
        QCOMPARE(read("fudge 10.0.0.1 flag1 true"), "10.0.0.1 flag1=true");
    }

    void namesFlags()
    {
        QCOMPARE(accessFlag("noquery"), AccessFlag::NoQuery);
        QCOMPARE(accessFlag("ntpport"), 0U);
        QCOMPARE(accessFlagName(AccessFlag::KissOfDeath), "kod");
        QCOMPARE(accessFlagName(3), "");
        QCOMPARE(accessFlagNames(AccessFlag::NoQuery | AccessFlag::KissOfDeath),
                 (std::vector<std::string_view>{"kod", "noquery"}));
    }
};

QTEST_APPLESS_MAIN(StatementTest)
#include "tst_statement.moc"
