// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/series.h"

#include <algorithm>
#include <cmath>

namespace noonmark::monitor {

namespace {

// Four times the shortest usual interval, so that the lowest level is worth its memory; the coarsest bucket
// is 4.5 hours.
constexpr double FinestBucket = 16;
constexpr int Levels = 6;

Column columnOf(const Sample &sample)
{
    return {sample.time,  sample.time,  sample.value,
            sample.value, sample.value, sample.value,
            sample.error, sample.value, 1};
}

void merge(Column &into, const Column &later)
{
    into.lastTime = later.lastTime;
    into.last = later.last;
    into.lowest = std::min(into.lowest, later.lowest);
    into.highest = std::max(into.highest, later.highest);
    into.error = std::max(into.error, later.error);
    into.sum += later.sum;
    into.count += later.count;
}

// Gathers columns that fall on the same pixel.
class PixelGatherer
{
public:
    PixelGatherer(double from, double secondsPerPixel)
        : m_from(from)
        , m_secondsPerPixel(secondsPerPixel)
    {}

    void add(const Column &column)
    {
        const double middle = (column.firstTime + column.lastTime) / 2;
        const double pixel = std::floor((middle - m_from) / m_secondsPerPixel);
        if (!m_columns.empty() && pixel == m_pixel)
            merge(m_columns.back(), column);
        else
            m_columns.push_back(column);
        m_pixel = pixel;
    }

    [[nodiscard]] std::vector<Column> take() { return std::move(m_columns); }

private:
    double m_from;
    double m_secondsPerPixel;
    double m_pixel = 0;
    std::vector<Column> m_columns;
};

double timeOf(const Sample &sample)
{
    return sample.time;
}

} // namespace

Series::Series(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 4))
{
    double width = FinestBucket;
    for (int i = 0; i < Levels; ++i, width *= 4)
        m_levels.push_back({width, {}});
}

bool Series::append(const Sample &sample)
{
    const bool comparable = std::isfinite(sample.time) && std::isfinite(sample.value);
    if (!comparable || (!m_samples.empty() && sample.time <= m_samples.back().time))
        return false;
    m_samples.push_back(sample);
    addToLevels(columnOf(sample), 0);
    if (m_samples.size() > m_capacity + m_capacity / 4)
        forgetOldest();
    return true;
}

void Series::addToLevels(const Column &column, double narrowest)
{
    for (Level &level : m_levels) {
        if (level.width < narrowest)
            continue;
        const auto index = static_cast<std::int64_t>(std::floor(column.firstTime / level.width));
        if (level.buckets.empty() || level.buckets.back().index != index)
            level.buckets.push_back({index, column});
        else
            merge(level.buckets.back().column, column);
    }
}

void Series::rebuildLevels()
{
    for (Level &level : m_levels)
        level.buckets.clear();
    for (const Column &column : m_past)
        addToLevels(column, PastColumn);
    for (const Sample &sample : m_samples)
        addToLevels(columnOf(sample), 0);
}

void Series::forgetOldest()
{
    // Rebuilt rather than trimmed: a bucket that the cut goes through would keep extremes that are gone.
    const auto surplus = static_cast<std::ptrdiff_t>(m_samples.size() - m_capacity);
    double bucket = -1;
    std::for_each(m_samples.begin(), m_samples.begin() + surplus, [this, &bucket](const Sample &sample) {
        const double index = std::floor(sample.time / PastColumn);
        if (index == bucket)
            merge(m_past.back(), columnOf(sample));
        else
            m_past.push_back(columnOf(sample));
        bucket = index;
    });
    m_samples.erase(m_samples.begin(), m_samples.begin() + surplus);
    if (m_past.size() > MostPast)
        m_past.erase(m_past.begin(), m_past.end() - static_cast<std::ptrdiff_t>(MostPast));
    rebuildLevels();
}

void Series::putBefore(std::vector<Column> columns, const std::vector<Sample> &samples)
{
    const double begin = m_samples.empty() ? HUGE_VAL : m_samples.front().time;
    std::vector<Sample> all;
    for (const Sample &sample : samples)
        if (sample.time < begin && (all.empty() || sample.time > all.back().time))
            all.push_back(sample);
    all.insert(all.end(), m_samples.begin(), m_samples.end());
    m_samples = std::move(all);
    const double first = m_samples.empty() ? HUGE_VAL : m_samples.front().time;
    std::erase_if(columns, [first](const Column &column) { return !(column.lastTime < first); });
    m_past = std::move(columns);
    std::ranges::sort(m_past, {}, &Column::firstTime);
    if (m_samples.size() > m_capacity + m_capacity / 4)
        forgetOldest();
    else
        rebuildLevels();
}

double Series::firstTime() const
{
    if (!m_past.empty())
        return m_past.front().firstTime;
    return m_samples.empty() ? 0 : m_samples.front().time;
}

const Series::Level *Series::levelFor(double secondsPerPixel) const
{
    const Level *best = nullptr;
    for (const Level &level : m_levels)
        if (level.width <= secondsPerPixel)
            best = &level;
    return best;
}

std::vector<Column> Series::columns(double from, double to, int widthPixels) const
{
    if ((m_samples.empty() && m_past.empty()) || widthPixels < 1 || !(to > from))
        return {};
    const double secondsPerPixel = (to - from) / widthPixels;
    PixelGatherer gatherer(from, secondsPerPixel);
    // One more on each side: the line must not end where the view does.
    const auto window = [from, to](const auto &items, auto firstOf, auto lastOf) {
        auto begin = std::ranges::lower_bound(items, from, {}, lastOf);
        auto end = std::upper_bound(begin, items.end(), to,
                                    [firstOf](double t, const auto &item) { return t < firstOf(item); });
        if (begin != items.begin())
            --begin;
        if (end != items.end())
            ++end;
        return std::pair(begin, end);
    };
    const auto gather = [&gatherer](const auto &range, auto columnIn) {
        std::for_each(range.first, range.second, [&](const auto &item) { gatherer.add(columnIn(item)); });
    };
    const Level *level = levelFor(secondsPerPixel);
    // The finer levels know nothing of the past: its own columns stand in.
    if (level == nullptr || level->width < PastColumn) {
        const auto first = [](const Column &c) { return c.firstTime; };
        const auto last = [](const Column &c) { return c.lastTime; };
        if (!m_past.empty() && from <= m_past.back().lastTime)
            gather(window(m_past, first, last), [](const Column &column) { return column; });
    }
    if (level != nullptr)
        gather(window(
                   level->buckets, [](const Bucket &b) { return b.column.firstTime; },
                   [](const Bucket &b) { return b.column.lastTime; }),
               [](const Bucket &bucket) { return bucket.column; });
    else
        gather(window(m_samples, timeOf, timeOf), columnOf);
    return gatherer.take();
}

std::optional<Sample> Series::nearest(double time, double reach) const
{
    const auto after = std::ranges::lower_bound(m_samples, time, {}, timeOf);
    std::optional<Sample> best;
    const auto consider = [&best, time, reach](const Sample &sample) {
        const double distance = std::abs(sample.time - time);
        if (distance <= reach && (!best || distance < std::abs(best->time - time)))
            best = sample;
    };
    if (after != m_samples.end())
        consider(*after);
    if (after != m_samples.begin())
        consider(*std::prev(after));
    return best;
}

} // namespace noonmark::monitor
