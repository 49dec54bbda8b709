// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configurationtext.h"

#include "core/wording/wording.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/directivecompleter.h"
#include "ui/linemargin.h"
#include "ui/linereadings.h"
#include "ui/plaintext.h"
#include "ui/texthelp.h"
#include "ui/texthighlighter.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>
#include <QWhatsThis>

#include <algorithm>
#include <utility>

namespace noonmark::ui {

namespace {

// More marks than a person reads; thousands of them would slow the painting of a file that is no ntp.conf at
// all.
constexpr qsizetype MostMarks = 500;

int lineOf(const ConfigurationSession &session, const config::Diagnostic &diagnostic)
{
    return session.document().lineAt(diagnostic.range.offset).number;
}

// A last newline ends a line of the file, but begins another one of the text.
qsizetype blocksOf(const config::Document &document)
{
    return static_cast<qsizetype>(document.lines().size()) + (document.bytes().ends_with('\n') ? 1 : 0);
}

bool splitsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at - 1).isHighSurrogate() && text.at(at).isLowSurrogate();
}

} // namespace

ConfigurationText::ConfigurationText(ConfigurationSession &session, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_session(session)
    , m_readings(LineReadings::of(session))
    , m_margin(new LineMargin(*this))
    , m_highlighter(new TextHighlighter(document(), palette()))
    , m_completer(new DirectiveCompleter(session, *this))
{
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
    connectText();
    connectSession();
    showDocument();
    layOutMargin();
}

void ConfigurationText::connectText()
{
    connect(document(), &QTextDocument::contentsChange, this, &ConfigurationText::noteTyping);
    connect(document(), &QTextDocument::contentsChanged, this, &ConfigurationText::readTyping);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ConfigurationText::layOutMargin);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showMarks();
        m_session.setCurrentLine(textCursor().blockNumber() + 1);
    });
    connect(m_margin, &LineMargin::lineClicked, this, &ConfigurationText::showCurrentLine);
}

void ConfigurationText::connectSession()
{
    connect(&m_session, &ConfigurationSession::documentChanged, this, &ConfigurationText::showDocument);
    connect(&m_session, &ConfigurationSession::typed, this, &ConfigurationText::showDocument);
    connect(&m_session, &ConfigurationSession::currentLineChanged, this, &ConfigurationText::showCurrentLine);
    connect(&m_readings, &LineReadings::changed, m_margin, qOverload<>(&QWidget::update));
}

// Not toPlainText(): that turns no-break spaces into blanks.
QString ConfigurationText::text() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void ConfigurationText::noteTyping(int position, int removed, int added)
{
    m_noted.push_back({position, removed, added});
}

void ConfigurationText::readTyping()
{
    const auto noted = std::exchange(m_noted, {});
    if (m_updating)
        return;
    auto typing = noted.size() == 1 ? typingAt(noted.front()) : std::nullopt;
    const bool isLocal = typing.has_value();
    if (!isLocal)
        typing = typingAnywhere();
    const auto &[change, inserted, edit] = *typing;
    if (change.isEmpty() || m_session.document().text(edit.range) == edit.replacement)
        return;
    const int mergeId =
        typingRun(change.start, change.removed, change.inserted, inserted.contains(u'\n'));
    m_typing = isLocal ? &*typing : nullptr;
    m_session.push({edit}, tr("Typing"), mergeId);
    m_typing = nullptr;
    m_mergeId = mergeId;
}

ConfigurationText::Typing ConfigurationText::typingAnywhere() const
{
    const QString typed = text();
    const TextChange change = textChange(m_shown, typed);
    const auto &document = m_session.document();
    return {change, typed.sliced(change.start, change.inserted),
            typedEdit(document.bytes(), m_shown, typed, change, document.lineEnding())};
}

