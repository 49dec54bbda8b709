// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/mru.h"
#include "core/monitor/targets.h"

#include "ui/page.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QTabWidget;
class QToolButton;

namespace noonmark::ui {

class Actions;
class ClientsHosts;
class ClientsModel;
class Settings;

// Who asks the chosen daemon for time, and beside it who of the administrator's own list does not. The list
// is read while the page is looked at, slice by slice; later looks bring only what changed.
class ClientsPage : public Page
{
    Q_OBJECT

public:
    ClientsPage(const monitor::Targets &targets, Settings &settings, Actions &actions,
                QWidget *parent = nullptr);
    ~ClientsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    // The rows that are shown, in their order, with a head; the selected ones if some are.
    [[nodiscard]] QString rowsAsText(QChar separator) const;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createList(QAction *copy);
    void connectReader();
    void read();
    void beginAnew();
    void walked(const monitor::MruWalk &walk);
    void failed(const Error &error);
    void showState();
    void fitColumns();
    void exportRows();

    const monitor::Targets &m_targets;
    Settings &m_settings;
    monitor::MruReader m_reader;
    QTimer m_next;
    std::optional<Error> m_trouble;
    bool m_isCut = false;
    bool m_wasRead = false;

    ClientsModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTabWidget *m_tabs;
    QTableView *m_view;
    QLineEdit *m_filter;
    QCheckBox *m_names;
    QToolButton *m_refresh;
    QToolButton *m_export;
    QLabel *m_count;
    QLabel *m_empty;
    ClientsHosts *m_hosts;
};

} // namespace noonmark::ui
