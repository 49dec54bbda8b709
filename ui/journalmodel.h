// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"

#include "ui/theme.h"

#include <QAbstractTableModel>

#include <deque>

namespace noonmark::ui {

[[nodiscard]] Meaning meaningOf(const monitor::JournalEntry &entry);

// The journal as a table, the newest entry first.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        TopicRole = Qt::UserRole // monitor::JournalTopic
    };
    enum Column
    {
        Time,
        What,
        Source,
        Daemon,
        ColumnCount
    };

    explicit JournalModel(const monitor::Journal &journal, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const monitor::JournalEntry &entryAt(int row) const;

    // After a change of language or palette.
    void announceEverything();

private:
    void take(const monitor::JournalEntry &entry);
    void dropOldest();
    void takeEarlier();
    [[nodiscard]] QString text(const monitor::JournalEntry &entry, int column) const;

    const monitor::Journal &m_journal;
    std::deque<monitor::JournalEntry> m_entries; // the newest first
};

} // namespace noonmark::ui
