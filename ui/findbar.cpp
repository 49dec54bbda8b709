// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findbar.h"

#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/configurationtext.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

FindBar::FindBar(ConfigurationSession &session, ConfigurationText &text, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(text)
    , m_findLabel(new QLabel(this))
    , m_find(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_matchCase(new QCheckBox(this))
    , m_close(new QToolButton(this))
    , m_replaceRow(new QWidget(this))
    , m_replaceLabel(new QLabel(m_replaceRow))
    , m_replacement(new QLineEdit(m_replaceRow))
    , m_replaceOne(new QPushButton(m_replaceRow))
    , m_replaceAll(new QPushButton(m_replaceRow))
{
    setObjectName(u"find-bar"_s);
    createRows();
    connectParts();
    retranslate();
    hide();
}

void FindBar::createRows()
{
    m_find->setObjectName(u"find-words"_s);
    m_replacement->setObjectName(u"find-replacement"_s);
    m_count->setObjectName(u"find-count"_s);
    m_previous->setObjectName(u"find-previous"_s);
    m_next->setObjectName(u"find-next"_s);
    m_matchCase->setObjectName(u"find-match-case"_s);
    m_replaceOne->setObjectName(u"find-replace-one"_s);
    m_replaceAll->setObjectName(u"find-replace-all"_s);
    m_findLabel->setBuddy(m_find);
    m_replaceLabel->setBuddy(m_replacement);
    m_count->setTextFormat(Qt::PlainText);
    m_close->setIcon(icon("close"_L1));
    m_close->setAutoRaise(true);
    for (const auto &[button, arrow] : {std::pair(m_previous, u"↑"_s), std::pair(m_next, u"↓"_s)}) {
        button->setText(arrow);
        button->setFixedWidth(button->sizeHint().height() + 8);
    }
    auto *find = new QHBoxLayout;
    find->setSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{m_findLabel, m_find, m_count, m_previous, m_next,
                                                          m_matchCase, m_close})
        find->addWidget(part, part == m_find ? 1 : 0);
    auto *replace = new QHBoxLayout(m_replaceRow);
    replace->setContentsMargins(0, 0, 0, 0);
    replace->setSpacing(4);
    replace->addWidget(m_replaceLabel);
    replace->addWidget(m_replacement, 1);
    replace->addWidget(m_replaceOne);
    replace->addWidget(m_replaceAll);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(find);
    rows->addWidget(m_replaceRow);
}

void FindBar::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::look);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::look);
    connect(m_next, &QPushButton::clicked, this, &FindBar::findNext);
    connect(m_previous, &QPushButton::clicked, this, &FindBar::findPrevious);
    connect(m_replaceOne, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(m_close, &QToolButton::clicked, this, &FindBar::dismiss);
    connect(&m_session, &ConfigurationSession::documentChanged, this, &FindBar::look);
    connect(&m_text, &QPlainTextEdit::selectionChanged, this, &FindBar::showCount);
    for (QObject *part : std::initializer_list<QObject *>{m_find, m_replacement, m_previous, m_next,
                                                          m_matchCase, m_close, m_replaceOne, m_replaceAll})
        part->installEventFilter(this);
}

void FindBar::open(bool replacing)
{
    m_replaceRow->setVisible(replacing);
    show();
    const QString selected = m_text.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_find->setText(selected);
    m_find->selectAll();
    m_find->setFocus(Qt::ShortcutFocusReason);
    look();
}

void FindBar::dismiss()
{
    hide();
    m_text.showMatches({}, 0);
    m_text.setFocus(Qt::OtherFocusReason);
}

void FindBar::look()
{
    m_matches.clear();
    const QString words = m_find->text();
    const auto sensitivity = m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const QString &text = m_text.shown();
    if (!words.isEmpty())
        for (qsizetype at = text.indexOf(words, 0, sensitivity); at >= 0;
             at = text.indexOf(words, at + words.size(), sensitivity))
            m_matches.append(at);
    if (isVisible())
        m_text.showMatches(m_matches, words.size());
    showCount();
}

