// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/verdict.h"

#include <QtTest>

#include <functional>
#include <limits>

using namespace noonmark;
using namespace noonmark::monitor;
using engine::AssociationSnapshot;
using engine::Snapshot;
using engine::SourceKind;
using engine::Tally;

namespace {

using Change = std::function<void(Snapshot &)>;

AssociationSnapshot good(std::uint16_t id, Tally tally)
{
    AssociationSnapshot a;
    a.id = id;
    a.source.name = "ntp" + std::to_string(id) + ".example";
    a.remote = {IpAddress::v4(0xc0000200U + id), 123};
    a.tally = tally;
    a.leap = 0;
    a.stratum = 2;
    a.reach = 0xff;
    a.sent = 20;
    a.accepted = 20;
    a.rootDistance = 0.02;
    return a;
}

AssociationSnapshot localClock(std::uint16_t id, Tally tally)
{
    AssociationSnapshot a = good(id, tally);
    a.source.kind = SourceKind::LocalClock;
    a.source.name = "127.127.1.0";
    a.stratum = 10;
    return a;
}

// Two good upstreams, one of them followed, an hour after the start.
Snapshot healthy()
{
    Snapshot s;
    s.associations = {good(1, Tally::SystemPeer), good(2, Tally::Candidate)};
    s.system.leap = 0;
    s.system.stratum = 3;
    s.system.peer = 1;
    s.system.offset = 0.000214;
    s.system.rootDistance = 0.031;
    s.system.state = engine::DisciplineState::Synchronised;
    s.uptime = 3600;
    return s;
}

// The same two, but nothing is followed.
Snapshot lost(const std::function<void(AssociationSnapshot &)> &each)
{
    Snapshot s = healthy();
    s.system = {};
    for (AssociationSnapshot &a : s.associations) {
        a.tally = Tally::Reject;
        each(a);
    }
    return s;
}

void silence(AssociationSnapshot &a)
{
    a.reach = 0;
    a.leap = 3;
    a.stratum = 16;
}

} // namespace

Q_DECLARE_METATYPE(Snapshot)
Q_DECLARE_METATYPE(VerdictState)
Q_DECLARE_METATYPE(Reason)

