// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"
#include "tests/unit/protocol/replay.h"

#include "core/monitor/controltarget.h"

#include "ui/associationmodel.h"
#include "ui/associationview.h"

#include <QDateTime>
#include <QDialog>
#include <QRegularExpression>
#include <QTableWidget>

#include <cmath>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;
using captures::Replay;
using Model = ui::AssociationModel;
using ui::ActionId;

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

// The columns that are shown only if asked for, as far as classic daemons tell them.
constexpr std::array OptionalColumns{
    Model::DispersionColumn, Model::RootDelayColumn, Model::RootDispersionColumn, Model::LocalColumn,
    Model::LeapColumn,       Model::KeyColumn,       Model::FlashColumn,          Model::UnreachColumn};

QString nameOf(int column)
{
    const std::string_view name = Model::ntpqName(column);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

// "+0.016 ms", "5 (32 s)", "15,937.500": the number that is meant.
double firstNumber(QString shown)
{
    static const QRegularExpression number(u"^[-0-9.]+"_s);
    shown.remove(u'+').remove(u',').replace(QChar(0x2212), u'-');
    const auto match = number.match(shown);
    return match.hasMatch() ? match.captured().toDouble() : std::nan("");
}

std::vector<double> numbers(const QString &list)
{
    std::vector<double> result;
    static const QRegularExpression blanks(u"[\\s\\x{a0}]+"_s);
    for (const QString &word : list.split(blanks, Qt::SkipEmptyParts))
        result.push_back(firstNumber(word));
    return result;
}

QString asDate(const QString &timestamp)
{
    const qint64 seconds = timestamp.mid(2, 8).toLongLong(nullptr, 16);
    return seconds == 0 ? u"\u2013"_s
                        : QDateTime::fromSecsSinceEpoch(seconds - NtpTimestamp::UnixEpoch)
                              .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

// ntpsec 1.2.2 sends stale bytes of its stack before the numbers of the filter.
std::vector<double> lastOf(std::vector<double> all, std::size_t count)
{
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(std::min(count, all.size())));
    return all;
}

// The places of the filter that hold something: others have a dispersion of 16 s.
bool isSameFilter(const QString &shown, const QString &raw, const QString &dispersions)
{
    constexpr std::size_t places = 8;
    std::vector<double> expected;
    const auto all = lastOf(numbers(raw), places);
    const auto limits = lastOf(numbers(dispersions), places);
    for (std::size_t i = 0; i < all.size() && i < limits.size(); ++i)
        if (limits[i] < 16000)
            expected.push_back(all[i]);
    const auto found = shown == u"\u2013"_s ? std::vector<double>() : numbers(shown);
    return found.size() == expected.size() &&
           std::equal(found.begin(), found.end(), expected.begin(),
                      [](double a, double b) { return std::abs(a - b) <= 0.0051; });
}

using Told = QHash<QString, QString>;

bool isSameVariable(const QString &name, const QString &shown, const Told &told)
{
    // ntpsec's 99 means that no packet has named one yet: then it is asked as often as we chose.
    const bool isUnknown = name == u"ppoll"_s && told[name] == u"99"_s;
    const QString raw = told[isUnknown ? u"hpoll"_s : name];
    if (name == u"reftime"_s || name == u"rec"_s)
        return shown == asDate(raw);
    if (name == u"reach"_s)
        return shown.startsWith(QString::number(raw.mid(2).toInt(nullptr, 16), 8) + u' ');
    if (name == u"flash"_s)
        return shown.mid(2).toInt(nullptr, 16) == raw.mid(2).toInt(nullptr, 16);
    if (name.startsWith(u"filt"_s))
        return isSameFilter(shown, raw, told[u"filtdisp"_s]);
    return shown == raw || std::abs(firstNumber(shown) - raw.toDouble()) <= 0.00051;
}

// Each association's variables as the daemon sent them.
QHash<int, Told> toldBy(const QString &capture)
{
    QHash<int, Told> result;
    for (const captures::Answer &answer : captures::answers(capture))
        if (answer.header.operation() == captures::ControlOpcode::ReadVariables &&
            answer.header.association != 0)
            for (const auto &[name, value] : protocol::parseControlVariables(answer.data))
                result[answer.header.association].insert(QString::fromStdString(name),
                                                         QString::fromStdString(value));
    return result;
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

    void restOfTheRowIsWhatTheDaemonTold_data() { eachCellIsWhatTheStockToolPrinted_data(); }

    void restOfTheRowIsWhatTheDaemonTold()
    {
        QFETCH(QStringList, recorded);
        QFETCH(QString, out);
        const Replay daemon(recorded);
        const QHash<int, Told> all = toldBy(out);
        Window window;
        window.targets.choose(window.targets.watch(*transport::parsePlace(daemon.place())));
        window.main.showPage(u"sources"_s);
        auto *table = window.find<ui::AssociationView>("source-table");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), static_cast<int>(all.size()), 10'000);
        for (int row = 0; row < all.size(); ++row) {
            const auto cell = [table, row](int column) {
                return table->model()->index(row, column).data().toString();
            };
            const Told told = all[cell(Model::IdColumn).toInt()];
            QVERIFY(!told.isEmpty());
            const bool hasAnswered = !told[u"rec"_s].startsWith(u"0x00000000."_s);
            for (const Model::Column column : OptionalColumns)
                // Of a source that never answered the stock tool shows numbers; we show nothing.
                QVERIFY2(
                    (cell(column).isEmpty() && !hasAnswered) ||
                        isSameVariable(nameOf(column), cell(column), told),
                    qPrintable(nameOf(column) + u": "_s + cell(column) + u" / "_s + told[nameOf(column)]));
            table->selectRow(row);
            compareDetails(window, told, cell(Model::RefidColumn));
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    // The dialog has a line for each variable that the daemon told.
    static void compareDetails(Window &window, const Told &told, const QString &refid)
    {
        window.main.actions()[ActionId::SourceDetails]->trigger();
        auto *variables = window.find<QTableWidget>("source-variables");
        for (auto it = told.begin(); it != told.end(); ++it) {
            const auto found = variables->findItems(it.key(), Qt::MatchExactly);
            QVERIFY2(found.size() == 1, qPrintable(it.key()));
            const QString shown = variables->item(found[0]->row(), 1)->text();
            const bool isSame =
                it.key() == u"refid"_s ? shown == refid : isSameVariable(it.key(), shown, told);
            QVERIFY2(isSame, qPrintable(it.key() + u": "_s + shown + u" / "_s + it.value()));
            QVERIFY2(!variables->item(found[0]->row(), 2)->text().isEmpty(), qPrintable(it.key()));
        }
        auto *dialog = window.find<QDialog>("source-details");
        dialog->close();
        QCoreApplication::sendPostedEvents(dialog,
                                           QEvent::DeferredDelete); // or the next row finds this one's
    }

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
