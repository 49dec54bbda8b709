// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/language.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

// "zh-Hans-CN", "zh_CN.UTF-8", "zh": one translation serves them all; traditional script reads it better than
// English.
QString availableFor(const QString &wish)
{
    return wish.startsWith("zh"_L1, Qt::CaseInsensitive) ? u"zh_CN"_s : u"en"_s;
}

} // namespace

Language::~Language()
{
    removeAll();
}

QStringList Language::available()
{
    return {u"en"_s, u"zh_CN"_s};
}

bool Language::isAvailable(const QString &wish)
{
    return wish.startsWith("en"_L1, Qt::CaseInsensitive) || availableFor(wish) != "en"_L1;
}

QString Language::nativeName(const QString &code)
{
    return code == "zh_CN"_L1 ? u"中文"_s : u"English"_s;
}

QString Language::systemDefault()
{
    const QStringList wishes = QLocale::system().uiLanguages();
    return availableFor(wishes.value(0));
}

void Language::apply(const QString &code)
{
    const QString wish = availableFor(code);
    if (wish == m_code)
        return;
    removeAll();
    m_code = wish;
    QLocale::setDefault(QLocale(wish));
    // The translator installed last is asked first: ours may correct Qt's.
    if (m_qt.load(u":/i18n/qtbase_"_s + wish))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(u":/i18n/noonmark_"_s + wish))
        QCoreApplication::installTranslator(&m_own);
}

void Language::removeAll()
{
    if (!QCoreApplication::instance())
        return;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace noonmark::wording
