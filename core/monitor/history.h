// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/historyfiles.h"
#include "core/monitor/historystore.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>

#include <memory>

namespace noonmark::monitor {

class HistoryWorker;
class RecentHistory;

// Keeps measurements and journal over restarts: gathers them for a second and hands them to a thread that
// writes. Of several windows on one file the first one writes, the others read.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(const QString &path, QObject *parent = nullptr, const Retention &retention = {});
    ~History() override;

    // What was measured since the last call, by this target.
    void keep(const QString &target, const RecentHistory &history);
    void keep(const JournalEntry &entry);
    // loaded() follows, for each source twice: soon in columns, then with its samples; loadedAll() ends it.
    void load(const QString &target);
    void loadJournal(); // journalLoaded() follows
    // ntpd's loopstats and peerstats of the past; imported() follows.
    void import(const QString &target, const QStringList &files);
    void setRetention(const Retention &retention);

    // Where this user's history lies.
    [[nodiscard]] static QString usualPath();

signals:
    void loaded(const QString &target, const noonmark::monitor::StoredSource &source);
    void loadedAll(const QString &target);
    void journalLoaded(const std::vector<noonmark::monitor::JournalEntry> &entries);
    void imported(const QString &target, const noonmark::monitor::Imported &result);
    // The history could not be read; it lies beside the new one under this name.
    void setAside(const QString &path);
    void failed(const noonmark::Error &error); // told once until writing succeeds again

private:
    friend class HistoryWorker;
    struct ThreadEnder
    {
        void operator()(QThread *thread) const;
    };

    void take(const QString &target, const StoredSource &source);
    void keepLatest(const QString &target, const SourceHistory &source);
    void flush();

    HistoryWorker *m_worker; // lives and dies in the thread
    std::unique_ptr<QThread, ThreadEnder> m_thread;
    std::vector<StoredSample> m_waiting;
    std::vector<JournalEntry> m_waitingEntries;
    QHash<QString, double> m_kept; // time of the last sample by target and source
    QTimer m_timer;
};

} // namespace noonmark::monitor