void FindBar::showCount()
{
    const bool any = !m_matches.isEmpty();
    for (QPushButton *button : {m_previous, m_next, m_replaceOne, m_replaceAll})
        button->setEnabled(any);
    const qsizetype selected = selectedMatch();
    if (m_find->text().isEmpty())
        m_count->clear();
    else if (!any)
        m_count->setText(tr("not found", "beside the words that are looked for"));
    else if (selected < 0)
        m_count->setText(tr("%n place(s)", "where the words stand", static_cast<int>(m_matches.size())));
    else
        //: Beside the words that are looked for: the place that is selected, and how many there are
        m_count->setText(tr("%1 of %2").arg(selected + 1).arg(m_matches.size()));
}

qsizetype FindBar::selectedMatch() const
{
    const QTextCursor cursor = m_text.textCursor();
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), cursor.selectionStart());
    const bool selected = found != m_matches.end() && *found == cursor.selectionStart() &&
                          cursor.selectionEnd() - *found == m_find->text().size();
    return selected ? found - m_matches.begin() : -1;
}

void FindBar::select(qsizetype match)
{
    const qsizetype start = m_matches.at(match);
    QTextCursor cursor(m_text.document());
    cursor.setPosition(static_cast<int>(start));
    cursor.setPosition(static_cast<int>(start + m_find->text().size()), QTextCursor::KeepAnchor);
    m_text.setTextCursor(cursor);
    m_text.ensureCursorVisible();
}

void FindBar::findNext()
{
    look();
    if (m_matches.isEmpty())
        return;
    const QTextCursor cursor = m_text.textCursor();
    const int from = selectedMatch() < 0 ? cursor.selectionStart() : cursor.selectionEnd();
    const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), from);
    select(next == m_matches.end() ? 0 : next - m_matches.begin());
}

void FindBar::findPrevious()
{
    look();
    if (m_matches.isEmpty())
        return;
    const auto at =
        std::lower_bound(m_matches.begin(), m_matches.end(), m_text.textCursor().selectionStart());
    select(at == m_matches.begin() ? m_matches.size() - 1 : at - m_matches.begin() - 1);
}

void FindBar::replaceOne()
{
    look();
    const qsizetype match = selectedMatch();
    if (match < 0) {
        findNext();
        return;
    }
    const qsizetype start = m_matches.at(match);
    const QString replacement = m_replacement->text();
    const config::Edit edit{m_text.rangeOf(start, start + m_find->text().size()), bytesOf(replacement)};
    m_session.push({edit}, tr("Replace"));
    QTextCursor behind(m_text.document());
    behind.setPosition(static_cast<int>(start + replacement.size()));
    m_text.setTextCursor(behind);
    findNext();
}

void FindBar::replaceAll()
{
    look();
    const std::string replacement = bytesOf(m_replacement->text());
    config::Edits edits;
    for (const qsizetype start : std::as_const(m_matches))
        edits.push_back({m_text.rangeOf(start, start + m_find->text().size()), replacement});
    m_session.push(std::move(edits), tr("Replace all"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        dismiss();
    else if (enter && watched == m_find && key->modifiers().testFlag(Qt::ShiftModifier))
        findPrevious();
    else if (enter && watched == m_find)
        findNext();
    else if (enter && watched == m_replacement)
        replaceOne();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FindBar::retranslate()
{
    setAccessibleName(tr("Find and replace"));
    m_findLabel->setText(tr("Fin&d:"));
    m_replaceLabel->setText(tr("Replace &with:"));
    m_previous->setToolTip(tr("Go to the place before (Shift+F3)"));
    m_next->setToolTip(tr("Go to the next place (F3)"));
    m_close->setToolTip(tr("Close the search (Escape)"));
    m_previous->setAccessibleName(tr("Previous place"));
    m_next->setAccessibleName(tr("Next place"));
    m_close->setAccessibleName(tr("Close the search"));
    m_matchCase->setText(tr("Match &case"));
    m_replaceOne->setText(tr("Re&place"));
    m_replaceAll->setText(tr("Replace a&ll"));
    showCount();
}

} // namespace noonmark::ui
