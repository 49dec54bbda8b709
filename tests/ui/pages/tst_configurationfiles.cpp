// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/config/lowering.h"
#include "ui/configurationfiles.h"
#include "ui/configurationpage.h"
#include "ui/configurationtext.h"
#include "ui/findinglist.h"

#include <QSignalSpy>
#include <QTableView>

#include <map>
#include <random>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

constexpr const char *Rules = "restrict default kod limited nomodify nopeer noquery\n"
                              "restrict 127.0.0.1\nrestrict ::1\n";
constexpr const char *Main = "driftfile /d\nincludefile rules.conf\npool pool.example iburst\n";

// A session on several files; the first is the main one.
struct Several
{
    explicit Several(const std::vector<std::pair<QString, QByteArray>> &files)
    {
        for (const auto &[name, bytes] : files)
            write(name, bytes);
        if (!session.open(folder.filePath(files.front().first)))
            qFatal("cannot open the test's files");
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(folder.path()).mkpath(QFileInfo(name).path());
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's files");
    }
    [[nodiscard]] QByteArray onDisk(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList result;
        for (int i = 0; i < session.fileCount(); ++i)
            result += QDir(folder.path()).relativeFilePath(session.file(i).path());
        return result;
    }
    // "rules.conf: nopeer-blocks-pool"
    [[nodiscard]] QStringList found() const
    {
        QStringList result;
        for (const auto &one : session.findings())
            result += names().at(static_cast<qsizetype>(one.file)) + u": " +
                      QLatin1StringView(config::findingId(one.diagnostic.finding));
        return result;
    }

    QTemporaryDir folder;
    ConfigurationSession session;
};

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class ConfigurationFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void opensWhatIsIncluded();
    void eachFileIsUndoneAndSavedByItself();
    void findingsAreInTheirFilesAndSeeAllOfThem();
    void aFixGoesIntoItsFile();
    void filesComeAndGoWithTheLinesThatIncludeThem();
    void everyFileHasItsOwnHistory();
    void theModeIsSwitchedWhereTheSourcesAre();
    void theEngineGetsAllFiles();
    void anotherHandChangesOneOfTheFiles();
    void thePageShowsTheFilesAndOpensThem();
    void theNextFindingMayBeInAnotherFile();
    void aLongFileIsFollowedToo();
};

void ConfigurationFilesTest::opensWhatIsIncluded()
{
    Several one({{name("ntp.conf"), "server a\nincludefile x.conf\nkeys k\n"},
                 {name("x.conf"), "includefile y.conf\n"},
                 {name("y.conf"), "server b\n"},
                 {name("k"), "1 SHA256 abcdefgh\n"},
                 {name("ntp.d/2.conf"), "server c\n"}});
    QCOMPARE(one.names(), texts({"ntp.conf", "x.conf", "y.conf", "ntp.d/2.conf", "k"}));
    QCOMPARE(one.session.parentOf(2), 1);
    QVERIFY(one.session.keysFile() == &one.session.file(4));
    QCOMPARE(one.session.whole().bytes(),
             std::string("server a\nincludefile x.conf\nincludefile y.conf\nserver b\nkeys k\nserver c\n"));
}

void ConfigurationFilesTest::eachFileIsUndoneAndSavedByItself()
{
    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}});
    auto &session = one.session;
    session.push(config::addLines(session.document(), {"server 192.0.2.1"}), name("a"));
    session.setCurrentFile(1);
    QCOMPARE(session.bytes(), QByteArray(Rules));
    QVERIFY(!session.undoGroup()->canUndo());
    session.push(config::removeLine(session.document(), 3), name("b"));
    QVERIFY(session.file(0).isModified() && session.file(1).isModified());
    QVERIFY(session.save());
    QVERIFY(session.file(0).isModified() && !session.file(1).isModified());
    QCOMPARE(one.onDisk(name("ntp.conf")), QByteArray(Main));
    QVERIFY(!one.onDisk(name("rules.conf")).contains("::1"));
    session.undoGroup()->undo();
    QCOMPARE(session.bytes(), QByteArray(Rules));
    session.setCurrentFile(0);
    QVERIFY(session.bytes().contains("192.0.2.1"));
    session.undoGroup()->undo();
    QCOMPARE(session.bytes(), QByteArray(Main));
    QVERIFY(session.isModified()); // the rules, which were saved without their last line
    QVERIFY(session.saveAll());
    QCOMPARE(one.onDisk(name("rules.conf")), QByteArray(Rules));
}

void ConfigurationFilesTest::findingsAreInTheirFilesAndSeeAllOfThem()
{
    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}});
    QCOMPARE(one.found(), texts({"rules.conf: nopeer-blocks-pool"}));
    QVERIFY(one.session.diagnostics().empty());
    QCOMPARE(one.session.file(1).diagnostics.size(), std::size_t(1));
    one.session.push(config::addLines(one.session.document(), {"restrict source nomodify noquery"}),
                     name("x"));
    QCOMPARE(one.found(), QStringList());
}

