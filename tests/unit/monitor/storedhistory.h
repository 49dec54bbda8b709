// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/history.h"
#include "core/monitor/recenthistory.h"

#include <vector>

// Samples that the tests of the history write, and what they find again.
namespace noonmark::monitor {

inline constexpr double Start = 1'790'000'000;
// The samples are of a fixed day, however long ago that is.
inline constexpr Retention Forever{.rawSeconds = 1e12, .seconds = 1e12, .bytes = 1 << 30};
inline constexpr std::size_t Everything = 1'000'000;

inline StoredSample sample(double time, double value, const QString &source = QStringLiteral("ntp1"))
{
    StoredSample result{QStringLiteral("host"), source, QStringLiteral("ntp1 (192.0.2.1)"),
                        Start + time,           {},     0.5};
    result.values[Quantity::Offset] = value;
    result.values[Quantity::Jitter] = value / 10;
    return result;
}

inline std::vector<StoredSample> run(int from, int to)
{
    std::vector<StoredSample> samples;
    for (int i = from; i < to; ++i)
        samples.push_back(sample(4.0 * i, i));
    return samples;
}

inline std::vector<StoredSource> sourcesOf(HistoryStore &store, const QString &target,
                                           std::size_t most = Everything)
{
    std::vector<StoredSource> sources;
    const auto read =
        store.load(target, most, [&sources](StoredSource source) { sources.push_back(std::move(source)); });
    return read ? sources : std::vector<StoredSource>(99);
}

// What is remembered of one quantity of the only source of the target in the tests.
struct Only
{
    QString key;
    QString name;
    RecentHistory::Past offset;
    RecentHistory::Past jitter;
    RecentHistory::Past delay;
};

inline Only only(const std::vector<StoredSource> &sources)
{
    if (sources.size() != 1)
        return {};
    const StoredSource &source = sources.front();
    return {source.key, source.name, source.pasts[0], source.pasts[1], source.pasts[2]};
}

inline Only only(HistoryStore &store, std::size_t most = Everything)
{
    return only(sourcesOf(store, QStringLiteral("host"), most));
}

// The system with one measurement, as a window hands it over.
inline RecentHistory seen(double time, double value)
{
    RecentHistory history;
    RecentHistory::Pasts pasts;
    pasts[0].samples = {{Start + time, value, 0}};
    history.putBefore({}, {}, std::move(pasts));
    return history;
}

} // namespace noonmark::monitor
