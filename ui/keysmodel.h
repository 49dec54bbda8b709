// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/keysfile.h"
#include "ui/rowmodel.h"

namespace noonmark::ui {

class ConfigurationSession;

struct KeyRow
{
    config::KeyLine key;
    QString comment;
    bool isTrusted = false;
    std::optional<config::Severity> worst;
    QString findings;

    [[nodiscard]] bool sameAs(const KeyRow &other) const { return key.number.text == other.key.number.text; }
};

// The keys of the configuration's keys file. Values are dots until they are asked for. The box of a key adds
// it to the `trustedkey` line and takes it out again.
class KeysModel : public RowModel<KeyRow>
{
    Q_OBJECT

public:
    enum Column
    {
        NumberColumn,
        TypeColumn,
        ValueColumn,
        TrustedColumn,
        CommentColumn,
        FindingColumn,
        ColumnCount
    };

    explicit KeysModel(ConfigurationSession &session, QObject *parent = nullptr);

    void showValues(bool shown);
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void retranslate() { announceEverything(); }

private:
    void reread();
    [[nodiscard]] QString text(const KeyRow &row, int column) const;

    ConfigurationSession &m_session;
    bool m_showsValues = false;
};

} // namespace noonmark::ui
