// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/history.h"

#include "core/monitor/historyworker.h"
#include "core/monitor/recenthistory.h"

#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr int FlushMilliseconds = 1000;

} // namespace

void History::ThreadEnder::operator()(QThread *thread) const
{
    thread->quit();
    thread->wait();
    std::default_delete<QThread>()(thread);
}

History::History(const QString &path, QObject *parent, const Retention &retention)
    : QObject(parent)
    , m_worker(new HistoryWorker(*this, path, retention))
    , m_thread(new QThread)
{
    m_thread->setObjectName(u"history"_s);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->open(); });
    m_timer.setInterval(FlushMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &History::flush);
    m_timer.start();
}

History::~History()
{
    flush();
    // Waited for: a thread that ends does not look at what is still in its queue.
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
}

QString History::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/noonmark/history.sqlite"_s;
}

void History::load(const QString &target)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, target] { worker->load(target); });
}

void History::loadJournal()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->loadJournal(); });
}

void History::import(const QString &target, const QStringList &files)
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, target, files] { worker->import(target, files); });
}

void History::setRetention(const Retention &retention)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, retention] { worker->setRetention(retention); });
}

void History::take(const QString &target, const StoredSource &source)
{
    // Shown again, the last sample from the disk must not be taken for a new one.
    const auto &offsets = source.pasts[static_cast<std::size_t>(Quantity::Offset)].samples;
    if (!offsets.empty()) {
        double &kept = m_kept[target + u'\n' + source.key];
        kept = std::max(kept, offsets.back().time);
    }
    emit loaded(target, source);
}

void History::keep(const QString &target, const RecentHistory &history)
{
    keepLatest(target, history.system());
    for (const SourceHistory &source : history.sources())
        keepLatest(target, source);
}

void History::keep(const JournalEntry &entry)
{
    m_waitingEntries.push_back(entry);
}

void History::keepLatest(const QString &target, const SourceHistory &source)
{
    if (!source.hasMeasured())
        return;
    const Sample &latest = source.of(Quantity::Offset)->samples().back();
    double &kept = m_kept[target + u'\n' + source.key];
    if (latest.time <= kept)
        return;
    kept = latest.time;
    StoredSample sample{target, source.key, source.name, latest.time, source.lastValues, latest.error};
    sample.values[Quantity::Offset] = latest.value; // also where only the disk knew it
    m_waiting.push_back(std::move(sample));
}

void History::flush()
{
    if (m_waiting.empty() && m_waitingEntries.empty())
        return;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, samples = std::exchange(m_waiting, {}),
                   entries = std::exchange(m_waitingEntries, {})] { worker->write(samples, entries); });
}

} // namespace noonmark::monitor
