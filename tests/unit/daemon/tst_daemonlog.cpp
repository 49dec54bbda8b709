// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/log.h"
#include "core/system/privilegedfile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace noonmark;
using daemon::Level;
using daemon::Log;

class DaemonLogTest : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsOneLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another line") << QStringLiteral("gate.example\n2026-11-21T00:00:00Z noonmarkd[1]: Ends.");
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
        QVERIFY2(std::all_of(line.begin(), line.end() - 1, [](QChar c) { return c.isPrint(); }), qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(DaemonLogTest)
#include "tst_daemonlog.moc"
