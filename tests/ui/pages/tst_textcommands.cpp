// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/wording/wording.h"
#include "ui/configurationpage.h"
#include "ui/configurationtext.h"
#include "ui/findbar.h"
#include "ui/linereadings.h"
#include "ui/texthelp.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTextBlock>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

// The page with the keyboard in its text.
struct Editor
{
    explicit Editor(const QByteArray &bytes)
        : disk(bytes)
        , page(disk.session)
        , text(*page.findChild<ConfigurationText *>())
        , bar(*page.findChild<FindBar *>())
    {
        page.resize(1200, 900);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window does not become active");
        text.setFocus();
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const char *words) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(words)); }
    void find(const char *words)
    {
        key(Qt::Key_F, Qt::ControlModifier);
        type(words);
        key(Qt::Key_Return);
    }
    void select(int firstLine, int lastLine)
    {
        QTextCursor cursor(text.document()->findBlockByNumber(firstLine - 1));
        const QTextBlock last = text.document()->findBlockByNumber(lastLine - 1);
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
        text.setTextCursor(cursor);
    }
    [[nodiscard]] QByteArray bytes() const { return disk.session.bytes(); }
    [[nodiscard]] int line() const { return text.textCursor().blockNumber() + 1; }
    [[nodiscard]] int column() const
    {
        return text.textCursor().selectionStart() - text.textCursor().block().position();
    }
    [[nodiscard]] QString count() const
    {
        return bar.findChild<QLabel *>(QStringLiteral("find-count"))->text();
    }

    SessionOnDisk disk;
    ConfigurationPage page;
    ConfigurationText &text;
    FindBar &bar;
};

} // namespace

class TextCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void findsForwardsBackwardsAndRoundTheEnd();
    void takesTheSelectionAsWhatToFind();
    void takesCapitalsAsLettersUnlessAskedTo();
    void saysWhenNothingIsFound();
    void escapeGivesTheKeyboardBackToTheText();
    void replacesOneAfterTheOther();
    void replacesAllAsOneStep();
    void replacesBesideForeignBytes();
    void commentsLinesOutAndBackIn();
    void proseStaysAComment();
    void cursorStaysWhereItWasInTheLine();
    void goesFromFindingToFindingAndRound();
    void mendsTheLineWithOneRemedyAtOnce();
    void offersSeveralRemediesByKeyboard();
    void explainsDirectiveOptionAndFlag();
    void replacesAllInALongFile();
};

void TextCommandsTest::findsForwardsBackwardsAndRoundTheEnd()
{
    Editor editor("server a\nkeys /k\nserver b\n");
    editor.find("server");
    QCOMPARE(editor.line(), 1);
    QCOMPARE(editor.count(), QStringLiteral("1 of 2"));
    editor.key(Qt::Key_Return);
    QCOMPARE(editor.line(), 3);
    editor.key(Qt::Key_F3);
    QCOMPARE(editor.line(), 1);
    editor.key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(editor.line(), 3);
    QCOMPARE(editor.text.textCursor().selectedText(), QStringLiteral("server"));
    editor.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(editor.line(), 1);
    QVERIFY(editor.disk.session.undoStack()->isClean());
}

void TextCommandsTest::takesTheSelectionAsWhatToFind()
{
    Editor editor("server near\nserver near\n");
    editor.text.selectRange({7, 4});
    editor.key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(editor.bar.findChild<QLineEdit *>(QStringLiteral("find-words"))->text(), QStringLiteral("near"));
    QCOMPARE(editor.count(), QStringLiteral("1 of 2"));
}

void TextCommandsTest::takesCapitalsAsLettersUnlessAskedTo()
{
    Editor editor("# Server\nserver a\n");
    editor.find("SERVER");
    QCOMPARE(editor.count(), QStringLiteral("1 of 2"));
    auto *matchCase = editor.bar.findChild<QCheckBox *>(QStringLiteral("find-match-case"));
    matchCase->setFocus();
    editor.key(Qt::Key_Space);
    QVERIFY(editor.count() != QStringLiteral("1 of 2"));
    auto *words = editor.bar.findChild<QLineEdit *>(QStringLiteral("find-words"));
    words->setFocus();
    words->selectAll();
    editor.type("Server");
    editor.key(Qt::Key_Return);
    QCOMPARE(editor.count(), QStringLiteral("1 of 1"));
    QCOMPARE(editor.line(), 1);
}

