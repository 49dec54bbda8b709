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
    void copiesTabSeparatedText();
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

void TestAssociationModel::copiesTabSeparatedText()
{
    AssociationModel model(slotZero);
    model.update(sources({source("192.0.2.1", Tally::SystemPeer, 0.000214)}));
    const QStringList lines = model.toText({model.index(0, 0)}).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].split(u'\t').size(), int(AssociationModel::ColumnCount));
    const QStringList cells = lines[1].split(u'\t');
    QCOMPARE(cells[AssociationModel::TallyColumn], u"*"_s);
    QCOMPARE(cells[AssociationModel::ReachColumn], u"377"_s);
    QCOMPARE(cells[AssociationModel::OffsetColumn], u"+0.214"_s);
}

QTEST_MAIN(TestAssociationModel)
#include "tst_associationmodel.moc"
