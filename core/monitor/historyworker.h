// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/history.h"

#include <QLockFile>
#include <QObject>

namespace noonmark::monitor {

// The half of History that lives in the writing thread; reports by calls queued to the History, which outlives
// it.
class HistoryWorker : public QObject
{
    Q_OBJECT

public:
    HistoryWorker(History &history, const QString &path, const Retention &retention);

    void open();
    void write(const std::vector<StoredSample> &samples, const std::vector<JournalEntry> &entries);
    void load(const QString &target);
    void loadJournal();
    void import(const QString &target, const QStringList &files);
    void setRetention(const Retention &retention);

private:
    [[nodiscard]] bool mayWrite() { return m_lock.isLocked() || m_lock.tryLock(0); }
    void writeSamples(const std::vector<StoredSample> &samples);
    void writeEntries(const std::vector<JournalEntry> &entries);
    void trim();
    void tell(const Error &error);

    template <typename Deed> void report(Deed deed)
    {
        QMetaObject::invokeMethod(&m_history,
                                  [&history = m_history, deed = std::move(deed)] { deed(history); });
    }

    History &m_history;
    HistoryStore m_store;
    QLockFile m_lock;
    Retention m_retention;
    std::vector<StoredSample> m_waiting; // of writes that failed
    std::vector<JournalEntry> m_waitingEntries;
    double m_trimmedAt = 0;
    bool m_isOpen = false;
    bool m_hasTold = false;
};

} // namespace noonmark::monitor
