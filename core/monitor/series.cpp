// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/series.h"

#include <algorithm>
#include <cmath>

namespace noonmark::monitor {

namespace {

// By number of samples, not by time: sources answer every second or every hour. The first level pays from
// eight on, and the coarsest bucket of 8192 keeps a view of a million samples to some hundred of them.
constexpr unsigned FinestShift = 3;
constexpr unsigned Levels = 6;

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
    PixelGatherer(double from, double secondsPerPixel, int pixels)
        : m_from(from)
        , m_pixelsPerSecond(1 / secondsPerPixel)
    {
        m_columns.reserve(static_cast<std::size_t>(pixels) + 2);
    }

    void add(const Column &column)
    {
        const double middle = (column.firstTime + column.lastTime) / 2;
        const double pixel = wholePixel((middle - m_from) * m_pixelsPerSecond);
        if (!m_columns.empty() && pixel == m_pixel)
            merge(m_columns.back(), column);
        else
            m_columns.push_back(column);
        m_pixel = pixel;
    }

    [[nodiscard]] std::vector<Column> take() { return std::move(m_columns); }

private:
    // What std::floor says, by a conversion where it does: the plain instruction set has no rounding
    // downwards.
    static double wholePixel(double x)
    {
        constexpr double Widest = 1 << 30;
        return x >= 0 && x < Widest ? static_cast<double>(static_cast<int>(x)) : std::floor(x);
    }

    double m_from;
    double m_pixelsPerSecond;
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
    for (unsigned i = 0; i < Levels; ++i)
        m_levels.push_back({FinestShift + 2 * i, {}});
}

bool Series::append(const Sample &sample)
{
    const bool comparable = std::isfinite(sample.time) && std::isfinite(sample.value);
    if (!comparable || (!m_samples.empty() && sample.time <= m_samples.back().time))
        return false;
    ++m_revision;
    m_samples.push_back(sample);
    addToLevels(sample, m_samples.size() - 1);
    if (m_samples.size() > m_capacity + m_capacity / 4)
        forgetOldest();
    return true;
}

void Series::addToLevels(const Sample &sample, std::size_t index)
{
    const auto value = static_cast<float>(sample.value);
    const auto error = static_cast<float>(sample.error);
    for (Level &level : m_levels) {
        if (level.beginsAt(index)) {
            level.buckets.push_back(
                {sample.time, sample.time, sample.value, value, value, value, value, error});
            continue;
        }
        Bucket &bucket = level.buckets.back();
        bucket.lastTime = sample.time;
        bucket.sum += sample.value;
        bucket.last = value;
        bucket.lowest = std::min(bucket.lowest, value);
        bucket.highest = std::max(bucket.highest, value);
        bucket.error = std::max(bucket.error, error);
    }
}

void Series::rebuildLevels()
{
    for (Level &level : m_levels)
        level.buckets.clear();
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        addToLevels(m_samples[i], i);
}

void Series::forgetOldest()
{
    ++m_revision;
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
    ++m_revision;
    const double begin = m_samples.empty() ? HUGE_VAL : m_samples.front().time;
    std::deque<Sample> all;
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

int Series::levelAt(std::size_t index, std::size_t end, double widest, int likely) const
{
    const auto fits = [&](int i) {
        const Level &level = m_levels[static_cast<std::size_t>(i)];
        if (!level.beginsAt(index) || index + level.samples() > end)
            return false;
        const Bucket &bucket = level.at(index);
        return bucket.lastTime - bucket.firstTime <= widest;
    };
    int level = likely;
    while (level >= 0 && !fits(level))
        --level;
    while (level + 1 < static_cast<int>(m_levels.size()) && fits(level + 1))
        ++level;
    return level;
}

std::vector<Column> Series::columns(double from, double to, int widthPixels) const
{
    if ((m_samples.empty() && m_past.empty()) || widthPixels < 1 || !(to > from))
        return {};
    const double secondsPerPixel = (to - from) / widthPixels;
    PixelGatherer gatherer(from, secondsPerPixel, widthPixels);
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
    if (!m_past.empty() && from <= m_past.back().lastTime) {
        const auto [begin, end] = window(
            m_past, [](const Column &c) { return c.firstTime; }, [](const Column &c) { return c.lastTime; });
        std::for_each(begin, end, [&gatherer](const Column &column) { gatherer.add(column); });
    }
    const auto [first, last] = window(m_samples, timeOf, timeOf);
    const auto end = static_cast<std::size_t>(last - m_samples.begin());
    int number = -1;
    for (auto i = static_cast<std::size_t>(first - m_samples.begin()); i < end;) {
        number = levelAt(i, end, secondsPerPixel, number);
        if (number < 0) {
            gatherer.add(columnOf(m_samples[i++]));
            continue;
        }
        const Level &level = m_levels[static_cast<std::size_t>(number)];
        const Bucket &bucket = level.at(i);
        gatherer.add({bucket.firstTime, bucket.lastTime, bucket.first, bucket.last, bucket.lowest,
                      bucket.highest, bucket.error, bucket.sum, level.samples()});
        i += level.samples();
    }
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
