// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directives.h"
#include "core/config/lowering.h"
#include "core/config/remoteedit.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

namespace {

const Document Running{"# a master\nserver a.example iburst\nserver 192.0.2.7\nrestrict default "
                       "nomodify\nend\nserver b.example\n"};

RemoteEdit send(std::string_view lines)
{
    return applyRemote(Running, lines, Dialect::Noonmark,
                       [](const std::string &word) -> UnpeerTarget {
                           if (word == "4712" || word == "198.51.100.3")
                               return {{}, 4712};
                           return {word == "4711" ? "192.0.2.7" : word, {}};
                       });
}

std::vector<std::string> sourcesAfter(std::string_view lines)
{
    const RemoteEdit edit = send(lines);
    std::vector<std::string> names;
    if (edit.document)
        for (const auto &source : lower(*edit.document).engine.sources)
            names.push_back(source.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class RemoteEditTest : public QObject
{
    Q_OBJECT

private slots:
    void addsLinesInFrontOfTheEnd()
    {
        QCOMPARE(send("server 10.99.0.7").answer, std::string("Config Succeeded\r\n"));
        QCOMPARE(sourcesAfter("server 10.99.0.7 iburst"), (Names{"a.example", "192.0.2.7", "10.99.0.7"}));
        QCOMPARE(sourcesAfter("pool p.example\npeer 10.0.0.1"),
                 (Names{"a.example", "192.0.2.7", "p.example", "10.0.0.1"}));
        QCOMPARE(lower(*send("tos orphan 6").document).engine.selection.orphanStratum, 6);
        QCOMPARE(lower(*send("discard average 5").document).engine.rateLimit.average, 5);
        QVERIFY(!lower(*send("disable ntp").document).engine.discipline.mayCorrect);
        const auto access = lower(*send("restrict 10.0.0.0 mask 255.0.0.0 noserve").document).engine.access;
        QVERIFY(access.match(*IpAddress::parse("10.1.2.3"), 123).flags & AccessFlag::NoServe);
        QCOMPARE(send("").answer, std::string("Config Succeeded\r\n"));
        QCOMPARE(send("# nothing").answer, std::string("Config Succeeded\r\n"));
    }

    void asksNobodyWithoutTheProofThatIsWanted()
    {
        const RemoteEdit edit = send("server 10.99.0.7 iburst nts");
        QCOMPARE(edit.answer, std::string("column 24 NTS is not supported\r\n"));
        QVERIFY(!edit.document || sourcesAfter("server 10.99.0.7 nts iburst") == (Names{"a.example", "192.0.2.7"}));
        QCOMPARE(sourcesAfter("server nts"), (Names{"a.example", "192.0.2.7", "nts"})); // a host's name
    }

    void unpeersByAddressNameOrNumber()
    {
        QCOMPARE(sourcesAfter("unpeer 192.0.2.7"), (Names{"a.example"}));
        QCOMPARE(sourcesAfter("unpeer a.example"), (Names{"192.0.2.7"}));
        QCOMPARE(sourcesAfter("unpeer 4711"), (Names{"a.example"}));
        QCOMPARE(send("unpeer 4713").answer, std::string("column 7 no such association\r\n"));
        QCOMPARE(send("unpeer 10.0.0.1").answer, std::string("column 7 no such association\r\n"));
        QVERIFY(!send("unpeer b.example").document ||
                sourcesAfter("unpeer b.example").size() == 2); // not read
        for (const char *line : {"unpeer 4712", "unpeer 198.51.100.3"}) { // a pool has found it
            QCOMPARE(send(line).answer, std::string("Config Succeeded\r\n"));
            QCOMPARE(send(line).dismissed, std::vector<int>{4712});
            QCOMPARE(sourcesAfter(line), (Names{"a.example", "192.0.2.7"}));
        }
        QCOMPARE(send("unpeer").answer, std::string("column 0 syntax error\r\n"));
    }

    void addsAKeyToThoseTrusted()
    { // Whoever adds one must not lock himself out.
        const Document keyed("trustedkey 9\ntrustedkey 1 (4 ... 6) # ours\ncontrolkey 1\n");
        const auto trustedAfter = [](const Document &document, const char *lines) {
            return lower(*applyRemote(document, lines, Dialect::Noonmark).document).engine.authentication.trusted;
        };
        using Keys = std::vector<std::uint32_t>;
        QCOMPARE(trustedAfter(keyed, "trustedkey 3"), (Keys{1, 4, 5, 6, 3}));
        QCOMPARE(trustedAfter(keyed, "trustedkey 3\ntrustedkey 7"), (Keys{1, 4, 5, 6, 3, 7}));
        QCOMPARE(trustedAfter(*applyRemote(keyed, "trustedkey 3", Dialect::Noonmark).document, "trustedkey 8"),
                 (Keys{1, 4, 5, 6, 3, 8}));
        QCOMPARE(trustedAfter(Running, "trustedkey 3"), Keys{3});
    }

    void takesRestrictionsAway()
    {
        const Document closed("restrict default nomodify\nrestrict 10.0.0.0 mask 255.0.0.0 noserve noquery\n");
        const auto flagsAfter = [&](const char *lines, const char *host) -> std::uint32_t {
            const RemoteEdit edit = applyRemote(closed, lines, Dialect::Noonmark);
            return edit.document ? lower(*edit.document).engine.access.match(*IpAddress::parse(host), 123).flags : ~0U;
        };
        QCOMPARE(flagsAfter("unrestrict 10.0.0.0 mask 255.0.0.0 noserve", "10.1.2.3"), AccessFlag::NoQuery);
        QCOMPARE(flagsAfter("unrestrict 10.0.0.0 mask 255.0.0.0", "10.1.2.3"), AccessFlag::NoModify);
        QCOMPARE(flagsAfter("delrestrict 10.0.0.0 mask 255.0.0.0", "10.1.2.3"), AccessFlag::NoModify);
        QCOMPARE(flagsAfter("unrestrict default nomodify", "192.0.2.1"), 0U);
        QCOMPARE(flagsAfter("restrict 192.0.2.1 ignore\ndelrestrict 192.0.2.1", "192.0.2.1"), AccessFlag::NoModify);
        QCOMPARE(applyRemote(closed, "delrestrict 10.0.0.0 mask", Dialect::Noonmark).answer,
                 std::string("column 25 syntax error\r\n"));
        // What we deny strangers by ourselves can be opened, too.
        const auto opened = applyRemote(Document("server 192.0.2.1\n"), "unrestrict default noquery", Dialect::Noonmark);
        QCOMPARE(lower(*opened.document).engine.access.match(*IpAddress::parse("192.0.2.9"), 123).flags, 0U);
    }

    void whatIsSwitchedLastHolds()
    {
        const Document off("server 192.0.2.7\ndisable ntp stats\n");
        const Lowered on = lower(*applyRemote(off, "enable ntp", Dialect::Noonmark).document);
        QVERIFY(on.engine.discipline.mayCorrect);
        QVERIFY(!on.statistics.isEnabled);
        const auto again = applyRemote(*applyRemote(off, "enable ntp", Dialect::Noonmark).document, "disable ntp",
                                       Dialect::Noonmark);
        QVERIFY(!lower(*again.document).engine.discipline.mayCorrect);
    }

    void growsByWhatIsNewOnly()
    { // Some say the same every hour.
        Document document = Running;
        for (int i = 0; i < 50; ++i)
            for (const char *line : {"restrict 10.0.0.1 noserve", "unrestrict 10.0.0.1 noserve", "tos minclock 4",
                                     "trustedkey 3", "trustedkey 7", "enable ntp", "server 10.0.0.1"})
                document = *applyRemote(document, line, Dialect::Noonmark).document;
        const Lowered lowered = lower(document);
        QCOMPARE(lowered.engine.access.match(*IpAddress::parse("10.0.0.1"), 123).flags, 0U);
        QCOMPARE(lowered.engine.authentication.trusted, (std::vector<std::uint32_t>{3, 7}));
        QVERIFY2(document.lines().size() < 12, document.bytes().c_str());
        document = *applyRemote(document, "restrict 10.0.0.1 noserve", Dialect::Noonmark).document;
        QVERIFY(lower(document).engine.access.match(*IpAddress::parse("10.0.0.1"), 123).flags & AccessFlag::NoServe);
    }

    void asksNobodyTwice()
    {
        const RemoteEdit edit = send("server 192.0.2.7 iburst\nserver 10.0.0.1\npeer 10.0.0.1");
        QCOMPARE(edit.answer, std::string("Config Succeeded\r\n"));
        QCOMPARE(edit.repeated, (Names{"192.0.2.7", "10.0.0.1"}));
        QCOMPARE(sourcesAfter("server 192.0.2.7 iburst\nserver 10.0.0.1"), (Names{"a.example", "192.0.2.7", "10.0.0.1"}));
        QVERIFY(send("unpeer 192.0.2.7\nserver 192.0.2.7 iburst").repeated.empty());
    }

    void limitsAsNtpsecDoesWhereTold()
    {
        const auto limit = [](const char *lines) { return lower(*send(lines).document).engine.rateLimit; };
        QCOMPARE(limit("limit average 2 burst 5 kod 1").score, (engine::ScoreLimit{2, 5, 1}));
        QVERIFY(limit("limit average 2").scored);
        QVERIFY(!limit("discard average 4").scored);
        QVERIFY(!limit("limit average 2\ndiscard average 4").scored);
    }

    void wordsMistakesAsNtpdDoes()
    {
        QCOMPARE(send("sever 10.0.0.1").answer, std::string("column 0 syntax error\r\n"));
        QCOMPARE(send("server 10.0.0.1 ibrust").answer, std::string("column 16 syntax error\r\n"));
        QVERIFY(!send("server 10.0.0.1 ibrust").document);
        QVERIFY(!send("server 10.0.0.1\nnonsense").document); // all or none
    }

    void namesNoFile()
    { // CVE-2015-5196, CVE-2015-7850, CVE-2015-7851, CVE-2015-7976
        for (const char *line :
             {"driftfile /etc/passwd", "pidfile /etc/passwd", "logfile /tmp/x", "keys /tmp/keys",
              "statsdir /tmp/", "includefile /etc/shadow", "saveconfigdir /tmp", "leapfile /tmp/x",
              "filegen loopstats file x", "filegen loopstats type none", "setvar a=b", "crypto pw x", "end"}) {
            const RemoteEdit edit = send(line);
            QVERIFY2(!edit.document, line);
            QVERIFY2(edit.answer.ends_with(" remote config ignored\r\n") ||
                         edit.answer.ends_with("syntax error\r\n"),
                     line);
        }
        for (const DirectiveSpec &directive : directives()) {
            if (directive.argument == ArgumentType::Path)
                QVERIFY2(!send(std::string(directive.name) + " x").document, directive.name.data());
            for (const OptionSpec &option : directive.options) {
                const std::string line = std::string(directive.name) + " loopstats " + std::string(option.name) + " x";
                if (option.type == ArgumentType::Path)
                    QVERIFY2(!send(line).document, line.c_str());
            }
        }
        QCOMPARE(send("driftfile /etc/passwd").answer,
                 std::string("column 0 driftfile remote config ignored\r\n"));
    }

    void takesWhatCanChangeAtRunTime()
    {
        for (const char *line : {"controlkey 2", "trustedkey 3", "interface ignore 10.0.0.1", "nic drop eth7", "dscp 0",
                                 "ttl 4 8", "logconfig =syncall", "mru maxdepth 1", "statistics loopstats",
                                 "filegen loopstats disable", "leapsmearinterval 3600", "broadcastdelay 0.004"}) {
            QVERIFY2(send(line).document, line);
            QVERIFY2(lower(*send(line).document).notHonoured.empty(), line);
        }
    }

    void answersAnythingShortly()
    { // Classic ntpd's PR 31: 70 times `mode7` after `enable` piled up errors.
        std::string many = "enable";
        for (int i = 0; i < 70; ++i)
            many += " mode7";
        for (const std::string &lines :
             {many, std::string(468, '"'), std::string(468, ','), std::string(468, '='),
              std::string(468, '\0'), std::string(234, '\n') + "server",
              std::string("server ") + std::string(460, 'x'), std::string("unpeer \"")}) {
            const RemoteEdit edit = send(lines);
            QVERIFY(edit.answer.ends_with("\r\n"));
            QVERIFY(edit.answer.size() < 100);
        }
    }
};

QTEST_APPLESS_MAIN(RemoteEditTest)
#include "tst_remoteedit.moc"
