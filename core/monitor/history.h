// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/historystore.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace noonmark::monitor {

class RecentHistory;

// Keeps measurements over restarts: gathers them for a second and hands them to a thread that writes. Of
// several windows on one file the first one writes, the others read.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(const QString &path, QObject *parent = nullptr, const Retention &retention = {});
    ~History() override;

    // What was measured since the last call, by this target.
    void keep(const QString &target, const RecentHistory &history);
    // loaded() follows.
    void load(const QString &target);

signals:
    void loaded(const QString &target, const std::vector<noonmark::monitor::StoredSource> &sources);
    // The history could not be read; it lies beside the new one under this name.
    void setAside(const QString &path);
    void failed(const noonmark::Error &error); // told once until writing succeeds again

private:
    class Worker;
    struct ThreadEnder
    {
        void operator()(QThread *thread) const;
    };

    void take(const QString &target, const std::vector<StoredSource> &sources);
    void keepSeries(const StoredSample &latest);
    void flush();

    Worker *m_worker; // lives and dies in the thread
    std::unique_ptr<QThread, ThreadEnder> m_thread;
    std::vector<StoredSample> m_waiting;
    QHash<QString, double> m_kept; // time of the last sample by target and source
    QTimer m_timer;
};

} // namespace noonmark::monitor
