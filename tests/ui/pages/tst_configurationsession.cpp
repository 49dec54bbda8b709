// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <QSignalSpy>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::ui;

class ConfigurationSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void undoGivesTheSameBytes();
    void mergesARunOfTyping();
    void countsPendingChanges();
    void savesAndKeepsTheOldFile();
    void refusesToSaveOverAForeignChange();
    void failsToOpenWhatIsNotThere();
    void readsTheDialectFromTheFile();
    void checksALongFileWhenTypingPauses();
    void keepsFindingsInTheirPlacesWhileOneTypes();
    void switchesTheSourceModeAndBack();
};

void ConfigurationSessionTest::undoGivesTheSameBytes()
{
    const QByteArray bytes = recipe("master-isolated-zh.conf");
    SessionOnDisk disk(bytes);
    auto &session = disk.session;
    session.push(config::disableLine(session.document(), 9), QStringLiteral("a"));
    session.push(config::addLines(session.document(), {"server 192.0.2.1 iburst"}), QStringLiteral("b"));
    session.push(config::removeLine(session.document(), 5), QStringLiteral("c"));
    const QByteArray changed = session.bytes();
    QCOMPARE(session.undoStack()->count(), 3);
    for (int i = 0; i < 3; ++i)
        session.undoStack()->undo();
    QCOMPARE(session.bytes(), bytes);
    for (int i = 0; i < 3; ++i)
        session.undoStack()->redo();
    QCOMPARE(session.bytes(), changed);
}

void ConfigurationSessionTest::mergesARunOfTyping()
{
    SessionOnDisk disk("");
    auto &session = disk.session;
    const int run = session.nextMergeId();
    std::string typed;
    for (const char letter : std::string("server")) {
        typed += letter;
        session.push(config::difference(session.document().bytes(), typed), QStringLiteral("Typing"), run);
    }
    session.push(config::difference(typed, typed + " a"), QStringLiteral("Typing"), session.nextMergeId());
    QCOMPARE(session.undoStack()->count(), 2);
    session.undoStack()->undo();
    QCOMPARE(session.bytes(), QByteArray("server"));
    session.undoStack()->undo();
    QCOMPARE(session.bytes(), QByteArray());
    session.undoStack()->redo();
    QCOMPARE(session.bytes(), QByteArray("server"));
}

void ConfigurationSessionTest::countsPendingChanges()
{
    SessionOnDisk disk("server a\nserver b\nserver c\nserver d\n");
    auto &session = disk.session;
    QSignalSpy counts(&session, &ConfigurationSession::pendingChangesChanged);
    session.push(config::disableLine(session.document(), 1), QStringLiteral("x"));
    session.push(config::disableLine(session.document(), 4), QStringLiteral("x"));
    session.push(config::addLines(session.document(), {"driftfile /d"}), QStringLiteral("x"));
    QCOMPARE(session.pendingChanges(), 3);
    session.markApplied();
    QCOMPARE(session.pendingChanges(), 0);
    QCOMPARE(counts.size(), 4);
    session.undoStack()->undo();
    QCOMPARE(session.pendingChanges(), 1);
}

void ConfigurationSessionTest::savesAndKeepsTheOldFile()
{
    SessionOnDisk disk("server a\n");
    auto &session = disk.session;
    session.push(config::disableLine(session.document(), 1), QStringLiteral("x"));
    QVERIFY(!session.undoStack()->isClean());
    QVERIFY(session.save());
    QVERIFY(session.undoStack()->isClean());
    QCOMPARE(disk.onDisk(), session.bytes());
    QFile backup(disk.path + u'~');
    QVERIFY(backup.open(QIODevice::ReadOnly));
    QCOMPARE(backup.readAll(), QByteArray("server a\n"));
    session.undoStack()->undo();
    QVERIFY(session.save());
    QCOMPARE(disk.onDisk(), QByteArray("server a\n"));
}

void ConfigurationSessionTest::refusesToSaveOverAForeignChange()
{
    SessionOnDisk disk("server a\n");
    QFile file(disk.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("server b\n");
    file.close();
    const auto saved = disk.session.save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().failure, Failure::FileChanged);
    QCOMPARE(disk.onDisk(), QByteArray("server b\n"));
}