// Of a long file only the lines that one types in are looked at. Nothing if what was told of the change does
// not lead from the text before to the present one.
std::optional<ConfigurationText::Typing> ConfigurationText::typingAt(const TextChange &noted) const
{
    const qsizetype size = document()->characterCount() - 1;
    const bool fits = noted.start + noted.removed <= m_shown.size() && noted.start + noted.inserted <= size &&
                      m_shown.size() - noted.removed + noted.inserted == size;
    if (!fits || splitsPair(m_shown, noted.start) || splitsPair(m_shown, noted.start + noted.removed))
        return std::nullopt;
    const QStringView removed = QStringView(m_shown).sliced(noted.start, noted.removed);
    QString inserted = textBetween(noted.start, noted.start + noted.inserted);
    const qsizetype blocks = blocksOf(m_session.document()) - removed.count(u'\n') + inserted.count(u'\n');
    if (blocks != blockCount())
        return std::nullopt;
    TextChange change = textChange(removed, inserted);
    inserted = inserted.sliced(change.start, change.inserted);
    change.start += noted.start;
    auto edit = typedEdit(bytesBefore(change), inserted, m_session.document().lineEnding());
    return Typing{change, std::move(inserted), std::move(edit)};
}

QString ConfigurationText::textBetween(qsizetype start, qsizetype end) const
{
    QTextBlock block = document()->findBlock(static_cast<int>(start));
    const qsizetype first = block.position();
    QString text;
    for (; block.isValid() && first + text.size() < end; block = block.next())
        text += block.text() + u'\n';
    return text.sliced(start - first, end - start);
}

// The bytes that the change takes away. The blocks in front of it are as they were.
config::TextRange ConfigurationText::bytesBefore(const TextChange &change) const
{
    const QTextBlock block = document()->findBlock(static_cast<int>(change.start));
    const auto &document = m_session.document();
    const auto place = [&](qsizetype line, QStringView ahead) {
        const auto index = static_cast<std::size_t>(line);
        // Behind the last newline is a block, but no line of the document.
        const bool isLine = index < document.lines().size();
        return (isLine ? document.lines()[index].range.offset : document.bytes().size()) +
               bytesOf(ahead).size();
    };
    const QStringView head = QStringView(m_shown).sliced(block.position(), change.start - block.position());
    const QStringView all =
        QStringView(m_shown).sliced(block.position(), change.start + change.removed - block.position());
    const std::size_t start = place(block.blockNumber(), head);
    const std::size_t end =
        place(block.blockNumber() + all.count(u'\n'), all.sliced(all.lastIndexOf(u'\n') + 1));
    return {start, end - start};
}

// False if the lines that were typed in read otherwise than they stand there: bytes that were none may have
// become a character, or a line end, together with those beside them.
bool ConfigurationText::takeTyping(const Typing &typing)
{
    const auto &document = m_session.document();
    const config::TextRange written{typing.edit.range.offset, typing.edit.replacement.size()};
    if (blocksOf(document) != blockCount() || document.text(written) != typing.edit.replacement)
        return false;
    const int last = document.lineAt(written.end()).number;
    QTextBlock block = this->document()->findBlockByNumber(document.lineAt(written.offset).number - 1);
    for (; block.isValid() && block.blockNumber() < last; block = block.next()) {
        const auto &line = document.lines()[static_cast<std::size_t>(block.blockNumber())];
        if (block.text() != shownLine(document.text(line.range)))
            return false;
    }
    m_shown.replace(typing.change.start, typing.change.removed, typing.inserted);
    showEscapes((m_showsEscapedBytes || hasEscapedBytes(typing.inserted)) && hasEscapedBytes(m_shown));
    return true;
}

// Typing at one place on one line is one step of undo; a new line or another place begins the next.
int ConfigurationText::typingRun(qsizetype start, qsizetype removed, qsizetype inserted, bool newLine)
{
    const bool goesOn = m_mergeId != 0 && !newLine && start <= m_runEnd && start + removed >= m_runEnd;
    m_runEnd = start + inserted;
    return goesOn ? m_mergeId : m_session.nextMergeId();
}

void ConfigurationText::showDocument()
{
    m_mergeId = 0;
    const Typing *typing = std::exchange(m_typing, nullptr);
    // Otherwise only the findings are new.
    if (!isShown() && (!typing || !takeTyping(*typing)))
        showBytes();
    m_revision = m_session.revision();
    m_path = m_session.path();
    showFindings();
}

bool ConfigurationText::isShown() const
{
    return m_revision == m_session.revision() && m_path == m_session.path();
}

