// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keystext.h"

#include "core/config/keysfile.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace noonmark::ui {

namespace {

// As many for each value: its length says how strong the key is.
const QString Hidden(8, u'•');

QString withoutValues(const config::Document &keys)
{
    const std::string_view bytes = keys.bytes();
    QString text;
    std::size_t at = 0;
    for (const config::KeyLine &line : config::keyLines(keys)) {
        const config::TextRange range = line.value.range;
        if (range.length == 0)
            continue;
        text += shownText(bytes.substr(at, range.offset - at)) + Hidden;
        at = range.end();
    }
    return text + shownText(bytes.substr(at));
}

} // namespace

KeysText::KeysText(ConfigurationSession &session, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_session(session)
{
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    connect(document(), &QTextDocument::contentsChanged, this, &KeysText::readTyping);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_updating)
            emit lineChosen(textCursor().blockNumber() + 1);
    });
    present();
}

void KeysText::showValues(bool shown)
{
    m_showsValues = shown;
    present();
}

void KeysText::showLine(int line)
{
    if (line != textCursor().blockNumber() + 1)
        setTextCursor(QTextCursor(document()->findBlockByNumber(std::max(0, line - 1))));
}

QString KeysText::wanted() const
{
    const EditedFile *keys = m_session.keysFile();
    if (!keys)
        return {};
    return m_showsValues ? shownText(keys->document().bytes()) : withoutValues(keys->document());
}

void KeysText::present()
{
    setReadOnly(!m_showsValues || !m_session.keysFile());
    m_mergeId = 0;
    const QString text = wanted();
    const QString present = document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
    const TextChange change = textChange(present, text);
    m_shown = text;
    if (change.isEmpty())
        return;
    m_updating = true;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(change.start));
    cursor.setPosition(static_cast<int>(change.start + change.removed), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(change.start, change.inserted));
    m_updating = false;
}

void KeysText::readTyping()
{
    EditedFile *keys = m_session.keysFile();
    if (m_updating || !keys || isReadOnly())
        return;
    const QString typed = document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
    const TextChange change = textChange(m_shown, typed);
    if (change.isEmpty())
        return;
    const config::Document &before = keys->document();
    const int mergeId = m_mergeId != 0 ? m_mergeId : m_session.nextMergeId();
    keys->push({typedEdit(before.bytes(), m_shown, typed, change, before.lineEnding())},
               tr("Typing in the keys file"), mergeId);
    m_mergeId = mergeId;
}

// Undo and redo are the file's, by the buttons of the dialog.
bool KeysText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

} // namespace noonmark::ui
