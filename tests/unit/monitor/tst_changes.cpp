// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/changes.h"
#include "core/wording/wording.h"

#include <QtTest>

#include <functional>

using namespace noonmark;
using namespace noonmark::monitor;
using engine::AssociationSnapshot;
using engine::EventKind;
using engine::Snapshot;

namespace {

using Change = std::function<void(Snapshot &)>;
using Kinds = std::vector<EventKind>;

AssociationSnapshot source(std::uint16_t id, std::uint32_t address)
{
    AssociationSnapshot result;
    result.id = id;
    result.source.name = "ntp" + std::to_string(id) + ".example";
    result.remote = {IpAddress::v4(address), 123};
    result.reach = 0377;
    result.leap = 0;
    result.stratum = 2;
    return result;
}

Snapshot healthy()
{
    Snapshot result;
    result.associations = {source(1, 0xc0000201), source(2, 0xc0000202)};
    result.system.leap = 0;
    result.system.peer = 1;
    result.uptime = 3600;
    return result;
}

std::string textOf(const Kinds &kinds)
{
    std::string text;
    for (const EventKind kind : kinds)
        text += std::to_string(static_cast<int>(kind)) + ' ';
    return text;
}

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Kinds)

class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void kindsOfChanges_data();
    void kindsOfChanges();
    void eventsNameTheirSource();
    void panicTellsTheRefusedCorrection();
    void refusalTellsWhoRefuses();
    void idsAreDealtAnewAtARestart();
    void poolMembersAreToldApartByAddress();
};

void TestChanges::kindsOfChanges_data()
{
    QTest::addColumn<Change>("before");
    QTest::addColumn<Change>("after");
    QTest::addColumn<Kinds>("kinds");
    const Change none = [](Snapshot &) {};
    const auto row = [](const char *name, const Change &before, const Change &after, const Kinds &kinds) {
        QTest::newRow(name) << before << after << kinds;
    };
    row("nothing", none, none, {});
    row("time passes", none,
        [](Snapshot &s) {
            s.uptime += 4;
            s.system.offset = 1e-3;
        },
        {});
    row("uptime not told", none, [](Snapshot &s) { s.uptime = 0; }, {});
    row("uptime read late", none, [](Snapshot &s) { s.uptime -= 1; }, {});
    row("restart", none, [](Snapshot &s) { s.uptime = 2; }, {EventKind::Restart});
    row("source added", none,
        [](Snapshot &s) {
            s.associations.push_back(source(3, 3));
            s.associations[2].reach = 0;
        },
        {EventKind::Mobilised});
    row("source added and answering", none, [](Snapshot &s) { s.associations.push_back(source(3, 3)); },
        {EventKind::Mobilised, EventKind::Reachable});
    row("source removed", none, [](Snapshot &s) { s.associations.pop_back(); }, {EventKind::Demobilised});
    row("reach lost", none, [](Snapshot &s) { s.associations[1].reach = 0; }, {EventKind::Unreachable});
    row("reach found", [](Snapshot &s) { s.associations[1].reach = 0; }, none, {EventKind::Reachable});
    row("one answer missed", none, [](Snapshot &s) { s.associations[1].reach = 0376; }, {});
    row("another peer", none, [](Snapshot &s) { s.system.peer = 2; }, {EventKind::BecameSystemPeer});
    row("no peer", none, [](Snapshot &s) { s.system.peer = 0; }, {EventKind::NoSystemPeer});
    row("a peer again", [](Snapshot &s) { s.system.peer = 0; }, none, {EventKind::BecameSystemPeer});
    row("synchronised", [](Snapshot &s) { s.system.leap = 3; }, none, {EventKind::ClockSync});
    row("leap announced", none, [](Snapshot &s) { s.system.leap = 1; }, {EventKind::LeapArmed});
    row("leap withdrawn", [](Snapshot &s) { s.system.leap = 2; }, none, {EventKind::LeapDisarmed});
    row("stepped", none,
        [](Snapshot &s) {
            s.system.lastEvent = 12;
            s.system.eventCount = 1;
        },
        {EventKind::ClockStep});
    row(
        "stepped long ago", [](Snapshot &s) { s.system.lastEvent = 12; },
        [](Snapshot &s) { s.system.lastEvent = 12; }, {});
    row("panic", none, [](Snapshot &s) { s.system.panicOffset = 4000; }, {EventKind::PanicStop});
    row("rate", none, [](Snapshot &s) { s.associations[1].kissCode = 0x52415445; },
        {EventKind::RateExceeded});
    row("deny", none, [](Snapshot &s) { s.associations[1].kissCode = 0x44454e59; },
        {EventKind::AccessDenied});
    row("denied by flash", none, [](Snapshot &s) { s.associations[1].flash = engine::Flash::Denied; },
        {EventKind::AccessDenied});
    row(
        "still denied", [](Snapshot &s) { s.associations[1].flash = engine::Flash::Denied; },
        [](Snapshot &s) { s.associations[1].flash = engine::Flash::Denied; }, {});
}

void TestChanges::kindsOfChanges()
{
    QFETCH(Change, before);
    QFETCH(Change, after);
    QFETCH(Kinds, kinds);
    Snapshot first = healthy();
    Snapshot second = healthy();
    before(first);
    after(second);
    Kinds found;
    for (const engine::Event &event : changes(first, second))
        found.push_back(event.kind);
    QCOMPARE(textOf(found), textOf(kinds));
}

void TestChanges::eventsNameTheirSource()
{
    Snapshot second = healthy();
    second.associations[1].reach = 0;
    const auto events = changes(healthy(), second);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events[0].source, std::string("ntp2.example (192.0.2.2)"));
    QCOMPARE(int(events[0].association), 2);
}

void TestChanges::panicTellsTheRefusedCorrection()
{
    Snapshot second = healthy();
    second.system.panicOffset = -4000;
    QCOMPARE(changes(healthy(), second).at(0).value, -4000.0);
}

void TestChanges::refusalTellsWhoRefuses()
{
    Snapshot second = healthy();
    second.associations[1].flash = engine::Flash::Denied;
    QVERIFY(wording::sentence(changes(healthy(), second).at(0)).contains(u"Our own"));
    second.associations[1].kissCode = 0x44454e59;
    QVERIFY(wording::sentence(changes(healthy(), second).at(0)).contains(u"refuses"));
}

void TestChanges::idsAreDealtAnewAtARestart()
{
    Snapshot second = healthy();
    second.uptime = 1;
    for (auto &association : second.associations)
        association.id = static_cast<std::uint16_t>(association.id + 100);
    second.system.peer = 101;
    const auto events = changes(healthy(), second);
    QCOMPARE(events.size(), std::size_t{1});
    QVERIFY(events[0].kind == EventKind::Restart);
}

void TestChanges::poolMembersAreToldApartByAddress()
{
    Snapshot first = healthy();
    for (auto &association : first.associations) {
        association.configured = false;
        association.source.name = "pool.example";
    }
    Snapshot second = first;
    second.associations.pop_back();
    const auto events = changes(first, second);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events[0].source, std::string("pool.example (192.0.2.2)"));
}

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
