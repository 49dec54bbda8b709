// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"
#include "ui/rowmodel.h"

#include <QString>

namespace noonmark::ui {

class ConfigurationSession;

struct FindingRow
{
    int file = 0;
    int line = 0;
    config::Diagnostic diagnostic;
    std::vector<std::size_t> fixFiles; // in which file each fix is made

    [[nodiscard]] bool sameAs(const FindingRow &other) const
    {
        return file == other.file && diagnostic.finding == other.diagnostic.finding &&
               diagnostic.arguments == other.diagnostic.arguments;
    }
};

// The findings of the session's file in file order; with `accessOnly`, those of its restrict lines.
class FindingModel : public RowModel<FindingRow>
{
    Q_OBJECT

public:
    enum Column
    {
        SeverityColumn,
        LineColumn,
        SentenceColumn,
        DialectColumn,
        FixColumn,
        ColumnCount
    };
    enum class Scope : unsigned char
    {
        Everything,
        AccessLines
    };

    FindingModel(const ConfigurationSession &session, Scope scope, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] int count(config::Severity severity) const;
    void retranslate() { announceEverything(); }

private:
    void reread();
    [[nodiscard]] QString text(const FindingRow &row, int column) const;

    const ConfigurationSession &m_session;
    Scope m_scope;
};

} // namespace noonmark::ui
