// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/diagnose.h"
#include "core/protocol/refid.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;
using namespace noonmark::monitor;
using engine::AssociationSnapshot;
using engine::Tally;

namespace {

AssociationSnapshot source(std::uint16_t id, Tally tally = Tally::Candidate)
{
    AssociationSnapshot source;
    source.id = id;
    source.source.name = "ntp" + std::to_string(id);
    source.remote = {IpAddress::v4(0xc0000200U + id), 123};
    source.resolution = engine::Resolution::Done;
    source.tally = tally;
    source.leap = 0;
    source.stratum = 2;
    source.reach = 0xff;
    source.rootDistance = 0.02;
    source.sent = source.accepted = 8;
    return source;
}

AssociationSnapshot silent(std::uint16_t id)
{
    AssociationSnapshot one = source(id, Tally::Reject);
    one.reach = 0;
    one.accepted = 0;
    one.leap = 3;
    one.stratum = 16;
    return one;
}

DiagnoseFacts inSync()
{
    DiagnoseFacts facts;
    facts.host = "192.0.2.200";
    facts.version = "ntpd ntpsec-1.2.2";
    facts.time.samples.resize(1);
    facts.snapshot.uptime = 10'000;
    facts.snapshot.system.leap = 0;
    facts.snapshot.system.stratum = 3;
    facts.snapshot.system.peer = 1;
    facts.snapshot.system.state = engine::DisciplineState::Synchronised;
    facts.snapshot.system.rootDistance = 0.02;
    facts.snapshot.associations = {source(1, Tally::SystemPeer), source(2), source(3)};
    return facts;
}

DiagnoseFacts without(std::vector<AssociationSnapshot> associations)
{
    DiagnoseFacts facts = inSync();
    facts.isHere = true;
    facts.isPortTaken = true;
    facts.portHolder = "ntpd (812)";
    facts.snapshot.system = {};
    facts.snapshot.associations = std::move(associations);
    return facts;
}

DiagnoseFacts unreachable(Failure failure, bool givesTime = false)
{
    DiagnoseFacts facts = inSync();
    facts.snapshot = {};
    facts.trouble = Error{failure, {facts.host, "text"}};
    facts.time = {};
    facts.time.trouble = QueryTrouble::Silent;
    if (givesTime)
        facts.time.samples.resize(1);
    return facts;
}

void probe(DiagnoseFacts &facts, std::uint16_t id, QueryTrouble trouble)
{
    QueryResult result;
    result.trouble = trouble;
    if (trouble == QueryTrouble::None)
        result.samples.resize(1);
    facts.probes.push_back({id, result});
}

bool hasCause(const Diagnosis &diagnosis, Cause cause)
{
    return std::ranges::find(diagnosis.checks, cause, &Check::cause) != diagnosis.checks.end();
}

AssociationSnapshot bent(void (*change)(AssociationSnapshot &))
{
    AssociationSnapshot one = source(1, Tally::Reject);
    change(one);
    return one;
}

} // namespace

class TestDiagnose : public QObject
{
    Q_OBJECT

private slots:
    void allIsWell()
    {
        const Diagnosis diagnosis = diagnose(inSync());
        QVERIFY(diagnosis.cause() == nullptr);
        QCOMPARE(diagnosis.verdict.state, VerdictState::InSync);
        for (const Check &check : diagnosis.checks) {
            QCOMPARE(check.state, CheckState::Good);
            QVERIFY(wording::remedy(check).isEmpty());
        }
    }

