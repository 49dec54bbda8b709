// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "core/wording/wording.h"
#include "ui/associationmodel.h"
#include "ui/associationview.h"
#include "ui/chart/chartpanel.h"
#include "ui/messagebar.h"
#include "ui/sourcedialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace noonmark;
using namespace noonmark::test;
using engine::Tally;
using ui::ActionId;
using namespace Qt::Literals::StringLiterals;

class TestSourcesPage : public QObject
{
    Q_OBJECT

private slots:
    void addsAServerByDialog();
    void addsTheOwnClockInTheDialectOfTheFile();
    void disablesAndRemovesTheLineOfTheSelectedSource();
    void saysWhenNoLineMakesTheSource();
    void selectionNarrowsTheCharts();
    void clickOnAHeadSortsAndKeepsTheSelection();
    void reasonStandsInFullBelowANarrowTable();
    void copiesAllRowsWhenNoneIsSelected();
    void emptyTableSaysWhatToDo();
    void columnsAreChosenAndRemembered();
    void detailsShowWhatNobodyHereKnows();
    void detailsOfTheFollowedTellHowWellTheClockIsKnown();
    void copiesAsNtpqPrints();
    void filterNarrowsTheTable();
    void detailsTellEverythingAndGoOn();
};

namespace {

const QByteArray TwoServers =
    "# mine\nserver 192.0.2.1 iburst # near\nserver 192.0.2.2\nserver 127.127.1.0\n";

monitor::Frame threeSources()
{
    return frame(0, {source("192.0.2.1", Tally::SystemPeer, 0.002),
                     source("192.0.2.2", Tally::Candidate, -0.001), localClock()});
}

ui::SourceDialog *openDialog(Window &window)
{
    window.main.actions()[ActionId::AddSource]->trigger();
    return window.find<ui::SourceDialog>("source-dialog");
}

QAbstractButton *okOf(ui::SourceDialog *dialog)
{
    return dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

} // namespace

void TestSourcesPage::addsAServerByDialog()
{
    Window window;
    window.openText(TwoServers);
    window.session.markApplied();
    window.main.showPage(u"sources"_s);
    auto *dialog = openDialog(window);
    QVERIFY(dialog);
    QVERIFY(!okOf(dialog)->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"source-address"_s), u"ntp9.example #"_s);
    QTest::mouseClick(dialog->findChild<QCheckBox *>(u"source-prefer"_s), Qt::LeftButton, {}, {8, 8});
    QCOMPARE(dialog->findChild<QLabel *>(u"source-lines"_s)->text(), u"server ntp9.example iburst prefer"_s);
    QTest::mouseClick(okOf(dialog), Qt::LeftButton);
    QVERIFY(window.session.bytes().contains("\nserver ntp9.example iburst prefer\n"));
    QVERIFY(window.find<QLabel>("sources-pending")->isVisible());
    window.main.actions()[ActionId::Undo]->trigger();
    QCOMPARE(window.session.bytes(), TwoServers);
    QVERIFY(!window.find<QLabel>("sources-pending")->isVisible());
}

void TestSourcesPage::addsTheOwnClockInTheDialectOfTheFile()
{
    ui::SourceDialog classic(Dialect::Ntpd);
    auto *kind = classic.findChild<QComboBox *>(u"source-kind"_s);
    kind->setCurrentIndex(kind->count() - 1);
    QCOMPARE(classic.lines().size(), std::size_t{2});
    QCOMPARE(classic.lines()[1], std::string("fudge 127.127.1.0 stratum 10"));
    ui::SourceDialog sec(Dialect::Ntpsec);
    sec.findChild<QComboBox *>(u"source-kind"_s)->setCurrentIndex(kind->count() - 1);
    QCOMPARE(sec.lines(), std::vector<std::string>{"refclock local stratum 10"});
}

