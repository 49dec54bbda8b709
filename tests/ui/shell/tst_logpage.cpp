// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/chart/eventflags.h"
#include "ui/journalmodel.h"
#include "ui/sessionjournal.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <array>

using namespace noonmark;
using namespace noonmark::test;
using engine::EventKind;
using monitor::JournalKind;
using namespace Qt::Literals::StringLiterals;

namespace {

engine::Event happening(EventKind kind, const std::string &source = {}, double value = 0)
{
    engine::Event result;
    result.kind = kind;
    result.source = source;
    result.value = value;
    return result;
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

class TestLogPage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatWillStandThere();
    void newestStandsFirst();
    void searchFindsInEveryColumn();
    void sentencesKeepTheirRoomInANarrowWindow();
    void copiesRowsWithAHead();
    void entryOfAFlagIsShown();
    void markupFromOutsideStaysText();
    void editsAndSwitchesAreWrittenDown();
    void flagsAreThoseThatExplainACurve();
    void topicsNarrowTheLog();
    void savesWhatIsShown();
    void earlierRunsStandBelow();
    void whoeverStepsTheClockIsNamed();
};

void TestLogPage::saysWhatWillStandThere()
{
    Window window;
    window.main.showPage(u"log"_s);
    QVERIFY(window.find<QLabel>("log-empty")->isVisible());
    window.journal.add({.kind = JournalKind::TargetAnswers});
    QVERIFY(!window.find<QLabel>("log-empty")->isVisible());
}

void TestLogPage::newestStandsFirst()
{
    Window window;
    emit window.target.eventHappened(happening(EventKind::Restart));
    emit window.target.eventHappened(happening(EventKind::BecameSystemPeer, "192.0.2.10"));
    const auto *table = window.find<QTableView>("log-table");
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(cell(*table, 0, 1), u"✓ 192.0.2.10 is followed now."_s);
    QCOMPARE(cell(*table, 0, 2), u"192.0.2.10"_s);
    QCOMPARE(cell(*table, 0, 3), u"This program"_s);
    QCOMPARE(cell(*table, 1, 1), u"The engine started."_s);
}

void TestLogPage::sentencesKeepTheirRoomInANarrowWindow()
{
    Window window;
    window.main.showPage(u"log"_s);
    const auto *table = window.find<QTableView>("log-table");
    QVERIFY(!table->isColumnHidden(ui::JournalModel::Source));
    window.main.resize(window.main.minimumSizeHint());
    QTRY_VERIFY(table->isColumnHidden(ui::JournalModel::Source));
    QVERIFY(table->columnWidth(ui::JournalModel::What) > 20 * table->fontMetrics().horizontalAdvance(u'0'));
}

void TestLogPage::searchFindsInEveryColumn()
{
    Window window;
    window.journal.add({.target = u"ntp9.example"_s, .kind = JournalKind::TargetAnswers});
    emit window.target.eventHappened(happening(EventKind::Reachable, "192.0.2.10"));
    window.main.showPage(u"log"_s);
    const auto *table = window.find<QTableView>("log-table");
    auto *search = window.find<QLineEdit>("log-filter");
    for (const auto &text : {u"NTP9"_s, u"daemon answers"_s}) {
        search->setText(text);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(*table, 0, 3), u"ntp9.example"_s);
    }
    search->setText(u"[nothing("_s);
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(window.find<QLabel>("log-empty")->text().contains(u"[nothing("_s));
}

void TestLogPage::copiesRowsWithAHead()
{
    Window window;
    window.journal.add({.unixMilliseconds = 1'790'000'000'000, .kind = JournalKind::TargetAnswers});
    window.journal.add({.unixMilliseconds = 1'790'000'001'000, .kind = JournalKind::TargetAnswers});
    window.main.showPage(u"log"_s);
    const auto *page = qobject_cast<ui::LogPage *>(window.main.currentPage());
    const QStringList all = page->rowsAsText().split(u'\n');
    QCOMPARE(all.size(), 4); // head, two rows, the end of the last line
    QCOMPARE(all[0], u"Time\tWhat happened\tSource\tDaemon"_s);
    QVERIFY(all[1].endsWith(u"\t✓ The daemon answers.\t\tThis program"_s));
    window.find<QTableView>("log-table")->selectRow(1);
    window.main.actions()[ui::ActionId::CopyTable]->trigger();
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 3);
}

void TestLogPage::entryOfAFlagIsShown()
{
    Window window;
    for (int i = 0; i < 5; ++i)
        window.journal.add({.kind = JournalKind::TargetAnswers});
    window.main.showPage(u"log"_s);
    window.find<QLineEdit>("log-filter")->setText(u"nothing"_s);
    qobject_cast<ui::LogPage *>(window.main.currentPage())->showEntry(monitor::Journal::FirstOfRun + 2);
    const auto rows = window.find<QTableView>("log-table")->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().row(), 3); // the newest of five stands first
}

