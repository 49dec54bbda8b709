// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/seriesstatistics.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace noonmark::monitor {

namespace {

// By which share of the interval a distance may differ from it.
constexpr double Evenness = 0.25;

double percentile(std::vector<double> &sizes, double share)
{
    // Nearest rank: a value that was measured, not one between two.
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sizes.size())));
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::ranges::nth_element(sizes, place);
    return *place;
}

double usualDistance(std::span<const Sample> samples)
{
    std::vector<double> distances;
    distances.reserve(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i)
        distances.push_back(samples[i].time - samples[i - 1].time);
    return percentile(distances, 0.5);
}

// From phase: sigma^2 = < (x2 - 2 x1 + x0)^2 > / (2 tau^2), of triples at even distances only.
std::optional<SeriesStatistics::Allan> allanDeviation(std::span<const Sample> samples)
{
    if (samples.size() < 3)
        return {};
    const double interval = usualDistance(samples);
    const auto isEven = [interval](const Sample &a, const Sample &b) {
        return std::abs(b.time - a.time - interval) <= Evenness * interval;
    };
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 2; i < samples.size(); ++i) {
        if (!isEven(samples[i - 2], samples[i - 1]) || !isEven(samples[i - 1], samples[i]))
            continue;
        const double bend = samples[i].value - 2 * samples[i - 1].value + samples[i - 2].value;
        sum += bend * bend;
        ++count;
    }
    if (count == 0 || !(interval > 0))
        return {};
    return SeriesStatistics::Allan{interval,
                                   std::sqrt(sum / static_cast<double>(2 * count)) / interval};
}

} // namespace

std::optional<SeriesStatistics> statisticsOf(const Series &series, double from, double to)
{
    const auto &all = series.samples();
    const auto begin = std::ranges::lower_bound(all, from, {}, &Sample::time);
    const auto end = std::upper_bound(begin, all.end(), to,
                                      [](double time, const Sample &sample) { return time < sample.time; });
    const std::vector<Sample> samples(begin, end);
    if (samples.empty())
        return {};
    SeriesStatistics result;
    result.count = samples.size();
    std::vector<double> sizes;
    sizes.reserve(samples.size());
    double sum = 0;
    double squares = 0;
    for (const Sample &sample : samples) {
        sum += sample.value;
        squares += sample.value * sample.value;
        sizes.push_back(std::abs(sample.value));
    }
    const auto count = static_cast<double>(samples.size());
    result.mean = sum / count;
    result.rms = std::sqrt(squares / count);
    result.percentile95 = percentile(sizes, 0.95);
    result.percentile99 = percentile(sizes, 0.99);
    result.allan = allanDeviation(samples);
    return result;
}

} // namespace noonmark::monitor
