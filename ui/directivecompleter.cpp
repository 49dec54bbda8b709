// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directivecompleter.h"

#include "core/config/directives.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/knownhosts.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace noonmark::ui {

namespace {

constexpr int LettersToOpen = 2;

QString toString(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

DirectiveCompleter::DirectiveCompleter(ConfigurationSession &session, QPlainTextEdit &text)
    : QObject(&text)
    , m_session(session)
    , m_hosts(KnownHosts::of(session))
    , m_text(text)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    m_completer->setWidget(&text);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &DirectiveCompleter::insert);
}

bool DirectiveCompleter::isOpen() const
{
    return m_completer->popup()->isVisible();
}

bool DirectiveCompleter::wants(const QKeyEvent &event) const
{
    if (!isOpen())
        return false;
    switch (event.key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

void DirectiveCompleter::keyTaken(const QKeyEvent &event)
{
    const bool typed = !event.text().isEmpty() && event.text().front().isPrint();
    const bool correcting = isOpen() && event.key() == Qt::Key_Backspace;
    if ((typed || correcting) && wordStart().size() >= LettersToOpen)
        open();
    else if (isOpen())
        m_completer->popup()->hide();
}

void DirectiveCompleter::open()
{
    const QString start = wordStart();
    m_words->setStringList(candidates());
    m_completer->setCompletionPrefix(start);
    const bool onlyItself = m_completer->completionCount() == 1 && m_completer->currentCompletion() == start;
    if (m_completer->completionCount() == 0 || onlyItself) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = m_text.cursorRect();
    place.translate(m_text.viewport()->geometry().topLeft());
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width());
    m_completer->complete(place);
}

QString DirectiveCompleter::wordStart() const
{
    const QTextCursor cursor = m_text.textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    // Options and addresses alike: 192.168.31.0/24, [2001:db8::1].
    const auto isWord = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"-_.:/[]").contains(c); };
    qsizetype start = before.size();
    while (start > 0 && isWord(before.at(start - 1)))
        --start;
    return before.sliced(start);
}

QStringList DirectiveCompleter::candidates() const
{
    const QTextCursor cursor = m_text.textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const config::Document head(bytesOf(before.chopped(wordStart().size())));
    const config::Line &line = head.lines().front();
    QStringList words;
    if (line.comment)
        return words;
    if (!line.tokens.empty())
        return wordsBehind(line);
    for (const auto &directive : config::directives())
        if (directive.dialects.contains(m_session.dialect()) &&
            directive.group != config::DirectiveGroup::Removed)
            words.append(toString(directive.name));
    words.sort();
    return words;
}

QStringList DirectiveCompleter::wordsBehind(const config::Line &line) const
{
    const auto *directive = config::findDirective(line.keyword());
    if (!directive)
        return {};
    const auto isFamily = [](const config::Token &token) { return token.text == "-4" || token.text == "-6"; };
    const bool atAddress = std::all_of(line.tokens.begin() + 1, line.tokens.end(), isFamily);
    if (atAddress && directive->argument == config::ArgumentType::HostName)
        return m_hosts.sources();
    if (atAddress && directive->argument != config::ArgumentType::None && !directive->argumentOptional) {
        const QStringList choices = toString(directive->choices).split(u' ', Qt::SkipEmptyParts);
        const bool isAccess = directive->group == config::DirectiveGroup::Access;
        return isAccess ? choices + m_hosts.restrictable() : choices;
    }
    QStringList words;
    for (const auto &option : directive->options)
        if (option.dialects.contains(m_session.dialect()))
            words.append(toString(option.name));
    words.sort();
    return words;
}

void DirectiveCompleter::insert(const QString &word)
{
    QTextCursor cursor = m_text.textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(wordStart().size()));
    cursor.insertText(word);
    m_text.setTextCursor(cursor);
}

} // namespace noonmark::ui
