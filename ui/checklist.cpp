// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checklist.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace noonmark::ui {

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void CheckList::setRows(const std::vector<CheckRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    build();
}

void CheckList::build()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(static_cast<int>(i), m_rows[i]);
}

void CheckList::addRow(int index, const CheckRow &row)
{
    auto *mark = new QLabel(sign(row.meaning), this);
    mark->setAlignment(Qt::AlignCenter);
    mark->setMinimumWidth(16);
    QPalette ink;
    ink.setColor(QPalette::WindowText, color(row.meaning, QApplication::palette()));
    mark->setPalette(ink);
    QFont strong = mark->font();
    strong.setBold(true);
    mark->setFont(strong);
    auto *sentence = new QLabel(row.sentence, this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(mark, index, 0, Qt::AlignVCenter);
    m_grid->addWidget(sentence, index, 1, Qt::AlignVCenter);
    if (row.button.isEmpty())
        return;
    auto *button = new QPushButton(row.button, this);
    button->setObjectName(QStringLiteral("check-%1").arg(row.page));
    connect(button, &QPushButton::clicked, this, [this, page = row.page] { emit pageRequested(page); });
    m_grid->addWidget(button, index, 2, Qt::AlignVCenter);
}

void CheckList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace noonmark::ui
