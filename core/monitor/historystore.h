// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/monitor/journal.h"
#include "core/monitor/recenthistory.h"

#include <QHash>
#include <QString>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QSqlDatabase;
class QSqlQuery;

namespace noonmark::monitor {

// One measurement on its way to the disk, or from it.
struct StoredSample
{
    QString target; // "" = the engine inside
    QString source; // the key of RecentHistory; "" = the system
    QString name;
    double at = 0; // seconds since 1970
    Values values;
    double error = 0; // of the offset
};

// What the disk remembers of one source: of each quantity every sample of late, and columns before them.
struct StoredSource
{
    QString key;
    QString name;
    RecentHistory::Pasts pasts;
};

struct Retention
{
    double rawSeconds = 35.0 * 86400;   // after that only the columns stay
    double seconds = 400.0 * 86400;     // after that nothing does
    qint64 bytes = 512LL * 1024 * 1024; // the oldest samples go first
    qint64 entries = 50'000;            // of the journal
};

// Which samples to read: of one target or of all, within [from, to].
struct HistoryRange
{
    std::optional<QString> target;
    double from = -std::numeric_limits<double>::infinity();
    double to = std::numeric_limits<double>::infinity();
};

// Measurements and journal on disk: SQLite with a write-ahead log, so that what was committed survives
// whatever ends the program. Belongs to one thread. Samples are numbered as they come: the numbers go on when
// the clock is set back.
class HistoryStore
{
public:
    // A file that cannot be read as a history is set aside under another name, and a new one begun.
    struct Opened
    {
        QString setAside; // the name of the unreadable file; "" = all was well
    };

    explicit HistoryStore(QString path);
    ~HistoryStore();
    HistoryStore(const HistoryStore &) = delete;
    HistoryStore &operator=(const HistoryStore &) = delete;

    [[nodiscard]] Result<Opened> open();
    // All of them or none.
    [[nodiscard]] Result<void> write(const std::vector<StoredSample> &samples);
    // The same, without those whose moment is known already. Returns how many were new.
    [[nodiscard]] Result<qint64> import(const std::vector<StoredSample> &samples);

    // What is known of a target, source by source: in columns only, which takes no time, or with the samples.
    using TakeSource = std::function<void(StoredSource)>;
    [[nodiscard]] Result<void> loadColumns(const QString &target, const TakeSource &take);
    [[nodiscard]] Result<void> load(const QString &target, std::size_t mostSamples, const TakeSource &take);
    // Every sample of the range in the order of time.
    [[nodiscard]] Result<qint64> visit(const HistoryRange &range,
                                       const std::function<void(const StoredSample &)> &take);

    [[nodiscard]] Result<void> writeEntries(const std::vector<JournalEntry> &entries);
    // The newest, in the order they happened, numbered by the disk.
    [[nodiscard]] Result<std::vector<JournalEntry>> loadEntries(std::size_t most);

    // Forgets what is older than `now` allows, or too much.
    [[nodiscard]] Result<void> trim(const Retention &retention, double now);
    [[nodiscard]] qint64 bytes() const;

    static constexpr double ColumnWidth = Series::PastColumn;

private:
    struct Statements;
    struct KnownSeries
    {
        qint64 id = 0;
        QString name;
    };
    using Stored = std::pair<qint64, StoredSource>; // with the number of its series

    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> bringUpToDate();
    [[nodiscard]] Result<void> upgrade();
    [[nodiscard]] Result<void> makeTables();
    void check(); // sets m_isDamaged
    [[nodiscard]] Result<QString> setAside();
    void close();
    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] Result<void> within(const std::function<Result<void>()> &deeds); // one transaction
    [[nodiscard]] Result<qint64> seriesOf(const StoredSample &sample);
    [[nodiscard]] Result<bool> isKnown(const StoredSample &sample);
    [[nodiscard]] Result<void> writeOne(const StoredSample &sample);
    [[nodiscard]] Result<std::vector<Stored>> sourcesOf(const QString &target);
    [[nodiscard]] Result<void> readColumns(Stored &source, double before);
    [[nodiscard]] Result<void> readSamples(Stored &source, std::size_t most);
    [[nodiscard]] tl::unexpected<Error> failure(const QSqlQuery &query);

    QString m_path;
    QString m_connection; // its name in Qt's list
    bool m_isDamaged = false;
    std::unique_ptr<Statements> m_statements;
    QHash<QString, KnownSeries> m_series; // by target and source
};

} // namespace noonmark::monitor
