// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textcommands.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/configurationtext.h"
#include "ui/findbar.h"
#include "ui/plaintext.h"

#include <QAction>
#include <QMenu>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

struct LineSpan
{
    int first = 1;
    int last = 1;
};

// A selection that ends in front of a line does not mean that line.
LineSpan selectedLines(const QTextCursor &cursor)
{
    const QTextDocument &document = *cursor.document();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    QTextBlock last = document.findBlock(cursor.selectionEnd());
    if (last != first && cursor.selectionEnd() == last.position())
        last = last.previous();
    return {first.blockNumber() + 1, last.blockNumber() + 1};
}

bool anyOfKind(const config::Document &document, LineSpan span, std::initializer_list<config::LineKind> kinds)
{
    const auto &lines = document.lines();
    const auto begin = lines.begin() + (span.first - 1);
    const auto end = lines.begin() + std::min(span.last, static_cast<int>(lines.size()));
    return std::any_of(begin, end, [&](const config::Line &line) {
        return std::find(kinds.begin(), kinds.end(), line.kind) != kinds.end();
    });
}

// Lines that act are commented out. If none acts, what was commented out comes back; prose stays a comment
// unless prose alone is selected, so that the command twice leaves the lines as they were.
config::Edits commentEdits(const config::Document &document, LineSpan span)
{
    using config::LineKind;
    const bool acting = anyOfKind(document, span, {LineKind::Directive, LineKind::Unknown});
    const bool disabled = anyOfKind(document, span, {LineKind::Disabled});
    config::Edits edits;
    for (int number = span.first; number <= span.last; ++number) {
        const bool prose = anyOfKind(document, {number, number}, {LineKind::Comment});
        if (!acting && disabled && prose)
            continue;
        const auto more =
            acting ? config::disableLine(document, number) : config::enableLine(document, number);
        edits.insert(edits.end(), more.begin(), more.end());
    }
    return edits;
}

} // namespace

TextCommands::TextCommands(ConfigurationSession &session, ConfigurationText &text, FindBar &bar,
                           QWidget &page)
    : QObject(&page)
    , m_session(session)
    , m_text(text)
{
    createActions(page);
    connectActions(bar);
}

void TextCommands::createActions(QWidget &page)
{
    using Keys = QList<QKeySequence>;
    const std::array ids{u"text-find"_s,
                         u"text-replace"_s,
                         u"text-find-next"_s,
                         u"text-find-previous"_s,
                         u"text-toggle-comments"_s,
                         u"text-next-finding"_s,
                         u"text-previous-finding"_s,
                         u"text-mend"_s};
    // Ctrl+. belongs to some Chinese input methods, which then never let it through.
    const std::array keys{
        Keys{Qt::CTRL | Qt::Key_F},     Keys{Qt::CTRL | Qt::Key_H},
        Keys{QKeySequence(Qt::Key_F3)}, Keys{Qt::SHIFT | Qt::Key_F3},
        Keys{Qt::CTRL | Qt::Key_Slash}, Keys{QKeySequence(Qt::Key_F8)},
        Keys{Qt::SHIFT | Qt::Key_F8},   Keys{Qt::CTRL | Qt::Key_Period, Qt::ALT | Qt::Key_Return}};
    for (std::size_t i = 0; i < CommandCount; ++i) {
        m_actions[i] = new QAction(this);
        m_actions[i]->setObjectName(ids[i]);
        m_actions[i]->setShortcuts(keys[i]);
        m_actions[i]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page.addAction(m_actions[i]);
        m_text.addAction(m_actions[i]);
    }
}

void TextCommands::connectActions(FindBar &bar)
{
    const auto on = [this](Command command, auto *receiver, auto deed) {
        connect(m_actions[command], &QAction::triggered, receiver, deed);
    };
    on(Find, &bar, [&bar] { bar.open(false); });
    on(Replace, &bar, [&bar] { bar.open(true); });
    on(FindNext, &bar, &FindBar::findNext);
    on(FindPrevious, &bar, &FindBar::findPrevious);
    on(ToggleComments, this, &TextCommands::toggleComments);
    on(NextFinding, this, [this] { goToFinding(+1); });
    on(PreviousFinding, this, [this] { goToFinding(-1); });
    on(Mend, this, &TextCommands::mend);
}

