// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/controlsnapshot.h"

#include "core/engine/controlresponder.h"
#include "tests/unit/protocol/captures.h"
#include "tests/unit/protocol/samplesnapshot.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::protocol;
using transport::ControlReading;
using transport::snapshotFromVariables;

namespace {

// Puts the captures of `rv` and of a table together, as if they were one reading.
ControlReading recorded(const QString &system, const QString &table)
{
    ControlReading reading;
    const auto rv = captures::answers(system).at(0);
    reading.systemStatus = rv.header.status;
    reading.system = parseControlVariables(rv.data);
    for (const captures::Answer &answer : captures::answers(table))
        if (answer.header.association != 0)
            reading.associations.push_back(
                {answer.header.association, answer.header.status, parseControlVariables(answer.data)});
    return reading;
}

std::string ask(const engine::Snapshot &snapshot, std::uint16_t association, std::string_view names,
                std::uint16_t *status = nullptr)
{
    ControlHeader header;
    header.opcode = 2;
    header.association = association;
    ControlReassembly reassembly;
    for (const auto &packet : engine::ControlResponder({}).respond(controlRequest(header, names), snapshot)) {
        const auto reply = decodeControl(packet);
        reassembly.add(*reply, *controlData(*reply, packet));
        if (status != nullptr)
            *status = reply->status;
    }
    return reassembly.data();
}

ControlReading readingOf(const engine::Snapshot &snapshot)
{
    ControlReading reading;
    const auto all = [&](std::uint16_t association, std::string_view listName, std::uint16_t &status) {
        const auto list = parseControlVariables(ask(snapshot, association, listName)).at(0).second;
        ControlVariables variables;
        for (const std::string_view name : parseControlNames(list)) {
            const auto parsed = parseControlVariables(ask(snapshot, association, name, &status));
            variables.insert(variables.end(), parsed.begin(), parsed.end());
        }
        return variables;
    };
    reading.system = all(0, "sys_var_list", reading.systemStatus);
    for (const engine::AssociationSnapshot &association : snapshot.associations) {
        std::uint16_t status = 0;
        auto variables = all(association.id, "peer_var_list", status);
        reading.associations.push_back({association.id, status, std::move(variables)});
    }
    return reading;
}

engine::AssociationSnapshot single(std::string_view text)
{
    ControlReading reading;
    reading.associations.push_back({7, 0x9014, parseControlVariables(text)});
    return snapshotFromVariables(reading).associations.at(0);
}

} // namespace

class ControlSnapshotTest : public QObject
{
    Q_OBJECT

private slots:
    void readsClassicNtpd()
    {
        const auto s = snapshotFromVariables(recorded(QStringLiteral("C-clq-rv"), QStringLiteral("C-clq-p")));
        QCOMPARE(s.system.leap, std::uint8_t{0});
        QCOMPARE(s.system.stratum, std::uint8_t{7});
        QCOMPARE(s.system.refid, 0x0a630001U);
        QCOMPARE(s.system.rootDelay, 0.000014);
        QCOMPARE(s.system.rootDispersion, 0.449634);
        QCOMPARE(s.system.systemJitter, 0.000023843);
        QCOMPARE(s.system.peer, std::uint16_t{777});
        QCOMPARE(s.system.statusSource, std::uint8_t{6});
        QCOMPARE(s.associations.size(), 8U);

        const auto &first = s.associations[0];
        QCOMPARE(first.id, std::uint16_t{777});
        QCOMPARE(QString::fromStdString(first.remote.toString()), QStringLiteral("10.99.0.1:123"));
        QCOMPARE(first.refid, 0x7f7f0100U);
        QCOMPARE(first.reach, std::uint8_t{017});
        QVERIFY(first.sinceReceived && *first.sinceReceived > 0 && *first.sinceReceived < 300);
        QCOMPARE(QString::fromStdString(s.associations[3].remote.address.toString()),
                 QStringLiteral("fd99::1"));
        QCOMPARE(s.associations[5].source.kind, engine::SourceKind::Peer);

        const auto &local = s.associations[7];
        QCOMPARE(local.source.kind, engine::SourceKind::LocalClock);
        QCOMPARE(local.source.localRefid, std::string("LOCL"));
        QCOMPARE(local.stratum, std::uint8_t{10});
        QCOMPARE(local.filter[0].dispersion, 0.0);
        QCOMPARE(local.filter[7].dispersion, 16.0);
    }

