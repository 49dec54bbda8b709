// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/historystore.h"

#include <QSqlQuery>
#include <QVariant>

namespace noonmark::monitor {

// For the files of HistoryStore: values bound in order, and a statement run.
template <typename... Bound> bool runPrepared(QSqlQuery &prepared, const Bound &...values)
{
    int place = 0;
    (prepared.bindValue(place++, values), ...);
    return prepared.exec();
}

template <typename... Bound> bool run(QSqlQuery &query, const QString &text, const Bound &...values)
{
    return query.prepare(text) && runPrepared(query, values...);
}

// A null string would become NULL, which equals nothing, not even itself.
inline QString bindable(const QString &string)
{
    return string.isNull() ? QStringLiteral("") : string;
}

// What is done for every sample: parsed once.
struct HistoryStore::Statements
{
    explicit Statements(const QSqlDatabase &database)
        : series(database)
        , sample(database)
        , join(database)
        , known(database)
        , entry(database)
    {}

    [[nodiscard]] bool prepare()
    {
        return series.prepare(QStringLiteral(
                   "INSERT INTO series (target, source, name) VALUES (?, ?, ?) ON CONFLICT (target, source) "
                   "DO UPDATE SET name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END "
                   "RETURNING id")) &&
               sample.prepare(QStringLiteral(
                   "INSERT INTO sample (series, at, offset, jitter, error, delay, dispersion, reach, "
                   "distance, frequency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) &&
               // A sample joins the column it falls into; imported ones may come after later ones.
               join.prepare(QStringLiteral(
                   "INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE "
                   "SET first = CASE WHEN excluded.first_at < first_at THEN excluded.first ELSE first END, "
                   "last = CASE WHEN excluded.last_at < last_at THEN last ELSE excluded.last END, "
                   "first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at), "
                   "lowest = min(lowest, excluded.lowest), highest = max(highest, excluded.highest), "
                   "error = max(error, excluded.error), sum = sum + excluded.sum, count = count + 1")) &&
               known.prepare(QStringLiteral("SELECT 1 FROM sample WHERE series = ? AND at = ?")) &&
               entry.prepare(QStringLiteral("INSERT INTO journal (at, record) VALUES (?, ?)"));
    }

    QSqlQuery series;
    QSqlQuery sample;
    QSqlQuery join;
    QSqlQuery known;
    QSqlQuery entry;
};

} // namespace noonmark::monitor
