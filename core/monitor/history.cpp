// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/history.h"

#include "core/monitor/recenthistory.h"

#include <QDateTime>
#include <QLockFile>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr int FlushMilliseconds = 1000;
constexpr double TrimInterval = 3600;       // seconds
constexpr std::size_t MostWaiting = 50'000; // when the disk does not take them: the oldest are given up

double nowSeconds()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

} // namespace

// The half that lives in the writing thread; reports by calls queued to the History, which outlives it.
class History::Worker : public QObject
{
public:
    Worker(History &history, const QString &path, const Retention &retention)
        : m_history(history)
        , m_store(path)
        , m_lock(path + u".lock"_s)
        , m_retention(retention)
    {
        m_lock.setStaleLockTime(0); // held as long as its program lives
    }

    void open()
    {
        const auto opened = m_store.open();
        m_isOpen = opened.has_value();
        if (!opened)
            tell(opened.error());
        else if (!opened->setAside.isEmpty())
            report([name = opened->setAside](History &history) { emit history.setAside(name); });
    }

    void write(const std::vector<StoredSample> &samples)
    {
        if (!m_isOpen || samples.empty() || !mayWrite())
            return;
        m_waiting.insert(m_waiting.end(), samples.begin(), samples.end());
        const auto written = m_store.write(m_waiting);
        if (!written) {
            if (m_waiting.size() > MostWaiting)
                m_waiting.erase(m_waiting.begin(), m_waiting.end() - MostWaiting);
            tell(written.error());
            return;
        }
        m_waiting.clear();
        m_hasTold = false;
        trim();
    }

    void load(const QString &target)
    {
        if (!m_isOpen)
            return;
        const auto sources = m_store.load(target, Series::DayAtFourSeconds);
        if (!sources)
            tell(sources.error());
        else
            report([target, found = *sources](History &history) { history.take(target, found); });
    }

private:
    bool mayWrite() { return m_lock.isLocked() || m_lock.tryLock(0); }

    void trim()
    {
        const double now = nowSeconds();
        if (now - m_trimmedAt < TrimInterval && now >= m_trimmedAt)
            return;
        m_trimmedAt = now;
        if (const auto trimmed = m_store.trim(m_retention, now); !trimmed)
            tell(trimmed.error());
    }

    void tell(const Error &error)
    {
        if (std::exchange(m_hasTold, true))
            return;
        report([error](History &history) { emit history.failed(error); });
    }

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
    double m_trimmedAt = 0;
    bool m_isOpen = false;
    bool m_hasTold = false;
};

void History::ThreadEnder::operator()(QThread *thread) const
{
    thread->quit();
    thread->wait();
    std::default_delete<QThread>()(thread);
}

History::History(const QString &path, QObject *parent, const Retention &retention)
    : QObject(parent)
    , m_worker(new Worker(*this, path, retention))
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
    // Waited for: a thread that ends does not look at what is still in its queue.
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, samples = std::exchange(m_waiting, {})] { worker->write(samples); },
        Qt::BlockingQueuedConnection);
}

void History::load(const QString &target)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, target] { worker->load(target); });
}

void History::take(const QString &target, const std::vector<StoredSource> &sources)
{
    // Shown again, the last sample from the disk must not be taken for a new one.
    for (const StoredSource &source : sources) {
        double &kept = m_kept[target + u'\n' + source.key];
        if (!source.offset.samples.empty())
            kept = std::max(kept, source.offset.samples.back().time);
    }
    emit loaded(target, sources);
}

void History::keep(const QString &target, const RecentHistory &history)
{
    const auto &system = history.systemOffset()->samples();
    if (!system.empty())
        keepSeries({target, {}, {}, system.back(), 0});
    for (const SourceHistory &source : history.sources()) {
        const auto &offsets = source.offset->samples();
        const auto &jitters = source.jitter->samples();
        if (!offsets.empty())
            keepSeries({target, source.key, source.name, offsets.back(),
                        jitters.empty() ? 0.0 : jitters.back().value});
    }
}

void History::keepSeries(const StoredSample &latest)
{
    double &kept = m_kept[latest.target + u'\n' + latest.source];
    if (latest.offset.time <= kept)
        return;
    kept = latest.offset.time;
    m_waiting.push_back(latest);
}

void History::flush()
{
    if (m_waiting.empty())
        return;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, samples = std::exchange(m_waiting, {})] { worker->write(samples); });
}

} // namespace noonmark::monitor
