// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

class QLabel;

namespace noonmark::ui {

// Paints sign and reason in the colour of their meaning.
class MeaningDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

// How the columns that are shown differ from the usual ones, by ntpq's names.
struct ColumnChoice
{
    QStringList added;
    QStringList removed;

    friend bool operator==(const ColumnChoice &, const ColumnChoice &) = default;
};

// The table of sources: whole rows, sorted by value on request, in file order before that.
class AssociationView : public QTableView
{
    Q_OBJECT

public:
    explicit AssociationView(QWidget *parent = nullptr);

    // Any column can be hidden but that of the name.
    void showColumns(const ColumnChoice &choice);
    [[nodiscard]] ColumnChoice columnChoice() const;
    // These rows of the visible columns in the order one sees them, tab-separated under their heads.
    [[nodiscard]] QString textOf(const QModelIndexList &rows) const;

    // Shown instead of rows while there are none.
    void setEmptyText(const QString &text);
    void setModel(QAbstractItemModel *model) override;
    void fitColumns();
    // Widens what would cut its head: widths that were right in another language.
    void showWholeHeads();

signals:
    void columnsChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthOfHead(int column) const;
    void showWhetherEmpty();
    void offerColumns(const QPoint &at);
    [[nodiscard]] QList<int> visibleColumns() const;

    QLabel *m_empty;
};

} // namespace noonmark::ui