void TestSourcesPage::disablesAndRemovesTheLineOfTheSelectedSource()
{
    Window window;
    window.openText(TwoServers);
    window.show(threeSources());
    window.main.showPage(u"sources"_s);
    auto *view = window.find<ui::AssociationView>("source-table");
    QVERIFY(!window.main.actions()[ActionId::DisableSource]->isEnabled());
    view->selectRow(0);
    window.main.actions()[ActionId::DisableSource]->trigger();
    QVERIFY(window.session.bytes().contains("#server 192.0.2.1 iburst # near\n"));
    view->selectRow(2);
    window.main.actions()[ActionId::RemoveSource]->trigger();
    QVERIFY(!window.session.bytes().contains("127.127.1.0"));
    window.session.undoStack()->undo();
    window.session.undoStack()->undo();
    QCOMPARE(window.session.bytes(), TwoServers);
}

void TestSourcesPage::saysWhenNoLineMakesTheSource()
{
    Window window;
    window.openText("# nothing\n");
    window.show(threeSources());
    window.main.showPage(u"sources"_s);
    window.find<ui::AssociationView>("source-table")->selectRow(1);
    window.main.actions()[ActionId::RemoveSource]->trigger();
    QCOMPARE(window.session.bytes(), QByteArray("# nothing\n"));
    QVERIFY(window.main.messages().text().contains(u"192.0.2.2"_s));
}

void TestSourcesPage::selectionNarrowsTheCharts()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    auto *charts = window.find<ui::ChartPanel>("charts");
    const auto legend = [charts] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList names;
        for (const QObject *child : charts->findChildren<QObject *>())
            if (child->objectName().startsWith(u"legend-"_s))
                names.append(child->objectName().mid(7));
        return names;
    };
    QCOMPARE(legend().size(), 3);
    window.find<ui::AssociationView>("source-table")->selectRow(1);
    QCOMPARE(legend(), QStringList{u"192.0.2.2"_s});
    window.find<ui::AssociationView>("source-table")->clearSelection();
    QCOMPARE(legend().size(), 3);
}

void TestSourcesPage::clickOnAHeadSortsAndKeepsTheSelection()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    auto *view = window.find<ui::AssociationView>("source-table");
    const auto remote = [view](int row) {
        return view->model()->index(row, ui::AssociationModel::RemoteColumn).data().toString();
    };
    QCOMPARE(remote(0), u"192.0.2.1"_s);
    view->selectRow(0);
    QHeaderView *head = view->horizontalHeader();
    const int x = head->sectionViewportPosition(ui::AssociationModel::OffsetColumn) + 10;
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, {x, head->height() / 2});
    QCOMPARE(remote(0), u"192.0.2.2"_s);
    QCOMPARE(remote(2), u"192.0.2.1"_s);
    QCOMPARE(view->selectionModel()->selectedRows().value(0).row(), 2);
}

void TestSourcesPage::reasonStandsInFullBelowANarrowTable()
{
    Window window;
    window.main.showPage(u"sources"_s);
    auto *why = window.find<QLabel>("source-why");
    QVERIFY(why->text().isEmpty());
    auto silent = source("192.0.2.9", engine::Tally::Reject, 0);
    silent.reach = 0;
    silent.sent = 8;
    window.show(frame(0, {source("192.0.2.1", engine::Tally::SystemPeer, 0.001), silent}));
    QVERIFY2(why->text().startsWith(u"192.0.2.9: no answer"_s), qPrintable(why->text()));
    window.main.resize(500, 500);
    QTRY_VERIFY(why->height() >= why->heightForWidth(why->width()));
    auto *view = window.find<ui::AssociationView>("source-table");
    view->selectRow(0);
    QCOMPARE(why->text(), u"192.0.2.1: followed now"_s);
    view->clearSelection();
    window.show(frame(1, {source("192.0.2.1", engine::Tally::SystemPeer, 0.001)}));
    QVERIFY(why->text().isEmpty());
}

void TestSourcesPage::copiesAllRowsWhenNoneIsSelected()
{
    Window window;
    window.main.showPage(QStringLiteral("sources"));
    window.show(threeSources());
    window.main.actions()[ActionId::CopyTable]->trigger();
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[3].contains(u"LOCAL(0)"_s));
}

void TestSourcesPage::emptyTableSaysWhatToDo()
{
    Window window;
    window.main.showPage(u"sources"_s);
    auto *hint = window.find<ui::AssociationView>("source-table")->viewport()->findChild<QLabel *>();
    QVERIFY(hint->isVisible() && !hint->text().isEmpty());
    window.show(threeSources());
    QVERIFY(!hint->isVisible());
    window.show(frame(1, {}));
    QVERIFY(hint->isVisible());
}