void ConfigurationText::showBytes()
{
    m_shown = shownText(m_session.document().bytes());
    const QString present = text();
    const TextChange change = textChange(present, m_shown);
    if (!change.isEmpty()) {
        QTextCursor cursor(document());
        cursor.setPosition(static_cast<int>(change.start));
        cursor.setPosition(static_cast<int>(change.start + change.removed), QTextCursor::KeepAnchor);
        m_updating = true;
        cursor.insertText(m_shown.sliced(change.start, change.inserted));
        m_updating = false;
        if (hasFocus())
            setTextCursor(cursor);
    }
    if (present.isEmpty() && !m_shown.isEmpty())
        moveCursor(QTextCursor::Start);
    showEscapes(hasEscapedBytes(m_shown));
}

void ConfigurationText::showEscapes(bool shown)
{
    if (std::exchange(m_showsEscapedBytes, shown) != shown)
        emit escapedBytesChanged(shown);
}

void ConfigurationText::showFindings()
{
    std::map<int, config::Severity> marks;
    m_findingSelections.clear();
    for (const auto &diagnostic : m_session.diagnostics()) {
        auto &mark = marks.try_emplace(lineOf(m_session, diagnostic), diagnostic.severity).first->second;
        mark = std::max(mark, diagnostic.severity);
        if (m_findingSelections.size() >= MostMarks || diagnostic.range.length == 0)
            continue;
        const auto [start, end] = shownRange(diagnostic.range);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(start));
        selection.cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(color(meaningOf(diagnostic.severity), palette()));
        m_findingSelections.append(selection);
    }
    m_margin->setMarks(std::move(marks));
    showMarks();
}

void ConfigurationText::showMarks()
{
    QTextEdit::ExtraSelection current;
    current.format.setBackground(palette().alternateBase());
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    current.cursor = textCursor();
    current.cursor.clearSelection();
    setExtraSelections(QList{current} + m_matchSelections + m_findingSelections);
}

void ConfigurationText::showMatches(const QList<qsizetype> &starts, qsizetype length)
{
    m_matchSelections.clear();
    for (const qsizetype start : starts.first(std::min(starts.size(), MostMarks))) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(start));
        selection.cursor.setPosition(static_cast<int>(start + length), QTextCursor::KeepAnchor);
        selection.format.setBackground(ground(Meaning::Warning, palette()));
        m_matchSelections.append(selection);
    }
    showMarks();
}

void ConfigurationText::showCurrentLine(int line)
{
    if (textCursor().blockNumber() + 1 == line)
        return;
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (block.isValid())
        setTextCursor(QTextCursor(block));
}

void ConfigurationText::selectRange(config::TextRange range)
{
    const auto [start, end] = shownRange(range);
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(start));
    cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

std::pair<qsizetype, qsizetype> ConfigurationText::shownRange(config::TextRange range) const
{
    const auto &bytes = m_session.document().bytes();
    const auto place = [&](std::size_t offset) {
        const auto &line = m_session.document().lineAt(std::min(offset, bytes.size()));
        const std::string_view text = m_session.document().text(line.range);
        const QTextBlock block = document()->findBlockByNumber(line.number - 1);
        const int column = columnOf(text, offset - std::min(offset, line.range.offset));
        return qsizetype(block.position()) + std::min(column, std::max(0, block.length() - 1));
    };
    return {place(range.offset), place(range.end())};
}

std::size_t ConfigurationText::byteOffset(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const auto &lines = m_session.document().lines();
    if (block.blockNumber() >= static_cast<int>(lines.size()))
        return m_session.document().bytes().size();
    const auto &line = lines[static_cast<std::size_t>(block.blockNumber())];
    return line.range.offset + offsetOf(block.text(), position - block.position());
}

config::TextRange ConfigurationText::rangeOf(qsizetype start, qsizetype end) const
{
    const std::size_t first = byteOffset(static_cast<int>(start));
    return {first, byteOffset(static_cast<int>(end)) - first};
}