void ConfigurationFilesTest::aFixGoesIntoItsFile()
{
    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}});
    const auto finding = one.session.findings().front();
    one.session.file(static_cast<int>(finding.fixFiles.front()))
        .push(finding.diagnostic.fixes.front().edits, name("fix"));
    QVERIFY(one.session.file(1).bytes().contains("restrict source"));
    QCOMPARE(one.session.file(0).bytes(), QByteArray(Main));
    QCOMPARE(one.found(), QStringList());
}

void ConfigurationFilesTest::filesComeAndGoWithTheLinesThatIncludeThem()
{
    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}, {name("more.conf"), "server b\n"}});
    auto &session = one.session;
    QSignalSpy files(&session, &ConfigurationSession::filesChanged);
    session.push(config::addLines(session.document(), {"includefile more.conf"}), name("x"));
    QCOMPARE(one.names(), texts({"ntp.conf", "rules.conf", "more.conf"}));
    session.undoStack()->undo();
    QCOMPARE(one.names(), texts({"ntp.conf", "rules.conf"}));
    QCOMPARE(files.size(), 2);
    // Unsaved work does not go with the line.
    session.file(1).push(config::removeLine(session.file(1).document(), 1), name("y"));
    session.push(config::disableLine(session.document(), 2), name("z"));
    QCOMPARE(one.names(), texts({"ntp.conf", "rules.conf"}));
    QCOMPARE(session.parentOf(1), -1);
    QCOMPARE(session.wholeBytes(), session.file(0).bytes());
    QVERIFY(session.saveAll());
    session.undoStack()->undo();
    QCOMPARE(session.parentOf(1), 0);
}

// Whatever is done in whichever order: a file's history is its own, to the byte.
void ConfigurationFilesTest::everyFileHasItsOwnHistory()
{
    Several one({{name("ntp.conf"), "server a\r\nincludefile x.conf\r\nserver b"},
                 {name("x.conf"), "# \xe4\xb8\xad\xe6\x96\x87\nrestrict default\n"},
                 {name("ntp.d/9.conf"), "\xff\n"}});
    auto &session = one.session;
    std::mt19937 chance(7);
    std::map<QString, std::vector<QByteArray>> states;
    const auto anyFile = [&] { return static_cast<int>(chance() % unsigned(session.fileCount())); };
    for (int step = 0; step < 600; ++step) {
        // The files are told by their paths: an edit may break the line that includes one, or mend it.
        for (int i = 0; i < session.fileCount(); ++i) {
            if (session.file(i).undoStack().count() == 0)
                states[session.file(i).path()] = {session.file(i).bytes()};
        }
        EditedFile &file = session.file(anyFile());
        QUndoStack &stack = file.undoStack();
        auto &known = states[file.path()];
        const unsigned deed = chance() % 4;
        if (deed == 0) {
            stack.undo();
        } else if (deed == 1) {
            stack.redo();
        } else {
            const std::size_t size = file.document().bytes().size();
            const std::size_t offset = chance() % (size + 1);
            const std::size_t length = std::min<std::size_t>(chance() % 3, size - offset);
            std::string after = file.document().bytes();
            const std::string text = "\n#" + std::to_string(step) + "\xc3";
            after.replace(offset, length, text);
            known.resize(static_cast<std::size_t>(stack.index()) + 1);
            known.push_back(QByteArray::fromStdString(after));
            file.push({{{offset, length}, text}}, name("x"));
        }
        session.setCurrentFile(anyFile());
        for (int i = 0; i < session.fileCount(); ++i) {
            const auto at = static_cast<std::size_t>(session.file(i).undoStack().index());
            const auto history = states.find(session.file(i).path());
            if (history != states.end() && session.file(i).undoStack().count() > 0)
                QCOMPARE(session.file(i).bytes(), history->second.at(at));
        }
    }
}

void ConfigurationFilesTest::theModeIsSwitchedWhereTheSourcesAre()
{
    Several one({{name("ntp.conf"), "includefile s.conf\ndriftfile /d\n"},
                 {name("s.conf"), "server 192.0.2.1 iburst\n"}});
    auto &session = one.session;
    session.switchSourceMode(config::SourceMode::Isolated, 10);
    QVERIFY(session.sourceMode() == config::SourceMode::Isolated);
    QVERIFY(session.file(1).bytes().startsWith("#"));
    session.switchSourceMode(config::SourceMode::Upstream, 10);
    QCOMPARE(session.file(1).bytes(), QByteArray("server 192.0.2.1 iburst\n"));
    QCOMPARE(session.file(0).bytes(), QByteArray("includefile s.conf\ndriftfile /d\n"));
}