    void findsTheCause_data()
    {
        QTest::addColumn<DiagnoseFacts>("facts");
        QTest::addColumn<int>("cause");
        const auto row = [](const char *name, const DiagnoseFacts &facts, Cause cause) {
            QTest::newRow(name) << facts << static_cast<int>(cause);
        };
        row("no such name", unreachable(Failure::NameUnresolved), Cause::NameUnresolved);
        row("nothing listens", unreachable(Failure::Refused), Cause::NothingListens);
        row("no answer", unreachable(Failure::NoAnswer), Cause::NoAnswer);
        row("noquery", unreachable(Failure::NoAnswer, true), Cause::QueriesForbidden);
        row("no sources", without({}), Cause::NoSources);
        row("name fails", without({bent([](auto &a) { a.resolution = engine::Resolution::Failed; })}),
            Cause::NamesFail);
        row("all silent", without({silent(1), silent(2)}), Cause::AllSilentHereToo);
        row("kissed", without({bent([](auto &a) {
                a.reach = 0;
                a.kissCode = protocol::refidFromText("DENY");
            })}),
            Cause::Kissed);
        DiagnoseFacts elsewhere = without({silent(1)});
        elsewhere.isHere = false;
        probe(elsewhere, 1, QueryTrouble::None);
        row("only a daemon elsewhere hears nothing", elsewhere, Cause::SilentToDaemonOnly);
        AssociationSnapshot keyed = silent(1);
        keyed.source.key = 7;
        keyed.sent = 8;
        DiagnoseFacts unproven = without({keyed});
        probe(unproven, 1, QueryTrouble::None);
        row("it answers, but not to our key", unproven, Cause::KeyUnproven);
        const auto keyless = [](engine::KeyState state) {
            AssociationSnapshot one = silent(1);
            one.source.key = 2;
            one.keyState = state;
            one.sent = 0;
            return one;
        };
        row("key not trusted", without({keyless(engine::KeyState::Untrusted)}), Cause::KeyUntrusted);
        row("key not there", without({keyless(engine::KeyState::Missing)}), Cause::KeyMissing);
        AssociationSnapshot sender = silent(3);
        sender.source.kind = engine::SourceKind::Broadcast;
        row("only broadcasts", without({sender}), Cause::NoSources);
        AssociationSnapshot seeker = silent(3);
        seeker.source.kind = engine::SourceKind::ManycastClient;
        row("none found yet", without({seeker}), Cause::SourcesSought);
        row("key wrong", without({bent([](auto &a) { a.flash = engine::Flash::Authentication; })}),
            Cause::KeyWrong);
        row("upstream not synchronised", without({bent([](auto &a) { a.leap = 3; })}), Cause::UpstreamNot);
        row("too far", without({bent([](auto &a) { a.rootDistance = 9; })}), Cause::TooFar);
        row("no majority", without({source(1, Tally::Falseticker), source(2, Tally::Falseticker)}),
            Cause::NoMajority);
        DiagnoseFacts few = without({source(1, Tally::Reject)});
        few.snapshot.selection.minSane = 3;
        row("too few", few, Cause::TooFew);
        DiagnoseFacts panic = inSync();
        panic.snapshot.system.state = engine::DisciplineState::Panicked;
        panic.snapshot.system.panicOffset = 5000;
        row("panic", panic, Cause::ClockPanic);
        DiagnoseFacts free = unreachable(Failure::Refused);
        free.isHere = true;
        row("not started here", free, Cause::NothingListens);
        DiagnoseFacts heard = without({silent(1)});
        probe(heard, 1, QueryTrouble::None);
        row("only the daemon hears nothing", heard, Cause::SilentToDaemonOnly);
        DiagnoseFacts closed = without({silent(1)});
        probe(closed, 1, QueryTrouble::Refused);
        AssociationSnapshot denied = silent(1);
        denied.flash = engine::Flash::Denied;
        DiagnoseFacts dropped = without({denied});
        probe(dropped, 1, QueryTrouble::None);
        row("dropped by our own rules", dropped, Cause::DroppedByUs);
        row("port closed there", closed, Cause::PortClosedThere);
        DiagnoseFacts barred = without({silent(1)});
        probe(barred, 1, QueryTrouble::Unreachable);
        row("no way", barred, Cause::NoWayThere);
    }
    void findsTheCause()
    {
        QFETCH(DiagnoseFacts, facts);
        QFETCH(int, cause);
        const Diagnosis diagnosis = diagnose(facts);
        QVERIFY(diagnosis.cause() != nullptr);
        QCOMPARE(static_cast<int>(diagnosis.cause()->cause), cause);
        QVERIFY(!wording::remedy(*diagnosis.cause()).isEmpty());
        QVERIFY(wording::conclusion(diagnosis).contains(wording::sentence(*diagnosis.cause())));
    }

    void oneLookSaysOnlyWhatItSaw()
    {
        const Diagnosis look = diagnoseSnapshot(without({silent(1), silent(2)}).snapshot, false);
        QVERIFY(hasCause(look, Cause::NoneAnswers)); // nobody asked them from here
        QVERIFY(!wording::remedy(*look.cause()).contains(u"The others"_s));
        QVERIFY(
            hasCause(diagnoseSnapshot(without({silent(1), source(2)}).snapshot, false), Cause::SomeSilent));
        for (const Check &check : look.checks)
            QVERIFY(check.remedy == Remedy::None || check.remedy == Remedy::RunCommand ||
                    check.remedy == Remedy::OpenClients);
    }