void ConfigurationSessionTest::failsToOpenWhatIsNotThere()
{
    SessionOnDisk disk("server a\n");
    const auto opened = disk.session.open(disk.folder.filePath(QStringLiteral("missing.conf")));
    QVERIFY(!opened);
    QCOMPARE(opened.error().failure, Failure::FileUnreadable);
    QCOMPARE(disk.session.path(), disk.path);
    QCOMPARE(disk.session.bytes(), QByteArray("server a\n"));
}

void ConfigurationSessionTest::readsTheDialectFromTheFile()
{
    SessionOnDisk sec("refclock local stratum 10\nserver a nts\n");
    QCOMPARE(sec.session.dialect(), Dialect::Ntpsec);
    SessionOnDisk classic("server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n");
    QCOMPARE(classic.session.dialect(), Dialect::Noonmark);
    QSignalSpy changed(&classic.session, &ConfigurationSession::documentChanged);
    classic.session.setDialect(Dialect::Ntpsec);
    QCOMPARE(changed.size(), 1);
}

void ConfigurationSessionTest::checksALongFileWhenTypingPauses()
{
    SessionOnDisk disk("# a long comment line of some seventy letters, again and again\n" +
                       QByteArray(300'000, '#') + "\nserverr a\n");
    QVERIFY(disk.session.isChecking());
    QVERIFY(disk.session.diagnostics().empty());
    // What changes meanwhile makes the earlier findings old.
    disk.session.push(config::addLines(disk.session.document(), {"drifftfile /d"}), QStringLiteral("x"));
    QTRY_VERIFY(!disk.session.isChecking());
    QVERIFY(disk.session.diagnostics().size() >= 2);
    const auto &found = disk.session.diagnostics();
    QVERIFY(std::any_of(found.begin(), found.end(), [](const config::Diagnostic &diagnostic) {
        return diagnostic.finding == config::Finding::UnknownDirective;
    }));
}

void ConfigurationSessionTest::keepsFindingsInTheirPlacesWhileOneTypes()
{
    SessionOnDisk disk("serverr a\n" + QByteArray(300'000, '#') + "\nserverr b\n");
    auto &session = disk.session;
    QTRY_VERIFY(!session.isChecking());
    const auto before = session.diagnostics();
    QVERIFY(before.size() >= 2);
    QSignalSpy typed(&session, &ConfigurationSession::typed);
    QSignalSpy changed(&session, &ConfigurationSession::documentChanged);
    session.push({{{12, 0}, "\n#"}}, QStringLiteral("Typing"), session.nextMergeId());
    QCOMPARE(typed.size(), 1);
    QCOMPARE(changed.size(), 0);
    QVERIFY(session.isChecking());
    const auto moved = session.diagnostics();
    QCOMPARE(moved.size(), before.size());
    QCOMPARE(moved.front().range, before.front().range);
    QCOMPARE(moved.back().range.offset, before.back().range.offset + 2);
    // A finding that is typed into is nobody's any more.
    session.push({{{1, 1}, ""}}, QStringLiteral("Typing"), session.nextMergeId());
    QVERIFY(session.diagnostics().size() < before.size());
    session.settle();
    QCOMPARE(changed.size(), 1);
    QTRY_VERIFY(!session.isChecking());
    QCOMPARE(changed.size(), 2);
    QVERIFY(session.pendingChanges() > 0);
}

void ConfigurationSessionTest::switchesTheSourceModeAndBack()
{
    const QByteArray bytes = recipe("master-isolated-zh.conf");
    SessionOnDisk disk(bytes);
    auto &session = disk.session;
    QCOMPARE(session.sourceMode(), config::SourceMode::Isolated);
    session.switchSourceMode(config::SourceMode::Upstream, 10);
    QCOMPARE(session.sourceMode(), config::SourceMode::Upstream);
    session.switchSourceMode(config::SourceMode::Isolated, 10);
    QCOMPARE(session.bytes(), bytes);
    session.undoStack()->undo();
    session.undoStack()->undo();
    QCOMPARE(session.bytes(), bytes);
}

QTEST_MAIN(ConfigurationSessionTest)
#include "tst_configurationsession.moc"