void ConfigurationFilesTest::theEngineGetsAllFiles()
{
    Several one({{name("ntp.conf"), "includefile s.conf\n"}, {name("s.conf"), "server 192.0.2.1 iburst\n"}});
    QCOMPARE(one.session.pendingChanges(), 0);
    const config::Document whole(one.session.wholeBytes().toStdString());
    QCOMPARE(config::lower(whole).engine.sources.size(), std::size_t(1));
    one.session.file(1).push({{{0, 0}, "#"}}, name("x"));
    QCOMPARE(one.session.pendingChanges(), 1);
    one.session.markApplied();
    QCOMPARE(one.session.pendingChanges(), 0);
}

void ConfigurationFilesTest::anotherHandChangesOneOfTheFiles()
{
    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}});
    auto &session = one.session;
    one.write(name("rules.conf"), "restrict default ignore\n");
    session.lookAtDisk();
    QVERIFY(session.diskState() == DiskState::Same);
    QSignalSpy states(&session, &ConfigurationSession::diskStateChanged);
    session.setCurrentFile(1);
    QVERIFY(session.diskState() == DiskState::Changed);
    QCOMPARE(states.size(), 1);
    QVERIFY(session.takeTheirs());
    QCOMPARE(session.bytes(), QByteArray("restrict default ignore\n"));
    session.undoStack()->undo();
    QCOMPARE(session.bytes(), QByteArray(Rules));
}

void ConfigurationFilesTest::thePageShowsTheFilesAndOpensThem()
{
    Several alone({{name("ntp.conf"), Rules}});
    ConfigurationPage single(alone.session);
    QVERIFY(single.findChild<ConfigurationFiles *>()->isHidden());

    Several one({{name("ntp.conf"), Main}, {name("rules.conf"), Rules}});
    ConfigurationPage page(one.session);
    auto *files = page.findChild<ConfigurationFiles *>();
    QVERIFY(!files->isHidden());
    QCOMPARE(files->topLevelItemCount(), 1);
    QTreeWidgetItem *rules = files->topLevelItem(0)->child(0);
    QCOMPARE(rules->text(0), name("rules.conf"));
    QVERIFY(rules->text(1).contains(u'1'));
    one.session.setCurrentLine(3);
    files->setCurrentItem(rules);
    auto *text = page.findChild<ConfigurationText *>();
    QCOMPARE(text->toPlainText().toUtf8(), QByteArray(Rules));
    text->selectRange({0, 0});
    QTest::keyClicks(text, name("# "));
    QCOMPARE(one.session.file(1).bytes(), QByteArray("# ") + Rules);
    QCOMPARE(rules->text(0), name("rules.conf *"));
    files->setCurrentItem(files->topLevelItem(0));
    QCOMPARE(text->toPlainText().toUtf8(), QByteArray(Main));
    QCOMPARE(one.session.currentLine(), 3);
    QCOMPARE(text->textCursor().blockNumber(), 2);
}

void ConfigurationFilesTest::theNextFindingMayBeInAnotherFile()
{
    Several one({{name("ntp.conf"), QByteArray(Main) + "bogus\n"}, {name("rules.conf"), Rules}});
    ConfigurationPage page(one.session);
    page.resize(1000, 800);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *text = page.findChild<ConfigurationText *>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_F8);
    QCOMPARE(one.session.currentFile(), 0);
    QCOMPARE(one.session.currentLine(), 4);
    QTest::keyClick(text, Qt::Key_F8);
    QCOMPARE(one.session.currentFile(), 1);
    QCOMPARE(one.session.currentLine(), 1);
    QTest::keyClick(text, Qt::Key_F8);
    QCOMPARE(one.session.currentFile(), 0);
    auto *list = page.findChild<FindingList *>();
    emit list->view().activated(list->model().index(1, 0));
    QCOMPARE(one.session.currentFile(), 1);
    QVERIFY(text->hasFocus());
}

void ConfigurationFilesTest::aLongFileIsFollowedToo()
{
    QByteArray longer(Main);
    for (int i = 0; i < 4000; ++i)
        longer += "# a comment that makes the file long\n";
    Several one({{name("ntp.conf"), longer}, {name("rules.conf"), Rules}});
    QVERIFY(one.session.isChecking());
    QTRY_VERIFY(!one.session.isChecking());
    QCOMPARE(one.found(), texts({"rules.conf: nopeer-blocks-pool"}));
    one.session.push(config::disableLine(one.session.document(), 2), name("x"));
    QTRY_VERIFY(!one.session.isChecking());
    QCOMPARE(one.names(), texts({"ntp.conf"}));
}

QTEST_MAIN(ConfigurationFilesTest)
#include "tst_configurationfiles.moc"
