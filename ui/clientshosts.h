// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/hosts.h"
#include "ui/saying.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace noonmark::transport {
class Resolver;
}

namespace noonmark::ui {

// The administrator's own list of hosts against those that ask: who is silent, who stopped, who is a
// stranger.
class ClientsHosts : public QWidget
{
    Q_OBJECT

public:
    explicit ClientsHosts(QWidget *parent = nullptr);
    ~ClientsHosts() override;

    void showClients(const std::vector<monitor::MruRow> &clients, NtpTimestamp now);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void retranslate();

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);

private:
    void createLayout();
    void readList();
    void openFile();
    void compare();
    void showRows(const std::vector<monitor::HostPresence> &hosts);

    std::unique_ptr<transport::Resolver> m_resolver;
    monitor::HostList m_list;
    std::uint32_t m_firstQuestion = 0; // of the names of this list
    std::vector<monitor::MruRow> m_clients;
    NtpTimestamp m_now;

    QLabel *m_hint;
    QPlainTextEdit *m_text;
    QPushButton *m_open;
    QTableWidget *m_table;
    QLabel *m_summary;
};

} // namespace noonmark::ui
