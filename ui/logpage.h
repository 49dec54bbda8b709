// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"

#include "ui/page.h"

#include <QAbstractItemModel>

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace noonmark::ui {

class Actions;
class JournalFilter;
class JournalModel;

// What happened and when, of all daemons that are watched and of the file; to be searched and copied.
class LogPage : public Page
{
    Q_OBJECT

public:
    LogPage(const monitor::Journal &journal, Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    // Selects the entry and brings it into view; the search is given up if it hides it.
    void showEntry(quint64 number);
    // The selected rows, all that are shown if none is, with a head, as tab-separated text.
    [[nodiscard]] QString rowsAsText() const;
    // Everything that is shown, by the ending of the path: csv with a comma between, else with a tab.
    [[nodiscard]] bool save(const QString &path) const;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createLayout(QAction *copy);
    void chooseFile();
    [[nodiscard]] QString textOf(QModelIndexList rows, bool commas) const;
    void filter(const QString &text);
    void showCount();
    void copyRows() const;

    JournalModel *m_model;
    JournalFilter *m_filtered;
    QTableView *m_view;
    QLineEdit *m_filter;
    QComboBox *m_topic;
    QToolButton *m_export;
    QLabel *m_count;
    QLabel *m_empty;
};

} // namespace noonmark::ui