void TestSourcesPage::columnsAreChosenAndRemembered()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    auto *view = window.find<ui::AssociationView>("source-table");
    QVERIFY(view->isColumnHidden(ui::AssociationModel::DistanceColumn));
    emit view->horizontalHeader()->customContextMenuRequested({5, 5});
    auto *action = view->findChild<QAction *>(u"column-rootdist"_s);
    QVERIFY(action && action->isEnabled() && !action->isChecked());
    QVERIFY(!view->findChild<QAction *>(u"column-remote"_s)->isEnabled());
    action->trigger();
    QVERIFY(!view->isColumnHidden(ui::AssociationModel::DistanceColumn));
    QCOMPARE(window.settings.value(ui::Setting::SourcesShown).toStringList(), QStringList{u"rootdist"_s});
    window.main.actions()[ActionId::CopyTable]->trigger();
    const QString head = QApplication::clipboard()->text().section(u'\n', 0, 0);
    QCOMPARE(head.split(u'\t').size(), 13); // what is seen, and nothing else
    QVERIFY(head.contains(u"Root distance"_s));
    // Nor is a head cut that was narrow in another language.
    view->setColumnWidth(ui::AssociationModel::DelayColumn, 8);
    window.language.apply(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(view->columnWidth(ui::AssociationModel::DelayColumn) > 40);
    window.language.apply(u"en"_s);
    // The usual ones can go, too, and come back.
    auto *jitter = view->findChild<QAction *>(u"column-jitter"_s);
    QVERIFY(jitter && jitter->isEnabled() && jitter->isChecked());
    jitter->trigger();
    QVERIFY(view->isColumnHidden(ui::AssociationModel::JitterColumn));
    QCOMPARE(window.settings.value(ui::Setting::SourcesHidden).toStringList(), QStringList{u"jitter"_s});
    QCOMPARE(view->columnChoice(), (ui::ColumnChoice{{u"rootdist"_s}, {u"jitter"_s}}));
    view->findChild<QAction *>(u"columns-usual"_s)->trigger();
    QCOMPARE(view->columnChoice(), ui::ColumnChoice());
    QVERIFY(window.settings.value(ui::Setting::SourcesHidden).toStringList().isEmpty());
    // Not even a damaged setting takes the name away.
    view->showColumns({{}, {u"remote"_s, u"why"_s}});
    QVERIFY(!view->isColumnHidden(ui::AssociationModel::RemoteColumn));
    QVERIFY(view->isColumnHidden(ui::AssociationModel::WhyColumn));
}

void TestSourcesPage::detailsShowWhatNobodyHereKnows()
{
    Window window;
    window.target.said = {{"offset", "never shown twice"}, {"ntscookies", "8"}, {"clock.poll", "7"},
                          {"x\033[31m<b>y", "\033]0;z\007"}};
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    window.find<ui::AssociationView>("source-table")->selectRow(1);
    window.main.actions()[ActionId::SourceDetails]->trigger();
    const auto *table = window.find<QTableWidget>("source-variables");
    QCOMPARE(table->findItems(u"offset"_s, Qt::MatchExactly).size(), 1);
    const auto cookies = table->findItems(u"ntscookies"_s, Qt::MatchExactly);
    QCOMPARE(cookies.size(), 1);
    QCOMPARE(table->item(cookies[0]->row(), 1)->text(), u"8"_s);
    QCOMPARE(table->item(cookies[0]->row(), 2)->text(), wording::explanationOfColumn("ntscookies"));
    const auto polls = table->findItems(u"clock.poll"_s, Qt::MatchExactly);
    QCOMPARE(polls.size(), 1);
    QCOMPARE(table->item(polls[0]->row(), 2)->text(), u"How often the driver asked the clock."_s);
    for (int row = 0; row < table->rowCount(); ++row)
        for (int cell = 0; cell < 2; ++cell)
            QVERIFY(!table->item(row, cell)->text().contains(QChar(0x1b)));
}