    void readsNtpsecInSpiteOfItsLeaks()
    {
        const auto s =
            snapshotFromVariables(recorded(QStringLiteral("S-secq-rv"), QStringLiteral("S-secq-lpeers")));
        QCOMPARE(s.system.statusSource, std::uint8_t{6}); // it says 0 (issue 816)
        QCOMPARE(s.system.frequency, 0.0);
        QCOMPARE(s.system.clockJitter, 0.000006176);
        QCOMPARE(s.associations.size(), 6U);
        const auto &first = s.associations[0];
        QCOMPARE(first.peerPoll, first.hostPoll); // it says 99
        QVERIFY(first.delay > 10e-6 && first.delay < 1e-3);
        for (const engine::FilterStage &stage : first.filter)
            QVERIFY(stage.delay > 0 && stage.delay < 1e-3);
        QCOMPARE(s.associations[1].tally, engine::Tally::SystemPeer);
        const auto &local = s.associations[5];
        QCOMPARE(local.source.kind, engine::SourceKind::LocalClock);
        QCOMPARE(local.source.name, std::string("LOCAL(0)"));
        QCOMPARE(local.refid, refidFromText("LOCL"));
    }

    void readsBackWhatNoonmarkTells()
    {
        engine::Snapshot told = sampleSnapshot();
        told.system.observing = true;
        told.system.panicOffset = -1200.5;
        told.system.uncertainty = 0.0009;
        told.system.expectedError = 0.0012;
        told.system.frequencyUncertainty = 0.031;
        told.associations[1].keyState = engine::KeyState::Untrusted;
        told.selection.minSane = 2;
        told.associations[1].source.noSelect = true;
        told.associations[1].resolution = engine::Resolution::Done;
        told.associations[1].kissCode = refidFromText("RATE");
        const engine::Snapshot read = snapshotFromVariables(readingOf(told));
        QCOMPARE(read.system.observing, true);
        QCOMPARE(read.system.panicOffset, told.system.panicOffset);
        QCOMPARE(read.system.state, told.system.state);
        QCOMPARE(read.system.uncertainty, told.system.uncertainty);
        QCOMPARE(read.system.expectedError, told.system.expectedError);
        QCOMPARE(read.system.frequencyUncertainty, told.system.frequencyUncertainty);
        QCOMPARE(read.system.eventCount, told.system.eventCount);
        QCOMPARE(read.selection.minSane, 2);
        QCOMPARE(read.counters, told.counters);
        QCOMPARE(read.associations.size(), told.associations.size());
        for (std::size_t i = 0; i < told.associations.size(); ++i) {
            const auto &a = told.associations[i];
            const auto &b = read.associations[i];
            QCOMPARE(b.source.kind, a.source.kind);
            QCOMPARE(b.source.name, a.source.name);
            QCOMPARE(b.source.noSelect, a.source.noSelect);
            QCOMPARE(b.resolution, a.resolution);
            QCOMPARE(b.kissCode, a.kissCode);
            QCOMPARE(b.keyState, a.keyState);
            QCOMPARE(b.tally, a.tally);
            QCOMPARE(b.refid, a.refid);
            QCOMPARE(b.received, a.received);
            QVERIFY(qFuzzyCompare(1 + b.offset, 1 + a.offset));
            QVERIFY(qFuzzyCompare(1 + b.rootDistance, 1 + a.rootDistance));
            QCOMPARE(b.sent, a.sent);
            QCOMPARE(b.accepted, a.accepted);
            QCOMPARE(b.bogus, a.bogus);
            QCOMPARE(b.reach, a.reach);
        }
    }

