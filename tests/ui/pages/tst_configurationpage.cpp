// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "texts.h"

#include "ui/configurationpage.h"
#include "ui/configurationtext.h"
#include "ui/findinglist.h"
#include "ui/linemargin.h"
#include "ui/structuremodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTextBlock>
#include <QTreeView>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

// The page in a window of its own, with its parts at hand.
struct PageOnScreen
{
    explicit PageOnScreen(const QByteArray &bytes)
        : disk(bytes)
        , page(disk.session)
        , text(*page.findChild<ConfigurationText *>())
        , tree(*page.findChild<QTreeView *>(QStringLiteral("structure")))
        , findings(*page.findChild<FindingList *>())
        , structureTester(tree.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
        , findingTester(&findings.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        page.resize(1200, 900);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window does not become active");
        settle();
    }

    // The form drops its fields when the event loop runs; a test that looks for one wants the new one.
    static void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    [[nodiscard]] QModelIndex row(int line) const
    {
        return static_cast<StructureModel *>(tree.model())->indexOfLine(line);
    }
    [[nodiscard]] QString lineText(int line) const
    {
        return text.document()->findBlockByNumber(line - 1).text();
    }

    void clickBox(int line)
    {
        tree.scrollTo(row(line));
        const QRect place = tree.visualRect(row(line));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, {place.left() + 9, place.center().y()});
    }
    void clickRow(int line)
    {
        const QModelIndex index = row(line).siblingAtColumn(StructureModel::ArgumentsColumn);
        tree.scrollTo(index);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(index).center());
        settle();
    }
    void clickFix(int findingRow)
    {
        const QModelIndex index = findings.model().index(findingRow, FindingModel::FixColumn);
        findings.view().scrollTo(index);
        QTest::mouseClick(findings.view().viewport(), Qt::LeftButton, {},
                          findings.view().visualRect(index).center());
    }
    void type(const char *keys) { QTest::keyClicks(&text, QString::fromLatin1(keys)); }

    SessionOnDisk disk;
    ConfigurationPage page;
    ConfigurationText &text;
    QTreeView &tree;
    FindingList &findings;
    QAbstractItemModelTester structureTester;
    QAbstractItemModelTester findingTester;
};

} // namespace

class ConfigurationPageTest : public QObject
{
    Q_OBJECT

private slots:
    void showsTheFileTwice();
    void treeFollowsTyping();
    void typingIsOneStepOfUndo();
    void textFollowsTheBoxAndUndoGivesTheSameBytes();
    void formChangesOneWordOfTheLine();
    void formSetsAValue();
    void formLeavesUndoToTheFile();
    void tabGoesFromTheTreeIntoTheForm();
    void selectionAndCursorFollowEachOther();
    void cursorStaysWhileALineChangesItsGroup();
    void removesAndMovesLines();
    void addsADirectiveFromTheMenu();
    void fixesWithOneClick();
    void jumpsToAFinding();
    void marksFindingsInTheMargin();
    void completesADirective();
    void keepsLineEndsAndForeignBytes_data();
    void keepsLineEndsAndForeignBytes();
    void saysWhenBytesAreNoCharacters();
    void readsTheFileAsAnotherDialect();
    void showsFileTextAsPlainText();
    void everyTextFollowsTheLanguage();
};

