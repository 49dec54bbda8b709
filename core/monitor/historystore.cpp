// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/historystore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr int Version = 1;
constexpr int Offset = 0; // quantities
constexpr int Jitter = 1;
constexpr int RowsForgottenAtOnce = 2'000;

// `at` is seconds since 1970 by the clock of the moment; `number` counts up whatever that clock does.
constexpr std::array Tables{
    "CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, target TEXT NOT NULL, source TEXT NOT NULL, "
    "name TEXT NOT NULL, UNIQUE (target, source))",
    "CREATE TABLE IF NOT EXISTS sample (number INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, "
    "at REAL NOT NULL, offset REAL NOT NULL, jitter REAL NOT NULL, error REAL NOT NULL)",
    "CREATE INDEX IF NOT EXISTS sample_of_series ON sample (series, at)",
    "CREATE TABLE IF NOT EXISTS rollup (series INTEGER NOT NULL, quantity INTEGER NOT NULL, bucket INTEGER "
    "NOT NULL, first_at REAL NOT NULL, last_at REAL NOT NULL, first REAL NOT NULL, last REAL NOT NULL, "
    "lowest REAL NOT NULL, highest REAL NOT NULL, error REAL NOT NULL, sum REAL NOT NULL, count INTEGER NOT "
    "NULL, PRIMARY KEY (series, quantity, bucket)) WITHOUT ROWID",
};

// A sample joins the column it falls into.
constexpr auto Join =
    "INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET "
    "last_at = max(last_at, excluded.last_at), last = excluded.last, lowest = min(lowest, excluded.lowest), "
    "highest = max(highest, excluded.highest), error = max(error, excluded.error), "
    "sum = sum + excluded.sum, count = count + 1";

tl::unexpected<Error> sqlFailure(const QString &path, const QSqlError &error)
{
    return failed(Failure::FileUnwritable, {path.toStdString(), error.text().toStdString()});
}

template <typename... Values> bool run(QSqlQuery &query, const QString &text, const Values &...values)
{
    if (!query.prepare(text))
        return false;
    (query.addBindValue(values), ...);
    return query.exec();
}

// A null string would become NULL, which equals nothing, not even itself.
QString bindable(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

Column columnAt(const QSqlQuery &query)
{
    const auto real = [&query](int index) { return query.value(index).toDouble(); };
    return {real(0), real(1), real(2),
            real(3), real(4), real(5),
            real(6), real(7), std::size_t(query.value(8).toULongLong())};
}

} // namespace

HistoryStore::HistoryStore(QString path)
    : m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString())
{}

HistoryStore::~HistoryStore()
{
    close();
}

QSqlDatabase HistoryStore::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

void HistoryStore::close()
{
    if (QSqlDatabase::contains(m_connection)) {
        database().close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<HistoryStore::Opened> HistoryStore::open()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    Opened opened;
    const bool existed = QFileInfo(m_path).size() > 0;
    Result<void> ready = prepare();
    if (existed && (!ready || !isSound())) {
        const Result<QString> aside = setAside();
        if (!aside)
            return tl::unexpected(aside.error());
        opened.setAside = *aside;
        ready = prepare();
    }
    return ready.map([&opened] { return opened; });
}

Result<void> HistoryStore::prepare()
{
    close();
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s); // another window may be writing
    if (!db.open())
        return sqlFailure(m_path, db.lastError());
    QSqlQuery query(db);
    bool good = query.exec(u"PRAGMA journal_mode = WAL"_s) && query.exec(u"PRAGMA synchronous = FULL"_s);
    for (const char *table : Tables)
        good = good && query.exec(QString::fromLatin1(table));
    good = good && query.exec(u"PRAGMA user_version = %1"_s.arg(Version));
    return good ? Result<void>{} : sqlFailure(m_path, query.lastError());
}

bool HistoryStore::isSound() const
{
    QSqlQuery query(database());
    return query.exec(u"PRAGMA quick_check(1)"_s) && query.next() && query.value(0).toString() == u"ok"_s;
}

Result<QString> HistoryStore::setAside()
{
    close();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = m_path + u".unreadable-"_s + stamp;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = m_path + u".unreadable-%1-%2"_s.arg(stamp).arg(i);
    if (!QFile::rename(m_path, name))
        return failed(Failure::FileUnwritable, {m_path.toStdString(), ""});
    // They belong to the old file: SQLite would play the log into the new one.
    QFile::remove(m_path + u"-wal"_s);
    QFile::remove(m_path + u"-shm"_s);
    return name;
}

Result<qint64> HistoryStore::seriesOf(const StoredSample &sample)
{
    QSqlQuery query(database());
    const bool good =
        run(query,
            u"INSERT INTO series (target, source, name) VALUES (?, ?, ?) ON CONFLICT (target, source) DO "
            "UPDATE SET name = excluded.name RETURNING id"_s,
            bindable(sample.target), bindable(sample.source), bindable(sample.name)) &&
        query.next();
    return good ? Result<qint64>(query.value(0).toLongLong()) : sqlFailure(m_path, query.lastError());
}

