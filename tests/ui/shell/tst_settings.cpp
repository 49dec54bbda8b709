// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace noonmark::ui;
using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void everySettingHasADefault();
    void remembersAcrossRuns();
    void brokenValueReadsAsTheDefault();
};

void TestSettings::everySettingHasADefault()
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(u"a.ini"_s));
    for (int i = 0; i < static_cast<int>(Setting::Last_); ++i)
        QVERIFY(settings.value(static_cast<Setting>(i)).isValid());
    QCOMPARE(settings.value(Setting::ChartSpan).toInt(), 3600);
}

void TestSettings::remembersAcrossRuns()
{
    const QTemporaryDir folder;
    {
        Settings settings(folder.filePath(u"a.ini"_s));
        settings.setValue(Setting::Language, u"zh_CN"_s);
        settings.setValue(Setting::WindowGeometry, QByteArray("\0\1geometry", 10));
    }
    const Settings settings(folder.filePath(u"a.ini"_s));
    QCOMPARE(settings.value(Setting::Language).toString(), u"zh_CN"_s);
    QCOMPARE(settings.value(Setting::WindowGeometry).toByteArray(), QByteArray("\0\1geometry", 10));
}

void TestSettings::brokenValueReadsAsTheDefault()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[chart]\ntime-span=nonsense\n[source-mode]\nstratum=@Invalid()\n");
    file.close();
    const Settings settings(file.fileName());
    QCOMPARE(settings.value(Setting::ChartSpan).toInt(), 3600);
    QCOMPARE(settings.value(Setting::FallbackStratum).toInt(), 10);
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
