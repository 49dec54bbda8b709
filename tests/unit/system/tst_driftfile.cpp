// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/reason.h"
#include "core/system/driftfile.h"
#include "core/system/privilegedfile.h"

#include <QtTest>

#include <sys/stat.h>

using namespace noonmark;

class DriftFileTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("known");
        QTest::addColumn<double>("ppm");
        QTest::newRow("ntpd") << QByteArray("-12.345\n") << true << -12.345;
        QTest::newRow("ntpsec") << QByteArray("0.066670\n") << true << 0.06667;
        QTest::newRow("chrony: frequency and skew")
            << QByteArray("    1.500000    0.020000\n") << true << 1.5;
        QTest::newRow("no newline") << QByteArray("3") << true << 3.0;
        QTest::newRow("unbelievable") << QByteArray("9000\n") << false << 0.0;
        QTest::newRow("as much as can be") << QByteArray("-500.000\n") << true << -500.0;
        QTest::newRow("infinite") << QByteArray("inf\n") << false << 0.0;
        QTest::newRow("empty") << QByteArray("") << false << 0.0;
        QTest::newRow("not a number") << QByteArray("drift\n") << false << 0.0;
        QTest::newRow("nan") << QByteArray("nan\n") << false << 0.0;
        QTest::newRow("bytes") << QByteArray("\xff\x00\xfe", 3) << false << 0.0;
    }
    void reads()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, known);
        QFETCH(const double, ppm);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("drift"));
        QVERIFY(system::overwriteFile(path, bytes).has_value());
        const auto drift = system::readDrift(path);
        QCOMPARE(drift.has_value(), known);
        if (known)
            QCOMPARE(*drift, ppm);
    }

    void writesAsNtpdDoes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("drift"));
        QVERIFY(!system::readDrift(path));
        QVERIFY(system::writeDrift(path, -0.04672).has_value());
        QCOMPARE(system::readFile(path)->bytes, QByteArray("-0.047\n"));
        QVERIFY(system::writeDrift(path, 17).has_value());
        QCOMPARE(system::readFile(path)->bytes, QByteArray("17.000\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void doesNotWriteThroughALink()
    {
        const QTemporaryDir folder;
        const QString victim = folder.filePath(QStringLiteral("passwd"));
        const QString path = folder.filePath(QStringLiteral("drift"));
        QVERIFY(system::overwriteFile(victim, "precious\n").has_value());
        QVERIFY(QFile::link(victim, path));
        QVERIFY(system::writeDrift(path, 1).has_value());
        QCOMPARE(system::readFile(victim)->bytes, QByteArray("precious\n"));
        QCOMPARE(system::readFile(path)->bytes, QByteArray("1.000\n"));
    }

    void keepsATextThatIsNoDriftFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ntp.conf"));
        const QByteArray text = QByteArray("# our master\n").repeated(20);
        QVERIFY(system::overwriteFile(path, text).has_value());
        QCOMPARE(system::writeDrift(path, 1).error().arguments.back(), reason::SomethingElse);
        QCOMPARE(system::readFile(path)->bytes, text);
        QVERIFY(system::overwriteFile(path, "nan\n").has_value()); // damage is mended
        QVERIFY(system::writeDrift(path, 1).has_value());
    }

    void leavesPipesAndFolders()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        for (const QString &place : {path, folder.path()}) {
            const Error refused{Failure::FileUnwritable, {place.toStdString(), reason::NoRegularFile}};
            QCOMPARE(system::mayOverwrite(place).error(), refused);
            QCOMPARE(system::writeDrift(place, 1).error(), refused);
        }
        QVERIFY(system::mayOverwrite(folder.filePath(QStringLiteral("drift"))).has_value());
        QVERIFY(!system::mayOverwrite(folder.filePath(QStringLiteral("none/drift"))));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size(), 1);
    }

    void saysThatItCannot()
    {
        const auto written = system::writeDrift(QStringLiteral("/nonexistent/drift"), 1);
        QCOMPARE(written.error().failure, Failure::FileUnwritable);
    }
};

QTEST_APPLESS_MAIN(DriftFileTest)
#include "tst_driftfile.moc"
