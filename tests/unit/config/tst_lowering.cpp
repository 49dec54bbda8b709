// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/lowering.h"

#include <QFile>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;
using engine::SourceKind;

namespace {

Lowered lowered(const char *text, Dialect dialect = Dialect::Noonmark)
{
    return lower(Document(text), dialect);
}

engine::SourceConfig onlySource(const char *text, Dialect dialect = Dialect::Noonmark)
{
    const Lowered result = lowered(text, dialect);
    return result.engine.sources.size() == 1 ? result.engine.sources.front() : engine::SourceConfig{};
}

std::string missing(const Lowered &result)
{
    std::string text;
    for (const NotHonoured &item : result.notHonoured)
        text += std::to_string(item.line) + ':' + item.word + ' ';
    return text;
}

Lowered recipe(const char *name)
{
    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/recipes/") + QLatin1String(name));
    return lower(Document(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string()));
}

} // namespace

class LoweringTest : public QObject
{
    Q_OBJECT

private slots:
    void asksNobodyWithoutTheProofThatTheLineWants()
    {
        for (const char *line : {"server a.example nts\n", "server a.example iburst nts minpoll 4\n",
                                 "pool -4 a.example nts iburst\n", "server a.example stratm 3 nts\n"})
            QVERIFY2(lowered(line).engine.sources.empty(), line);
        QCOMPARE(onlySource("server nts iburst\n").name, std::string("nts")); // the name of a host
        QVERIFY(onlySource("server a.example iburst #nts\n").iburst);
        const Document document("server a.example nts iburst maxpoll 8\n"); // for those who edit the line
        const auto statement = readSource(document.lines().front(), Dialect::Noonmark);
        QVERIFY(statement && statement->option("nts") && statement->option("iburst"));
        QCOMPARE(statement->option("maxpoll")->value, std::string("8"));
    }

    void readsSourcesWithTheirOptions()
    {
        const engine::SourceConfig source =
            onlySource("server -6 a.example iburst prefer minpoll 4 maxpoll 7 version 3\n");
        QCOMPARE(source.kind, SourceKind::Server);
        QCOMPARE(source.name, std::string("a.example"));
        QCOMPARE(source.family, std::optional(Family::V6));
        QVERIFY(source.iburst && source.prefer && !source.burst && !source.noSelect && !source.trueChimer);
        QCOMPARE(source.minPoll, 4);
        QCOMPARE(source.maxPoll, 7);
        QCOMPARE(source.version, 3);
        const engine::SourceConfig pool = onlySource("pool b.example burst noselect true\n");
        QCOMPARE(pool.kind, SourceKind::Pool);
        QVERIFY(pool.burst && pool.noSelect && pool.trueChimer);
        QCOMPARE(onlySource("peer c.example\n").kind, SourceKind::Peer);
        QCOMPARE(onlySource("peer c.example\n", Dialect::Ntpsec).kind, SourceKind::Server);
    }

    void readsWhatGoesToManyAndComesFromThem()
    {
        const engine::SourceConfig sender = onlySource("broadcast 224.0.1.1 ttl 4 key 7 minpoll 4\n");
        QCOMPARE(sender.kind, SourceKind::Broadcast);
        QCOMPARE(sender.ttl, 4);
        QCOMPARE(sender.key, 7U);
        QCOMPARE(onlySource("manycastclient 239.1.2.3\n").kind, SourceKind::ManycastClient);
        QCOMPARE(lowered("server 224.0.1.1\n").engine.sources.size(), std::size_t(0));
        const auto listening = lowered("broadcastclient\nmulticastclient 224.0.1.1 ff05::101\n"
                                       "manycastserver 239.1.2.3\nbroadcastdelay 0.01\n")
                                   .engine.listening;
        QVERIFY(listening.broadcasts);
        QCOMPARE(listening.broadcastGroups.size(), std::size_t(2));
        QCOMPARE(listening.manycastGroups.size(), std::size_t(1));
        QCOMPARE(listening.broadcastDelay, 0.01);
        QVERIFY(!lowered("multicastclient 224.0.1.1\n").engine.listening.broadcasts);
        QVERIFY(lowered("enable bclient\n").engine.listening.broadcasts);
        QVERIFY(lowered("enable auth\n").engine.authentication.required);
        QVERIFY(!lowered("disable auth\n").engine.authentication.required);
        QVERIFY(onlySource("server a.example xleave\n").interleave);
        QVERIFY(onlySource("peer a.example xleave\n").interleave);
        QVERIFY(onlySource("broadcast 224.0.1.1 xleave\n").interleave);
    }

