// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/language.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void changesBackAndForth()
    {
        wording::Language language;
        language.apply(u"en"_s);
        QCOMPARE(wording::name(config::Severity::Warning), u"warning"_s);
        language.apply(u"zh_CN"_s);
        QCOMPARE(wording::name(config::Severity::Warning), u"警告"_s);
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        language.apply(u"en"_s);
        QCOMPARE(wording::name(config::Severity::Warning), u"warning"_s);
    }

    void bringsQtsOwnTexts()
    {
        wording::Language language;
        language.apply(u"zh_CN"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
    }

    void readsAnySpellingOfChinese_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("applied");
        QTest::newRow("zh") << u"zh"_s << u"zh_CN"_s;
        QTest::newRow("dash") << u"zh-Hans-CN"_s << u"zh_CN"_s;
        QTest::newRow("with charset") << u"zh_CN.UTF-8"_s << u"zh_CN"_s;
        QTest::newRow("unknown") << u"tlh"_s << u"en"_s;
    }
    void readsAnySpellingOfChinese()
    {
        QFETCH(QString, code);
        wording::Language language;
        language.apply(code);
        QTEST(language.code(), "applied");
    }

    void knowsItsLanguages()
    {
        for (const QString &code : wording::Language::available())
            QVERIFY(!wording::Language::nativeName(code).isEmpty());
        QVERIFY(wording::Language::available().contains(wording::Language::systemDefault()));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
