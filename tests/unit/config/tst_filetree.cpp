// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/config/access.h"
#include "core/config/edits.h"
#include "core/config/filetree.h"
#include "core/config/reading.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace noonmark;
using namespace noonmark::config;

namespace {

using Disk = std::map<std::string, std::string>;

// A file system in memory; what is called "locked" can not be read.
PathReader readerOf(const Disk &disk)
{
    return [disk](const std::string &asked) {
        std::string path = asked;
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        PathContents contents;
        if (const auto file = disk.find(path); file != disk.end()) {
            contents.kind =
                path.ends_with("locked") ? PathContents::Kind::Unreadable : PathContents::Kind::File;
            contents.bytes = file->second;
            return contents;
        }
        std::set<std::string> names;
        for (const auto &[name, bytes] : disk) {
            if (name.starts_with(path + '/'))
                names.insert(name.substr(path.size() + 1, name.find('/', path.size() + 1) - path.size() - 1));
        }
        contents.names.assign(names.begin(), names.end());
        contents.kind = names.empty() ? PathContents::Kind::Missing : PathContents::Kind::Folder;
        return contents;
    };
}

FileTree treeOf(const Disk &disk, Dialect dialect = Dialect::Ntpsec, const std::string &main = "/e/ntp.conf")
{
    return FileTree(main, Document(disk.at(main)), dialect, readerOf(disk));
}

std::string paths(const FileTree &tree)
{
    std::string text;
    for (const TreeFile &file : tree.files())
        text += (text.empty() ? "" : " ") + file.path;
    return text;
}

std::string told(const std::vector<FileDiagnostic> &findings, const FileTree &tree)
{
    std::string text;
    for (const FileDiagnostic &one : findings) {
        const TreeFile &file = tree.files()[one.file];
        const auto [line, column] = file.document.position(one.diagnostic.range.offset);
        text += (text.empty() ? "" : " ") + file.path + ':' + std::to_string(line) + ':' +
                std::to_string(column) + ':' + findingId(one.diagnostic.finding);
    }
    return text;
}

// Only what files do to each other; other findings have tests of their own.
std::string includeFindings(const FileTree &tree)
{
    return told(tree.includeFindings(), tree);
}

bool says(const FileTree &tree, Finding finding, const std::string &path)
{
    return std::ranges::any_of(check(tree), [&](const FileDiagnostic &one) {
        return one.diagnostic.finding == finding && tree.files()[one.file].path == path;
    });
}

} // namespace

class FileTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileWithoutIncludesIsTheWhole()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "server a.example\n# \xff\r\nend\nserver b"}});
        QCOMPARE(tree.whole().bytes(), std::string("server a.example\n# \xff\r\nend\nserver b"));
        QCOMPARE(tree.files().size(), std::size_t(1));
        QCOMPARE(tree.line(4), std::pair(std::size_t(0), 4));
    }

    void linesAreReadWhereTheyAreIncluded()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "server a\nincludefile sub/x.conf\nserver d\n"},
                                      {"/e/sub/x.conf", "server b\nincludefile y.conf"},
                                      {"/e/sub/y.conf", "server c"}});
        QCOMPARE(tree.whole().bytes(), std::string("server a\nincludefile sub/x.conf\nserver b\nincludefile "
                                                   "y.conf\nserver c\nserver d\n"));
        QCOMPARE(paths(tree), std::string("/e/ntp.conf /e/sub/x.conf /e/sub/y.conf"));
        QCOMPARE(tree.line(5), std::pair(std::size_t(2), 1));
        QCOMPARE(tree.line(6), std::pair(std::size_t(0), 3));
        QCOMPARE(tree.lineOfWhole(0, 3), 6);
        QCOMPARE(tree.lineName(5, 0), std::string("y.conf:1"));
        QCOMPARE(tree.lineName(5, 2), std::string("1"));
    }

    void ntpdTakesRelativePathsFromItsWorkingDirectory()
    {
        const Disk disk{
            {"/e/ntp.conf", "includefile x.conf\n"}, {"/e/x.conf", "#e\n"}, {"/x.conf", "#root\n"}};
        const FileTree tree = treeOf(disk, Dialect::Ntpd);
        QCOMPARE(paths(tree), std::string("/e/ntp.conf /x.conf"));
        QCOMPARE(includeFindings(tree), std::string("/e/ntp.conf:1:13:include-relative"));
        QCOMPARE(paths(treeOf(disk, Dialect::Noonmark)), std::string("/e/ntp.conf /e/x.conf"));
    }

    void foldersAreReadBackwards()
    {
        // As ntpsec 1.2.2 does, measured: the last name first, hidden files too, folders only if they are
        // called *.conf.
        const Disk disk{{"/e/ntp.conf", "includefile dir\n#m\n"},
                        {"/e/dir/20.conf", "#20\n"},
                        {"/e/dir/10.conf", "#10\n"},
                        {"/e/dir/9.conf", "#9\n"},
                        {"/e/dir/x.txt", "#txt\n"},
                        {"/e/dir/.hid.conf", "#hid\n"},
                        {"/e/dir/inner/5.conf", "#5\n"},
                        {"/e/dir/z.conf/q.conf", "#q\n"},
                        {"/e/ntp.d/1.conf", "#d1\n"},
                        {"/e/ntp.d/README", "#no\n"},
                        {"/e/ntp.d/sub.conf/3.conf", "#d3\n"}};
        QCOMPARE(treeOf(disk).whole().bytes(),
                 std::string("includefile dir\n#q\n#9\n#20\n#10\n#hid\n#m\n#d3\n#d1\n"));
        QCOMPARE(treeOf(disk, Dialect::Ntpd).whole().bytes(), disk.at("/e/ntp.conf"));
        QVERIFY(treeOf(disk).files().back().role == FileRole::DropIn);
    }

    void tellsWhatCannotBeIncluded_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("finding");
        QTest::newRow("missing") << "includefile /no" << Dialect::Ntpd << "file-missing";
        QTest::newRow("unreadable") << "includefile /locked" << Dialect::Ntpd << "include-unreadable";
        QTest::newRow("folder in ntpd") << "includefile /e" << Dialect::Ntpd << "include-folder";
        QTest::newRow("empty folder") << "includefile /empty" << Dialect::Ntpsec << "include-empty";
        QTest::newRow("itself") << "includefile /e/ntp.conf" << Dialect::Noonmark << "include-circle";
        QTest::newRow("commented out") << "#includefile /no" << Dialect::Ntpd << "";
        QTest::newRow("with a command")
            << "includefile /no tos minclock 3" << Dialect::Ntpd << "file-missing";
    }

    void tellsWhatCannotBeIncluded()
    {
        QFETCH(QString, line);
        QFETCH(Dialect, dialect);
        QFETCH(QString, finding);
        const FileTree tree = treeOf(
            {{"/e/ntp.conf", line.toStdString() + "\nserver a\n"}, {"/locked", "x"}, {"/empty/readme", "x"}},
            dialect);
        QCOMPARE(QString::fromStdString(includeFindings(tree)),
                 finding.isEmpty() ? QString() : QStringLiteral("/e/ntp.conf:1:13:") + finding);
        QVERIFY(tree.whole().bytes().ends_with("server a\n"));
    }

    void includesFiveLevels()
    {
        Disk disk;
        for (int i = 0; i < 9; ++i)
            disk["/e/" + std::to_string(i)] = "includefile /e/" + std::to_string(i + 1) + "\n";
        disk["/e/9"] = "#end\n";
        const FileTree tree = treeOf(disk, Dialect::Ntpd, "/e/0");
        QCOMPARE(tree.files().back().path, std::string("/e/5"));
        QCOMPARE(includeFindings(tree), std::string("/e/5:1:13:include-too-deep"));
    }

    // Measured with ntpsec 1.2.2: of eight files in ntp.d that include one each, only the four that are read
    // last may.
    void filesThatWaitInAFolderCountAsLevels()
    {
        Disk disk{{"/e/ntp.conf", "#m\n"}};
        for (const std::string n : {"0", "1", "2", "3", "4", "5", "6", "7"}) {
            disk["/e/ntp.d/" + n + ".conf"] = "includefile ../inc" + n + "\n";
            disk["/e/ntp.d/../inc" + n] = "#inc" + n + "\n";
        }
        const FileTree tree = treeOf(disk);
        QCOMPARE(tree.includeFindings().size(), std::size_t(4));
        QCOMPARE(includeFindings(tree).substr(0, 41),
                 std::string("/e/ntp.d/7.conf:1:13:include-too-deep /e/"));
        QVERIFY(tree.whole().bytes().find("#inc3") < tree.whole().bytes().find("#inc0"));
    }

    void endStopsTheFilesAboveButNotNtpD()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "server a\nincludefile x.conf\nserver b\n"},
                                      {"/e/x.conf", "server c\nend\nserver d\n"},
                                      {"/e/ntp.d/1.conf", "server f\n"},
                                      {"/e/ntp.d/2.conf", "server e\nend\n"}});
        QCOMPARE(tree.whole().bytes(), std::string("server a\nincludefile x.conf\nserver c\nserver e\n"
                                                   "end\nserver d\nserver b\nend\nserver f\n"));
        std::string read;
        for (const LineReading &reading : readings(tree.whole(), Dialect::Ntpsec))
            read += reading.extent == Extent::Whole ? reading.executed + ";" : "";
        QVERIFY2(read.starts_with("server a;includefile x.conf;server c;server e;"), read.c_str());
        QVERIFY(read.find("server d") == std::string::npos);
    }

    void filesThatIncludeEachOtherTenfoldEnd()
    {
        Disk disk;
        for (int i = 0; i < 6; ++i) {
            for (int n = 0; n < 12; ++n)
                disk["/e/" + std::to_string(i)] += "includefile /e/" + std::to_string(i + 1) + "\n";
        }
        disk["/e/6"] = "#\n";
        const FileTree tree = treeOf(disk, Dialect::Ntpd, "/e/0");
        QVERIFY(tree.whole().lines().size() < 20'000);
        QCOMPARE(tree.includeFindings().back().diagnostic.finding, Finding::IncludeTooMany);
    }

    void twoWaysToOneFileAreOneFile()
    {
        const PathReader read = [](const std::string &path) {
            PathContents contents;
            contents.kind = PathContents::Kind::File;
            contents.truePath = path.substr(path.rfind('/'));
            contents.bytes = "restrict 192.0.2.1 kod\n";
            return contents;
        };
        const FileTree tree("/e/ntp.conf", Document("includefile a/x\nincludefile b/x\n"), Dialect::Ntpsec,
                            read);
        QCOMPARE(tree.files().size(), std::size_t(2));
        QCOMPARE(tree.whole().lines().size(), std::size_t(4));
        const auto found = check(tree);
        QCOMPARE(std::ranges::count_if(found,
                                       [](const FileDiagnostic &one) {
                                           return one.diagnostic.finding == Finding::KodWithoutLimited;
                                       }),
                 1);
    }

    // What one file needs may stand in another.
    void findingsLookAcrossFiles()
    {
        const std::string rules = "restrict default kod limited nomodify nopeer noquery\n"
                                  "restrict 127.0.0.1\nrestrict ::1\n";
        Disk disk{{"/e/ntp.conf", "driftfile /d\nincludefile rules.conf\npool pool.ntp.org iburst\n"},
                  {"/e/rules.conf", rules}};
        QVERIFY(says(treeOf(disk, Dialect::Noonmark), Finding::NopeerBlocksPool, "/e/rules.conf"));
        disk["/e/rules.conf"] = rules + "restrict source nomodify noquery\n";
        QCOMPARE(told(check(treeOf(disk, Dialect::Noonmark)), treeOf(disk, Dialect::Noonmark)),
                 std::string());
    }

    void lineNumbersInArgumentsNameTheirFile()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "server a.example\nincludefile x.conf\n"},
                                      {"/e/x.conf", "\nserver a.example\n"}});
        const auto found = check(tree);
        const auto twice = std::ranges::find_if(
            found, [](const FileDiagnostic &one) { return one.diagnostic.finding == Finding::SourceTwice; });
        QVERIFY(twice != found.end());
        QCOMPARE(tree.files()[twice->file].path, std::string("/e/x.conf"));
        QCOMPARE(twice->diagnostic.arguments[1], std::string("ntp.conf:1"));
    }

    void fixesGoIntoTheirFiles()
    {
        const FileTree tree =
            treeOf({{"/e/ntp.conf", "includefile x.conf\r\nserver b\r\n"},
                    {"/e/x.conf", "restrict 10.0.0.0 mask 255.0.0.0\nrestrict 192.0.2.1 kod"}});
        const auto found = check(tree);
        const auto kod = std::ranges::find_if(found, [](const FileDiagnostic &one) {
            return one.diagnostic.finding == Finding::KodWithoutLimited;
        });
        QVERIFY(kod != found.end() && !kod->diagnostic.fixes.empty());
        Document file = tree.files()[kod->fixFiles.front()].document;
        file.apply(kod->diagnostic.fixes.front().edits);
        QCOMPARE(file.bytes(),
                 std::string("restrict 10.0.0.0 mask 255.0.0.0\nrestrict 192.0.2.1 kod limited"));

        const auto edits = tree.placed(addLines(tree.whole(), {"restrict 198.51.100.7"}));
        QCOMPARE(edits.size(), std::size_t(1));
        file = tree.files()[edits.front().file].document;
        file.apply(edits.front().edits);
        QCOMPARE(
            QByteArray::fromStdString(file.bytes()).replace("\r\n", "\n"),
            QByteArray("restrict 10.0.0.0 mask 255.0.0.0\nrestrict 192.0.2.1 kod\nrestrict 198.51.100.7\n"));
    }

    void whatHasNoPlaceGoesBehindTheMainFile()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "server a"}, {"/e/ntp.d/1.conf", "server b"}});
        const auto edits = tree.placed({Edit{{tree.whole().bytes().size(), 0}, "driftfile /d\n"}});
        QCOMPARE(edits.size(), std::size_t(1));
        Document main = tree.files()[edits.front().file].document;
        main.apply(edits.front().edits);
        QCOMPARE(main.bytes(), std::string("server a\ndriftfile /d\n"));
    }

    void keysAreReadToo()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "keys /e/keys\nincludefile x.conf\n"},
                                      {"/e/x.conf", "server a.example key 7\ntrustedkey 7 8\n"},
                                      {"/e/keys", "8 AES128CMAC 000102\n"}});
        QVERIFY(tree.keysFile());
        const std::string found = told(check(tree), tree);
        QVERIFY2(found.find("/e/x.conf:1:22:key-missing") != std::string::npos ||
                     found.find("/e/x.conf:1:18:key-missing") != std::string::npos,
                 found.c_str());
        QVERIFY2(found.find("/e/keys:1:14:key-length") != std::string::npos, found.c_str());
        Surroundings around;
        around.othersMayRead = [](const std::string &path) { return path == "/e/keys"; };
        QVERIFY(told(check(tree, around), tree).find("/e/keys:1:1:keys-readable") != std::string::npos);
    }

    void theEngineActsOnIncludedLines()
    {
        const FileTree tree = treeOf({{"/e/ntp.conf", "includefile x.conf\nserver 192.0.2.2\nkeys k\n"},
                                      {"/e/x.conf", "server 192.0.2.1 iburst\n"}},
                                     Dialect::Noonmark);
        const Lowered lowered = lower(tree);
        QCOMPARE(lowered.engine.sources.size(), std::size_t(2));
        QCOMPARE(lowered.engine.sources[0].name, std::string("192.0.2.1"));
        QVERIFY(lowered.notHonoured.empty());
        QCOMPARE(lowered.keysFile, std::string("/e/k"));
    }

    // Whatever stands in the files: each byte of the whole is a byte of its file, or the newline that a last
    // line lacks.
    void everyByteOfTheWholeHasItsPlace()
    {
        const std::vector<std::string> pieces{
            "includefile a\n",      "includefile b\n",     "server x\r\n", "end\n", "# \xe4\xb8\xad\n", "\n",
            std::string("\0\n", 2), "includefile ntp.d\n", "restrict y"};
        Random random = Random::fromNumber(11);
        const auto text = [&] {
            std::string bytes;
            for (std::uint32_t n = random.below(7); n > 0; --n)
                bytes += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
            return bytes;
        };
        for (int round = 0; round < 400; ++round) {
            const Disk disk{
                {"/e/ntp.conf", text()}, {"/e/a", text()}, {"/e/b", text()}, {"/e/ntp.d/1.conf", text()}};
            const Dialect dialect = round % 2 == 0 ? Dialect::Ntpsec : Dialect::Noonmark;
            const FileTree tree = treeOf(disk, dialect);
            const std::string &whole = tree.whole().bytes();
            for (std::size_t offset = 0; offset < whole.size(); ++offset) {
                const FilePlace place = tree.place(offset);
                const std::string &bytes = tree.files()[place.file].document.bytes();
                const bool isAdded = place.offset == bytes.size() && whole[offset] == '\n';
                QVERIFY(isAdded || (place.offset < bytes.size() && bytes[place.offset] == whole[offset]));
            }
            for (const FileDiagnostic &one : check(tree))
                QVERIFY(one.diagnostic.range.end() <= tree.files()[one.file].document.bytes().size());
        }
    }
};

QTEST_APPLESS_MAIN(FileTreeTest)
#include "tst_filetree.moc"