    void keepsPollsWhereTheDaemonDoes()
    {
        QCOMPARE(onlySource("server a.example minpoll 1\n").minPoll, 3);
        QCOMPARE(onlySource("server a.example minpoll 1\n", Dialect::Ntpsec).minPoll, 1);
        QCOMPARE(onlySource("server a.example maxpoll 30\n").maxPoll, 17);
        QCOMPARE(onlySource("server a.example maxpoll 0\n").maxPoll, 10);
        QCOMPARE(onlySource("server a.example minpoll 12\n").minPoll, 10);
        QCOMPARE(onlySource("server a.example minpoll 9 maxpoll 5\n").minPoll, 5);
        QCOMPARE(onlySource("server a.example minpoll 9 maxpoll 5\n").maxPoll, 5);
    }

    void readsTheLocalClockInBothSpellings()
    { // A fudge line counts wherever it stands.
        const engine::SourceConfig clock =
            onlySource("fudge 127.127.1.2 stratum 8 refid ABCDE\nserver 127.127.1.2\n");
        QCOMPARE(clock.kind, SourceKind::LocalClock);
        QCOMPARE(clock.localUnit, 2);
        QCOMPARE(clock.localStratum, 8);
        QCOMPARE(clock.localRefid, std::string("ABCD"));
        QCOMPARE(clock.maxPoll, clock.minPoll);
        QCOMPARE(onlySource("server 127.127.1.0\n").localStratum, 5);
        QCOMPARE(onlySource("server 127.127.1.0\nfudge 127.127.1.0 stratum 40\n").localStratum, 5);
        QCOMPARE(onlySource("server 127.127.1.0\nfudge 127.127.1.1 stratum 9\n").localStratum, 5);
        const engine::SourceConfig other = onlySource("refclock local unit 1 stratum 7\n", Dialect::Ntpsec);
        QCOMPARE(other.kind, SourceKind::LocalClock);
        QCOMPARE(other.localUnit, 1);
        QCOMPARE(other.localStratum, 7);
    }

    void skipsWhatTheDaemonSkips()
    {
        QCOMPARE(lowered("server a.example\nserver a.example iburst\n").engine.sources.size(), 1U);
        QVERIFY(lowered("server a.example version 300\n").engine.sources.empty());
        QVERIFY(lowered("server a.example mode 3\n").engine.sources.empty());
        QVERIFY(lowered("server 224.0.1.1\n").engine.sources.empty());
        QVERIFY(lowered("Server a.example\n#server b.example\n").engine.sources.empty());
        QVERIFY(lowered("end\nserver a.example\n").engine.sources.empty());
        // The valid prefix of a line counts.
        QVERIFY(onlySource("server a.example iburst // near\n").iburst);
        QVERIFY(!onlySource("server a.example iburst//near\n").iburst);
    }

    void aMisspellingIsNotCalledNotDoneYet()
    { // The checks name it. What is known and not done is another matter.
        for (const char *line : {"statistics foostats protostat\n", "logconfig =foo\n", "filegen loopstats type weekly\n",
                                 "filegen foostats file x\n", "enable foo\n",
                                 "tos foo 3\n", "tinker foo 3\n"})
            QVERIFY2(lowered(line).notHonoured.empty(), line);
        for (const char *line : {"statistics cryptostats\n", "filegen timingstats file x\n", "tos cohort 1\n",
                                 "tinker huffpuff 900\n", "enable calibrate\n", "crypto pw x\n"})
            QCOMPARE(lowered(line).notHonoured.size(), std::size_t(1));
    }

    void anOrphanHasAStratumThatThereIs()
    { // 0 and what is negative wraps on the wire: a stratum 253, or one that looks like a kiss-o'-death.
        for (const char *line : {"tos orphan 0\n", "tos orphan -3\n", "tos orphan 300\n", "tos orphan 1e9\n"})
            QCOMPARE(lowered(line).engine.selection.orphanStratum, engine::SelectionConfig{}.orphanStratum);
        QCOMPARE(lowered("tos orphan 1\n").engine.selection.orphanStratum, 1);
        QCOMPARE(lowered("tos orphan 15\n").engine.selection.orphanStratum, 15);
        QCOMPARE(lowered("tos orphan 16\n").engine.selection.orphanStratum, 16);
        QCOMPARE(lowered("tos orphan 6 orphan 0\n").engine.selection.orphanStratum, 6);
    }