void TestLogPage::markupFromOutsideStaysText()
{
    Window window;
    emit window.target.eventHappened(happening(EventKind::Reachable, "<b>x</b>\x1b[31m"));
    const auto *table = window.find<QTableView>("log-table");
    QVERIFY(!cell(*table, 0, 1).contains(u'\x1b'));
    QVERIFY(table->model()->index(0, 1).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
}

void TestLogPage::editsAndSwitchesAreWrittenDown()
{
    Window window;
    window.openText("server 192.0.2.1\n");
    ui::SessionJournal writer(window.session, window.journal);
    window.session.switchSourceMode(config::SourceMode::Isolated, 10);
    QCOMPARE(window.journal.entries().size(), std::size_t{1});
    QVERIFY(window.journal.entries().back().kind == JournalKind::ModeSwitched);
    QVERIFY(window.journal.entries().back().mode == config::SourceMode::Isolated);
    window.session.undoStack()->undo();
    QVERIFY(window.journal.entries().back().mode == config::SourceMode::Upstream);
    window.session.push(config::addLines(window.session.document(), {"server 192.0.2.2"}), u"add a server"_s);
    QVERIFY(window.journal.entries().back().kind == JournalKind::Edited);
    QCOMPARE(window.journal.entries().back().detail, u"add a server"_s);
    window.session.undoStack()->undo();
    QVERIFY(window.journal.entries().back().kind == JournalKind::EditTakenBack);
    writer.applied(2);
    QCOMPARE(window.journal.entries().back().count, 2);
    QCOMPARE(window.journal.entries().size(), std::size_t{5});
}

void TestLogPage::flagsAreThoseThatExplainACurve()
{
    Window window;
    emit window.target.eventHappened(happening(EventKind::Popcorn, "192.0.2.10", 0.1));
    emit window.target.eventHappened(happening(EventKind::ClockDisturbed, {}, 0.5));
    window.journal.add({.target = u"ntp9.example"_s, .kind = JournalKind::TargetSilent});
    const auto own = ui::eventFlags(window.journal, {});
    QCOMPARE(own.size(), std::size_t{1});
    QVERIFY(own[0].text.contains(u"Somebody else set the clock"_s));
    QCOMPARE(own[0].number, monitor::Journal::FirstOfRun + 2);
    QCOMPARE(ui::eventFlags(window.journal, u"ntp9.example"_s).size(), std::size_t{1});
}

void TestLogPage::topicsNarrowTheLog()
{
    Window window;
    emit window.target.eventHappened(happening(EventKind::Reachable, "192.0.2.10"));
    window.journal.add({.kind = JournalKind::TargetAnswers});
    window.journal.add({.kind = JournalKind::Edited, .detail = u"something"_s});
    const auto *table = window.find<QTableView>("log-table");
    auto *topic = window.find<QComboBox>("log-topic");
    QCOMPARE(topic->count(), 5);
    const std::array rows{3, 0, 1, 1, 1}; // everything, clock, sources, daemons, file
    for (int i = 0; i < topic->count(); ++i) {
        topic->setCurrentIndex(i);
        QCOMPARE(table->model()->rowCount(), rows[static_cast<std::size_t>(i)]);
    }
}

void TestLogPage::savesWhatIsShown()
{
    Window window;
    window.journal.add({.kind = JournalKind::Edited, .detail = u"say \"yes\""_s});
    window.journal.add({.kind = JournalKind::TargetAnswers});
    window.find<QLineEdit>("log-filter")->setText(u"yes"_s);
    auto *page = window.main.findChild<ui::LogPage *>();
    const QString path = window.folder.filePath(u"log.csv"_s);
    QVERIFY(page->save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[1].contains("say \"\"yes\"\""));
    QVERIFY(!page->save(window.folder.filePath(u"absent/log.csv"_s)));
}

void TestLogPage::earlierRunsStandBelow()
{
    Window window;
    window.journal.add({.kind = JournalKind::TargetAnswers});
    window.journal.putBefore({{.number = 7, .unixMilliseconds = 1000, .kind = JournalKind::Applied},
                              {.number = 8, .unixMilliseconds = 2000, .kind = JournalKind::Edited}});
    window.journal.add({.kind = JournalKind::TargetAnswers});
    const auto *table = window.find<QTableView>("log-table");
    QCOMPARE(table->model()->rowCount(), 4);
    QVERIFY(cell(*table, 0, 1).contains(u"answers"_s));
    QVERIFY(cell(*table, 2, 1).contains(u"was changed"_s));
    QVERIFY(cell(*table, 3, 1).contains(u"was written"_s));
    window.main.findChild<ui::LogPage *>()->showEntry(7);
    QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 3);
}

void TestLogPage::whoeverStepsTheClockIsNamed()
{
    Window window;
    emit window.target.eventHappened(happening(EventKind::ClockDisturbed, {}, -3.5));
    const auto *table = window.find<QTableView>("log-table");
    QVERIFY2(cell(*table, 0, 1).contains(u"Somebody else"_s), qPrintable(cell(*table, 0, 1)));
    QCOMPARE(ui::eventFlags(window.journal, {}).size(), std::size_t{1});
}

QTEST_MAIN(TestLogPage)
#include "tst_logpage.moc"
