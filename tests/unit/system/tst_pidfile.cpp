// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/reason.h"
#include "core/system/pidfile.h"
#include "core/system/privilegedfile.h"

#include <QtTest>

#include <memory>
#include <thread>

#include <sys/stat.h>

using namespace noonmark;
using system::readFile;
using system::removePid;
using system::writePid;

class PidFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("pid"));
    }

    void replacesOnlyNumbers_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("replaced");
        QTest::newRow("of a daemon that crashed") << QByteArray("4711\n") << true;
        QTest::newRow("without a newline") << QByteArray("1") << true;
        QTest::newRow("empty") << QByteArray("") << true;
        QTest::newRow("a configuration") << QByteArray("server ntp.example iburst\n") << false;
        QTest::newRow("a drift file") << QByteArray("-12.345\n") << false;
        QTest::newRow("two lines") << QByteArray("1\n2\n") << false;
        QTest::newRow("digits without end") << QByteArray(64, '1') << false;
    }
    void replacesOnlyNumbers()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const bool, replaced);
        QVERIFY(system::overwriteFile(m_path, before).has_value());
        const auto written = writePid(m_path, 12);
        QCOMPARE(written.has_value(), replaced);
        QCOMPARE(readFile(m_path)->bytes, replaced ? QByteArray("12\n") : before);
        if (!replaced)
            QCOMPARE(written.error(), (Error{Failure::FileUnwritable, {m_path.toStdString(), reason::SomethingElse}}));
    }

    void leavesPipesAndFolders()
    {
        QCOMPARE(mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        const Error refused{Failure::FileUnwritable, {m_path.toStdString(), reason::NoRegularFile}};
        QCOMPARE(writePid(m_path, 12).error(), refused);
        QVERIFY(removePid(m_path, 12).has_value());
        struct stat status
        {};
        QCOMPARE(lstat(QFile::encodeName(m_path).constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QCOMPARE(writePid(m_folder->path(), 12).error().arguments[1], reason::NoRegularFile);
    }

    void removesOnlyItsOwn()
    {
        QVERIFY(writePid(m_path, 12).has_value());
        QVERIFY(writePid(m_path, 13).has_value()); // a second daemon
        QVERIFY(removePid(m_path, 12).has_value());
        QCOMPARE(readFile(m_path)->bytes, QByteArray("13\n"));
        QVERIFY(removePid(m_path, 13).has_value());
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(removePid(m_path, 13).has_value()); // it is gone: that is what was asked for
    }

    void leavesTheFileOfADaemonThatStartsMeanwhile()
    {
        for (int i = 0; i < 200; ++i) {
            QVERIFY(writePid(m_path, 12).has_value());
            std::thread ending([this] { QVERIFY(removePid(m_path, 12).has_value()); });
            QVERIFY(writePid(m_path, 13).has_value());
            ending.join();
            const auto left = readFile(m_path);
            QVERIFY2(left, qPrintable(QString::number(i)));
            QCOMPARE(left->bytes, QByteArray("13\n"));
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("pid")});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_APPLESS_MAIN(PidFileTest)
#include "tst_pidfile.moc"
