// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/historystore.h"

#include "core/monitor/historystatements.h"
#include "core/monitor/journalrecord.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

// Opening, writing and forgetting; reading is in historyreading.cpp.

namespace noonmark::monitor {

namespace {

constexpr int Version = 2;
constexpr int RowsForgottenAtOnce = 2'000;
// A check of a larger file would make people wait for their charts, and after a proper end it finds nothing.
constexpr qint64 AlwaysChecked = 16LL * 1024 * 1024;

// `at` is seconds since 1970 by the clock of the moment; `number` counts up whatever that clock does.
constexpr std::array Tables{
    "CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, target TEXT NOT NULL, source TEXT NOT NULL, "
    "name TEXT NOT NULL, UNIQUE (target, source))",
    "CREATE TABLE IF NOT EXISTS sample (number INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, "
    "at REAL NOT NULL, offset REAL NOT NULL, jitter REAL NOT NULL, error REAL NOT NULL, delay REAL, "
    "dispersion REAL, reach REAL, distance REAL, frequency REAL)",
    "CREATE INDEX IF NOT EXISTS sample_of_series ON sample (series, at)",
    "CREATE TABLE IF NOT EXISTS rollup (series INTEGER NOT NULL, quantity INTEGER NOT NULL, bucket INTEGER "
    "NOT NULL, first_at REAL NOT NULL, last_at REAL NOT NULL, first REAL NOT NULL, last REAL NOT NULL, "
    "lowest REAL NOT NULL, highest REAL NOT NULL, error REAL NOT NULL, sum REAL NOT NULL, count INTEGER NOT "
    "NULL, PRIMARY KEY (series, quantity, bucket)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS journal (number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
    "record TEXT NOT NULL)",
};

// What the first version of the table did not know.
constexpr std::array AddedInTwo{"delay", "dispersion", "reach", "distance", "frequency"};

QVariant orNull(double value)
{
    return std::isfinite(value) ? QVariant(value) : QVariant(QMetaType(QMetaType::Double));
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

namespace {

// A full disk or a lock is no reason to set a history aside.
bool saysThatItIsDamaged(const QSqlError &error)
{
    constexpr int Corrupt = 11; // of SQLite; extended codes have more above
    constexpr int NoDatabase = 26;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == Corrupt || code == NoDatabase;
}

} // namespace

tl::unexpected<Error> HistoryStore::failure(const QSqlQuery &query)
{
    m_isDamaged = m_isDamaged || saysThatItIsDamaged(query.lastError());
    return failed(Failure::FileUnwritable, {m_path.toStdString(), query.lastError().text().toStdString()});
}

void HistoryStore::close()
{
    m_statements.reset();
    m_series.clear();
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
    const bool endedBadly = QFileInfo(m_path + u"-wal"_s).size() > 0;
    const bool doubtful = endedBadly || QFileInfo(m_path).size() < AlwaysChecked;
    m_isDamaged = false;
    Result<void> ready = prepare();
    if (ready && doubtful)
        check();
    if (existed && m_isDamaged) {
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
        return failed(Failure::FileUnwritable, {m_path.toStdString(), db.lastError().text().toStdString()});
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.exec(u"PRAGMA synchronous = FULL"_s))
        return failure(query);
    if (const Result<void> ready = bringUpToDate(); !ready)
        return ready;
    m_statements = std::make_unique<Statements>(db);
    return m_statements->prepare() ? Result<void>{} : failure(m_statements->sample);
}

// Writes nothing if nothing is to be done: a full disk must not keep anybody from reading.
Result<void> HistoryStore::bringUpToDate()
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failure(query);
    const int version = query.value(0).toInt();
    query.finish();
    if (version == Version)
        return {};
    return (version == 1 ? upgrade() : Result<void>{}).and_then([this] { return makeTables(); });
}

Result<void> HistoryStore::upgrade()
{
    QSqlQuery query(database());
    return within([this, &query]() -> Result<void> {
        for (const char *column : AddedInTwo)
            if (!query.exec(u"ALTER TABLE sample ADD COLUMN %1 REAL"_s.arg(QLatin1String(column))))
                return failure(query);
        return {};
    });
}

Result<void> HistoryStore::makeTables()
{
    QSqlQuery query(database());
    bool good = true;
    for (const char *table : Tables)
        good = good && query.exec(QString::fromLatin1(table));
    good = good && query.exec(u"PRAGMA user_version = %1"_s.arg(Version));
    return good ? Result<void>{} : failure(query);
}

void HistoryStore::check()
{
    QSqlQuery query(database());
    if (query.exec(u"PRAGMA quick_check(1)"_s) && query.next())
        m_isDamaged = query.value(0).toString() != u"ok"_s;
    else
        m_isDamaged = saysThatItIsDamaged(query.lastError());
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

Result<void> HistoryStore::within(const std::function<Result<void>()> &deeds)
{
    QSqlQuery query(database());
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return failure(query);
    Result<void> done = deeds();
    if (done && !query.exec(u"COMMIT"_s))
        done = failure(query);
    if (!done) {
        query.exec(u"ROLLBACK"_s);
        m_series.clear(); // their rows may have gone with it
    }
    return done;
}

Result<qint64> HistoryStore::seriesOf(const StoredSample &sample)
{
    const QString key = sample.target + u'\n' + sample.source;
    const auto known = m_series.constFind(key);
    if (known != m_series.constEnd() && known->name == sample.name)
        return known->id;
    QSqlQuery &query = m_statements->series;
    if (!runPrepared(query, bindable(sample.target), bindable(sample.source), bindable(sample.name)) ||
        !query.next())
        return failure(query);
    const qint64 id = query.value(0).toLongLong();
    query.finish();
    m_series.insert(key, {id, sample.name});
    return id;
}

Result<void> HistoryStore::writeOne(const StoredSample &sample)
{
    const Result<qint64> series = seriesOf(sample);
    if (!series)
        return tl::unexpected(series.error());
    const auto value = [&sample](Quantity quantity) { return orNull(sample.values[quantity]); };
    const auto orZero = [&sample](Quantity quantity) {
        return std::isfinite(sample.values[quantity]) ? sample.values[quantity] : 0.0;
    };
    if (!runPrepared(m_statements->sample, *series, sample.at, orZero(Quantity::Offset),
                     orZero(Quantity::Jitter), sample.error, value(Quantity::Delay),
                     value(Quantity::Dispersion), value(Quantity::Reach), value(Quantity::RootDistance),
                     value(Quantity::Frequency)))
        return failure(m_statements->sample);
    const auto bucket = static_cast<qint64>(std::floor(sample.at / ColumnWidth));
    for (std::size_t i = 0; i < QuantityCount; ++i) {
        const double here = sample.values[static_cast<Quantity>(i)];
        const double error = static_cast<Quantity>(i) == Quantity::Offset ? sample.error : 0;
        if (std::isfinite(here) && !runPrepared(m_statements->join, *series, static_cast<int>(i), bucket,
                                                sample.at, sample.at, here, here, here, here, error, here))
            return failure(m_statements->join);
    }
    return {};
}

Result<void> HistoryStore::write(const std::vector<StoredSample> &samples)
{
    return within([&]() -> Result<void> {
        for (const StoredSample &sample : samples)
            if (const Result<void> written = writeOne(sample); !written)
                return written;
        return {};
    });
}

Result<bool> HistoryStore::isKnown(const StoredSample &sample)
{
    const Result<qint64> series = seriesOf(sample);
    if (!series)
        return tl::unexpected(series.error());
    QSqlQuery &query = m_statements->known;
    if (!runPrepared(query, *series, sample.at))
        return failure(query);
    const bool known = query.next();
    query.finish();
    return known;
}

Result<qint64> HistoryStore::import(const std::vector<StoredSample> &samples)
{
    qint64 added = 0;
    const Result<void> done = within([&]() -> Result<void> {
        for (const StoredSample &sample : samples) {
            const Result<bool> known = isKnown(sample);
            if (!known)
                return tl::unexpected(known.error());
            if (*known)
                continue;
            if (const Result<void> written = writeOne(sample); !written)
                return written;
            ++added;
        }
        return {};
    });
    return done.map([added] { return added; });
}

Result<void> HistoryStore::writeEntries(const std::vector<JournalEntry> &entries)
{
    return within([&]() -> Result<void> {
        for (const JournalEntry &entry : entries)
            if (!runPrepared(m_statements->entry, entry.unixMilliseconds, QString::fromUtf8(toRecord(entry))))
                return failure(m_statements->entry);
        return {};
    });
}

Result<void> HistoryStore::trim(const Retention &retention, double now)
{
    QSqlQuery query(database());
    const auto oldestBucket = static_cast<qint64>(std::floor((now - retention.seconds) / ColumnWidth));
    bool good = run(query, u"DELETE FROM sample WHERE at < ?"_s, now - retention.rawSeconds) &&
                run(query, u"DELETE FROM rollup WHERE bucket < ?"_s, oldestBucket);
    good = good && query.exec(u"DELETE FROM series WHERE id NOT IN (SELECT series FROM sample) AND id NOT IN "
                              "(SELECT series FROM rollup)"_s);
    m_series.clear();
    const auto oldestEntry = static_cast<qint64>(1000 * (now - retention.seconds));
    good = good && run(query, u"DELETE FROM journal WHERE at < ?"_s, oldestEntry) &&
           run(query, u"DELETE FROM journal WHERE number <= (SELECT max(number) FROM journal) - ?"_s,
               retention.entries);
    while (good && bytes() > retention.bytes) {
        good = run(query,
                   u"DELETE FROM sample WHERE number IN (SELECT number FROM sample ORDER BY number "
                   "LIMIT ?)"_s,
                   RowsForgottenAtOnce);
        if (query.numRowsAffected() <= 0)
            break;
    }
    return good ? Result<void>{} : failure(query);
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