std::vector<ConfigurationText::VisibleLine> ConfigurationText::visibleLines() const
{
    std::vector<VisibleLine> lines;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > viewport()->height())
            break;
        // Below the last line the document has a margin that is none of the line's.
        const qreal height = std::min(place.height(), block.layout()->boundingRect().height());
        lines.push_back({block.blockNumber() + 1, qRound(place.top()), qRound(height)});
    }
    return lines;
}

int ConfigurationText::lineAt(int y) const
{
    int found = 1;
    for (const auto &line : visibleLines())
        if (line.top <= y)
            found = line.number;
    return found;
}

QString ConfigurationText::findingsOfLine(int line) const
{
    QStringList sentences;
    for (const auto &diagnostic : m_session.diagnostics())
        if (lineOf(m_session, diagnostic) == line)
            sentences.append(wording::sentence(diagnostic));
    return sentences.join(u'\n');
}

QString ConfigurationText::notesOfLine(int line) const
{
    QStringList notes{findingsOfLine(line), m_readings.departure(line)};
    notes.removeAll(QString());
    return notes.join(u'\n');
}

QString ConfigurationText::explanationOf(std::size_t offset) const
{
    return explanationAt(m_session, m_readings, offset);
}

bool ConfigurationText::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QPlainTextEdit::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return QPlainTextEdit::event(event);
    event->accept();
    return true;
}

bool ConfigurationText::viewportEvent(QEvent *event)
{
    const bool whatsThis = event->type() == QEvent::WhatsThis;
    if (event->type() != QEvent::ToolTip && !whatsThis)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString explanation = plainToolTip(explanationUnder(help->pos()));
    if (!whatsThis)
        QToolTip::showText(help->globalPos(), explanation, viewport());
    else if (!explanation.isEmpty())
        QWhatsThis::showText(help->globalPos(), explanation, viewport());
    event->setAccepted(!whatsThis || !explanation.isEmpty());
    return true;
}

void ConfigurationText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        m_session.undoStack()->undo();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        m_session.undoStack()->redo();
        return;
    }
    if (m_completer->wants(*event)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        m_completer->open();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    m_completer->keyTaken(*event);
}

void ConfigurationText::contextMenuEvent(QContextMenuEvent *event)
{
    const QTextCursor place =
        event->reason() == QContextMenuEvent::Mouse ? cursorForPosition(event->pos()) : textCursor();
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The undo and redo of the text alone: the window's are the file's.
    for (QAction *action : menu->actions())
        if (action->objectName() == QStringLiteral("edit-undo") ||
            action->objectName() == QStringLiteral("edit-redo"))
            menu->removeAction(action);
    menu->addSeparator();
    menu->addActions(actions());
    addFixes(*menu, place.blockNumber() + 1);
    menu->popup(event->globalPos());
}

std::vector<config::Fix> ConfigurationText::fixesOfLine(int line) const
{
    std::vector<config::Fix> fixes;
    for (const auto &diagnostic : m_session.diagnostics())
        if (lineOf(m_session, diagnostic) == line)
            fixes.insert(fixes.end(), diagnostic.fixes.begin(), diagnostic.fixes.end());
    return fixes;
}

void ConfigurationText::addFixes(QMenu &menu, int line)
{
    QAction *first = menu.actions().value(0);
    for (const auto &fix : fixesOfLine(line)) {
        const QString name = wording::label(fix);
        auto *action = new QAction(QString(name).replace(u'&', QStringLiteral("&&")), &menu);
        connect(action, &QAction::triggered, this, [this, fix, name] { m_session.push(fix.edits, name); });
        menu.insertAction(first, action);
    }
    if (first && menu.actions().constFirst() != first)
        menu.insertSeparator(first);
}

void ConfigurationText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_session.settle();
}

void ConfigurationText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutMargin();
}

void ConfigurationText::layOutMargin()
{
    const int width = m_margin->wantedWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void ConfigurationText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_updating = true;
        m_highlighter->setPalette(palette());
        m_updating = false;
        showFindings();
    }
}

QString ConfigurationText::explanationUnder(const QPoint &position) const
{
    const QTextCursor cursor = cursorForPosition(position);
    if (position.x() > cursorRect(cursor).right() + fontMetrics().averageCharWidth())
        return {};
    return explanationOf(byteOffset(cursor.position()));
}

} // namespace noonmark::ui
