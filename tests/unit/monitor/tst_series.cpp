// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/monitor/series.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using noonmark::Random;
using noonmark::monitor::Column;
using noonmark::monitor::Sample;
using noonmark::monitor::Series;

namespace {

constexpr std::uint64_t Seed = 20261120;

// Irregular like the answers of a source: mostly 16 s apart, now and then a gap, spikes among noise.
Series noisy(Random &random, std::size_t count)
{
    Series series(count);
    double time = 1.79e9;
    for (std::size_t i = 0; i < count; ++i) {
        time += random.below(200) == 0 ? 3000 : 1 + 30 * random.uniform();
        const double spike = random.below(97) == 0 ? 0.05 : 0;
        series.append(
            {time, 1e-3 * std::sin(time / 5000) + 1e-4 * random.uniform() + spike, random.uniform()});
    }
    return series;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private slots:
    void columnsAgreeWithBruteForceOnRandomViews();
    void columnsOfAFewSamplesAreTheSamples();
    void lineReachesBeyondBothEdges();
    void amountOfColumnsIsBoundedByTheWidth();
    void oldestBecomeColumnsOfThePast();
    void earlierRunIsPutBefore();
    void refusesTimeThatRunsBackwardAndNumbersThatAreNone();
    void nearestKeepsWithinReach();
    void emptyViewGivesNothing();
};

void TestSeries::columnsAgreeWithBruteForceOnRandomViews()
{
    qInfo("seed %llu", static_cast<unsigned long long>(Seed));
    Random random = Random::fromNumber(Seed);
    const Series series = noisy(random, 20'000);
    const auto &samples = series.samples();
    const double begin = samples.front().time;
    const double all = samples.back().time - begin;
    for (int round = 0; round < 400; ++round) {
        const double span = all * std::pow(10.0, -3.0 * random.uniform());
        const double from = begin + (all - span) * random.uniform();
        const int width = 50 + static_cast<int>(random.below(1500));
        const double pixel = span / width;
        const auto columns = series.columns(from, from + span, width);
        std::size_t counted = 0;
        for (const Column &column : columns) {
            // The very samples of this column, found again by their times.
            const auto first = std::ranges::find(samples, column.firstTime, &Sample::time);
            QVERIFY(first != samples.end());
            QVERIFY(samples.end() - first >= static_cast<std::ptrdiff_t>(column.count));
            const auto end = first + static_cast<std::ptrdiff_t>(column.count);
            QCOMPARE(std::prev(end)->time, column.lastTime);
            const auto [low, high] = std::minmax_element(
                first, end, [](const Sample &a, const Sample &b) { return a.value < b.value; });
            // Buckets round to seven figures.
            QCOMPARE(float(column.lowest), float(low->value));
            QCOMPARE(float(column.highest), float(high->value));
            QCOMPARE(float(column.first), float(first->value));
            QCOMPARE(float(column.last), float(std::prev(end)->value));
            QVERIFY2(column.lastTime - column.firstTime <= 2 * pixel,
                     "an extreme moved by more than a pixel");
            counted += column.count;
        }
        const auto inView = std::ranges::count_if(
            samples, [&](const Sample &s) { return s.time >= from && s.time <= from + span; });
        QVERIFY2(counted >= static_cast<std::size_t>(inView), "a sample of the view is in no column");
        QVERIFY(std::ranges::is_sorted(columns, {}, &Column::firstTime));
    }
}

void TestSeries::columnsOfAFewSamplesAreTheSamples()
{
    Series series;
    QVERIFY(series.append({100, 1, 0.5}));
    QVERIFY(series.append({164, -2, 0.25}));
    const auto columns = series.columns(0, 200, 400);
    QCOMPARE(columns.size(), std::size_t{2});
    QCOMPARE(columns[0], (Column{100, 100, 1, 1, 1, 1, 0.5, 1, 1}));
    QCOMPARE(columns[1], (Column{164, 164, -2, -2, -2, -2, 0.25, -2, 1}));
}

void TestSeries::lineReachesBeyondBothEdges()
{
    Series series;
    for (int i = 0; i < 10; ++i)
        series.append({100.0 * i, 1.0 * i, 0});
    const auto columns = series.columns(350, 450, 1000);
    QCOMPARE(columns.size(), std::size_t{3});
    QCOMPARE(columns.front().firstTime, 300.0);
    QCOMPARE(columns.back().firstTime, 500.0);
}

void TestSeries::amountOfColumnsIsBoundedByTheWidth()
{
    Random random = Random::fromNumber(Seed);
    const Series series = noisy(random, 20'000);
    const double begin = series.samples().front().time;
    const double end = series.samples().back().time;
    for (const int width : {1, 10, 333, 1600})
        QVERIFY(series.columns(begin, end, width).size() <= static_cast<std::size_t>(width) + 2);
}

void TestSeries::oldestBecomeColumnsOfThePast()
{
    Series series(1000);
    series.append({0.5, 99, 0});
    for (int i = 1; i <= 1250; ++i)
        series.append({1.0 * i, 1, 0});
    QCOMPARE(series.samples().size(), std::size_t{1000});
    for (const int width : {1, 5, 5000}) {
        double highest = 0;
        std::size_t count = 0;
        for (const Column &column : series.columns(0, 1300, width)) {
            highest = std::max(highest, column.highest);
            count += column.count;
        }
        QCOMPARE(highest, 99.0);
        QCOMPARE(count, std::size_t{1251}); // each sample once, whatever the zoom
    }
    QCOMPARE(series.firstTime(), 0.5);
}

void TestSeries::earlierRunIsPutBefore()
{
    Series series;
    series.append({10'000, 1, 0});
    const Column past{2000, 3000, 5, 6, -7, 8, 0, 50, 10};
    const Column late{9999, 10'001, 5, 6, -7, 80, 0, 50, 10};
    series.putBefore({late, past}, {{8000, 2, 0}, {9000, 3, 0}, {10'000, 4, 0}, {11'000, 4, 0}});
    QCOMPARE(series.samples().size(), std::size_t{3}); // what is here already is not taken again
    QCOMPARE(series.samples().front(), (Sample{8000, 2, 0}));
    QCOMPARE(series.samples().back(), (Sample{10'000, 1, 0}));
    for (const int width : {3, 30'000}) {
        std::size_t count = 0;
        double highest = 0;
        for (const Column &column : series.columns(0, 20'000, width)) {
            count += column.count;
            highest = std::max(highest, column.highest);
        }
        QCOMPARE(count, std::size_t{13});
        QCOMPARE(highest, 8.0); // the column that overlaps the samples is left out
    }
    QVERIFY(series.append({10'001, 1, 0}));
}

void TestSeries::refusesTimeThatRunsBackwardAndNumbersThatAreNone()
{
    Series series;
    QVERIFY(series.append({10, 1, 0}));
    QVERIFY(!series.append({10, 2, 0}));
    QVERIFY(!series.append({9, 2, 0}));
    QVERIFY(!series.append({11, std::numeric_limits<double>::quiet_NaN(), 0}));
    QVERIFY(!series.append({std::numeric_limits<double>::infinity(), 1, 0}));
    QCOMPARE(series.samples().size(), std::size_t{1});
}

void TestSeries::nearestKeepsWithinReach()
{
    Series series;
    series.append({10, 1, 0});
    series.append({20, 2, 0});
    QCOMPARE(series.nearest(13, 5)->value, 1.0);
    QCOMPARE(series.nearest(17, 5)->value, 2.0);
    QVERIFY(!series.nearest(40, 5));
    QVERIFY(!Series().nearest(0, 1e9));
}

void TestSeries::emptyViewGivesNothing()
{
    Series series;
    series.append({10, 1, 0});
    QVERIFY(series.columns(20, 20, 100).empty());
    QVERIFY(series.columns(20, 10, 100).empty());
    QVERIFY(series.columns(0, 20, 0).empty());
    QVERIFY(Series().columns(0, 20, 100).empty());
}

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