class VerdictTest : public QObject
{
    Q_OBJECT

private slots:
    void saysInSyncOnlyWhenItIs_data()
    {
        QTest::addColumn<Snapshot>("snapshot");
        QTest::addColumn<VerdictState>("state");
        QTest::addColumn<Reason>("reason");
        const auto row = [](const char *name, VerdictState state, Reason reason, const Change &change) {
            Snapshot snapshot = healthy();
            change(snapshot);
            QTest::newRow(name) << snapshot << state << reason;
        };
        const auto broken = VerdictState::NotInSync;
        row("healthy", VerdictState::InSync, Reason::FollowsPeer, [](Snapshot &) {});
        row("leap 3", broken, Reason::StillMeasuring, [](Snapshot &s) { s.system.leap = 3; });
        row("no system peer", broken, Reason::StillMeasuring, [](Snapshot &s) { s.system.peer = 0; });
        row("system peer unknown", broken, Reason::StillMeasuring, [](Snapshot &s) { s.system.peer = 99; });
        row("stratum 16", broken, Reason::StillMeasuring, [](Snapshot &s) { s.system.stratum = 16; });
        row("distance at the limit", broken, Reason::RootDistanceTooLarge,
            [](Snapshot &s) { s.system.rootDistance = 1.5; });
        row("distance is no number", broken, Reason::RootDistanceTooLarge,
            [](Snapshot &s) { s.system.rootDistance = std::numeric_limits<double>::quiet_NaN(); });
        row("far off, being corrected", broken, Reason::LargeOffset,
            [](Snapshot &s) { s.system.offset = -0.2; });
        row("offset is no number", broken, Reason::LargeOffset,
            [](Snapshot &s) { s.system.offset = std::numeric_limits<double>::quiet_NaN(); });
        row("far off, only observed", broken, Reason::ClockNotCorrected, [](Snapshot &s) {
            s.system.observing = true;
            s.system.offset = 0.5;
        });
        row("observed and near", VerdictState::InSync, Reason::FollowsPeer,
            [](Snapshot &s) { s.system.observing = true; });
        row("panicked", broken, Reason::PanicRefused, [](Snapshot &s) { s.system.panicOffset = 1200; });
        row("leap second ahead", VerdictState::InSync, Reason::FollowsPeer,
            [](Snapshot &s) { s.system.leap = 1; });
        // Wish 23: to answer clients and to know the time are two things, and neither is a sign of the other.
        row("answers clients without a time to give", broken, Reason::StillMeasuring, [](Snapshot &s) {
            s.system.leap = 3;
            s.system.stratum = 16;
            s.system.peer = 0;
            s.counters.received = s.counters.answered = 100'000;
        });
        row("refuses every client", VerdictState::InSync, Reason::FollowsPeer,
            [](Snapshot &s) { s.counters.received = s.counters.restricted = 100'000; });
        row("is asked by nobody", VerdictState::InSync, Reason::FollowsPeer,
            [](Snapshot &s) { s.counters = {}; });
    }

    void saysInSyncOnlyWhenItIs()
    {
        QFETCH(Snapshot, snapshot);
        const Verdict verdict = judge(snapshot);
        QTEST(verdict.state, "state");
        QTEST(verdict.reasons.at(0).reason, "reason");
    }

    void oneMissingFactIsEnoughToDenySync()
    { // Every combination of the facts that must all hold.
        for (unsigned bits = 0; bits < 32; ++bits) {
            Snapshot s = healthy();
            if ((bits & 1U) != 0)
                s.system.leap = 3;
            if ((bits & 2U) != 0)
                s.system.peer = 0;
            if ((bits & 4U) != 0)
                s.system.rootDistance = 2;
            if ((bits & 8U) != 0)
                s.associations[0].source.kind = SourceKind::LocalClock;
            if ((bits & 16U) != 0)
                s.system.panicOffset = 5000;
            QCOMPARE(judge(s).state == VerdictState::InSync, bits == 0);
        }
    }

    void namesThePeerAndCountsTheSources()
    {
        Snapshot s = healthy();
        s.associations.push_back(good(3, Tally::Falseticker));
        s.associations.push_back(localClock(4, Tally::Reject));
        AssociationSnapshot pool = good(5, Tally::Reject);
        pool.source.kind = SourceKind::Pool;
        s.associations.push_back(pool);
        const Verdict verdict = judge(s);
        QCOMPARE(verdict.peerName, std::string("ntp1.example"));
        QCOMPARE(verdict.peer, s.associations[0].remote);
        QCOMPARE(verdict.goodSources, 2);
        QCOMPARE(verdict.allSources, 3);
        QCOMPARE(verdict.stratum, 3);
    }

    void anOwnClockIsNeverSynchronised()
    { // Wish 13: also when good servers are there and the local clock won.
        Snapshot s = healthy();
        s.associations = {good(1, Tally::Reject), localClock(2, Tally::SystemPeer)};
        silence(s.associations[0]);
        s.system.peer = 2;
        s.system.stratum = 11;
        Verdict verdict = judge(s);
        QCOMPARE(verdict.state, VerdictState::OwnClock);
        QCOMPARE(verdict.reasons,
                 (std::vector<ReasonValue>{{Reason::RunsOnLocalClock, 11}, {Reason::NoSourceAnswers, 1}}));

        s.system.rootDistance = 7.9; // clients refuse it: that comes first
        QCOMPARE(judge(s).reasons.at(0), (ReasonValue{Reason::RootDistanceTooLarge, 7.9}));

        s.associations.clear();
        s.system.peer = 0;
        s.system.refid = 0x7f000001;
        QCOMPARE(judge(s).state, VerdictState::OwnClock);

        s.system.leap = 3;
        QCOMPARE(judge(s).state, VerdictState::NotInSync);
    }

    void saysWhyNothingIsFollowed_data()
    {
        QTest::addColumn<Snapshot>("snapshot");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<double>("value");
        Snapshot none = healthy();
        none.associations.clear();
        none.system = {};
        QTest::newRow("no sources") << none << Reason::NoSourceConfigured << 0.0;
        QTest::newRow("silent") << lost(silence) << Reason::NoSourceAnswers << 2.0;
        const auto denied = [](AssociationSnapshot &a) {
            silence(a);
            a.flash = engine::Flash::Denied;
        };
        QTest::newRow("dropped by our own rules") << lost(denied) << Reason::RepliesDropped << 2.0;
        QTest::newRow("sent away") << lost([denied](auto &a) {
            denied(a); // as DENY and RSTR do
            a.kissCode = 0x44454e59;
        }) << Reason::SentAway << 2.0;
        QTest::newRow("names") << lost([](auto &a) {
            silence(a);
            a.sent = 0;
            a.resolution = engine::Resolution::Failed;
        }) << Reason::NamesNotResolved
                               << 2.0;
        QTest::newRow("unsynchronised") << lost([](auto &a) {
            a.leap = 3;
            a.stratum = 16;
        }) << Reason::SourcesUnsynchronised
                                        << 0.0;
        QTest::newRow("stratum 0 of openntpd")
            << lost([](auto &a) { a.stratum = 0; }) << Reason::SourcesUnsynchronised << 0.0;
        QTest::newRow("too far") << lost([](auto &a) { a.rootDistance = 2 + a.id; })
                                 << Reason::RootDistanceTooLarge << 3.0;
        QTest::newRow("disagree") << lost([](auto &a) { a.tally = Tally::Falseticker; }) << Reason::NoMajority
                                  << 2.0;
        Snapshot few = lost([](auto &) {});
        few.selection.minSane = 3;
        QTest::newRow("too few") << few << Reason::TooFewSources << 3.0;
        QTest::newRow("nothing wrong") << lost([](auto &) {}) << Reason::StillMeasuring << 0.0;
    }

    void saysWhyNothingIsFollowed()
    {
        QFETCH(Snapshot, snapshot);
        QFETCH(Reason, reason);
        QFETCH(double, value);
        const Verdict verdict = judge(snapshot);
        QCOMPARE(verdict.state, VerdictState::NotInSync);
        QCOMPARE(verdict.reasons.at(0), (ReasonValue{reason, value}));
    }

    void isPatientInTheFirstMinutes()
    {
        Snapshot s = lost([](auto &) {});
        s.uptime = 100;
        QCOMPARE(judge(s).state, VerdictState::Starting);
        s = lost(silence);
        s.uptime = 10;
        QCOMPARE(judge(s).state, VerdictState::Starting);
        QCOMPARE(judge(s).reasons.at(0).reason, Reason::StillMeasuring);
        s.uptime = 40; // iburst is over: that nobody answered is a fact now
        QCOMPARE(judge(s).state, VerdictState::NotInSync);
        // What the sources say of themselves is said at once, and for how long it may mean nothing.
        s = lost([](auto &a) { a.stratum = 16; });
        s.uptime = 10;
        QCOMPARE(judge(s).state, VerdictState::Starting);
        QCOMPARE(judge(s).reasons,
                 (std::vector<ReasonValue>{{Reason::SourcesUnsynchronised, 0}, {Reason::StillMeasuring, 0}}));
        // A filter with empty places makes any source look far away.
        s = lost([](auto &a) {
            a.reach = 1;
            a.dispersion = a.rootDistance = 8;
        });
        s.uptime = 70;
        QCOMPARE(judge(s).reasons, (std::vector<ReasonValue>{{Reason::StillMeasuring, 0}}));
        s = lost([](auto &a) { a.tally = Tally::Falseticker; });
        s.uptime = 10;
        QCOMPARE(judge(s).state, VerdictState::NotInSync);
    }

    void tellsWhenTheOwnClockTakesOver()
    {
        Snapshot s;
        s.associations = {localClock(1, Tally::Reject)};
        s.uptime = 100;
        QCOMPARE(judge(s).state, VerdictState::Starting);
        QCOMPARE(judge(s).reasons, (std::vector<ReasonValue>{{Reason::WaitingForLocalClock, 200}}));
        s.uptime = 500;
        QCOMPARE(judge(s).state, VerdictState::NotInSync);

        s = lost(silence);
        s.associations.push_back(localClock(3, Tally::Reject));
        s.uptime = 120;
        QCOMPARE(judge(s).reasons, (std::vector<ReasonValue>{{Reason::NoSourceAnswers, 2},
                                                             {Reason::WaitingForLocalClock, 180}}));
    }

    void aKissIsNoRuleOfOurs()
    {
        AssociationSnapshot a = good(1, Tally::Reject);
        silence(a);
        a.flash = engine::Flash::Denied;
        QCOMPARE(troublesOf(a), std::vector{SourceTrouble::Denied});
        a.kissCode = 0x44454e59; // DENY and RSTR set the same flag
        QCOMPARE(troublesOf(a), std::vector{SourceTrouble::KissedAway});
    }

    void tellsWhyASourceIsNotUsed_data()
    {
        QTest::addColumn<int>("first"); // -1: none
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, int trouble,
                            const std::function<void(AssociationSnapshot &)> &change) {
            AssociationSnapshot a = good(1, Tally::Reject);
            change(a);
            const auto troubles = troublesOf(a);
            const int first = troubles.empty() ? -1 : static_cast<int>(troubles.front());
            QTest::newRow(name) << first << trouble;
        };
        const auto number = [](SourceTrouble trouble) { return static_cast<int>(trouble); };
        row("used", -1, [](auto &a) { a.tally = Tally::Candidate; });
        row("followed", -1, [](auto &a) { a.tally = Tally::SystemPeer; });
        row("looked up", number(SourceTrouble::NameUnresolved),
            [](auto &a) { a.resolution = engine::Resolution::Pending; });
        row("no such name", number(SourceTrouble::NameFailed),
            [](auto &a) { a.resolution = engine::Resolution::Failed; });
        row("not asked", number(SourceTrouble::NotAskedYet), [](auto &a) {
            a.reach = 0;
            a.sent = 0;
        });
        row("silent", number(SourceTrouble::NoAnswer), silence);
        row("kissed away", number(SourceTrouble::KissedAway), [](auto &a) {
            silence(a);
            a.kissCode = 0x52415445;
        });
        row("denied", number(SourceTrouble::Denied), [](auto &a) {
            silence(a);
            a.flash = engine::Flash::Denied;
        });
        row("wrong key", number(SourceTrouble::AuthenticationFailed), [](auto &a) {
            silence(a);
            a.flash = engine::Flash::Authentication;
        });
        row("noselect", number(SourceTrouble::NoSelect), [](auto &a) { a.source.noSelect = true; });
        row("unsynchronised", number(SourceTrouble::AnswersUnsynchronised), [](auto &a) { a.leap = 3; });
        row("stratum", number(SourceTrouble::StratumTooHigh), [](auto &a) {
            a.stratum = 15;
            a.flash = engine::Flash::PeerStratum;
        });
        row("loop", number(SourceTrouble::Loop), [](auto &a) { a.flash = engine::Flash::PeerLoop; });
        row("far", number(SourceTrouble::DistanceTooLarge), [](auto &a) { a.rootDistance = 3; });
        row("far by flash", number(SourceTrouble::DistanceTooLarge),
            [](auto &a) { a.flash = engine::Flash::PeerDistance; });
        row("young", number(SourceTrouble::StillMeasuring), [](auto &a) {
            a.tally = Tally::Reject;
            a.reach = 1;
            a.rootDistance = 8;
            a.dispersion = 7.9;
        });
        row("contradicts itself", number(SourceTrouble::PacketsInvalid), [](auto &a) {
            a.tally = Tally::Reject;
            a.flash = engine::Flash::Header;
        });
        row("falseticker", number(SourceTrouble::Falseticker), [](auto &a) { a.tally = Tally::Falseticker; });
        row("outlier", number(SourceTrouble::Outlier), [](auto &a) { a.tally = Tally::Outlier; });
        row("backup", number(SourceTrouble::Backup), [](auto &a) { a.tally = Tally::Backup; });
        row("own clock waits", number(SourceTrouble::LocalClockWaits),
            [](auto &a) { a.source.kind = SourceKind::LocalClock; });
    }

    void tellsWhyASourceIsNotUsed()
    {
        QFETCH(int, first);
        QTEST(first, "expected");
    }
};

QTEST_APPLESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
