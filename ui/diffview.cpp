// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffview.h"

#include "core/export/textdiff.h"
#include "ui/bytetext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

namespace noonmark::ui {

namespace {

using exports::DiffLine;

constexpr std::size_t LinesAround = 3;

// Which lines stand within three lines of a change.
std::vector<bool> nearChanges(const std::vector<DiffLine> &lines)
{
    std::vector<bool> near(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        const std::size_t first = i < LinesAround ? 0 : i - LinesAround;
        const std::size_t last = std::min(lines.size() - 1, i + LinesAround);
        std::fill(near.begin() + std::ptrdiff_t(first), near.begin() + std::ptrdiff_t(last) + 1, true);
    }
    return near;
}

QString signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added:
        return QStringLiteral("+");
    case DiffLine::Kind::Removed:
        return QStringLiteral("−");
    case DiffLine::Kind::Same:
        break;
    }
    return QStringLiteral(" ");
}

QString textOf(const DiffLine &line)
{
    std::string bytes = line.text.toStdString();
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.pop_back();
    return shownLine(bytes);
}

QString rowOf(const DiffLine &line)
{
    const int number = line.after != 0 ? line.after : line.before;
    return QStringLiteral("%1 %2 %3").arg(number, 4).arg(signOf(line.kind), textOf(line));
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void DiffView::showDifference(const QByteArray &before, const QByteArray &after)
{
    const auto lines = exports::lineDiff(before, after);
    const auto near = nearChanges(lines);
    QStringList rows;
    m_added.clear();
    m_removed.clear();
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!near[i]) {
            gap = true;
            continue;
        }
        if (std::exchange(gap, false) && !rows.isEmpty()) {
            rows.append(QStringLiteral("   …"));
            m_added.append(false);
            m_removed.append(false);
        }
        rows.append(rowOf(lines[i]));
        m_added.append(lines[i].kind == DiffLine::Kind::Added);
        m_removed.append(lines[i].kind == DiffLine::Kind::Removed);
    }
    setPlainText(rows.join(u'\n'));
    paint();
}

void DiffView::paint()
{
    QList<QTextEdit::ExtraSelection> grounds;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int row = block.blockNumber();
        const bool added = m_added.value(row);
        if (!added && !m_removed.value(row))
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(ground(added ? Meaning::Good : Meaning::Bad, palette()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        grounds.append(selection);
    }
    setExtraSelections(grounds);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paint();
}

} // namespace noonmark::ui