void ConfigurationPageTest::showsTheFileTwice()
{
    PageOnScreen screen(recipe("master-isolated-zh.conf"));
    QCOMPARE(screen.lineText(4), QStringLiteral("# @1系统时间和BOIS时间的偏差记录"));
    const QModelIndex server = screen.row(36);
    QCOMPARE(server.data().toString(), QStringLiteral("server"));
    QCOMPARE(server.siblingAtColumn(StructureModel::ArgumentsColumn).data().toString(),
             QStringLiteral("127.127.1.0"));
    QCOMPARE(server.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(screen.row(30).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!screen.row(1).isValid());
    QVERIFY(screen.findings.model().rowCount() > 0);
    QVERIFY(screen.disk.session.undoStack()->isClean());
}

void ConfigurationPageTest::treeFollowsTyping()
{
    PageOnScreen screen("driftfile /d\n");
    screen.text.setFocus();
    screen.text.moveCursor(QTextCursor::End);
    screen.type("server 192.0.2.9");
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nserver 192.0.2.9"));
    QCOMPARE(screen.row(2).data().toString(), QStringLiteral("server"));
    QTest::keyClick(&screen.text, Qt::Key_Return);
    screen.type("keys /k");
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nserver 192.0.2.9\nkeys /k"));
    QCOMPARE(screen.row(3).data().toString(), QStringLiteral("keys"));
}

void ConfigurationPageTest::typingIsOneStepOfUndo()
{
    PageOnScreen screen("driftfile /d\nkeys /k\n");
    screen.text.setFocus();
    screen.text.moveCursor(QTextCursor::End);
    screen.type("#abc");
    QTest::keyClick(&screen.text, Qt::Key_Backspace);
    QCOMPARE(screen.disk.session.undoStack()->count(), 1);
    screen.text.moveCursor(QTextCursor::Start);
    screen.type("#");
    QCOMPARE(screen.disk.session.undoStack()->count(), 2);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("#driftfile /d\nkeys /k\n#ab"));
    QTest::keySequence(&screen.text, QKeySequence::Undo);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nkeys /k\n#ab"));
    QTest::keySequence(&screen.text, QKeySequence::Undo);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nkeys /k\n"));
    QCOMPARE(screen.text.toPlainText(), QStringLiteral("driftfile /d\nkeys /k\n"));
    QTest::keySequence(&screen.text, QKeySequence::Redo);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nkeys /k\n#ab"));
}

