// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>
#include <QVariant>

#include <span>

class QTableView;
class QTreeView;

namespace noonmark::ui {

// Rows with a little air; the same height whatever stands in them.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The look that all lists of these pages share: dense, no grid, whole rows, heads at the left.
void makeDense(QTableView &view);
void makeDense(QTreeView &view);

// What a column's head says in this role, and what explains it.
[[nodiscard]] QVariant headOf(int column, int role, const QStringList &heads,
                              const QStringList &explanations);

// Columns as wide as so many figures, or as their heads with the arrow of sorting if these are wider.
void fitColumns(QTableView &view, std::span<const int> figures);

} // namespace noonmark::ui