void TextCommandsTest::saysWhenNothingIsFound()
{
    Editor editor("server a\n");
    editor.find("pool");
    QCOMPARE(editor.count(), QStringLiteral("not found"));
    QVERIFY(!editor.bar.findChild<QWidget *>(QStringLiteral("find-next"))->isEnabled());
    editor.key(Qt::Key_F3);
    QCOMPARE(editor.line(), 1);
}

void TextCommandsTest::escapeGivesTheKeyboardBackToTheText()
{
    Editor editor("server a\nserver b\n");
    editor.find("b");
    QVERIFY(editor.bar.isVisible());
    editor.key(Qt::Key_Escape);
    QVERIFY(!editor.bar.isVisible());
    QVERIFY(editor.text.hasFocus());
    QCOMPARE(editor.text.textCursor().selectedText(), QStringLiteral("b"));
    QVERIFY(editor.text.extraSelections().size() < 4); // the marks went with the bar
}

void TextCommandsTest::replacesOneAfterTheOther()
{
    Editor editor("server a.example\nserver b.example\nserver c.example\n");
    editor.key(Qt::Key_H, Qt::ControlModifier);
    editor.type("example");
    editor.bar.findChild<QLineEdit *>(QStringLiteral("find-replacement"))->setFocus();
    editor.type("example.org");
    editor.key(Qt::Key_Return); // goes to the first
    QCOMPARE(editor.bytes(), QByteArray("server a.example\nserver b.example\nserver c.example\n"));
    editor.key(Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("server a.example.org\nserver b.example\nserver c.example\n"));
    QCOMPARE(editor.line(), 2);
    editor.key(Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("server a.example.org\nserver b.example.org\nserver c.example\n"));
    QCOMPARE(editor.line(), 3);
    editor.disk.session.undoStack()->undo();
    QCOMPARE(editor.bytes(), QByteArray("server a.example.org\nserver b.example\nserver c.example\n"));
}

void TextCommandsTest::replacesAllAsOneStep()
{
    const QByteArray bytes("server a iburst\r\nserver b iburst\r\n# iburst\r\n");
    Editor editor(bytes);
    editor.key(Qt::Key_H, Qt::ControlModifier);
    editor.type("iburst");
    editor.bar.findChild<QLineEdit *>(QStringLiteral("find-replacement"))->setFocus();
    editor.type("burst");
    auto *all = editor.bar.findChild<QWidget *>(QStringLiteral("find-replace-all"));
    all->setFocus();
    editor.key(Qt::Key_Space);
    QCOMPARE(editor.bytes(), QByteArray("server a burst\r\nserver b burst\r\n# burst\r\n"));
    QCOMPARE(editor.disk.session.undoStack()->count(), 1);
    QCOMPARE(editor.text.shown(), QStringLiteral("server a burst\nserver b burst\n# burst\n"));
    editor.disk.session.undoStack()->undo();
    QCOMPARE(editor.bytes(), bytes);
}

void TextCommandsTest::replacesBesideForeignBytes()
{
    Editor editor("# \xc9\xcf 中文 a\nserver a # \xb1 a\n");
    editor.key(Qt::Key_H, Qt::ControlModifier);
    editor.type("a");
    editor.bar.findChild<QLineEdit *>(QStringLiteral("find-replacement"))->setText(QStringLiteral("时"));
    QMetaObject::invokeMethod(editor.bar.findChild<QWidget *>(QStringLiteral("find-replace-all")), "click");
    QCOMPARE(editor.bytes(), QByteArray("# \xc9\xcf 中文 时\nserver 时 # \xb1 时\n"));
}

void TextCommandsTest::commentsLinesOutAndBackIn()
{
    const QByteArray bytes("keys /k\n  server a # near\n\nserver b\npool c\n");
    Editor editor(bytes);
    editor.select(2, 4);
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), QByteArray("keys /k\n  #server a # near\n\n#server b\npool c\n"));
    QCOMPARE(editor.disk.session.undoStack()->count(), 1);
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), bytes);
    editor.disk.session.undoStack()->undo();
    editor.disk.session.undoStack()->undo();
    QCOMPARE(editor.bytes(), bytes);
}