void ConfigurationPageTest::textFollowsTheBoxAndUndoGivesTheSameBytes()
{
    const QByteArray bytes = recipe("master-isolated-zh.conf");
    PageOnScreen screen(bytes);
    screen.clickBox(36);
    QVERIFY(screen.lineText(36).startsWith(u'#'));
    QCOMPARE(screen.row(36).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    screen.clickBox(30);
    QCOMPARE(screen.lineText(30), QStringLiteral("server 0.centos.pool.ntp.org iburst"));
    screen.text.setFocus();
    QTest::keySequence(&screen.text, QKeySequence::Undo);
    QTest::keySequence(&screen.text, QKeySequence::Undo);
    QCOMPARE(screen.disk.session.bytes(), bytes);
    QCOMPARE(screen.lineText(36), QStringLiteral("server    127.127.1.0         # local clock"));
}

void ConfigurationPageTest::formChangesOneWordOfTheLine()
{
    PageOnScreen screen("# first\n  server   a.example minpoll 6   # near\r\nserver b.example\n");
    screen.clickRow(2);
    auto *iburst = screen.page.findChild<QCheckBox *>(QStringLiteral("option-iburst"));
    QVERIFY(iburst);
    QTest::mouseClick(iburst, Qt::LeftButton, {}, {8, iburst->height() / 2});
    QCOMPARE(screen.disk.session.bytes(),
             QByteArray("# first\n  server   a.example minpoll 6 iburst   # near\r\nserver b.example\n"));
    QVERIFY(iburst->isChecked());
    auto *name = screen.page.findChild<QLineEdit *>(QStringLiteral("line-text"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("c.example"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(screen.disk.session.bytes(),
             QByteArray("# first\n  server   c.example minpoll 6 iburst   # near\r\nserver b.example\n"));
    QTest::mouseClick(iburst, Qt::LeftButton, {}, {8, iburst->height() / 2});
    QVERIFY(!screen.disk.session.bytes().contains("iburst"));
}

void ConfigurationPageTest::formSetsAValue()
{
    PageOnScreen screen("server a.example # near\n");
    screen.clickRow(1);
    QSpinBox *minpoll = nullptr;
    for (auto *box : screen.page.findChildren<QSpinBox *>(QStringLiteral("option-minpoll")))
        minpoll = box;
    QVERIFY(minpoll);
    minpoll->setFocus();
    QTest::keyClick(minpoll, Qt::Key_Up);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a.example minpoll 7 # near\n"));
    QTest::keyClick(minpoll, Qt::Key_Down);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a.example minpoll 6 # near\n"));
    QCOMPARE(screen.disk.session.undoStack()->count(), 1);
    screen.disk.session.undoStack()->undo();
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a.example # near\n"));
}

void ConfigurationPageTest::formLeavesUndoToTheFile()
{
    PageOnScreen screen("server a.example\n");
    screen.clickRow(1);
    auto *name = screen.page.findChild<QLineEdit *>(QStringLiteral("line-text"));
    name->setFocus();
    const auto takesUndo = [](QWidget &widget) {
        QKeyEvent question(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        question.ignore();
        QCoreApplication::sendEvent(&widget, &question);
        return question.isAccepted();
    };
    QVERIFY(!takesUndo(*name));
    QTest::keyClicks(name, QStringLiteral("x"));
    QVERIFY(takesUndo(*name));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(screen.disk.session.undoStack()->count(), 1);
    QVERIFY(!takesUndo(*name));
    QVERIFY(!takesUndo(*screen.page.findChild<QSpinBox *>(QStringLiteral("option-minpoll"))));
}

void ConfigurationPageTest::tabGoesFromTheTreeIntoTheForm()
{
    PageOnScreen screen("server a.example\n");
    screen.clickRow(1);
    screen.tree.setFocus();
    QTest::keyClick(&screen.tree, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), screen.page.findChild<QLineEdit *>(QStringLiteral("line-text")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(),
             screen.page.findChild<QCheckBox *>(QStringLiteral("option-iburst")));
}

void ConfigurationPageTest::selectionAndCursorFollowEachOther()
{
    PageOnScreen screen(recipe("master-isolated-zh.conf"));
    screen.clickRow(21);
    QCOMPARE(screen.text.textCursor().blockNumber(), 20);
    screen.text.setTextCursor(QTextCursor(screen.text.document()->findBlockByNumber(35)));
    QCOMPARE(screen.tree.currentIndex().siblingAtColumn(0), screen.row(36));
    screen.text.setTextCursor(QTextCursor(screen.text.document()->findBlockByNumber(0)));
    QVERIFY(!screen.tree.currentIndex().isValid());
}

void ConfigurationPageTest::cursorStaysWhileALineChangesItsGroup()
{
    PageOnScreen screen("driftfile /d\nserver a.example\nserver b.example\n");
    screen.text.setFocus();
    QTextCursor cursor(screen.text.document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 6);
    screen.text.setTextCursor(cursor);
    QTest::keyClick(&screen.text, Qt::Key_Backspace);
    QTest::keyClick(&screen.text, Qt::Key_Backspace);
    QTest::keyClick(&screen.text, Qt::Key_Backspace);
    QCOMPARE(screen.lineText(2), QStringLiteral("ser a.example"));
    QCOMPARE(screen.text.textCursor().blockNumber(), 1);
    QCOMPARE(screen.text.textCursor().positionInBlock(), 3);
    screen.type("ver");
    QCOMPARE(screen.lineText(2), QStringLiteral("server a.example"));
    QCOMPARE(screen.tree.currentIndex().siblingAtColumn(0), screen.row(2));
}

void ConfigurationPageTest::removesAndMovesLines()
{
    PageOnScreen screen("server a\n# about b\nserver b\nserver c\n");
    screen.clickRow(4);
    screen.tree.setFocus();
    QTest::keyClick(&screen.tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\n# about b\nserver c\nserver b\n"));
    QCOMPARE(screen.disk.session.currentLine(), 3);
    QTest::keyClick(&screen.tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\n# about b\nserver b\nserver c\n"));
    auto *remove = screen.page.findChild<QPushButton *>(QStringLiteral("config-remove"));
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\n# about b\nserver b\n"));
}

void ConfigurationPageTest::addsADirectiveFromTheMenu()
{
    PageOnScreen screen("server a\n");
    auto *add = screen.page.findChild<QPushButton *>(QStringLiteral("config-add"));
    QAction *driftfile = nullptr;
    for (const auto *group : add->menu()->actions())
        for (auto *action : group->menu()->actions())
            driftfile = action->text() == QStringLiteral("driftfile") ? action : driftfile;
    QVERIFY(driftfile);
    driftfile->trigger();
    PageOnScreen::settle();
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\ndriftfile\n"));
    auto *path = screen.page.findChild<QLineEdit *>(QStringLiteral("line-text"));
    QCOMPARE(QApplication::focusWidget(), path);
    QTest::keyClicks(path, QStringLiteral("/var/lib/ntp/drift"));
    QTest::keyClick(path, Qt::Key_Return);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\ndriftfile /var/lib/ntp/drift\n"));
}

void ConfigurationPageTest::fixesWithOneClick()
{
    const QByteArray bytes("driftfile /d\nserver 192.0.2.1 iburts # near\n");
    PageOnScreen screen(bytes);
    const auto &rows = screen.findings.model().rows();
    const auto typo = std::find_if(rows.begin(), rows.end(), [](const FindingRow &row) {
        return row.diagnostic.finding == config::Finding::UnknownWord;
    });
    QVERIFY(typo != rows.end());
    screen.clickFix(static_cast<int>(typo - rows.begin()));
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile /d\nserver 192.0.2.1 iburst # near\n"));
    QCOMPARE(screen.lineText(2), QStringLiteral("server 192.0.2.1 iburst # near"));
    screen.disk.session.undoStack()->undo();
    QCOMPARE(screen.disk.session.bytes(), bytes);
}

void ConfigurationPageTest::jumpsToAFinding()
{
    PageOnScreen screen("driftfile /d\n# 中文\nserver 192.0.2.1 iburts\n");
    const auto &rows = screen.findings.model().rows();
    const auto typo = std::find_if(rows.begin(), rows.end(), [](const FindingRow &row) {
        return row.diagnostic.finding == config::Finding::UnknownWord;
    });
    QVERIFY(typo != rows.end());
    const QModelIndex index =
        screen.findings.model().index(static_cast<int>(typo - rows.begin()), FindingModel::SentenceColumn);
    const QPoint place = screen.findings.view().visualRect(index).center();
    QTest::mouseClick(screen.findings.view().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(screen.findings.view().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(screen.text.textCursor().selectedText(), QStringLiteral("iburts"));
    QVERIFY(screen.text.hasFocus());
}

void ConfigurationPageTest::marksFindingsInTheMargin()
{
    PageOnScreen screen("driftfile /d\nserverr 192.0.2.1\n# end\n");
    const auto &marks = screen.text.margin().marks();
    QVERIFY(marks.contains(2));
    QCOMPARE(marks.at(2), config::Severity::Error);
    QVERIFY(!screen.text.findingsOfLine(2).isEmpty());
    QVERIFY(screen.text.findingsOfLine(3).isEmpty());
}

void ConfigurationPageTest::completesADirective()
{
    PageOnScreen screen("");
    screen.text.setFocus();
    screen.type("drif");
    auto *completer = screen.text.findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile"));
    screen.text.moveCursor(QTextCursor::End);
    QTest::keyClick(&screen.text, Qt::Key_Return);
    screen.type("server a.example ibu");
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("driftfile\nserver a.example iburst"));
}

void ConfigurationPageTest::keepsLineEndsAndForeignBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("crlf") << QByteArray("# one\r\nserver a.example\r\nkeys /k\r\n");
    QTest::newRow("crlf and lf") << QByteArray("# one\nserver a.example\r\nkeys /k\n\r\n");
    QTest::newRow("gbk") << QByteArray("# \xc9\xcf\xbc\xb6\nserver a.example # \xca\xb1\nkeys /k");
    QTest::newRow("nul and cr") << QByteArray("# a\0b\rc\nserver a.example\n", 24);
    QTest::newRow("no-break space") << QByteArray("# a\xc2\xa0"
                                                  "b\nserver a.example \xe3\x80\x80# c\n");
}

void ConfigurationPageTest::keepsLineEndsAndForeignBytes()
{
    QFETCH(QByteArray, bytes);
    PageOnScreen screen(bytes);
    screen.text.setFocus();
    QTextCursor cursor(screen.text.document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 7);
    screen.text.setTextCursor(cursor);
    screen.type("b");
    QByteArray expected = bytes;
    expected.replace("server a", "server ba");
    QCOMPARE(screen.disk.session.bytes(), expected);
    screen.clickBox(2);
    expected.replace("server ba", "#server ba");
    QCOMPARE(screen.disk.session.bytes(), expected);
    QVERIFY(screen.disk.session.save());
    QCOMPARE(screen.disk.onDisk(), expected);
}

void ConfigurationPageTest::saysWhenBytesAreNoCharacters()
{
    PageOnScreen screen("# \xc9\xcf\nserver a.example\n");
    QVERIFY(screen.text.showsEscapedBytes());
    screen.text.selectAll();
    screen.type("server b.example");
    QVERIFY(!screen.text.showsEscapedBytes());
    screen.disk.session.undoStack()->undo();
    QVERIFY(screen.text.showsEscapedBytes());
    QCOMPARE(screen.disk.session.bytes(), QByteArray("# \xc9\xcf\nserver a.example\n"));
}

void ConfigurationPageTest::readsTheFileAsAnotherDialect()
{
    PageOnScreen screen("driftfile /d\nserver 192.0.2.1 nts\n");
    auto *dialects = screen.page.findChild<QComboBox *>(QStringLiteral("config-dialect"));
    QCOMPARE(dialects->currentData().toInt(), int(screen.disk.session.dialect()));
    dialects->setFocus();
    dialects->setCurrentIndex(dialects->findData(int(Dialect::Ntpd)));
    emit dialects->activated(dialects->currentIndex());
    QCOMPARE(screen.disk.session.dialect(), Dialect::Ntpd);
    const auto isWrongDialect = [](const FindingRow &row) {
        return row.diagnostic.finding == config::Finding::WrongDialect;
    };
    const auto &rows = screen.findings.model().rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), isWrongDialect));
    screen.disk.session.setDialect(Dialect::Ntpsec);
    QCOMPARE(dialects->currentData().toInt(), int(Dialect::Ntpsec));
    QVERIFY(std::none_of(rows.begin(), rows.end(), isWrongDialect));
}

void ConfigurationPageTest::showsFileTextAsPlainText()
{
    PageOnScreen screen("server <b>bold</b> # <img src=x>\n<i>wrong</i> a\n");
    for (const auto *label : screen.page.findChildren<QLabel *>())
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    const QString tip =
        screen.row(1).siblingAtColumn(StructureModel::ArgumentsColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
}

void ConfigurationPageTest::everyTextFollowsTheLanguage()
{
    PageOnScreen screen(recipe("master-isolated-zh.conf"));
    screen.clickRow(21);
    BracketTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::sendPostedEvents();
    PageOnScreen::settle();
    QStringList data = dialectNames();
    data.append({QStringLiteral("restrict"), QStringLiteral("↑"), QStringLiteral("↓")});
    for (const auto *box : screen.page.findChildren<QCheckBox *>())
        data.append(box->text());
    for (const auto *combo : screen.page.findChildren<QComboBox *>())
        if (combo->objectName().startsWith(QStringLiteral("option-")))
            for (int i = 0; i < combo->count(); ++i)
                data.append(combo->itemText(i));
    const QStringList left = textsLeftBehind(screen.page, data);
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

QTEST_MAIN(ConfigurationPageTest)
#include "tst_configurationpage.moc"