void TestSourcesPage::detailsOfTheFollowedTellHowWellTheClockIsKnown()
{
    Window window;
    window.main.showPage(u"sources"_s);
    monitor::Frame news = threeSources();
    const auto valueOf = [&window, &news](int row, const QString &variable) {
        window.show(news);
        window.find<ui::AssociationView>("source-table")->selectRow(row);
        window.main.actions()[ActionId::SourceDetails]->trigger();
        const auto *dialog = window.main.findChildren<QDialog *>(u"source-details"_s).last();
        const auto *table = dialog->findChild<QTableWidget *>();
        const auto found = table->findItems(variable, Qt::MatchExactly);
        return found.isEmpty() ? QString() : table->item(found[0]->row(), 1)->text();
    };
    QCOMPARE(valueOf(0, u"nm_uncertainty"_s), QString()); // as of ntpd, which does not tell
    news.snapshot.system.frequency = 12.3456;
    news.snapshot.system.frequencyUncertainty = 0.0312;
    news.snapshot.system.uncertainty = 12e-6;
    news.snapshot.system.expectedError = 34e-6;
    QCOMPARE(valueOf(0, u"nm_uncertainty"_s), u"± 12.0\u00a0µs"_s);
    QCOMPARE(valueOf(0, u"nm_expected_error"_s), u"± 34.0\u00a0µs"_s);
    QCOMPARE(valueOf(0, u"frequency"_s), u"+12.346 ± 0.031\u00a0ppm"_s);
    QCOMPARE(valueOf(1, u"nm_uncertainty"_s), QString()); // it is not followed
}

void TestSourcesPage::copiesAsNtpqPrints()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    window.find<ui::AssociationView>("source-table")->selectRow(0);
    window.main.actions()[ActionId::CopyNtpq]->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[0], u"     remote           refid      st t when poll reach   delay   offset  jitter"_s);
    QCOMPARE(lines[2], u"*192.0.2.1       71.80.83.0       2 u   12   64  377    0.412   +2.000   0.031"_s);
}

void TestSourcesPage::filterNarrowsTheTable()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    auto *view = window.find<ui::AssociationView>("source-table");
    QTest::keyClicks(window.find<QLineEdit>("sources-filter"), u"combined"_s); // in the column of reasons
    QCOMPARE(view->model()->rowCount(), 1);
    window.find<QLineEdit>("sources-filter")->clear();
    QCOMPARE(view->model()->rowCount(), 3);
}

void TestSourcesPage::detailsTellEverythingAndGoOn()
{
    Window window;
    window.main.showPage(u"sources"_s);
    window.show(threeSources());
    QVERIFY(!window.main.actions()[ActionId::SourceDetails]->isEnabled());
    window.find<ui::AssociationView>("source-table")->selectRow(1);
    window.main.actions()[ActionId::SourceDetails]->trigger();
    auto *table = window.find<QTableWidget>("source-variables");
    QVERIFY(table && table->isVisible());
    const auto valueOf = [table](const QString &variable) {
        const auto found = table->findItems(variable, Qt::MatchExactly);
        return found.size() == 1 ? table->item(found[0]->row(), 1)->text() : QString();
    };
    QVERIFY(valueOf(u"offset"_s).contains(u"1.000"_s));
    for (const auto &name : {u"srcadr"_s, u"refid"_s, u"rootdist"_s, u"filtoffset"_s, u"flash"_s, u"hpoll"_s,
                             u"reach"_s, u"keyid"_s, u"sent"_s})
        QVERIFY2(!valueOf(name).isEmpty(), qPrintable(name));
    for (int row = 0; row < table->rowCount(); ++row)
        QVERIFY2(!table->item(row, 2)->text().isEmpty(), qPrintable(table->item(row, 0)->text()));
    window.show(frame(
        1, {source("192.0.2.1", Tally::SystemPeer, 0.002), source("192.0.2.2", Tally::Candidate, 0.0075)}));
    QVERIFY(valueOf(u"offset"_s).contains(u"7.500"_s));
    window.show(frame(2, {}));
    const auto *dialog = table->window();
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().contains(u"does not list"_s); }));
}

QTEST_MAIN(TestSourcesPage)
#include "tst_sourcespage.moc"
