// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"
#include "tests/unit/protocol/replay.h"

#include "core/monitor/controltarget.h"

#include "ui/associationmodel.h"
#include "ui/associationview.h"

#include <cmath>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;
using captures::Replay;
using Model = ui::AssociationModel;

namespace {

// The columns of ntpq's table behind the sign and the name.
constexpr std::array Columns{Model::RefidColumn, Model::StratumColumn, Model::TypeColumn,
                             Model::WhenColumn,  Model::PollColumn,    Model::ReachColumn,
                             Model::DelayColumn, Model::OffsetColumn,  Model::JitterColumn};

QStringList fields(const QString &line)
{
    return QStringList(line.left(1)) + line.mid(1).split(u' ', Qt::SkipEmptyParts);
}

// As text, or as numbers within the coarser of the two roundings.
bool isSame(const QString &shown, const QString &printed)
{
    bool isShown = false;
    bool isPrinted = false;
    const double a = QString(shown).remove(u'+').toDouble(&isShown);
    const double b = printed.toDouble(&isPrinted);
    return shown == printed || (isShown && isPrinted && std::abs(a - b) <= 0.00051);
}

} // namespace

// What real daemons of both families said, in the real window: each cell is what their own tool printed.
class TestReplayedWindow : public QObject
{
    Q_OBJECT

private slots:
    void eachCellIsWhatTheStockToolPrinted_data()
    {
        QTest::addColumn<QStringList>("recorded");
        QTest::addColumn<QString>("out");
        QTest::newRow("classic") << QStringList{u"C-clq-rv"_s, u"C-clq-p"_s} << u"C-clq-p"_s;
        QTest::newRow("ntpsec") << QStringList{u"S-secq-rv"_s, u"S-secq-lpeers"_s} << u"S-secq-lpeers"_s;
    }

    void eachCellIsWhatTheStockToolPrinted()
    {
        QFETCH(QStringList, recorded);
        QFETCH(QString, out);
        const Replay daemon(recorded);
        Window window;
        window.targets.choose(window.targets.watch(*transport::parsePlace(daemon.place())));
        window.main.showPage(u"sources"_s);
        const auto *table = window.find<ui::AssociationView>("source-table");
        const QStringList rows = captures::printed(out).mid(2);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), static_cast<int>(rows.size()), 10'000);
        for (int row = 0; row < rows.size(); ++row) {
            const QStringList printed = fields(rows[row]);
            const auto cell = [table, row](int column) {
                return table->model()->index(row, column).data().toString();
            };
            const QString sign = cell(Model::TallyColumn);
            QCOMPARE(sign.isEmpty() ? u" "_s : sign, printed[0]);
            const bool isLocal = printed[1].startsWith(u"127.127."_s) || printed[1].startsWith(u"LOCAL("_s);
            QVERIFY2(isLocal || cell(Model::RemoteColumn) == printed[1], qPrintable(rows[row]));
            for (std::size_t i = 0; i < Columns.size(); ++i)
                compareCell(Columns[i], cell(Columns[i]), printed[static_cast<qsizetype>(i) + 2], rows[row]);
        }
    }

private:
    void compareCell(Model::Column column, const QString &shown, const QString &printed, const QString &row)
    {
        if (column == Model::WhenColumn) { // depends on the moment, unless there is none
            QCOMPARE(shown == u"-"_s || shown == u"–"_s || shown.isEmpty(), printed == u"-"_s);
            return;
        }
        // Of a source that never answered the stock tool shows zeros; we show nothing, which is the truth.
        const bool neverMeasured = shown.isEmpty() && printed.toDouble() <= 0.0001;
        // ntpsec's tool writes the numeric form of a clock's refid.
        const QString clock = QString(printed).replace(u"127.127.1."_s, u"LOCAL("_s);
        const bool isClock = printed.startsWith(u"127.127.1."_s) && shown.startsWith(clock);
        const bool isBroadcast = column == Model::TypeColumn && printed == u"B"_s; // named by what it asks
        const auto *name = Model::ntpqName(column).data();
        QVERIFY2(isSame(shown, printed) || neverMeasured || isClock || isBroadcast,
                 qPrintable(QString::fromUtf8(name) + u": "_s + shown + u'\n' + row));
    }
};

QTEST_MAIN(TestReplayedWindow)
#include "tst_replayedwindow.moc"
