// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace noonmark::ui {

namespace {

constexpr int Air = 6;
constexpr int NarrowestColumn = 24;
constexpr int RowsMeasured = 50; // for the width of a column: long lists need not be read whole

void makeDense(QHeaderView &head)
{
    head.setHighlightSections(false);
    head.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head.setMinimumSectionSize(NarrowestColumn);
    head.setResizeContentsPrecision(RowsMeasured);
}

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rheight() += Air;
    return size;
}

void makeDense(QTableView &view)
{
    view.setItemDelegate(new RowDelegate(&view));
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setTabKeyNavigation(false);
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.verticalHeader()->hide();
    view.verticalHeader()->setMinimumSectionSize(view.fontMetrics().height() + Air);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + Air);
    makeDense(*view.horizontalHeader());
}

void fitColumns(QTableView &view, std::span<const int> figures)
{
    const int padding = 4 * Air;
    const int figure = view.fontMetrics().horizontalAdvance(u'0');
    const QFontMetrics heads = view.horizontalHeader()->fontMetrics();
    int column = 0;
    for (const int width : figures) {
        const QString head = view.model()->headerData(column, Qt::Horizontal).toString();
        view.setColumnWidth(column++, std::max(figure * width, heads.horizontalAdvance(head)) + padding);
    }
}

void makeDense(QTreeView &view)
{
    view.setItemDelegate(new RowDelegate(&view));
    view.setUniformRowHeights(true);
    view.setAllColumnsShowFocus(true);
    view.setIndentation(2 * Air);
    makeDense(*view.header());
}

QVariant headOf(int column, int role, const QStringList &heads, const QStringList &explanations)
{
    switch (role) {
    case Qt::DisplayRole:
        return heads.value(column);
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return explanations.value(column);
    default:
        return {};
    }
}

} // namespace noonmark::ui
