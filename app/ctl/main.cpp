// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/terminal.h"
#include "core/wording/language.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

namespace {

// Takes --lang and its value out of the words, wherever it stands: help and errors speak that language
// already.
QString takeLanguage(QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].startsWith(u"--lang="_s))
            return words.takeAt(i).mid(7);
        if (words[i] == u"--lang"_s && i + 1 < words.size()) {
            words.removeAt(i);
            return words.takeAt(i);
        }
    }
    return {};
}

// Says so when there are no such words; the system's language serves then.
void speak(wording::Language &language, const QString &wish)
{
    language.apply(wish.isEmpty() ? wording::Language::systemDefault() : wish);
    if (!wish.isEmpty() && !wording::Language::isAvailable(wish))
        ctl::Terminal(false).trouble(ctl::Text::tr("--lang %1: there are no words in that language; en and zh_CN are "
                                                   "there. English it is.")
                                         .arg(wish));
}

int unknown(const QString &name, const ctl::Terminal &terminal)
{
    const QString nearest = ctl::nearestCommand(name);
    terminal.trouble(nearest.isEmpty()
                         ? ctl::Text::tr("\"%1\" is no command; see noonmarkctl --help.").arg(name)
                         : ctl::Text::tr("\"%1\" is no command; did you mean \"%2\"?").arg(name, nearest));
    return ctl::Impossible;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"noonmarkctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NOONMARK_VERSION));

    QStringList words = QCoreApplication::arguments().mid(1);
    wording::Language language;
    speak(language, takeLanguage(words));

    const ctl::Terminal terminal(false);
    const QString first = words.value(0);
    if (first == u"--version"_s) {
        terminal.line(u"noonmarkctl %1"_s.arg(QCoreApplication::applicationVersion()));
        return ctl::Good;
    }
    if (first.isEmpty() || first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        terminal.line(ctl::overview());
        return first.isEmpty() ? ctl::Impossible : ctl::Good;
    }
    const ctl::Command *command = ctl::findCommand(first);
    return command ? ctl::run(*command, words) : unknown(first, terminal);
}
