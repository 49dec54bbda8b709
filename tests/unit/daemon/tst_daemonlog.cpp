// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/log.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

using namespace noonmark;
using daemon::Level;
using daemon::Log;

class DaemonLogTest : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskLeavesNoHalfLine()
    { // A limit of the size is a disk that can be made larger.
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        Log log;
        log.open(path);
        log.say(Level::Notice, QStringLiteral("whole"));
        rlimit full = before;
        full.rlim_cur = static_cast<rlim_t>(QFileInfo(path).size()) + 30;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        log.say(Level::Notice, QStringLiteral("lost"));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        log.say(Level::Notice, QStringLiteral("whole again"));
        const auto file = system::readFile(path);
        QVERIFY(file);
        const QList<QByteArray> lines = file->bytes.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].endsWith(": whole") && lines[1].endsWith(": whole again"));
        QCOMPARE(lines[1].size(), lines[0].size() + 6);
    }

    void keepsNumbersReadable()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        Log log;
        log.open(path);
        log.say(Level::Notice, QStringLiteral("stepped by ") + wording::offset(-0.5));
        log.say(Level::Notice, QStringLiteral("频率：±3 ppm。"));
        const auto file = system::readFile(path);
        QVERIFY(file);
        QVERIFY2(file->bytes.contains(": stepped by -500.000 ms\n"), file->bytes.constData());
        QVERIFY(file->bytes.endsWith(": 频率：±3 ppm。\n"));
    }

    void aLineIsOneLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another line")
            << QStringLiteral("gate.example\n2026-11-21T00:00:00Z noonmarkd[1]: Ends.");
        QTest::newRow("carriage return") << QStringLiteral("server x\rEnds.");
        QTest::newRow("terminal") << QStringLiteral("\x1b[2J\x1b]0;title\x07");
        QTest::newRow("separator") << QStringLiteral("a\u2028b");
        QTest::newRow("right to left") << QStringLiteral("a\u202e.b");
    }
    void aLineIsOneLine()
    {
        QFETCH(const QString, text);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        Log log;
        log.open(path);
        log.say(Level::Notice, text);
        const auto file = system::readFile(path);
        QVERIFY(file);
        const QString line = QString::fromUtf8(file->bytes);
        QVERIFY(line.endsWith(QLatin1Char('\n')));
        QVERIFY2(std::all_of(line.begin(), line.end() - 1, [](QChar c) { return c.isPrint(); }),
                 qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(DaemonLogTest)
#include "tst_daemonlog.moc"
