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

// The table of sources: whole rows, sorted by value on request, in file order before that.
class AssociationView : public QTableView
{
    Q_OBJECT

public:
    explicit AssociationView(QWidget *parent = nullptr);

    // Which of the optional columns are shown, by ntpq's names.
    void showColumns(const QStringList &ntpqNames);
    [[nodiscard]] QStringList shownColumns() const;
    // These rows of the visible columns in the order one sees them, tab-separated under their heads.
    [[nodiscard]] QString textOf(const QModelIndexList &rows) const;

    // Shown instead of rows while there are none.
    void setEmptyText(const QString &text);
    void setModel(QAbstractItemModel *model) override;
    void fitColumns();

signals:
    void columnsChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWhetherEmpty();
    void offerColumns(const QPoint &at);
    [[nodiscard]] QList<int> visibleColumns() const;

    QLabel *m_empty;
};

} // namespace noonmark::ui
