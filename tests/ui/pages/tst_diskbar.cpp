// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "ui/diskbar.h"
#include "ui/diskdialog.h"
#include "ui/sidebyside.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBlock>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

struct BarOnScreen
{
    explicit BarOnScreen(const QByteArray &bytes)
        : disk(bytes)
        , bar(disk.session, &window)
    {
        window.resize(900, 80);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
    }

    // As an editor does it: another file in place of this one.
    void replacedBySomebody(const QByteArray &bytes) const
    {
        QFile other(disk.path + QStringLiteral(".new"));
        if (!other.open(QIODevice::WriteOnly) || other.write(bytes) != bytes.size())
            qFatal("cannot write the other file");
        other.close();
        if (rename(QFile::encodeName(other.fileName()).constData(),
                   QFile::encodeName(disk.path).constData()) != 0)
            qFatal("cannot replace the file");
    }
    void writtenBySomebody(const QByteArray &bytes) const
    {
        QFile file(disk.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the file");
    }
    void edit(std::size_t offset, std::size_t length, const char *text)
    {
        disk.session.push({{{offset, length}, text}}, QStringLiteral("edit"));
    }
    void click(const char *name)
    {
        auto *button = bar.findChild<QPushButton *>(QString::fromLatin1(name));
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QWidget window;
    SessionOnDisk disk;
    DiskBar bar;
};

} // namespace

class DiskBarTest : public QObject
{
    Q_OBJECT

private slots:
    void staysAwayWhileNobodyElseWrites();
    void ownSaveIsNobodyElse();
    void noticesAWrittenAndAReplacedFile();
    void whatBecameTheSameIsNoQuestion();
    void keepsMineAndSavesOverTheirs();
    void takesTheirsAsOneStepOfUndo();
    void refusedSaveAsksAndSavesWhenMineIsKept();
    void saysWhenTheFileIsGone();
    void showsBothSideBySide();
    void takesTheirsFromTheDialog();
};

void DiskBarTest::staysAwayWhileNobodyElseWrites()
{
    BarOnScreen screen("server a\n");
    screen.edit(7, 1, "b");
    screen.disk.session.lookAtDisk();
    QVERIFY(!screen.bar.isVisible());
}

void DiskBarTest::ownSaveIsNobodyElse()
{
    BarOnScreen screen("server a\n");
    QSignalSpy states(&screen.disk.session, &ConfigurationSession::diskStateChanged);
    screen.edit(7, 1, "b");
    QVERIFY(screen.disk.session.save());
    QTest::qWait(500); // longer than the watch waits for a writer to finish
    QCOMPARE(states.count(), 0);
    QVERIFY(screen.disk.session.undoStack()->isClean());
}

void DiskBarTest::noticesAWrittenAndAReplacedFile()
{
    BarOnScreen screen("server a\n");
    screen.writtenBySomebody("server theirs\n");
    QTRY_VERIFY(screen.bar.isVisible());
    screen.click("disk-keep-mine");
    QVERIFY(!screen.bar.isVisible());
    screen.replacedBySomebody("server replaced\n");
    QTRY_VERIFY(screen.bar.isVisible());
    screen.click("disk-keep-mine");
    screen.replacedBySomebody("server again\n");
    QTRY_VERIFY(screen.bar.isVisible());
}

void DiskBarTest::whatBecameTheSameIsNoQuestion()
{
    BarOnScreen screen("server a\n");
    screen.edit(7, 1, "b");
    screen.writtenBySomebody("server b\n");
    screen.disk.session.lookAtDisk();
    QVERIFY(!screen.bar.isVisible());
    QVERIFY(screen.disk.session.undoStack()->isClean());
    QVERIFY(screen.disk.session.save());
}

void DiskBarTest::keepsMineAndSavesOverTheirs()
{
    BarOnScreen screen("server a\n");
    screen.writtenBySomebody("server theirs\n");
    screen.disk.session.lookAtDisk();
    screen.click("disk-keep-mine");
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server a\n"));
    QVERIFY(!screen.disk.session.undoStack()->isClean());
    QCOMPARE(screen.disk.onDisk(), QByteArray("server theirs\n"));
    QVERIFY(screen.disk.session.save());
    QCOMPARE(screen.disk.onDisk(), QByteArray("server a\n"));
}

void DiskBarTest::takesTheirsAsOneStepOfUndo()
{
    BarOnScreen screen("server a\nserver b\n");
    screen.edit(7, 1, "mine");
    screen.writtenBySomebody("server theirs\nserver b\n");
    screen.disk.session.lookAtDisk();
    screen.click("disk-take-theirs");
    QVERIFY(!screen.bar.isVisible());
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server theirs\nserver b\n"));
    QVERIFY(screen.disk.session.undoStack()->isClean());
    screen.disk.session.undoStack()->undo();
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server mine\nserver b\n"));
    QVERIFY(!screen.disk.session.undoStack()->isClean());
    QVERIFY(screen.disk.session.save());
    QCOMPARE(screen.disk.onDisk(), QByteArray("server mine\nserver b\n"));
}

void DiskBarTest::refusedSaveAsksAndSavesWhenMineIsKept()
{
    BarOnScreen screen("server a\n");
    screen.edit(7, 1, "mine");
    screen.writtenBySomebody("server theirs\n");
    const auto saved = screen.disk.session.save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().failure, Failure::FileChanged);
    QVERIFY(screen.bar.isVisible());
    screen.bar.askBeforeSaving();
    screen.click("disk-keep-mine");
    QCOMPARE(screen.disk.onDisk(), QByteArray("server mine\n"));
    QVERIFY(screen.disk.session.undoStack()->isClean());
    QVERIFY(!screen.bar.isVisible());
}

