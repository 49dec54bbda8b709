// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

QString recipe(const QString &name)
{
    return QStringLiteral(NOONMARK_TEST_DATA "/recipes/") + name;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

// "12:5 warning kod-without-limited"
QStringList findings(const QJsonObject &answer)
{
    QStringList result;
    for (const QJsonValue &finding : answer[u"findings"_s].toArray())
        result += u"%1:%2 %3 %4"_s.arg(finding[u"line"_s].toInt())
                      .arg(finding[u"column"_s].toInt())
                      .arg(finding[u"severity"_s].toString(), finding[u"finding"_s].toString());
    return result;
}

} // namespace

class TestCtlFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void findsTheMistakesOfTheRecipes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *file, const char *finding) {
            QTest::addRow("%s %s", file, finding)
                << QString::fromLatin1(file) << QString::fromLatin1(finding);
        };
        row("master-isolated-zh.conf", "9:18 warning kod-without-limited");
        row("master-isolated-zh.conf", "20:10 info restrict-on-reference-clock");
        row("master-isolated.conf", "2:18 warning kod-without-limited");
        row("master-upstream.conf", "3:21 warning kod-without-limited");
        row("client-fragment.conf", "5:1 warning default-open");
        row("client-of-isolated-zh.conf", "8:18 warning kod-without-limited");
        row("client-of-master.conf", "2:18 warning kod-without-limited");
        row("compute-pasted-comment.conf", "1:20 error glued-slashes");
        row("controller-pasted-comments-zh.conf", "10:32 error glued-slashes");
        row("controller-pasted-comments-zh.conf", "15:20 warning slash-comment");
        row("controller-pasted-comments-zh.conf", "16:10 error glued-slashes");
        row("controller-pasted-comments-zh.conf", "23:39 warning slash-comment");
        row("rhel-fragment-machine-translated.conf", "1:1 error directive-case");
        row("rhel-fragment-machine-translated.conf", "2:1 error unknown-directive");
        row("rhel-fragment-machine-translated.conf", "4:1 error unknown-directive");
        row("rhel-fragment-machine-translated.conf", "7:8 error placeholder");
    }
    void findsTheMistakesOfTheRecipes()
    {
        QFETCH(QString, file);
        QFETCH(QString, finding);
        const Outcome outcome = noonmarkctl({u"check"_s, recipe(file), u"--json"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(findings(outcome.json()).contains(finding),
                 qPrintable(findings(outcome.json()).join(u'\n')));
    }

    void printsPlaceSentenceAndRemedy()
    {
        const QString path = recipe(u"compute-pasted-comment.conf"_s);
        const QStringList lines = noonmarkctl({u"check"_s, path, u"--lang"_s, u"en"_s}).lines();
        const auto line = std::ranges::find_if(lines, [&](const QString &text) {
            return text.startsWith(path + u":1:20: error: \"//\" begins no comment: glued to \"iburst\""_s);
        });
        QVERIFY2(line != lines.end(), qPrintable(lines.join(u'\n')));
        QVERIFY(line->endsWith(u"[glued-slashes; ntpd, ntpsec, noonmark]"_s));
        QCOMPARE(*(line + 1), u"    Remedy: Make it a comment with \"#\""_s);
    }

    void speaksChinese()
    {
        const QString path = recipe(u"compute-pasted-comment.conf"_s);
        const Outcome outcome = noonmarkctl({u"check"_s, path, u"--lang=zh_CN"_s});
        QVERIFY2(outcome.out.contains(path + u":1:20: 错误: “//”不是注释符号：它紧贴在“iburst”后面"_s),
                 qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"修复："_s));
        QVERIFY(noonmarkctl({u"mode"_s, u"--help"_s, u"--lang"_s, u"zh_CN"_s}).out.contains(u"选项："_s));
    }

    void aCleanFileExitsWithZero()
    {
        const QString path =
            write("driftfile /tmp/drift\nrestrict default kod limited nomodify notrap nopeer noquery\n"
                  "restrict source nomodify notrap noquery\nrestrict 127.0.0.1\nrestrict ::1\n"
                  "server 192.0.2.1 iburst\nserver 192.0.2.2 iburst\nserver 192.0.2.3 iburst\n"
                  "server 192.0.2.4 iburst\n");
        const Outcome outcome = noonmarkctl({u"check"_s, path, u"--dialect"_s, u"ntpd"_s});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"nothing to complain about"_s));
    }

    void whatCannotBeFoundOutExitsWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("trouble");
        const QString file = recipe(u"master-isolated.conf"_s);
        QTest::newRow("no such file") << QStringList{u"check"_s, u"/no/such/file"_s} << u"/no/such/file"_s;
        QTest::newRow("a folder") << QStringList{u"check"_s, u"/"_s} << u"cannot be read"_s;
        QTest::newRow("no file at all") << QStringList{u"check"_s} << u"missing"_s;
        QTest::newRow("two files") << QStringList{u"check"_s, file, file} << u"too many"_s;
        QTest::newRow("unknown dialect")
            << QStringList{u"check"_s, file, u"--dialect"_s, u"xntpd"_s} << u"xntpd"_s;
        QTest::newRow("unknown option") << QStringList{u"check"_s, file, u"--colour"_s} << u"colour"_s;
        QTest::newRow("unknown command") << QStringList{u"chekc"_s, file} << u"did you mean \"check\""_s;
        QTest::newRow("not an address")
            << QStringList{u"access"_s, file, u"ntp.example"_s} << u"ntp.example"_s;
        QTest::newRow("unknown mode") << QStringList{u"mode"_s, file, u"lonely"_s} << u"lonely"_s;
        QTest::newRow("stratum 16") << QStringList{u"mode"_s, file, u"fallback"_s, u"--stratum"_s, u"16"_s}
                                    << u"1 to 15"_s;
        QTest::newRow("no master") << QStringList{u"export"_s, file} << u"--master"_s;
        QTest::newRow("bad master") << QStringList{u"export"_s, file, u"--master"_s, u"a b"_s} << u"a b"_s;
        QTest::newRow("unknown format")
            << QStringList{u"export"_s, file, u"--master"_s, u"a"_s, u"--format"_s, u"doc"_s} << u"doc"_s;
        QTest::newRow("no command") << QStringList{} << QString();
    }
    void whatCannotBeFoundOutExitsWithTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, trouble);
        const Outcome outcome = noonmarkctl(words);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(trouble), qPrintable(outcome.err));
    }

    void everyCommandHasHelp_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command :
             {"check", "access", "explain", "mode", "export", "status", "peers", "rv", "cv"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void everyCommandHasHelp()
    {
        QFETCH(QString, command);
        const Outcome outcome = noonmarkctl({command, u"--help"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.out.startsWith(u"Usage: noonmarkctl "_s + command), qPrintable(outcome.out));
        QVERIFY(noonmarkctl({u"--help"_s}).out.contains(u"  "_s + command + u' '));
    }

    void saysWhatAHostMayDo()
    {
        const QString path = recipe(u"master-isolated.conf"_s);
        const Outcome outcome = noonmarkctl({u"access"_s, path, u"192.168.84.7"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith(u"ntpd 4.2.8:\n"_s)); // whom the answer holds for
        QVERIFY(outcome.out.contains(u"It may query"_s));
        QVERIFY2(
            outcome.out.contains(path + u":6: restrict 192.168.84.0 mask 255.255.255.0 nomodify notrap"_s),
            qPrintable(outcome.out));
    }

    void saysWhatAHostMayDoInJson()
    {
        const Outcome outcome =
            noonmarkctl({u"access"_s, recipe(u"master-isolated.conf"_s), u"203.0.113.9"_s, u"--json"_s});
        const QJsonObject answer = outcome.json();
        QCOMPARE(answer[u"may-get-time"_s].toBool(), true);
        QCOMPARE(answer[u"may-query"_s].toBool(), false);
        QCOMPARE(answer[u"lines"_s].toArray().first()[u"line"_s].toInt(), 2);
    }

    void saysWhoHasARight()
    {
        const QString path = write("restrict default ignore\nrestrict 10.1.2.0 mask 255.255.255.0\n"
                                   "restrict 10.1.3.0 mask 255.255.255.0 noquery\n");
        const Outcome outcome =
            noonmarkctl({u"access"_s, path, u"--who"_s, u"get-time"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lines(), (QStringList{u"ntpd 4.2.8:"_s, u"These hosts may get the time:"_s, u"  10.1.2.0/23"_s}));
        QVERIFY(noonmarkctl({u"access"_s, path, u"--who"_s, u"modify"_s, u"--dialect=ntpsec"_s})
                    .out.contains(u"  10.1.2.0/24"_s));
        QVERIFY(noonmarkctl({u"access"_s, path, u"--who"_s, u"peer"_s, u"--dialect=ntpsec"_s, u"--lang=en"_s})
                    .out.startsWith(u"ntpsec 1.2:\nNo host may"_s));
        const QJsonObject answer =
            noonmarkctl({u"access"_s, path, u"--who"_s, u"query"_s, u"--json"_s}).json();
        QCOMPARE(answer[u"ranges"_s].toArray(), QJsonArray{u"10.1.2.0/24"_s});
        QVERIFY(answer[u"exact"_s].toBool());
        QCOMPARE(noonmarkctl({u"access"_s, path, u"--who"_s, u"dance"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"access"_s, path, u"10.1.2.3"_s, u"--who"_s, u"query"_s}).status, 2);
    }

    void mendsWhatIsSafe()
    {
        const QByteArray before = "RESTRICT default nomodify,noquery\nserver 192.0.2.1\n";
        const QByteArray after = "restrict default nomodify noquery\nserver 192.0.2.1\n";
        const QString path = write(before);
        const QStringList words{u"check"_s, path, u"--fix"_s, u"--dialect=ntpd"_s};
        const Outcome trial = noonmarkctl(words + QStringList{u"--dry-run"_s});
        QVERIFY2(trial.lines().contains(u"+restrict default nomodify noquery"_s), qPrintable(trial.out));
        QCOMPARE(bytesOf(path), before);

        const Outcome outcome = noonmarkctl(words);
        QVERIFY(outcome.lines().contains(u"-RESTRICT default nomodify,noquery"_s));
        QVERIFY(!outcome.out.contains(u"directive-case"_s));
        QCOMPARE(bytesOf(path), after);
        QCOMPARE(bytesOf(path + u'~'), before);

        QVERIFY(!noonmarkctl(words + QStringList{u"--json"_s}).json().contains(u"diff"_s));
        QCOMPARE(bytesOf(path), after);
    }

    void explainsALine()
    {
        const QString path = write("driftfile /a\nrestrict default nomodify,noquery nopeer\n");
        const Outcome outcome = noonmarkctl({u"explain"_s, path + u":2"_s, u"--lang=en"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.lines().first() == path + u":2: restrict default nomodify,noquery nopeer"_s,
                 qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(
            u"ntpd 4.2.8: Only its beginning is executed: \"restrict default nomodify\"."_s));
        QVERIFY(outcome.out.contains(u"ntpsec 1.2: "_s) && outcome.out.contains(u"Noonmark: "_s));
        const QJsonArray readings =
            noonmarkctl({u"explain"_s, path + u":2"_s, u"--json"_s, u"--dialect=ntpsec"_s})
                .json()[u"readings"_s]
                .toArray();
        QCOMPARE(readings.size(), 1);
        QCOMPARE(readings[0][u"extent"_s].toString(), u"prefix"_s);
        QCOMPARE(readings[0][u"effects"_s].toArray()[0][u"kind"_s].toString(), u"stops-at-word"_s);
        QCOMPARE(noonmarkctl({u"explain"_s, path + u":1"_s}).status, 0);
        QCOMPARE(noonmarkctl({u"explain"_s, path + u":3"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"explain"_s, path}).status, 2);
    }

    void aHostWithoutTimeExitsWithOne()
    {
        const QString path = write("restrict default ignore\n");
        QCOMPARE(noonmarkctl({u"access"_s, path, u"192.0.2.1"_s}).status, 1);
        QCOMPARE(noonmarkctl({u"access"_s, path, u"2001:db8::1"_s}).status, 1);
    }

    void showsTheMode_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("mode");
        QTest::newRow("upstream") << u"master-upstream.conf"_s << u"upstream"_s;
        QTest::newRow("isolated") << u"master-isolated.conf"_s << u"isolated"_s;
    }
    void showsTheMode()
    {
        QFETCH(QString, file);
        QFETCH(QString, mode);
        QVERIFY(noonmarkctl({u"mode"_s, recipe(file)}).out.startsWith(mode + u": "_s));
        QCOMPARE(noonmarkctl({u"mode"_s, recipe(file), u"--json"_s}).json()[u"mode"_s].toString(), mode);
    }

    void switchesThereAndBackToTheSameBytes()
    {
        const QByteArray before = bytesOf(recipe(u"master-upstream.conf"_s));
        const QString path = write(before);
        const Outcome there = noonmarkctl({u"mode"_s, path, u"isolated"_s, u"--stratum"_s, u"8"_s});
        QVERIFY2(there.status == 0, qPrintable(there.err));
        QVERIFY(there.lines().contains(u"-server 0.centos.pool.ntp.org iburst"_s));
        QVERIFY(bytesOf(path).contains("\nfudge 127.127.1.0 stratum 8"));
        QCOMPARE(bytesOf(path + u'~'), before);

        QCOMPARE(noonmarkctl({u"mode"_s, path, u"upstream"_s}).status, 0);
        QCOMPARE(bytesOf(path), before);
    }

    void aDryRunWritesNothing()
    {
        const QByteArray before = bytesOf(recipe(u"master-upstream.conf"_s));
        const QString path = write(before);
        const Outcome outcome = noonmarkctl({u"mode"_s, path, u"fallback"_s, u"--dry-run"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(u"\n+server 127.127.1.0"_s));
        QCOMPARE(bytesOf(path), before);
        QVERIFY(!QFile::exists(path + u'~'));
    }

    void anImpossibleModeExitsWithOne()
    {
        const QString path = write("server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n");
        QCOMPARE(noonmarkctl({u"mode"_s, path, u"upstream"_s}).status, 1);
        QVERIFY(!QFile::exists(path + u'~'));
    }

    void tellsTheDaemon()
    {
        // A test that runs under nohup would hand its deafness on.
        std::signal(SIGHUP, SIG_DFL);
        QProcess daemon;
        daemon.start(u"sleep"_s, {u"60"_s});
        QVERIFY(daemon.waitForStarted());
        const QString pidFile = m_folder->filePath(u"pid"_s);
        const QString path = write("pidfile " + pidFile.toUtf8() + "\nserver 192.0.2.1\n");
        QVERIFY(writeTo(pidFile, QByteArray::number(daemon.processId()) + '\n'));
        const Outcome outcome = noonmarkctl({u"mode"_s, path, u"isolated"_s, u"--reload"_s});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        // sleep does not expect SIGHUP and dies of it.
        QTRY_COMPARE(daemon.state(), QProcess::NotRunning);
        QCOMPARE(daemon.exitStatus(), QProcess::CrashExit);
    }

    void aPidFileWithoutAProcessIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("all processes") << QByteArray("-1");
        QTest::newRow("own group") << QByteArray("0");
        QTest::newRow("init") << QByteArray("1");
        QTest::newRow("words") << QByteArray("ntpd");
    }
    void aPidFileWithoutAProcessIsRefused()
    {
        QFETCH(QByteArray, text);
        const QString pidFile = m_folder->filePath(u"pid"_s);
        QVERIFY(writeTo(pidFile, text));
        const QString path = write("server 192.0.2.1\n");
        QCOMPARE(noonmarkctl({u"mode"_s, path, u"isolated"_s, u"--pid"_s, pidFile}).status, 2);
    }

    void exportsAClientFile()
    {
        const QString master = recipe(u"master-isolated.conf"_s);
        const QString out = m_folder->filePath(u"client.conf"_s);
        const Outcome outcome =
            noonmarkctl({u"export"_s, master, u"--master"_s, u"192.168.84.1"_s, u"-o"_s, out});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(bytesOf(out).contains("\nserver 192.168.84.1 iburst\n"));
        QVERIFY(bytesOf(out).contains("\ntos maxdist 16\n"));
        QVERIFY(noonmarkctl({u"check"_s, out, u"--dialect"_s, u"ntpd"_s, u"--json"_s})
                    .json()[u"errors"_s]
                    .toInt() == 0);

        const Outcome chrony = noonmarkctl({u"export"_s, master, u"--master"_s, u"a.example"_s, u"--master"_s,
                                            u"b.example"_s, u"--format"_s, u"chrony.conf"_s});
        QVERIFY(chrony.lines().contains(u"server b.example iburst"_s));
    }

    // Findings point into the file they are about, and what one file lacks may stand in another.
    void followsIncludesAndKeys()
    {
        const QString main =
            write(u"ntp.conf"_s, "includefile rules.conf\npool pool.ntp.org iburst\n"
                                 "driftfile /tmp/drift\nkeys " +
                                     m_folder->filePath(u"keys"_s).toUtf8() + "\ntrustedkey 8\n");
        const QString rules = write(u"rules.conf"_s, "restrict default kod limited nomodify nopeer noquery\n"
                                                     "restrict 127.0.0.1\nrestrict ::1\n");
        const QString keys = write(u"keys"_s, "7 AES128CMAC 00\n");
        QVERIFY(QFile::setPermissions(keys, QFile::ReadOwner | QFile::ReadOther));
        const QStringList words{u"check"_s, main, u"--dialect"_s, u"noonmark"_s, u"--lang"_s, u"en"_s};
        const QString said = noonmarkctl(words).out;
        QVERIFY2(said.contains(rules + u":1:39: error: "_s), qPrintable(said));
        QVERIFY2(said.contains(u"nopeer-blocks-pool"_s), qPrintable(said));
        QVERIFY2(said.contains(main + u":5:12: "_s), qPrintable(said));
        QVERIFY2(said.contains(keys + u":1:1: "_s) && said.contains(u"keys-readable"_s), qPrintable(said));
        const QString alone = noonmarkctl(words + QStringList{u"--no-follow"_s}).out;
        QVERIFY(!alone.contains(u"rules.conf:"_s) && !alone.contains(u"keys-readable"_s));

        write(u"rules.conf"_s, "restrict default kod limited nomodify nopeer noquery\n"
                               "restrict 127.0.0.1\nrestrict ::1\nrestrict source nomodify noquery\n");
        QVERIFY(!noonmarkctl(words).out.contains(u"nopeer-blocks-pool"_s));
        const QJsonObject answer = noonmarkctl(words + QStringList{u"--json"_s}).json();
        QCOMPARE(answer[u"files"_s].toArray().size(), 3);
        QCOMPARE(answer[u"findings"_s][0][u"file"_s].toString(), main);
    }

    void accessSeesTheRulesOfIncludedFiles()
    {
        const QString main = write(u"ntp.conf"_s, "includefile rules.conf\n");
        const QString rules = write(u"rules.conf"_s, "# rules\nrestrict 10.0.0.0 mask 255.0.0.0 noserve\n");
        const Outcome told = noonmarkctl({u"access"_s, main, u"10.1.2.3"_s, u"--dialect"_s, u"noonmark"_s});
        QCOMPARE(told.status, 1);
        QVERIFY2(told.out.contains(rules + u":2: restrict 10.0.0.0"_s), qPrintable(told.out));
    }

    void explainsALineAsAPartOfTheWhole()
    {
        const QString main =
            write(u"ntp.conf"_s, "restrict 10.0.0.0 mask 255.0.0.0 nomodify\nincludefile rules.conf\nend\n");
        write(u"rules.conf"_s, "# rules\nrestrict 10.9.9.9 mask 255.0.0.0 noquery\n");
        const QStringList words{u"explain"_s, main + u":1"_s, u"--dialect"_s,
                                u"ntpsec"_s,  u"--lang"_s,    u"en"_s};
        const QString merged = noonmarkctl(words).out;
        QVERIFY2(merged.contains(u"rules.conf:2"_s), qPrintable(merged));
        // What stands in ntp.d is read behind the end and behind a NUL byte too.
        QVERIFY(QDir(m_folder->path()).mkpath(u"ntp.d"_s));
        const QString dropIn = write(u"ntp.d/more.conf"_s, "driftfile /b\n");
        for (const QByteArray &last : {QByteArray("end\n"), QByteArray("\0\n", 2)}) {
            write(u"ntp.conf"_s, "driftfile /a\n" + last + "driftfile /never\n");
            const QString overridden = noonmarkctl(words).out;
            QVERIFY2(overridden.contains(u"more.conf:1"_s), qPrintable(overridden));
        }
        QVERIFY(QFile::remove(dropIn));
    }

    void switchesEachLineInItsOwnFile()
    {
        const QString main = write(u"ntp.conf"_s, "includefile pools.conf\ndriftfile /tmp/drift\n");
        const QString pools = write(u"pools.conf"_s, "# ours\nserver a.example iburst\n");
        const QStringList words{u"mode"_s, main, u"isolated"_s, u"--dialect"_s, u"noonmark"_s};
        const Outcome tried = noonmarkctl(words + QStringList{u"--dry-run"_s});
        QVERIFY2(tried.status == 0 && tried.out.contains(u"+++ "_s + pools), qPrintable(tried.out + tried.err));
        QCOMPARE(bytesOf(pools), QByteArray("# ours\nserver a.example iburst\n"));
        QCOMPARE(noonmarkctl(words).status, 0);
        QVERIFY2(bytesOf(pools).startsWith("# ours\n#"), bytesOf(pools).constData());
        QVERIFY(noonmarkctl({u"mode"_s, main, u"--dialect"_s, u"noonmark"_s}).out.startsWith(u"isolated: "_s));
        const Outcome exported = noonmarkctl({u"export"_s, main, u"--master"_s, u"a.example"_s});
        QCOMPARE(exported.status, 0);
        QCOMPARE(noonmarkctl({u"mode"_s, main, u"upstream"_s, u"--dialect"_s, u"noonmark"_s}).status, 0);
        QCOMPARE(bytesOf(pools), QByteArray("# ours\nserver a.example iburst\n"));
        QCOMPARE(bytesOf(main), QByteArray("includefile pools.conf\ndriftfile /tmp/drift\n"));
    }

    void mendsEachFileByItself()
    {
        const QString main = write(u"ntp.conf"_s, "includefile x.conf\nserver a.example iburst # good\n");
        const QString other = write(u"x.conf"_s, "Server b.example iburst\r\n# stays\r\n");
        const QStringList words{u"check"_s, main, u"--fix"_s, u"--dialect"_s, u"ntpsec"_s};
        QVERIFY(noonmarkctl(words + QStringList{u"--dry-run"_s}).out.contains(u"+++ "_s + other));
        QVERIFY(bytesOf(other).startsWith("Server"));
        QVERIFY(noonmarkctl(words).out.contains(u"+server b.example"_s));
        QCOMPARE(bytesOf(other), QByteArray("server b.example iburst\r\n# stays\r\n"));
        QCOMPARE(bytesOf(main), QByteArray("includefile x.conf\nserver a.example iburst # good\n"));
        QVERIFY(!QFile::exists(main + u'~'));
    }

    void makesListsAndChecksKeys()
    {
        const QString file = m_folder->filePath(u"new.keys"_s);
        const Outcome made = noonmarkctl({u"keys"_s, u"generate"_s, file, u"--comment"_s, u"office"_s});
        QCOMPARE(made.status, 0);
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QByteArray value = bytesOf(file).split(' ').value(2).trimmed();
        QCOMPARE(value.size(), 32);
        QVERIFY(!made.out.contains(QString::fromLatin1(value)));
        QCOMPARE(
            noonmarkctl({u"keys"_s, u"generate"_s, file, u"--type"_s, u"sha256"_s, u"--number"_s, u"1"_s})
                .status,
            2);
        QCOMPARE(noonmarkctl({u"keys"_s, u"generate"_s, file, u"--type"_s, u"sha256"_s}).status, 0);
        const QJsonArray keys =
            noonmarkctl({u"keys"_s, u"list"_s, file, u"--json"_s}).json()[u"keys"_s].toArray();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys[0][u"comment"_s].toString(), u"office"_s);
        QCOMPARE(keys[1][u"bytes"_s].toInt(), 32);
        QVERIFY(!keys[0].toObject().contains(u"value"_s));
        QVERIFY(
            noonmarkctl({u"keys"_s, u"list"_s, file, u"--show"_s}).out.contains(QString::fromLatin1(value)));
        QCOMPARE(noonmarkctl({u"keys"_s, u"check"_s, file}).status, 0);
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const Outcome open = noonmarkctl({u"keys"_s, u"check"_s, file, u"--json"_s});
        QCOMPARE(open.status, 1);
        QCOMPARE(findings(open.json()), QStringList{u"1:1 warning keys-readable"_s});
        QCOMPARE(noonmarkctl({u"keys"_s, u"list"_s, u"/nowhere"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"keys"_s, u"lose"_s, file}).status, 2);
    }

private:
    QString write(const QByteArray &bytes) { return write(u"ntp.conf"_s, bytes); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        return writeTo(path, bytes) ? path : QString();
    }
    static bool writeTo(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCtlFile)
#include "tst_ctlfile.moc"