    void everySentenceIsFilled()
    {
        std::vector<DiagnoseFacts> scenes = {
            inSync(), without({}), without({silent(1), source(2, Tally::Falseticker)}),
            unreachable(Failure::NameUnresolved), unreachable(Failure::Refused)};
        scenes.push_back(without({bent([](auto &a) {
            a.reach = 0;
            a.kissCode = protocol::refidFromText("RATE");
        })}));
        scenes.push_back(inSync());
        scenes.back().snapshot.counters.received = 1000;
        scenes.back().snapshot.counters.restricted = 900;
        for (const DiagnoseFacts &facts : scenes) {
            for (const Check &check : diagnose(facts).checks) {
                const QString text =
                    wording::title(check.id) + wording::sentence(check) + wording::remedy(check);
                QVERIFY2(!text.contains(u'%') && !wording::sentence(check).isEmpty(), qPrintable(text));
            }
        }
    }

    void namesTheKeyAndTheLine()
    {
        AssociationSnapshot one = silent(1);
        one.source.key = 2;
        one.keyState = engine::KeyState::Untrusted;
        one.sent = 0;
        const Diagnosis diagnosis = diagnose(without({one}));
        QVERIFY(wording::remedy(*diagnosis.cause()).contains(u"\"trustedkey 2\""_s));
        QVERIFY(wording::sentence(*diagnosis.cause()).contains(u"not trusted: 2"_s));
        QVERIFY(!hasCause(diagnosis, Cause::SourcesAnswer) && !hasCause(diagnosis, Cause::Unsigned));
        QVERIFY(hasCause(diagnosis, Cause::NobodyAsked));
        QCOMPARE(diagnosis.verdict.reasons.front().reason, Reason::KeysUnusable);
        QVERIFY(wording::whyNotUsed(one).contains(u"trustedkey 2"_s));
    }

    void namesEveryTroubleWithKeys()
    {
        const auto keyed = [](std::uint16_t id, engine::KeyState state) {
            AssociationSnapshot one = silent(id);
            one.source.key = id;
            one.keyState = state;
            one.sent = 0;
            return one;
        };
        AssociationSnapshot wrong = keyed(3, engine::KeyState::Ready);
        wrong.flash = engine::Flash::Authentication;
        const Diagnosis diagnosis = diagnose(
            without({keyed(1, engine::KeyState::Missing), keyed(2, engine::KeyState::Untrusted), wrong}));
        for (const Cause cause : {Cause::KeyMissing, Cause::KeyUntrusted, Cause::KeyWrong}) {
            const auto found = std::ranges::find(diagnosis.checks, cause, &Check::cause);
            QVERIFY(found != diagnosis.checks.end());
            QCOMPARE(found->state, CheckState::Bad); // no source is left
        }
    }

    void linesThatGiveNoTimeAreNoUpstreams()
    {
        DiagnoseFacts facts = inSync();
        const auto upstreams = diagnose(facts).verdict.allSources;
        for (const auto kind : {engine::SourceKind::Broadcast, engine::SourceKind::ManycastClient}) {
            AssociationSnapshot line = silent(static_cast<std::uint16_t>(8 + static_cast<int>(kind)));
            line.source.kind = kind;
            facts.snapshot.associations.push_back(line);
            probe(facts, line.id, QueryTrouble::Unreachable);
            QVERIFY(!wording::whyNotUsed(line).isEmpty());
        }
        const Diagnosis diagnosis = diagnose(facts);
        QVERIFY(diagnosis.cause() == nullptr);
        QCOMPARE(diagnosis.verdict.allSources, upstreams);
    }

    void trustsNoSilentSourceWhenOthersAnswer()
    {
        DiagnoseFacts facts = inSync();
        facts.snapshot.associations.push_back(silent(4));
        const Diagnosis diagnosis = diagnose(facts);
        QVERIFY(hasCause(diagnosis, Cause::SomeSilent));
        QCOMPARE(diagnosis.cause()->state, CheckState::Warning);
    }

    void ownClockIsNeverCalledSynchronised()
    {
        DiagnoseFacts facts = inSync();
        AssociationSnapshot local = source(9, Tally::SystemPeer);
        local.source.kind = engine::SourceKind::LocalClock;
        facts.snapshot.associations = {local};
        facts.snapshot.system.peer = 9;
        const Diagnosis diagnosis = diagnose(facts);
        QCOMPARE(diagnosis.verdict.state, VerdictState::OwnClock);
        QVERIFY(hasCause(diagnosis, Cause::OnlyLocalClock) && hasCause(diagnosis, Cause::FollowsLocalClock));
    }

    void wordsFromTheNetworkAreMadePlain()
    {
        DiagnoseFacts facts = inSync();
        facts.version = "evil\x1b[2J\n<b>";
        QVERIFY(!wording::sentence(diagnose(facts).checks.front()).contains(u'\x1b'));
    }
};

QTEST_APPLESS_MAIN(TestDiagnose)
#include "tst_diagnose.moc"
