// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/findingmodel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace noonmark::ui {

// The findings as a list: a double click or Enter goes to the place, a click on the remedy applies it.
class FindingList : public QWidget
{
    Q_OBJECT

public:
    FindingList(ConfigurationSession &session, FindingModel::Scope scope, QWidget *parent = nullptr);

    [[nodiscard]] FindingModel &model() { return *m_model; }
    [[nodiscard]] QTableView &view() { return *m_view; }
    void retranslate();

signals:
    // In the current file, which was made the one that the finding is about.
    void placeChosen(const noonmark::config::TextRange &range);
    void keysChosen(int line); // a finding about the keys file

private:
    void createView();
    void fitRows();
    void showSummary();
    void choose(const QModelIndex &index);
    void clicked(const QModelIndex &index);
    void goTo(FindingRow row);
    void applyFix(FindingRow row, std::size_t number);
    void showMenu(const QPoint &position);

    ConfigurationSession &m_session;
    FindingModel *m_model;
    QLabel *m_summary;
    QTableView *m_view;
};

} // namespace noonmark::ui
