// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/recenthistory.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

engine::AssociationSnapshot association(const std::string &name, double sinceReceived, double offset)
{
    engine::AssociationSnapshot result;
    result.source.name = name;
    result.remote = {IpAddress::v4(0xc0000201), 123};
    result.reach = 1;
    result.sinceReceived = sinceReceived;
    result.offset = offset;
    result.jitter = 1e-5;
    return result;
}

Frame frame(qint64 seconds, std::vector<engine::AssociationSnapshot> associations)
{
    Frame result;
    result.unixMilliseconds = seconds * 1000;
    result.answered = true;
    result.snapshot.associations = std::move(associations);
    return result;
}

} // namespace

class TestRecentHistory : public QObject
{
    Q_OBJECT

private slots:
    void onePacketSeenInManyFramesIsOneSample();
    void silentSourceHasNoSamples();
    void slotsFollowFirstAppearanceAndStay();
    void membersOfAPoolAreToldApart();
    void systemOffsetIsKeptEveryFourSecondsWhileThereIsAPeer();
    void everyQuantityOfAPacketIsKept();
    void sourcesThatAreLongGoneMakeRoom();
};

void TestRecentHistory::onePacketSeenInManyFramesIsOneSample()
{
    RecentHistory history;
    for (int i = 0; i < 20; ++i)
        history.add(frame(1000 + i, {association("a.example", i, 0.5)}));
    history.add(frame(1020, {association("a.example", 0, 0.25)}));
    const auto &samples = history.find(u"a.example"_s)->of(Quantity::Offset)->samples();
    QCOMPARE(samples.size(), std::size_t{2});
    QCOMPARE(samples[0].time, 1000.0);
    QCOMPARE(samples[1].value, 0.25);
    QCOMPARE(history.find(u"a.example"_s)->of(Quantity::Jitter)->samples().size(), std::size_t{2});
}

void TestRecentHistory::silentSourceHasNoSamples()
{
    RecentHistory history;
    auto silent = association("a.example", 0, 0);
    silent.sinceReceived.reset();
    silent.reach = 0;
    history.add(frame(1000, {silent}));
    QCOMPARE(history.sources().size(), std::size_t{1});
    QVERIFY(!history.sources().front().hasMeasured());
}

void TestRecentHistory::slotsFollowFirstAppearanceAndStay()
{
    RecentHistory history;
    history.add(frame(1, {association("a", 0, 0), association("b", 0, 0)}));
    history.add(frame(2, {association("c", 0, 0), association("b", 0, 0)}));
    history.clear();
    history.add(frame(3, {association("b", 0, 0), association("a", 0, 0)}));
    QCOMPARE(history.find(u"a"_s)->slot, 0);
    QCOMPARE(history.find(u"b"_s)->slot, 1);
    QCOMPARE(history.find(u"c"_s)->slot, 2);
}

void TestRecentHistory::membersOfAPoolAreToldApart()
{
    auto first = association("pool.example", 0, 0);
    first.configured = false;
    auto second = first;
    second.remote.address = IpAddress::v4(0xc0000202);
    RecentHistory history;
    history.add(frame(1, {first, second}));
    QCOMPARE(history.sources().size(), std::size_t{2});
    QCOMPARE(history.sources()[1].name, u"192.0.2.2 (pool.example)"_s);
}

void TestRecentHistory::systemOffsetIsKeptEveryFourSecondsWhileThereIsAPeer()
{
    RecentHistory history;
    for (int i = 0; i < 9; ++i) {
        Frame news = frame(1000 + i, {});
        news.snapshot.system.peer = 1;
        history.add(news);
    }
    history.add(frame(1020, {}));
    QCOMPARE(history.system().of(Quantity::Offset)->samples().size(), std::size_t{3});
}

void TestRecentHistory::everyQuantityOfAPacketIsKept()
{
    RecentHistory history;
    auto seen = association("a.example", 0, 0.5);
    seen.delay = 0.25;
    seen.dispersion = 0.125;
    seen.reach = 0b1011;
    seen.rootDistance = 0.75;
    Frame news = frame(1000, {seen});
    news.snapshot.system.peer = 1;
    news.snapshot.system.frequency = -7.5;
    history.add(news);
    const SourceHistory *source = history.find(u"a.example"_s);
    const auto value = [source](Quantity quantity) { return source->of(quantity)->samples().back().value; };
    QCOMPARE(value(Quantity::Delay), 0.25);
    QCOMPARE(value(Quantity::Dispersion), 0.125);
    QCOMPARE(value(Quantity::Reach), 3.0); // of the last eight questions
    QCOMPARE(value(Quantity::RootDistance), 0.75);
    QVERIFY(!source->of(Quantity::Frequency)); // has none of its own
    QCOMPARE(history.system().of(Quantity::Frequency)->samples().back().value, -7.5);
    QCOMPARE(source->of(Quantity::Offset)->samples().back().error, 0.75);
}

void TestRecentHistory::sourcesThatAreLongGoneMakeRoom()
{
    RecentHistory history;
    for (int i = 0; i < 200; ++i)
        history.add(frame(i, {association("s" + std::to_string(i), 0, 0)}));
    QCOMPARE(history.sources().size(), std::size_t{64});
    QVERIFY(history.find(u"s199"_s));
    QVERIFY(!history.find(u"s0"_s));
}

QTEST_APPLESS_MAIN(TestRecentHistory)
#include "tst_recenthistory.moc"