Result<void> HistoryStore::writeOne(const StoredSample &sample)
{
    const Result<qint64> series = seriesOf(sample);
    if (!series)
        return tl::unexpected(series.error());
    const Sample &offset = sample.offset;
    QSqlQuery query(database());
    if (!run(query, u"INSERT INTO sample (series, at, offset, jitter, error) VALUES (?, ?, ?, ?, ?)"_s,
             *series, offset.time, offset.value, sample.jitter, offset.error))
        return sqlFailure(m_path, query.lastError());
    const auto bucket = static_cast<qint64>(std::floor(offset.time / ColumnWidth));
    const auto join = [&](int quantity, double value, double error) {
        return run(query, QString::fromLatin1(Join), *series, quantity, bucket, offset.time, offset.time,
                   value, value, value, value, error, value);
    };
    const bool joined = join(Offset, offset.value, offset.error) && join(Jitter, sample.jitter, 0.0);
    return joined ? Result<void>{} : sqlFailure(m_path, query.lastError());
}

Result<void> HistoryStore::write(const std::vector<StoredSample> &samples)
{
    QSqlQuery query(database());
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return sqlFailure(m_path, query.lastError());
    for (const StoredSample &sample : samples)
        if (const Result<void> written = writeOne(sample); !written) {
            query.exec(u"ROLLBACK"_s);
            return written;
        }
    if (query.exec(u"COMMIT"_s))
        return {};
    const QSqlError why = query.lastError();
    query.exec(u"ROLLBACK"_s);
    return sqlFailure(m_path, why);
}

Result<StoredSeries> HistoryStore::loadSeries(qint64 series, int quantity, std::size_t mostSamples)
{
    StoredSeries result;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    const QString value = quantity == Offset ? u"offset, error"_s : u"jitter, 0.0"_s;
    if (!run(query,
             u"SELECT at, %1 FROM sample WHERE series = ? ORDER BY at DESC, number DESC LIMIT ?"_s.arg(value),
             series, static_cast<qint64>(mostSamples)))
        return sqlFailure(m_path, query.lastError());
    while (query.next())
        result.samples.push_back(
            {query.value(0).toDouble(), query.value(1).toDouble(), query.value(2).toDouble()});
    std::ranges::reverse(result.samples);
    // A column that the first sample falls into is left out: its own samples would be counted twice.
    const double end = result.samples.empty() ? HUGE_VAL : result.samples.front().time;
    const double lastBucket = std::min(std::floor(end / ColumnWidth), 9e15);
    if (!run(query,
             u"SELECT first_at, last_at, first, last, lowest, highest, error, sum, count FROM rollup WHERE "
             "series = ? AND quantity = ? AND bucket < ? ORDER BY bucket"_s,
             series, quantity, static_cast<qint64>(lastBucket)))
        return sqlFailure(m_path, query.lastError());
    while (query.next())
        result.columns.push_back(columnAt(query));
    return result;
}

Result<std::vector<StoredSource>> HistoryStore::load(const QString &target, std::size_t mostSamples)
{
    QSqlQuery query(database());
    if (!run(query, u"SELECT id, source, name FROM series WHERE target = ? ORDER BY id"_s, bindable(target)))
        return sqlFailure(m_path, query.lastError());
    std::vector<StoredSource> sources;
    while (query.next()) {
        const qint64 id = query.value(0).toLongLong();
        const auto offset = loadSeries(id, Offset, mostSamples);
        const auto jitter = loadSeries(id, Jitter, mostSamples);
        if (!offset || !jitter)
            return tl::unexpected(offset ? jitter.error() : offset.error());
        sources.push_back({query.value(1).toString(), query.value(2).toString(), *offset, *jitter});
    }
    return sources;
}

Result<void> HistoryStore::trim(const Retention &retention, double now)
{
    QSqlQuery query(database());
    const auto oldestBucket = static_cast<qint64>(std::floor((now - retention.seconds) / ColumnWidth));
    bool good = run(query, u"DELETE FROM sample WHERE at < ?"_s, now - retention.rawSeconds) &&
                run(query, u"DELETE FROM rollup WHERE bucket < ?"_s, oldestBucket);
    good = good && query.exec(u"DELETE FROM series WHERE id NOT IN (SELECT series FROM sample) AND id NOT IN "
                              "(SELECT series FROM rollup)"_s);
    while (good && bytes() > retention.bytes) {
        good = run(query,
                   u"DELETE FROM sample WHERE number IN (SELECT number FROM sample ORDER BY number "
                   "LIMIT ?)"_s,
                   RowsForgottenAtOnce);
        if (query.numRowsAffected() <= 0)
            break;
    }
    return good ? Result<void>{} : sqlFailure(m_path, query.lastError());
}

// What is in use: freed pages are filled again before the file grows.
qint64 HistoryStore::bytes() const
{
    QSqlQuery query(database());
    const auto number = [&query](const QString &pragma) {
        return query.exec(u"PRAGMA "_s + pragma) && query.next() ? query.value(0).toLongLong() : 0;
    };
    return (number(u"page_count"_s) - number(u"freelist_count"_s)) * number(u"page_size"_s);
}

} // namespace noonmark::monitor
