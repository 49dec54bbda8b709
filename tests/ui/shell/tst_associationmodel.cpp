// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/associationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace noonmark;
using namespace noonmark::test;
using engine::Tally;
using ui::AssociationModel;
using namespace Qt::Literals::StringLiterals;

class TestAssociationModel : public QObject
{
    Q_OBJECT

private slots:
    void rowsFollowTheSnapshotWithoutAReset();
    void onlyChangedCellsAreAnnounced();
    void selectionStaysWithItsSource();
    void showsTheLocalClockAsNtpqDoes();
    void whatWasNeverMeasuredIsBlankAndSortsLast();
    void sortsByValueNotByText();
    void troubleIsExplainedInEveryCell();
    void rejectedSourcesAlwaysHaveAReason();
};

namespace {

QString cell(const AssociationModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

int slotZero(const QString & /*key*/)
{
    return 0;
}

auto sources(std::vector<engine::AssociationSnapshot> list)
{
    return frame(0, std::move(list)).snapshot.associations;
}

} // namespace

void TestAssociationModel::rowsFollowTheSnapshotWithoutAReset()
{
    AssociationModel model(slotZero);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    auto all =
        sources({source("192.0.2.1", Tally::SystemPeer, 1e-3), source("192.0.2.2", Tally::Candidate, 2e-3),
                 source("192.0.2.3", Tally::Outlier, 3e-3)});
    model.update(all);
    QCOMPARE(model.rowCount(), 3);
    model.update({all[0], all[2]});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, AssociationModel::RemoteColumn), u"192.0.2.3"_s);
    model.update(all);
    QCOMPARE(cell(model, 1, AssociationModel::RemoteColumn), u"192.0.2.2"_s);
    model.update({all[2], all[0], all[1]});
    QCOMPARE(cell(model, 0, AssociationModel::RemoteColumn), u"192.0.2.3"_s);
    QCOMPARE(cell(model, 2, AssociationModel::RemoteColumn), u"192.0.2.2"_s);
    model.update({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestAssociationModel::onlyChangedCellsAreAnnounced()
{
    AssociationModel model(slotZero);
    auto all =
        sources({source("192.0.2.1", Tally::SystemPeer, 1e-3), source("192.0.2.2", Tally::Candidate, 2e-3)});
    model.update(all);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update(all);
    QCOMPARE(changes.count(), 0);
    all[1].offset = 5e-3;
    model.update(all);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), model.index(1, AssociationModel::OffsetColumn));
}

void TestAssociationModel::selectionStaysWithItsSource()
{
    AssociationModel model(slotZero);
    const auto all =
        sources({source("192.0.2.1", Tally::SystemPeer, 1e-3), source("192.0.2.2", Tally::Candidate, 2e-3)});
    model.update(all);
    const QPersistentModelIndex second(model.index(1, 0));
    model.update({all[1]});
    QCOMPARE(second.row(), 0);
}

void TestAssociationModel::showsTheLocalClockAsNtpqDoes()
{
    AssociationModel model(slotZero);
    model.update(sources({localClock()}));
    QCOMPARE(cell(model, 0, AssociationModel::TallyColumn), u"*"_s);
    QCOMPARE(cell(model, 0, AssociationModel::RemoteColumn), u"LOCAL(0)"_s);
    QCOMPARE(cell(model, 0, AssociationModel::TypeColumn), u"l"_s);
    QCOMPARE(model.index(0, 0).data(AssociationModel::MeaningRole).toInt(),
             static_cast<int>(ui::Meaning::OwnClock));
}

void TestAssociationModel::whatWasNeverMeasuredIsBlankAndSortsLast()
{
    auto silent = source("192.0.2.9", Tally::Reject, 0);
    silent.sinceReceived.reset();
    silent.reach = 0;
    AssociationModel model(slotZero);
    model.update(sources({silent, source("192.0.2.1", Tally::SystemPeer, 1e-3)}));
    QCOMPARE(cell(model, 0, AssociationModel::OffsetColumn), QString());
    QCOMPARE(cell(model, 0, AssociationModel::WhenColumn), u"-"_s);
    QCOMPARE(cell(model, 0, AssociationModel::ReachColumn), u"0"_s);
    const auto sortKey = [&model](int row) {
        return model.index(row, AssociationModel::OffsetColumn).data(AssociationModel::SortRole).toDouble();
    };
    QVERIFY(sortKey(0) > sortKey(1));
}

void TestAssociationModel::sortsByValueNotByText()
{
    auto fast = source("192.0.2.1", Tally::SystemPeer, 0.0009);
    auto slow = source("192.0.2.2", Tally::Candidate, 0.0100);
    fast.hostPoll = 6;
    slow.hostPoll = 10;
    AssociationModel model(slotZero);
    model.update(sources({slow, fast}));
    const auto raw = [&model](int row, int column) {
        return model.index(row, column).data(AssociationModel::SortRole).toDouble();
    };
    // As text "1024" would stand before "64".
    QVERIFY(raw(0, AssociationModel::PollColumn) > raw(1, AssociationModel::PollColumn));
    QVERIFY(raw(0, AssociationModel::OffsetColumn) > raw(1, AssociationModel::OffsetColumn));
}

void TestAssociationModel::troubleIsExplainedInEveryCell()
{
    auto liar = source("<b>192.0.2.1", Tally::Falseticker, 1);
    liar.flash = engine::Flash::PeerDistance;
    liar.refid = 0x49'4e'49'54; // INIT
    liar.stratum = 16;
    AssociationModel model(slotZero);
    model.update(sources({liar}));
    for (int column = 0; column < AssociationModel::ColumnCount; ++column) {
        const QModelIndex here = model.index(0, column);
        QVERIFY2(!here.data(Qt::ToolTipRole).toString().isEmpty(), qPrintable(QString::number(column)));
        QVERIFY2(!here.data(Qt::WhatsThisRole).toString().isEmpty(), qPrintable(QString::number(column)));
        QVERIFY(!here.data(Qt::ToolTipRole).toString().contains(u"<b>"_s)); // the network's text stays text
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        // A head of its own, not ntpq's bare name.
        QVERIFY(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() !=
                QLatin1StringView(AssociationModel::ntpqName(column).data()));
    }
    const auto tip = [&model](int column) { return model.index(0, column).data(Qt::ToolTipRole).toString(); };
    QVERIFY(tip(AssociationModel::RefidColumn).contains(u"has not answered yet"_s));
    QVERIFY(tip(AssociationModel::FlashColumn).contains(u"root distance"_s));
    QCOMPARE(cell(model, 0, AssociationModel::FlashColumn), u"0x0400"_s);
    QCOMPARE(cell(model, 0, AssociationModel::AuthColumn), u"none"_s);
}

void TestAssociationModel::rejectedSourcesAlwaysHaveAReason()
{
    AssociationModel model(slotZero);
    auto rejected = source("192.0.2.1", Tally::Reject, 1e-3);
    for (std::uint32_t bit = 0; bit <= 0x1000; bit = bit == 0 ? 1 : bit << 1) {
        for (const std::uint8_t reach : {std::uint8_t{0}, std::uint8_t{1}, std::uint8_t{0377}}) {
            rejected.flash = bit;
            rejected.reach = reach;
            model.update(sources({rejected}));
            const QString why = cell(model, 0, AssociationModel::WhyColumn);
            QVERIFY2(why != u"rejected"_s && !why.isEmpty(), qPrintable(u"flash %1"_s.arg(bit, 0, 16)));
        }
    }
}

QTEST_MAIN(TestAssociationModel)
#include "tst_associationmodel.moc"
