// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "core/wording/wording.h"

#include "ui/messagebar.h"

#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QWhatsThis>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::test;
using ui::ActionId;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void opensARecipeAndSaysSoInTheTitle();
    void fileOfTheFirstStartIsClean();
    void unreadableFileIsToldInTheMessageBarUntilItIsClosed();
    void sameMessageIsNotSaidTwice();
    void verdictStandsInTheStatusLineOnEveryPage();
    void ownClockIsNeverCalledSynchronised();
    void modeSwitchAndUndoGiveTheSameBytes_data();
    void modeSwitchAndUndoGiveTheSameBytes();
    void modeThereAndBackGivesTheSameBytes();
    void upstreamWithoutAnyServerIsRefusedWithAReason();
    void applyCountsTheChangedLines();
    void pagesAreReachedByShortcut();
    void exportActionOpensItsPage();
    void explainsTheCellThatHasTheFocus();
    void explainsTheWordAtTheCursor();
    void themeAndLanguageAreRemembered();
    void unsavedChangesAreAskedAboutBeforeClosing();
    void savesAtTheAsking();
    void savingOverAnotherWriterAsksFirst();
};

void TestMainWindow::opensARecipeAndSaysSoInTheTitle()
{
    Window window;
    QSignalSpy opened(&window.main, &ui::MainWindow::fileOpened);
    window.open(u"master-isolated-zh.conf"_s);
    QCOMPARE(opened.count(), 1);
    QVERIFY(window.main.windowTitle().contains(u"master-isolated-zh.conf"_s));
    QVERIFY(window.main.messages().text().isEmpty());
    QVERIFY(window.find<QPushButton>("source-mode-isolated")->isChecked());
    window.show(frame(0, {localClock()}));
    QVERIFY(window.main.windowTitle().contains(wording::shortVerdict(frame(0, {localClock()}).verdict, {})));
}

void TestMainWindow::fileOfTheFirstStartIsClean()
{
    QFile model(u":/defaults/default-ntp.conf"_s);
    QVERIFY(model.open(QIODevice::ReadOnly));
    Window window;
    window.openText(model.readAll().replace("@FOLDER@", QFile::encodeName(window.folder.path())));
    QVERIFY(window.session.sourceMode() == config::SourceMode::Isolated);
    QCOMPARE(window.session.diagnostics().size(), std::size_t{0});
    // Its servers are there, switched off: the switch finds them.
    window.click("source-mode-upstream");
    QVERIFY(window.session.sourceMode() == config::SourceMode::Upstream);
}

void TestMainWindow::unreadableFileIsToldInTheMessageBarUntilItIsClosed()
{
    Window window;
    QSignalSpy opened(&window.main, &ui::MainWindow::fileOpened);
    window.main.openFile(window.folder.filePath(u"absent.conf"_s));
    QCOMPARE(opened.count(), 0);
    auto &bar = window.main.messages();
    QVERIFY(bar.isVisible());
    QVERIFY(bar.text().contains(u"absent.conf"_s));
    const QString inEnglish = bar.findChild<QLabel *>(u"message-text"_s)->text();
    window.find<QAction>("language-zh_CN")->trigger();
    QCoreApplication::sendPostedEvents();
    QVERIFY(bar.findChild<QLabel *>(u"message-text"_s)->text() != inEnglish);
    window.find<QAction>("language-en")->trigger();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(bar.findChild<QLabel *>(u"message-text"_s)->text(), inEnglish);
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
}

void TestMainWindow::sameMessageIsNotSaidTwice()
{
    Window window;
    window.main.showProblem([] { return u"a"_s; });
    window.main.showProblem([] { return u"b"_s; });
    window.main.showProblem([] { return u"a"_s; });
    auto &bar = window.main.messages();
    QCOMPARE(bar.text(), u"a"_s);
    bar.dismiss();
    QCOMPARE(bar.text(), u"b"_s);
    bar.dismiss();
    QVERIFY(bar.text().isEmpty());
}

void TestMainWindow::verdictStandsInTheStatusLineOnEveryPage()
{
    Window window;
    const auto news = frame(0, {source("192.0.2.1", engine::Tally::SystemPeer, 0.000214)});
    window.show(news);
    for (const auto page : {"overview"_L1, "sources"_L1, "configuration"_L1, "access"_L1, "export"_L1}) {
        window.main.showPage(page);
        QCOMPARE(window.main.currentPage()->id(), QString(page));
        auto *verdict = window.find<QLabel>("status-verdict");
        QVERIFY(verdict->isVisible());
        QCOMPARE(verdict->text(), wording::shortVerdict(news.verdict, {}));
    }
}

