// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/hostnames.h"
#include "core/monitor/mruclients.h"

#include <QAbstractTableModel>
#include <QHash>

namespace noonmark::ui {

// The clients of the chosen daemon, in the order in which they were first met; sorting is the view's. Names
// are looked up for rows that are looked at, never for all.
class ClientsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Address,
        Name,
        Program,
        Count,
        Interval,
        LastSeen,
        Mode,
        Version,
        Restricted,
        Dropped,
        Port,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int SearchRole = Qt::UserRole + 1;

    explicit ClientsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void take(const std::vector<monitor::MruRow> &rows);
    void setNow(NtpTimestamp now); // the daemon's clock, of which the ages are reckoned
    void setLooksNamesUp(bool looksUp);
    void clear();
    [[nodiscard]] const std::vector<monitor::MruRow> &rows() const { return m_clients.rows(); }
    [[nodiscard]] NtpTimestamp now() const { return m_now; }

    // After a change of language or palette.
    void announceEverything();

private:
    [[nodiscard]] QString text(const monitor::MruRow &row, int column) const;
    [[nodiscard]] QVariant sortValue(const monitor::MruRow &row, int column) const;
    [[nodiscard]] QString toolTip(const monitor::MruRow &row, int column) const;
    [[nodiscard]] QString nameOf(const monitor::MruRow &row) const;
    [[nodiscard]] double age(const monitor::MruRow &row) const;
    void changed(std::size_t first, std::size_t last);

    monitor::MruClients m_clients;
    mutable monitor::HostNames m_names;
    NtpTimestamp m_now;
    bool m_looksNamesUp = true;
};

} // namespace noonmark::ui
