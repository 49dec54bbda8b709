// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/monitor/recenthistory.h"

#include <QString>

#include <vector>

class QSqlDatabase;

namespace noonmark::monitor {

// One measurement on its way to the disk.
struct StoredSample
{
    QString target; // "" = the engine inside
    QString source; // the key of RecentHistory; "" = the system's own offset
    QString name;
    Sample offset;
    double jitter = 0;
};

// What the disk remembers of one quantity: every sample of late, and columns before them.
using StoredSeries = RecentHistory::Past;

struct StoredSource
{
    QString key;
    QString name;
    StoredSeries offset;
    StoredSeries jitter;
};

struct Retention
{
    double rawSeconds = 35.0 * 86400;   // after that only the columns stay
    double seconds = 400.0 * 86400;     // after that nothing does
    qint64 bytes = 512LL * 1024 * 1024; // the oldest samples go first
};

// Measurements on disk: SQLite with a write-ahead log, so that what was committed survives whatever ends the
// program. Belongs to one thread. Samples are numbered as they come: the numbers go on when the clock is set
// back.
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
    [[nodiscard]] Result<std::vector<StoredSource>> load(const QString &target, std::size_t mostSamples);
    // Forgets what is older than `now` allows, or too much.
    [[nodiscard]] Result<void> trim(const Retention &retention, double now);
    [[nodiscard]] qint64 bytes() const;

    static constexpr double ColumnWidth = Series::PastColumn;

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] bool isSound() const;
    [[nodiscard]] Result<QString> setAside();
    void close();
    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] Result<qint64> seriesOf(const StoredSample &sample);
    [[nodiscard]] Result<void> writeOne(const StoredSample &sample);
    [[nodiscard]] Result<StoredSeries> loadSeries(qint64 series, int quantity, std::size_t mostSamples);

    QString m_path;
    QString m_connection; // its name in Qt's list
};

} // namespace noonmark::monitor
