// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

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

// Columns as wide as so many figures, or as their heads with the arrow of sorting if these are wider.
void fitColumns(QTableView &view, std::span<const int> figures);

} // namespace noonmark::ui
