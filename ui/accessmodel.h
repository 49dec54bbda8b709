// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/access.h"
#include "core/config/diagnostic.h"
#include "ui/rowmodel.h"

#include <QString>

#include <optional>

namespace noonmark::ui {

class ConfigurationSession;

struct AccessLineRow
{
    int line = 0;
    bool active = true;
    QString keyword; // restrict or unrestrict
    QString whom;
    QString flags;
    std::optional<config::Severity> worst;
    QString findings;

    [[nodiscard]] bool sameAs(const AccessLineRow &other) const
    {
        return keyword == other.keyword && whom == other.whom && flags == other.flags;
    }
};

// The restrict lines as they stand in the file. The box comments a line out and in.
class AccessLineModel : public RowModel<AccessLineRow>
{
    Q_OBJECT

public:
    enum Column
    {
        LineColumn,
        WhomColumn,
        FlagColumn,
        FindingColumn,
        ColumnCount
    };

    explicit AccessLineModel(ConfigurationSession &session, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] int rowOfLine(int line) const;
    void retranslate();
    void reread();

private:
    ConfigurationSession &m_session;
};

struct AccessEntryRow
{
    AccessEntry entry;

    [[nodiscard]] bool sameAs(const AccessEntryRow &other) const
    {
        return entry.range == other.entry.range && entry.ntpPort == other.entry.ntpPort;
    }
};

// Entries of the list that the daemon really keeps: in the order it tries them, with flags merged.
class AccessEntryModel : public RowModel<AccessEntryRow>
{
    Q_OBJECT

public:
    enum Column
    {
        RangeColumn,
        FlagColumn,
        OriginColumn,
        ColumnCount
    };

    explicit AccessEntryModel(const ConfigurationSession &session, QObject *parent = nullptr)
        : RowModel(parent)
        , m_session(session)
    {}

    void setEntries(const std::vector<AccessEntry> &entries);
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate() { announceEverything(); }

    // "192.168.31.0/24", "everybody else over IPv4"
    [[nodiscard]] static QString rangeText(const AddressMask &range);
    // "lines 12, 14" or "built in"
    [[nodiscard]] static QString originText(const ConfigurationSession &session, const std::vector<int> &lines);

private:
    const ConfigurationSession &m_session;
};

} // namespace noonmark::ui