    void readsTosTinkerAndDiscard()
    {
        const Lowered result =
            lowered("tos minclock 4 maxclock 0 floor -2 ceiling 20 orphan 6 orphanwait 10 mindist 0.01\n"
                    "tinker step 0 panic -1 stepout 10 dispersion 20 allan 13\ndiscard average 4 minimum 1\n"
                    "discard average 300 monitor 10\n");
        const engine::SelectionConfig &selection = result.engine.selection;
        QCOMPARE(selection.minClock, 4);
        QCOMPARE(selection.maxClock, 1);
        QCOMPARE(selection.floor, 0);
        QCOMPARE(selection.ceiling, 15);
        QCOMPARE(selection.orphanStratum, 6);
        QCOMPARE(selection.orphanWait, 10.0);
        QCOMPARE(selection.minDistance, 0.01);
        const engine::DisciplineConfig &discipline = result.engine.discipline;
        QCOMPARE(discipline.step, 0.0);
        QCOMPARE(discipline.panic, 0.0);
        QCOMPARE(discipline.stepOut, 300.0);
        QCOMPARE(discipline.dispersion, 20e-6);
        QCOMPARE(lowered("tinker dispersion -15\n").engine.discipline.dispersion, 0.0); // no error grows less
        QCOMPARE(discipline.allanIntercept, 8192.0);
        QCOMPARE(result.engine.rateLimit, (engine::RateLimitConfig{4, 1, 10, false, {}}));
        QVERIFY(result.notHonoured.empty());
    }

    void readsFilesAndSwitches()
    {
        const Lowered result =
            lowered("driftfile /var/lib/x\nlogfile \"/var/log/n tp\"\npidfile /run/p\ndisable ntp\n");
        QCOMPARE(result.driftFile, std::string("/var/lib/x"));
        QCOMPARE(result.logFile, std::string("/var/log/n tp"));
        QCOMPARE(result.pidFile, std::string("/run/p"));
        QVERIFY(!result.engine.discipline.mayCorrect);
        QVERIFY(lowered("enable ntp\n").engine.discipline.mayCorrect);
        QVERIFY(lowered("driftfile /var/lib/x\ndriftfile\n").driftFile.empty());
        QVERIFY(!lowered("disable ntp\nenable ntp\n")
                     .engine.discipline.mayCorrect); // disable comes last in the daemons
    }

    void readsTheRules()
    {
        const Lowered result =
            lowered("restrict default noquery\nrestrict 10.0.0.0/8 ignore\nrestrict source nomodify\n");
        const AccessTable &table = result.engine.access;
        QCOMPARE(table.dialect(), Dialect::Noonmark);
        QCOMPARE(table.match(*IpAddress::parse("10.1.2.3"), 123).flags, AccessFlag::Ignore);
        QCOMPARE(table.match(*IpAddress::parse("11.1.2.3"), 123).flags, AccessFlag::NoQuery);
        QVERIFY(table.hasSourceTemplate());
    }

    void readsWhichKeysCount()
    {
        const char *text = "keys \"/etc/ntp keys\"\ntrustedkey 1 2 (5 ... 8) 70000\ncontrolkey 8\n"
                           "server a.example key 5\ntrustedkey 3\n";
        const Lowered ntpd = lowered(text);
        QCOMPARE(ntpd.keysFile, std::string("/etc/ntp keys"));
        QCOMPARE(ntpd.engine.authentication.controlKey, 8U);
        QCOMPARE(ntpd.engine.authentication.trusted, (std::vector<std::uint32_t>{3}));
        QCOMPARE(ntpd.engine.sources.front().key, 5U);
        QCOMPARE(missing(ntpd), std::string());
        QCOMPARE(lowered(text, Dialect::Ntpsec).engine.authentication.trusted,
                 (std::vector<std::uint32_t>{1, 2, 5, 6, 7, 8, 65535, 3}));
    }