void TestMainWindow::ownClockIsNeverCalledSynchronised()
{
    Window window;
    auto news = frame(0, {localClock()});
    news.snapshot.system.leap = 0;
    news.snapshot.system.stratum = 11;
    news.verdict = monitor::judge(news.snapshot);
    QVERIFY(news.verdict.state == monitor::VerdictState::OwnClock);
    window.show(news);
    const auto *verdict = window.find<QLabel>("verdict");
    QVERIFY(!verdict->text().contains(u"sync"_s, Qt::CaseInsensitive));
    QCOMPARE(verdict->palette().color(QPalette::WindowText),
             ui::color(ui::Meaning::OwnClock, QApplication::palette()));
}

void TestMainWindow::modeSwitchAndUndoGiveTheSameBytes_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("upstream to isolated") << u"master-upstream.conf"_s << QByteArray("source-mode-isolated");
    QTest::newRow("isolated to upstream")
        << u"master-isolated-zh.conf"_s << QByteArray("source-mode-upstream");
    QTest::newRow("isolated to fallback")
        << u"master-isolated-zh.conf"_s << QByteArray("source-mode-fallback");
}

void TestMainWindow::modeSwitchAndUndoGiveTheSameBytes()
{
    QFETCH(const QString, recipe);
    QFETCH(const QByteArray, button);
    Window window;
    window.open(recipe);
    const QByteArray before = window.session.bytes();
    const auto mode = window.session.sourceMode();
    window.click(button.constData());
    QVERIFY(window.session.bytes() != before);
    QVERIFY(window.find<QPushButton>(button.constData())->isChecked());
    QVERIFY(window.session.sourceMode() != mode);
    window.main.actions()[ActionId::Undo]->trigger();
    QCOMPARE(window.session.bytes(), before);
    QVERIFY(!window.find<QPushButton>(button.constData())->isChecked());
    QVERIFY(window.session.sourceMode() == mode);
}

void TestMainWindow::modeThereAndBackGivesTheSameBytes()
{
    Window window;
    window.open(u"master-upstream.conf"_s);
    const QByteArray before = window.session.bytes();
    QVERIFY(window.session.sourceMode() == config::SourceMode::Upstream);
    window.click("source-mode-isolated");
    window.click("source-mode-fallback");
    window.click("source-mode-upstream");
    QCOMPARE(window.session.bytes(), before);
}

void TestMainWindow::upstreamWithoutAnyServerIsRefusedWithAReason()
{
    Window window;
    window.openText("server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n");
    const QByteArray before = window.session.bytes();
    window.click("source-mode-upstream");
    QCOMPARE(window.session.bytes(), before);
    QVERIFY(window.find<QPushButton>("source-mode-isolated")->isChecked());
    QVERIFY(!window.find<QPushButton>("source-mode-upstream")->isChecked());
    QVERIFY(window.main.messages().isVisible());
}

void TestMainWindow::applyCountsTheChangedLines()
{
    Window window;
    window.openText("server 192.0.2.1 iburst\n");
    window.session.markApplied();
    auto *apply = window.find<QPushButton>("apply");
    QVERIFY(!apply->isEnabled());
    QSignalSpy requested(&window.main, &ui::MainWindow::applyRequested);
    window.session.push(config::addLines(window.session.document(), {"server 192.0.2.2"}), u"x"_s);
    QVERIFY(apply->isEnabled());
    QVERIFY(apply->text().contains(QString::number(window.session.pendingChanges())));
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    window.session.markApplied();
    QVERIFY(!apply->isEnabled());
}

void TestMainWindow::pagesAreReachedByShortcut()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.main));
    QTest::keyClick(&window.main, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.main.currentPage()->id(), u"access"_s);
    QTest::keyClick(&window.main, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window.main.currentPage()->id(), u"overview"_s);
}

void TestMainWindow::exportActionOpensItsPage()
{
    Window window;
    window.main.actions()[ActionId::Export]->trigger();
    QCOMPARE(window.main.currentPage()->id(), u"export"_s);
}

// What a widget is asked to explain, and where.
class Asked : public QObject
{
public:
    explicit Asked(QWidget *widget) { widget->installEventFilter(this); }
    std::vector<QPoint> places;

protected:
    bool eventFilter(QObject * /*widget*/, QEvent *event) override
    {
        if (event->type() == QEvent::WhatsThis)
            places.push_back(static_cast<QHelpEvent *>(event)->pos());
        return false;
    }
};