void TextCommandsTest::proseStaysAComment()
{
    const QByteArray bytes("# the near one\nserver a\n");
    Editor editor(bytes);
    editor.select(1, 2);
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), QByteArray("# the near one\n#server a\n"));
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), bytes);
}

void TextCommandsTest::cursorStaysWhereItWasInTheLine()
{
    Editor editor("keys /k\nserver a.example\n");
    QTextCursor cursor(editor.text.document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 9);
    editor.text.setTextCursor(cursor);
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.line(), 2);
    QCOMPARE(editor.column(), 10);
    editor.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor.column(), 9);
}

void TextCommandsTest::goesFromFindingToFindingAndRound()
{
    Editor editor("driftfile /d\nserverr a\n# fine\nserver b iburts\n");
    std::vector<std::size_t> places;
    for (const auto &diagnostic : editor.disk.session.diagnostics())
        places.push_back(diagnostic.range.offset);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QVERIFY(places.size() >= 2);
    const auto here = [&editor] {
        const int start = editor.text.textCursor().selectionStart();
        return editor.text.rangeOf(start, start).offset;
    };
    const auto first = std::upper_bound(places.begin(), places.end(), std::size_t{0});
    for (auto place = first; place != places.end(); ++place) {
        editor.key(Qt::Key_F8);
        QCOMPARE(here(), *place);
    }
    editor.key(Qt::Key_F8);
    QCOMPARE(here(), places.front());
    editor.key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(here(), places.back());
}

void TextCommandsTest::mendsTheLineWithOneRemedyAtOnce()
{
    const QByteArray bytes("Driftfile /d # near\nserver 192.0.2.1\n");
    Editor editor(bytes);
    editor.text.setTextCursor(QTextCursor(editor.text.document()->firstBlock()));
    QCOMPARE(editor.text.fixesOfLine(1).size(), std::size_t{1});
    editor.key(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), QByteArray("driftfile /d # near\nserver 192.0.2.1\n"));
    editor.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), bytes);
    editor.key(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(editor.bytes(), QByteArray("driftfile /d # near\nserver 192.0.2.1\n"));
}

void TextCommandsTest::offersSeveralRemediesByKeyboard()
{
    Editor editor("driftfile /d\nserver 192.0.2.1 iburts brust\n");
    editor.disk.session.setDialect(Dialect::Ntpd); // which also answers everybody, as no line says otherwise
    editor.text.setTextCursor(QTextCursor(editor.text.document()->findBlockByNumber(1)));
    const auto fixes = editor.text.fixesOfLine(2);
    QVERIFY(fixes.size() >= 2);
    config::Document expected = editor.disk.session.document();
    expected.apply(fixes.at(1).edits);
    editor.key(Qt::Key_Period, Qt::ControlModifier);
    auto *menu = editor.text.findChild<QMenu *>(QStringLiteral("remedies"));
    QTRY_VERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), qsizetype(fixes.size()));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray::fromStdString(expected.bytes()));
    QCOMPARE(editor.disk.session.undoStack()->count(), 1);
}

void TextCommandsTest::explainsDirectiveOptionAndFlag()
{
    SessionOnDisk disk("server 192.0.2.1 iburst\nrestrict 192.0.2.0 mask 255.255.255.0 nomodify\n"
                       "serverr <b>a</b>\n");
    const auto said = [&](const char *word) {
        return explanationAt(disk.session, LineReadings::of(disk.session),
                             disk.session.document().bytes().find(word) + 1);
    };
    QCOMPARE(said("server"), wording::explanationOfDirective("server"));
    QCOMPARE(said("iburst"), wording::explanationOfOption("server", "iburst"));
    QVERIFY(said("nomodify").contains(wording::explanationOfOption("restrict", "nomodify")));
    QVERIFY(!said("nomodify").isEmpty());
    QVERIFY(said("serverr").contains(QStringLiteral("serverr")));
}

void TextCommandsTest::replacesAllInALongFile()
{
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes += "#server ntp" + QByteArray::number(i) + ".example\n";
    Editor editor(bytes);
    editor.key(Qt::Key_H, Qt::ControlModifier);
    editor.type("example");
    QCOMPARE(editor.count(), QStringLiteral("20000 place(s)"));
    editor.bar.replaceAll();
    QCOMPARE(editor.bytes(), QByteArray(bytes).replace("example", ""));
}

QTEST_MAIN(TextCommandsTest)
#include "tst_textcommands.moc"
