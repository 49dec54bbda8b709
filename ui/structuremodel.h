// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"
#include "core/config/directives.h"

#include <QAbstractItemModel>

#include <array>
#include <optional>
#include <vector>

namespace noonmark::ui {

class ConfigurationSession;

// The directives of the file as a tree of two levels: what they are about, then the lines in file order. The
// box in front of a line comments it out and in.
class StructureModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        DirectiveColumn,
        ArgumentsColumn,
        FindingColumn,
        ColumnCount
    };
    enum Role
    {
        LineRole = Qt::UserRole + 1,
        GroupRole
    };
    // The directive groups, and behind them what no dialect knows.
    static constexpr int GroupCount = static_cast<int>(config::DirectiveGroup::Removed) + 2;

    explicit StructureModel(ConfigurationSession &session, QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    [[nodiscard]] QModelIndex indexOfLine(int line) const;
    // The line of the row above (-1) or below (+1) in the same group; 0 if there is none.
    [[nodiscard]] int neighbour(int line, int step) const;
    [[nodiscard]] static QString groupName(int group);
    void retranslate();
    // True while rows come and go because the document changed.
    [[nodiscard]] bool isFollowing() const { return m_following; }

private:
    struct Row
    {
        int line = 0;
        config::LineKind kind = config::LineKind::Directive;
        QString keyword;
        QString arguments;
        std::optional<config::Severity> worst;
        QString findings;

        [[nodiscard]] bool sameAs(const Row &other) const
        {
            return keyword == other.keyword && arguments == other.arguments && kind == other.kind;
        }
    };
    using Groups = std::array<std::vector<Row>, GroupCount>;

    void reread();
    [[nodiscard]] Groups rowsOfDocument() const;
    void setGroup(int group, std::vector<Row> rows);
    void announce(int group);
    [[nodiscard]] const Row *rowAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant groupData(int group, const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant rowData(const Row &row, int column, int role) const;

    ConfigurationSession &m_session;
    Groups m_groups;
    bool m_following = false;
};

} // namespace noonmark::ui