    void takesNoNonsense()
    {
        const auto a =
            single("srcadr=nobody, stratum=999, reach=0x1ff, delay=1e308, offset=-------, jitter=nan, "
                   "dispersion=inf, hpoll=-200, flash=0xffffffffff, rec=0x1.2, filtdelay=1 2 3, "
                   "leap=-1, unreach=-5, headway=, refid=");
        const engine::AssociationSnapshot unknown;
        QCOMPARE(a.stratum, unknown.stratum);
        QCOMPARE(a.reach, unknown.reach);
        QCOMPARE(a.delay, unknown.delay);
        QCOMPARE(a.offset, unknown.offset);
        QCOMPARE(a.jitter, unknown.jitter);
        QCOMPARE(a.dispersion, unknown.dispersion);
        QCOMPARE(a.hostPoll, unknown.hostPoll);
        QCOMPARE(a.flash, unknown.flash);
        QCOMPARE(a.leap, unknown.leap);
        QVERIFY(a.received.isZero() && !a.sinceReceived);
        QCOMPARE(a.filter, unknown.filter);
        QCOMPARE(a.sent, std::uint64_t{0});
        QCOMPARE(snapshotFromVariables({}).associations.size(), 0U);
    }

    void countsQuestionsWithoutCounters()
    {
        const auto a = single("reach=0x0, unreach=12, refid=INIT, srcadr=192.0.2.1");
        QCOMPARE(a.sent, std::uint64_t{12});
        QCOMPARE(a.accepted, std::uint64_t{0});
    }

    void theAgeOfAnAnswerIsByTheServersClock()
    { // PROTOCOL 10.12: the clock of a remote host may be wrong by years, and ours knows nothing of it.
        const auto since = [](std::string_view clock, std::string_view received) {
            ControlReading reading;
            reading.system = parseControlVariables("clock=" + std::string(clock));
            reading.associations.push_back({7, 0x9014, parseControlVariables("rec=" + std::string(received))});
            return snapshotFromVariables(reading).associations.at(0).sinceReceived;
        };
        QCOMPARE(since("0xeeaa8342.80000000", "0xeeaa8332.80000000"), std::optional(16.0));
        QCOMPARE(since("0x12345678.00000000", "0x12345670.00000000"), std::optional(8.0)); // 1909, or 2045
        // Set back since, or heard after the clock was read: new, never "-" nor an age below nothing.
        QCOMPARE(since("0xeeaa8342.80000000", "0xeeaa8343.80000000"), std::optional(0.0));
        QCOMPARE(since("0x00000010.00000000", "0xfffffff0.00000000"), std::optional(32.0)); // over the end of the era
        QCOMPARE(since("0xeeaa8342.80000000", "0x00000000.00000000"), std::nullopt); // never
        QCOMPARE(since("nonsense", "0xeeaa8342.80000000"), std::nullopt);
    }

    void knowsPlaceholdersAndKisses()
    {
        QCOMPARE(single("srcadr=0.0.0.0, srchost=\"pool.example\", refid=POOL, hmode=3").source.kind,
                 engine::SourceKind::Pool);
        QCOMPARE(single("srcadr=0.0.0.0, srchost=\"ntp.example\", refid=DNS, hmode=3").resolution,
                 engine::Resolution::Pending);
        QCOMPARE(single("srcadr=192.0.2.1, refid=RATE, stratum=16").kissCode, refidFromText("RATE"));
        QCOMPARE(single("srcadr=127.127.28.0, srchost=\"SHM(0)\", refid=GPS, stratum=0").source.kind,
                 engine::SourceKind::Server);
    }
};

QTEST_APPLESS_MAIN(ControlSnapshotTest)
#include "tst_controlsnapshot.moc"