    void listsWhatTheEngineDoesNotDo()
    {
        QCOMPARE(
            missing(lowered(
                "includefile /a\nkeys /b\nserver a.example key 3 iburst\nbroadcast 10.0.0.255\n"
                "statistics loopstats\ndisable monitor\ntinker huffpuff 900\nrestrict gate.example nomodify\n"
                "restrict default mssntp\nserver 127.127.20.0\ntos cohort 1\n")),
            std::string("1:includefile 6:disable monitor 7:huffpuff 9:mssntp 10:127.127.20.0 11:cohort "));
        QCOMPARE(missing(lowered("server a.example iburst\nrestrict default kod limited\ndriftfile /d\nfudge "
                                 "127.127.1.0 stratum 9\n")),
                 std::string());
    }

    void namesInRestrictAreForTheEngineToResolve()
    {
        const auto named = lowered("restrict -4 gate.example noserve ntpport\nrestrict 192.0.2.1 ignore\n").engine.namedAccess;
        QCOMPARE(named, (std::vector<engine::NamedAccess>{
                            {"gate.example", Family::V4, AccessFlag::NoServe, true, 1, false}}));
    }

    void lowersTheRecipes()
    {
        const Lowered upstream = recipe("master-upstream.conf");
        QCOMPARE(upstream.engine.sources.size(), 4U);
        QVERIFY(upstream.engine.sources.back().iburst);
        QCOMPARE(upstream.driftFile, std::string("/var/lib/ntp/drift"));
        QCOMPARE(missing(upstream), std::string("11:includefile 13:disable monitor "));
        const Lowered isolated = recipe("master-isolated.conf");
        QCOMPARE(isolated.engine.sources.size(), 1U);
        QCOMPARE(isolated.engine.sources.front().localStratum, 10);
        QVERIFY(recipe("rhel-fragment-machine-translated.conf").engine.sources.empty());
        QCOMPARE(recipe("compute-pasted-comment.conf").engine.sources.front().name,
                 std::string("controller"));
        QVERIFY(!recipe("compute-pasted-comment.conf").engine.sources.front().iburst);
    }

    void interfacesAndMarks()
    {
        const Lowered all = lowered("interface ignore all\nnic listen eth1\ninterface drop 10.0.0.0/8\n"
                                    "dscp 10\nttl 4 16 300\n");
        const auto &listening = all.engine.listening;
        QCOMPARE(listening.interfaces.size(), std::size_t(3));
        QVERIFY(listening.interfaces[1].of == InterfaceRule::Of::Name);
        QVERIFY(listening.interfaces[2].action == InterfaceAction::Drop);
        QCOMPARE(listening.dscp, 10);
        QCOMPARE(all.engine.rings, (std::vector{4, 16, 255}));
        QVERIFY(all.notHonoured.empty());
        QCOMPARE(lowered("dscp 64\n").engine.listening.dscp, 0);
        QCOMPARE(lowered("interface listen\n").engine.listening.interfaces.size(), std::size_t(0));
        QCOMPARE(lowered("").engine.listening.dscp, 46);
    }

    void whatNeedsNothingDoneIsNotMissing()
    {
        const AccessTable none = lowered("restrict 10.0.0.0 mask 255.0.0.0 ippeerlimit 0\n").engine.access;
        QVERIFY(none.match(*IpAddress::parse("10.1.2.3"), 123).flags & AccessFlag::NoEpeer);
        const Lowered some = lowered("restrict 10.0.0.0 mask 255.0.0.0 ippeerlimit 3\n");
        QVERIFY(!(some.engine.access.match(*IpAddress::parse("10.1.2.3"), 123).flags & AccessFlag::NoEpeer));
        QVERIFY(some.notHonoured.empty());
        QVERIFY(lowered("server 127.127.1.0\nfudge 127.127.1.0 stratum 9 flag1 0 flag2 1\n").notHonoured.empty());
        QCOMPARE(missing(lowered("server 127.127.1.0\nfudge 127.127.1.0 flag1 1\n")), std::string("2:flag1 "));
        const auto clock = lowered("server 127.127.1.0\nfudge 127.127.1.0 flag1 1 flag2 1 flag4 1\nfudge 127.127.1.0 flag4 0\n");
        QCOMPARE(int(clock.engine.sources.at(0).localFlags), 3); // told by `cv`
    }
};

QTEST_APPLESS_MAIN(LoweringTest)
#include "tst_lowering.moc"
