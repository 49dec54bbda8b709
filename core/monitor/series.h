// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace noonmark::monitor {

// One measurement: seconds since 1970, the value, and how far it may be off (0 = unknown).
struct Sample
{
    double time = 0;
    double value = 0;
    double error = 0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

// What falls on one pixel column of a chart.
struct Column
{
    double firstTime = 0;
    double lastTime = 0;
    double first = 0;
    double last = 0;
    double lowest = 0;
    double highest = 0;
    double error = 0; // the largest
    double sum = 0;
    std::size_t count = 0;

    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
    friend bool operator==(const Column &, const Column &) = default;
};

// A history of one quantity that can be drawn at any width in time proportional to the width: the samples in
// order, and above them levels of buckets that know their extremes, each four times as coarse as the one
// below. 33 bytes a sample, nothing of it in spare room. Bounded: when `capacity` is exceeded by a quarter,
// the oldest samples become columns of the past; of those the oldest are forgotten.
class Series
{
public:
    static constexpr std::size_t DayAtFourSeconds = 21'600;
    static constexpr double PastColumn = 1024;    // seconds
    static constexpr std::size_t MostPast = 8192; // three months

    explicit Series(std::size_t capacity = DayAtFourSeconds);

    // Samples come in order of time; one that does not come later than the last is not taken (the system's
    // clock was set back: what was measured stays as it was measured).
    bool append(const Sample &sample);

    // What was before the samples: columns of the past, in order of time, and samples of which those that are
    // not older than what is here are left out. Drawn like everything else, but as coarse as they are.
    void putBefore(std::vector<Column> columns, const std::vector<Sample> &samples);
    // Of the oldest thing that can be drawn; 0 if there is nothing.
    [[nodiscard]] double firstTime() const;

    [[nodiscard]] const std::deque<Sample> &samples() const { return m_samples; }
    [[nodiscard]] bool empty() const { return m_samples.empty(); }
    // Changes whenever what can be drawn does.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    // The samples of [from, to], at most about one column per pixel, and one more on each side so that a line
    // can leave the view. No extreme is lost, and none is moved by more than a pixel.
    [[nodiscard]] std::vector<Column> columns(double from, double to, int widthPixels) const;
    // The sample nearest to a moment, but none farther away than `reach` seconds.
    [[nodiscard]] std::optional<Sample> nearest(double time, double reach) const;

private:
    // A run of samples; what a Column is, without what is not needed at rest.
    struct Bucket
    {
        double firstTime = 0;
        double lastTime = 0;
        double sum = 0;
        float first = 0;
        float last = 0;
        float lowest = 0;
        float highest = 0;
        float error = 0;
    };
    struct Level
    {
        unsigned shift = 0; // 2 to this power samples are in each bucket; the last one may still be filling
        std::deque<Bucket> buckets;

        [[nodiscard]] std::size_t samples() const { return std::size_t{1} << shift; }
        [[nodiscard]] bool beginsAt(std::size_t index) const { return (index & (samples() - 1)) == 0; }
        [[nodiscard]] const Bucket &at(std::size_t index) const { return buckets[index >> shift]; }
    };

    void addToLevels(const Sample &sample, std::size_t index);
    void rebuildLevels();
    void forgetOldest();
    // The level of the coarsest bucket that begins with this sample, ends before `end` and is no wider than a
    // pixel; -1 if there is none. Looks from `likely` on, which is what the bucket before had.
    [[nodiscard]] int levelAt(std::size_t index, std::size_t end, double widest, int likely) const;

    std::size_t m_capacity;
    std::uint64_t m_revision = 0;
    std::vector<Column> m_past; // before the first sample
    std::deque<Sample> m_samples;
    std::vector<Level> m_levels;
};

} // namespace noonmark::monitor
