// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/historystatements.h"
#include "core/monitor/historystore.h"
#include "core/monitor/journalrecord.h"

#include <QSqlDatabase>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

// The half of HistoryStore that reads.

namespace noonmark::monitor {

namespace {

// In the order of Quantity.
const QString SampleColumns = u"at, error, offset, jitter, delay, dispersion, reach, distance, frequency"_s;
constexpr int FirstValue = 2;

Column columnAt(const QSqlQuery &query)
{
    const auto real = [&query](int index) { return query.value(index).toDouble(); };
    return {real(1), real(2), real(3),
            real(4), real(5), real(6),
            real(7), real(8), std::size_t(query.value(9).toULongLong())};
}

Values valuesAt(const QSqlQuery &query, int first)
{
    Values values;
    for (std::size_t i = 0; i < QuantityCount; ++i)
        if (const QVariant value = query.value(first + static_cast<int>(i)); !value.isNull())
            values[static_cast<Quantity>(i)] = value.toDouble();
    return values;
}

// SQLite knows no infinity.
double finite(double seconds)
{
    return std::clamp(seconds, -1e15, 1e15);
}

} // namespace

Result<std::vector<HistoryStore::Stored>> HistoryStore::sourcesOf(const QString &target)
{
    QSqlQuery query(database());
    if (!run(query, u"SELECT id, source, name FROM series WHERE target = ? ORDER BY id"_s, bindable(target)))
        return failure(query);
    std::vector<Stored> sources;
    while (query.next())
        sources.emplace_back(query.value(0).toLongLong(),
                             StoredSource{query.value(1).toString(), query.value(2).toString(), {}});
    return sources;
}

Result<void> HistoryStore::readColumns(Stored &source, double before)
{
    // A column that the first sample falls into is left out: its own samples would be counted twice.
    const double lastBucket = std::min(std::floor(before / ColumnWidth), 9e15);
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!run(query,
             u"SELECT quantity, first_at, last_at, first, last, lowest, highest, error, sum, count FROM "
             "rollup WHERE series = ? AND bucket < ? ORDER BY quantity, bucket"_s,
             source.first, static_cast<qint64>(lastBucket)))
        return failure(query);
    while (query.next()) {
        const auto quantity = query.value(0).toUInt();
        if (quantity < QuantityCount)
            source.second.pasts[quantity].columns.push_back(columnAt(query));
    }
    return {};
}

Result<void> HistoryStore::readSamples(Stored &source, std::size_t most)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!run(query,
             u"SELECT %1 FROM sample WHERE series = ? ORDER BY at DESC, number DESC LIMIT ?"_s.arg(
                 SampleColumns),
             source.first, static_cast<qint64>(most)))
        return failure(query);
    while (query.next()) {
        const Values values = valuesAt(query, FirstValue);
        const double at = query.value(0).toDouble();
        for (std::size_t i = 0; i < QuantityCount; ++i) {
            const auto quantity = static_cast<Quantity>(i);
            const double error = quantity == Quantity::Offset ? query.value(1).toDouble() : 0;
            if (!std::isnan(values[quantity]))
                source.second.pasts[i].samples.push_back({at, values[quantity], error});
        }
    }
    for (RecentHistory::Past &past : source.second.pasts)
        std::ranges::reverse(past.samples);
    return {};
}

Result<void> HistoryStore::loadColumns(const QString &target, const TakeSource &take)
{
    auto sources = sourcesOf(target);
    if (!sources)
        return tl::unexpected(sources.error());
    for (Stored &source : *sources) {
        if (const auto read = readColumns(source, HUGE_VAL); !read)
            return read;
        take(std::move(source.second));
    }
    return {};
}

Result<void> HistoryStore::load(const QString &target, std::size_t mostSamples, const TakeSource &take)
{
    auto sources = sourcesOf(target);
    if (!sources)
        return tl::unexpected(sources.error());
    for (Stored &source : *sources) {
        if (const auto read = readSamples(source, mostSamples); !read)
            return read;
        const auto &offsets = source.second.pasts[0].samples;
        const double before = offsets.empty() ? HUGE_VAL : offsets.front().time;
        if (const auto read = readColumns(source, before); !read)
            return read;
        take(std::move(source.second));
    }
    return {};
}

Result<qint64> HistoryStore::visit(const HistoryRange &range,
                                   const std::function<void(const StoredSample &)> &take)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    const QString condition = range.target ? u"AND target = ? "_s : u"AND ? = '' "_s;
    if (!run(query,
             u"SELECT target, source, name, %1 FROM sample JOIN series ON series.id = sample.series WHERE at "
             ">= ? AND at <= ? %2ORDER BY at, number"_s.arg(SampleColumns, condition),
             finite(range.from), finite(range.to), bindable(range.target.value_or(QString()))))
        return failure(query);
    qint64 count = 0;
    for (; query.next(); ++count)
        take({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
              query.value(3).toDouble(), valuesAt(query, 3 + FirstValue), query.value(4).toDouble()});
    return count;
}

Result<std::vector<JournalEntry>> HistoryStore::loadEntries(std::size_t most)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!run(query, u"SELECT number, at, record FROM journal ORDER BY number DESC LIMIT ?"_s,
             static_cast<qint64>(most)))
        return failure(query);
    std::vector<JournalEntry> entries;
    while (query.next()) {
        std::optional<JournalEntry> entry = fromRecord(query.value(2).toString().toUtf8());
        if (!entry)
            continue; // of a later version: not ours to show
        entry->number = query.value(0).toULongLong();
        entry->unixMilliseconds = query.value(1).toLongLong();
        entries.push_back(std::move(*entry));
    }
    std::ranges::reverse(entries);
    return entries;
}

} // namespace noonmark::monitor