void TextCommands::toggleComments()
{
    const QTextCursor before = m_text.textCursor();
    const LineSpan span = selectedLines(before);
    const int length = before.block().length();
    const int column = before.positionInBlock();
    auto edits = commentEdits(m_session.document(), span);
    if (edits.empty())
        return;
    m_session.push(std::move(edits), tr("Comment out or back in"));
    QTextCursor after(m_text.document()->findBlockByNumber(span.first - 1));
    if (before.hasSelection()) {
        const QTextBlock last = m_text.document()->findBlockByNumber(span.last - 1);
        after.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    } else {
        const int shifted = column + after.block().length() - length;
        after.setPosition(after.position() + std::clamp(shifted, 0, after.block().length() - 1));
    }
    m_text.setTextCursor(after);
}

// Through all files, in their order; those of the keys file are its editor's.
void TextCommands::goToFinding(int step)
{
    using Place = std::pair<int, config::TextRange>;
    std::vector<Place> places;
    for (const auto &finding : m_session.findings()) {
        const int file = static_cast<int>(finding.file);
        if (m_session.file(file).role() != config::FileRole::Keys)
            places.emplace_back(file, finding.diagnostic.range);
    }
    if (places.empty()) {
        say(m_session.isChecking() ? tr("The file is still being checked.") : tr("There are no findings."));
        return;
    }
    const auto before = [](const Place &a, const Place &b) {
        return std::pair(a.first, a.second.offset) < std::pair(b.first, b.second.offset);
    };
    std::stable_sort(places.begin(), places.end(), before);
    const int start = m_text.textCursor().selectionStart();
    const Place here(m_session.currentFile(), m_text.rangeOf(start, start));
    auto place = step > 0 ? std::upper_bound(places.begin(), places.end(), here, before)
                          : std::lower_bound(places.begin(), places.end(), here, before);
    if (step > 0)
        place = place == places.end() ? places.begin() : place;
    else
        place = std::prev(place == places.begin() ? places.end() : place);
    m_session.setCurrentFile(place->first);
    m_text.selectRange(place->second);
    m_text.setFocus();
    say(m_text.findingsOfLine(m_session.document().lineAt(place->second.offset).number));
}

void TextCommands::mend()
{
    QToolTip::hideText(); // it tells of what is mended now
    const int line = m_text.textCursor().blockNumber() + 1;
    const auto fixes = m_text.fixesOfLine(line);
    if (fixes.empty()) {
        say(tr("No remedy is known for this line."));
    } else if (fixes.size() == 1) {
        m_session.push(fixes.front().edits, wording::label(fixes.front()));
    } else {
        auto *menu = new QMenu(&m_text);
        menu->setObjectName(u"remedies"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_text.addFixes(*menu, line);
        menu->setActiveAction(menu->actions().constFirst());
        menu->popup(m_text.viewport()->mapToGlobal(m_text.cursorRect().bottomLeft()));
    }
}

// Beside the cursor, because that is where the person looks.
void TextCommands::say(const QString &text)
{
    const QPoint place = m_text.viewport()->mapToGlobal(m_text.cursorRect().bottomLeft());
    QToolTip::showText(place, plainToolTip(text), m_text.viewport());
}

void TextCommands::retranslate()
{
    const std::array names{tr("&Find…"),
                           tr("&Replace…"),
                           tr("Find &next"),
                           tr("Find pre&vious"),
                           tr("&Comment out or back in"),
                           tr("&Go to the next finding"),
                           tr("Go &back to the finding before"),
                           tr("&Mend this line")};
    for (std::size_t i = 0; i < CommandCount; ++i)
        m_actions[i]->setText(names[i]);
}

} // namespace noonmark::ui
