// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linemargin.h"

#include "ui/configurationtext.h"
#include "ui/linereadings.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

namespace noonmark::ui {

namespace {

constexpr int Gap = 8;
constexpr int SignWidth = 16;

} // namespace

LineMargin::LineMargin(ConfigurationText &text)
    : QWidget(&text)
    , m_text(text)
{}

int LineMargin::wantedWidth() const
{
    const auto digits = QString::number(m_text.blockCount()).size();
    const int number =
        fontMetrics().horizontalAdvance(u'0') * static_cast<int>(std::max<qsizetype>(digits, 3));
    return SignWidth + number + 2 * Gap;
}

QSize LineMargin::sizeHint() const
{
    return {wantedWidth(), 0};
}

void LineMargin::setMarks(std::map<int, config::Severity> marks)
{
    m_marks = std::move(marks);
    update();
}

void LineMargin::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().alternateBase());
    painter.setFont(m_text.font());
    const int currentLine = m_text.textCursor().blockNumber() + 1;
    for (const auto &[line, top, height] : m_text.visibleLines()) {
        painter.setPen(line == currentLine ? palette().color(QPalette::Text) : quiet(palette()));
        const QRect number(SignWidth, top, width() - SignWidth - Gap, height);
        // A line with Chinese is taller than its digits: they share its lower edge.
        painter.drawText(number, Qt::AlignRight | Qt::AlignBottom, QString::number(line));
        const QRect place(Gap / 2, top, SignWidth, height);
        if (const auto mark = m_marks.find(line); mark != m_marks.end()) {
            const Meaning meaning = meaningOf(mark->second);
            painter.setPen(color(meaning, palette()));
            painter.drawText(place, Qt::AlignHCenter | Qt::AlignBottom, sign(meaning));
        } else if (m_text.readings().departs(line)) {
            painter.setPen(quiet(palette()));
            painter.drawText(place, Qt::AlignHCenter | Qt::AlignBottom, QStringLiteral("\u2260"));
        }
    }
}

void LineMargin::mousePressEvent(QMouseEvent *event)
{
    emit lineClicked(m_text.lineAt(event->position().toPoint().y()));
}

void LineMargin::wheelEvent(QWheelEvent *event)
{
    // The strip scrolls with the text it belongs to.
    QCoreApplication::sendEvent(m_text.viewport(), event);
}

bool LineMargin::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(m_text.notesOfLine(m_text.lineAt(help->pos().y()))), this);
    return true;
}

} // namespace noonmark::ui
