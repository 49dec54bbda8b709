// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebyside.h"

#include "core/export/textdiff.h"
#include "ui/bytetext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

namespace noonmark::ui {

namespace {

using exports::DiffLine;
using Kind = DiffLine::Kind;

QString textOf(const DiffLine &line)
{
    std::string bytes = line.text.toStdString();
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.pop_back();
    return shownLine(bytes);
}

QString rowOf(int number, const QString &sign, const DiffLine &line)
{
    return QStringLiteral("%1 %2 %3").arg(number, 4).arg(sign, textOf(line));
}

// Both columns of the view; they have as many rows.
struct Rows
{
    QStringList left;
    QStringList right;
    QList<bool> leftMarked;
    QList<bool> rightMarked;
    QList<int> places;

    void fillGaps()
    {
        for (; left.size() < right.size(); leftMarked.append(false))
            left.append(QString());
        for (; right.size() < left.size(); rightMarked.append(false))
            right.append(QString());
    }
};

Rows rowsOf(const std::vector<DiffLine> &lines)
{
    Rows rows;
    bool inside = false;
    for (const auto &line : lines) {
        if (line.kind == Kind::Same) {
            rows.fillGaps();
            inside = false;
        } else if (!std::exchange(inside, true)) {
            rows.places.append(static_cast<int>(rows.left.size()));
        }
        if (line.kind != Kind::Added) {
            const bool removed = line.kind == Kind::Removed;
            rows.left.append(rowOf(line.before, removed ? QStringLiteral("−") : QStringLiteral(" "), line));
            rows.leftMarked.append(removed);
        }
        if (line.kind != Kind::Removed) {
            const bool added = line.kind == Kind::Added;
            rows.right.append(rowOf(line.after, added ? QStringLiteral("+") : QStringLiteral(" "), line));
            rows.rightMarked.append(added);
        }
    }
    rows.fillGaps();
    return rows;
}

} // namespace

SideBySide::SideBySide(QWidget *parent)
    : QWidget(parent)
    , m_left(createSide())
    , m_right(createSide())
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    for (const Side &side : {m_left, m_right}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(side.title);
        column->addWidget(side.text, 1);
        columns->addLayout(column, 1);
    }
    m_left.text->setObjectName(QStringLiteral("side-left"));
    m_right.text->setObjectName(QStringLiteral("side-right"));
    scrollTogether();
}

SideBySide::Side SideBySide::createSide()
{
    Side side{new QLabel(this), new QPlainTextEdit(this), {}};
    side.title->setTextFormat(Qt::PlainText);
    side.title->setBuddy(side.text);
    side.text->setReadOnly(true);
    side.text->setTabChangesFocus(true);
    side.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    side.text->setLineWrapMode(QPlainTextEdit::NoWrap);
    side.text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return side;
}

void SideBySide::scrollTogether()
{
    // One side may have fewer places to go to; it must not pull the other back.
    const auto follow = [this](QScrollBar *one, QScrollBar *other) {
        connect(one, &QScrollBar::valueChanged, this, [this, other](int value) {
            if (!m_scrolling) {
                m_scrolling = true;
                other->setValue(value);
                m_scrolling = false;
            }
        });
    };
    for (const auto bar : {&QPlainTextEdit::verticalScrollBar, &QPlainTextEdit::horizontalScrollBar}) {
        follow((m_left.text->*bar)(), (m_right.text->*bar)());
        follow((m_right.text->*bar)(), (m_left.text->*bar)());
    }
}

void SideBySide::showTexts(const QByteArray &left, const QByteArray &right)
{
    const Rows rows = rowsOf(exports::lineDiff(left, right));
    m_left.marked = rows.leftMarked;
    m_right.marked = rows.rightMarked;
    m_places = rows.places;
    m_place = -1;
    m_left.text->setPlainText(rows.left.join(u'\n'));
    m_right.text->setPlainText(rows.right.join(u'\n'));
    paint(m_left);
    paint(m_right);
}

void SideBySide::setTitles(const QString &left, const QString &right)
{
    m_left.title->setText(left);
    m_right.title->setText(right);
    m_left.text->setAccessibleName(QString(left).remove(u'&'));
    m_right.text->setAccessibleName(QString(right).remove(u'&'));
}

void SideBySide::showNextDifference()
{
    if (m_places.isEmpty())
        return;
    m_place = static_cast<int>((m_place + 1) % m_places.size());
    for (const Side &side : {m_left, m_right}) {
        side.text->setTextCursor(QTextCursor(side.text->document()->findBlockByNumber(m_places.at(m_place))));
        side.text->centerCursor();
    }
}

void SideBySide::paint(Side &side)
{
    const Meaning meaning = side.text == m_left.text ? Meaning::Bad : Meaning::Good;
    QList<QTextEdit::ExtraSelection> grounds;
    for (qsizetype row = 0; row < side.marked.size(); ++row) {
        if (!side.marked.at(row))
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(side.text->document()->findBlockByNumber(static_cast<int>(row)));
        selection.format.setBackground(ground(meaning, palette()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        grounds.append(selection);
    }
    side.text->setExtraSelections(grounds);
}

void SideBySide::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paint(m_left);
        paint(m_right);
    }
}

} // namespace noonmark::ui