void TestMainWindow::explainsTheCellThatHasTheFocus()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.main));
    window.main.showPage(u"sources"_s);
    window.show(frame(0, {source("192.0.2.1", engine::Tally::SystemPeer, 0.001)}));
    auto *table = window.find<QTableView>("source-table");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 3));
    const Asked asked(table->viewport());
    QTest::keyClick(table, Qt::Key_Left);
    QTest::keyClick(&window.main, Qt::Key_F1);
    QCOMPARE(asked.places.size(), std::size_t{1});
    QCOMPARE(table->indexAt(asked.places[0]), table->currentIndex());
    const auto isExplanation = [](const QWidget *widget) {
        return widget->inherits("QWhatsThat") && widget->isVisible();
    };
    QVERIFY(std::ranges::any_of(QApplication::topLevelWidgets(), isExplanation));
    QWhatsThis::hideText();
    QTest::mouseMove(window.main.windowHandle(), QPoint(600, 400)); // whoever points means what is there
    QTest::keyClick(&window.main, Qt::Key_F1);
    QWhatsThis::hideText();
    QCOMPARE(asked.places.size(), std::size_t{1});
}

void TestMainWindow::explainsTheWordAtTheCursor()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.main));
    window.openText("# far from the middle\n\nserver 192.0.2.1 iburst\n");
    window.main.showPage(u"configuration"_s);
    auto *text = window.find<QPlainTextEdit>("configuration-text");
    text->setFocus();
    text->moveCursor(QTextCursor::End);
    const Asked asked(text->viewport());
    QTest::keyClick(text, Qt::Key_Up);
    QTest::keyClick(text, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&window.main, Qt::Key_F1);
    QCOMPARE(asked.places.size(), std::size_t{1});
    QCOMPARE(text->cursorForPosition(asked.places[0]).position(), text->textCursor().position());
    QVERIFY(!QWhatsThis::inWhatsThisMode()); // there was something to say
    QWhatsThis::hideText();
}

void TestMainWindow::themeAndLanguageAreRemembered()
{
    Window window;
    window.find<QAction>("theme-dark")->trigger();
    QTRY_VERIFY(ui::isDark(window.main.palette()));
    QCOMPARE(window.settings.value(ui::Setting::Appearance).toString(), u"dark"_s);
    window.find<QAction>("theme-light")->trigger();
    QTRY_VERIFY(!ui::isDark(window.main.palette()));
    window.find<QAction>("language-zh_CN")->trigger();
    QCOMPARE(window.language.code(), u"zh_CN"_s);
    QCOMPARE(window.settings.value(ui::Setting::Language).toString(), u"zh_CN"_s);
    QVERIFY(window.find<QAction>("language-zh_CN")->isChecked());
    window.find<QAction>("language-en")->trigger();
    QCOMPARE(window.language.code(), u"en"_s);
}

void TestMainWindow::unsavedChangesAreAskedAboutBeforeClosing()
{
    Window window;
    window.openText("server 192.0.2.1 iburst\n");
    window.session.push(config::addLines(window.session.document(), {"server 192.0.2.2"}), u"x"_s);
    window.main.close();
    QVERIFY(window.main.isVisible());
    auto *box = window.find<QMessageBox>("unsaved-changes");
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(window.main.isVisible());
    QTRY_VERIFY(!window.find<QMessageBox>("unsaved-changes"));
    window.main.close();
    QTest::mouseClick(window.find<QMessageBox>("unsaved-changes")->button(QMessageBox::Discard),
                      Qt::LeftButton);
    QTRY_VERIFY(!window.main.isVisible());
}

void TestMainWindow::savesAtTheAsking()
{
    Window window;
    const QString path = window.open(u"master-upstream.conf"_s);
    window.session.push(config::addLines(window.session.document(), {"server 192.0.2.2"}), u"x"_s);
    QVERIFY(window.main.isWindowModified());
    window.main.actions()[ActionId::Save]->trigger();
    QVERIFY(!window.main.isWindowModified());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), window.session.bytes());
    QVERIFY(QFile::exists(path + u'~'));
}

void TestMainWindow::savingOverAnotherWriterAsksFirst()
{
    Window window;
    const QString path = window.open(u"master-upstream.conf"_s);
    window.session.push(config::addLines(window.session.document(), {"server 192.0.2.2"}), u"x"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("server theirs\n");
    file.close();
    window.main.actions()[ActionId::Save]->trigger();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("server theirs\n"));
    file.close();
    QVERIFY(window.main.messages().text().isEmpty());
    QVERIFY(window.find<QWidget>("disk-bar")->isVisible());
    window.click("disk-keep-mine");
    QVERIFY(!window.find<QWidget>("disk-bar")->isVisible());
    QVERIFY(!window.main.isWindowModified());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), window.session.bytes());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
