// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/historyworker.h"

#include <QDateTime>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr double TrimInterval = 3600;       // seconds
constexpr std::size_t MostWaiting = 50'000; // when the disk does not take them: the oldest are given up

double nowSeconds()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

template <typename Item> void gather(std::vector<Item> &waiting, const std::vector<Item> &more)
{
    waiting.insert(waiting.end(), more.begin(), more.end());
    if (waiting.size() > MostWaiting)
        waiting.erase(waiting.begin(), waiting.end() - static_cast<std::ptrdiff_t>(MostWaiting));
}

} // namespace

HistoryWorker::HistoryWorker(History &history, const QString &path, const Retention &retention)
    : m_history(history)
    , m_store(path)
    , m_lock(path + u".lock"_s)
    , m_retention(retention)
{
    m_lock.setStaleLockTime(0); // held as long as its program lives
}

void HistoryWorker::open()
{
    const auto opened = m_store.open();
    m_isOpen = opened.has_value();
    if (!opened)
        tell(opened.error());
    else if (!opened->setAside.isEmpty())
        report([name = opened->setAside](History &history) { emit history.setAside(name); });
}

void HistoryWorker::write(const std::vector<StoredSample> &samples, const std::vector<JournalEntry> &entries)
{
    if (!m_isOpen || !mayWrite())
        return;
    if (!entries.empty())
        writeEntries(entries);
    if (!samples.empty())
        writeSamples(samples);
}

void HistoryWorker::writeSamples(const std::vector<StoredSample> &samples)
{
    gather(m_waiting, samples);
    if (const auto written = m_store.write(m_waiting); !written)
        return tell(written.error());
    m_waiting.clear();
    m_hasTold = false;
    trim();
}

void HistoryWorker::writeEntries(const std::vector<JournalEntry> &entries)
{
    gather(m_waitingEntries, entries);
    if (const auto written = m_store.writeEntries(m_waitingEntries); !written)
        return tell(written.error());
    m_waitingEntries.clear();
}

void HistoryWorker::load(const QString &target)
{
    if (!m_isOpen)
        return;
    // Each source by itself, so that the window takes them between two frames.
    const auto pass = [this, &target](StoredSource source) {
        report([target, found = std::move(source)](History &history) { history.take(target, found); });
    };
    auto read = m_store.loadColumns(target, pass);
    if (read)
        read = m_store.load(target, Series::DayAtFourSeconds, pass);
    if (!read)
        tell(read.error());
    report([target](History &history) { emit history.loadedAll(target); });
}

void HistoryWorker::loadJournal()
{
    if (!m_isOpen)
        return;
    const auto entries = m_store.loadEntries(Journal::Most);
    if (!entries)
        return tell(entries.error());
    report([found = *entries](History &history) { emit history.journalLoaded(found); });
}

void HistoryWorker::import(const QString &target, const QStringList &files)
{
    Imported all;
    for (const QString &file : files) {
        const auto result = importStatistics(m_store, target, file);
        if (!result) {
            m_hasTold = false; // somebody asked for it
            tell(result.error());
            continue;
        }
        all += *result;
    }
    report([target, all](History &history) { emit history.imported(target, all); });
}

void HistoryWorker::setRetention(const Retention &retention)
{
    m_retention = retention;
    m_trimmedAt = 0;
}

void HistoryWorker::trim()
{
    const double now = nowSeconds();
    if (now - m_trimmedAt < TrimInterval && now >= m_trimmedAt)
        return;
    m_trimmedAt = now;
    if (const auto trimmed = m_store.trim(m_retention, now); !trimmed)
        tell(trimmed.error());
}

void HistoryWorker::tell(const Error &error)
{
    if (std::exchange(m_hasTold, true))
        return;
    report([error](History &history) { emit history.failed(error); });
}

} // namespace noonmark::monitor
