// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace noonmark::wording {

// The language of everything that people read: our own sentences, Qt's dialogs, and the way numbers are
// written. The translations lie in the program itself. Make one per program, behind the application object;
// apply() may be called as often as one likes, and widgets learn of it by QEvent::LanguageChange.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    static QStringList available();                 // "en", "zh_CN"
    static bool isAvailable(const QString &wish);   // "zh-Hans-CN", too
    static QString nativeName(const QString &code); // "English", "中文"
    // What the surroundings (LANGUAGE, LC_ALL, LANG) ask for, as one of available().
    static QString systemDefault();

    // An unknown code gives English. Text that was made before stays as it is: ask for it again.
    void apply(const QString &code);
    [[nodiscard]] const QString &code() const { return m_code; }

private:
    void removeAll();

    QString m_code;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace noonmark::wording