void DiskBarTest::saysWhenTheFileIsGone()
{
    BarOnScreen screen("server a\n");
    QVERIFY(QFile::remove(screen.disk.path));
    QTRY_VERIFY(screen.bar.isVisible());
    QVERIFY(!screen.bar.findChild<QPushButton *>(QStringLiteral("disk-take-theirs"))->isVisible());
    screen.click("disk-keep-mine");
    QVERIFY(!screen.bar.isVisible());
    QVERIFY(screen.disk.session.save());
    QCOMPARE(screen.disk.onDisk(), QByteArray("server a\n"));
}

void DiskBarTest::showsBothSideBySide()
{
    SideBySide both;
    both.showTexts("one\ntwo\nthree\nfour\n", "one\n2\nthree\nthree and a half\nfour\n");
    const auto rows = [&](const char *name) {
        return both.findChild<QPlainTextEdit *>(QString::fromLatin1(name))->toPlainText().split(u'\n');
    };
    QCOMPARE(rows("side-left"), texts({"   1   one", "   2 − two", "   3   three", "", "   4   four"}));
    QCOMPARE(rows("side-right"),
             texts({"   1   one", "   2 + 2", "   3   three", "   4 + three and a half", "   5   four"}));
    QCOMPARE(both.differences(), 2);
    const auto row = [&] {
        return both.findChild<QPlainTextEdit *>(QStringLiteral("side-right"))->textCursor().blockNumber();
    };
    both.showNextDifference();
    QCOMPARE(row(), 1);
    both.showNextDifference();
    QCOMPARE(row(), 3);
    both.showNextDifference();
    QCOMPARE(row(), 1);
}

void DiskBarTest::takesTheirsFromTheDialog()
{
    BarOnScreen screen("server a\n");
    screen.writtenBySomebody("server theirs\n");
    screen.disk.session.lookAtDisk();
    screen.click("disk-show-both");
    auto *dialog = screen.window.findChild<DiskDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QPlainTextEdit *>(QStringLiteral("side-left"))
                ->toPlainText()
                .contains(QStringLiteral("theirs")));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("disk-take")), Qt::LeftButton);
    QCOMPARE(screen.disk.session.bytes(), QByteArray("server theirs\n"));
    QVERIFY(!screen.bar.isVisible());
}

QTEST_MAIN(DiskBarTest)
#include "tst_diskbar.moc"
