// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/seriesstatistics.h"

#include <QtTest>

#include <cmath>

using namespace noonmark::monitor;

class TestSeriesStatistics : public QObject
{
    Q_OBJECT

private slots:
    void nothingOfNothing();
    void ofTheVisibleRangeOnly();
    void percentilesAreMeasuredValues();
    void allanDeviationOfKnownPhase();
    void constantFrequencyHasNoAllanDeviation();
    void gapsAreNotTakenForMotion();
};

void TestSeriesStatistics::nothingOfNothing()
{
    QVERIFY(!statisticsOf(Series(), 0, 100));
    Series one;
    one.append({10, 3, 0});
    QVERIFY(!statisticsOf(one, 11, 12));
    QVERIFY(!statisticsOf(one, 0, 20)->allan);
}

void TestSeriesStatistics::ofTheVisibleRangeOnly()
{
    Series series;
    for (int i = 0; i < 10; ++i)
        series.append({1.0 * i, i == 9 ? 1000.0 : i % 2 == 0 ? 3.0 : -1.0, 0});
    const auto found = statisticsOf(series, 1, 8);
    QCOMPARE(found->count, std::size_t{8});
    QCOMPARE(found->mean, 1.0);
    QCOMPARE(found->rms, std::sqrt(5.0));
}

void TestSeriesStatistics::percentilesAreMeasuredValues()
{
    Series series;
    for (int i = 1; i <= 200; ++i)
        series.append({1.0 * i, i % 2 == 0 ? 1.0 * i : -1.0 * i, 0});
    const auto found = statisticsOf(series, 0, 1000);
    QCOMPARE(found->percentile95, 190.0);
    QCOMPARE(found->percentile99, 198.0);
}

void TestSeriesStatistics::allanDeviationOfKnownPhase()
{
    // Phase +a, -a, +a ... : every second difference is 4a, so sigma = 4a / (tau sqrt 2).
    Series series;
    for (int i = 0; i < 100; ++i)
        series.append({16.0 * i, i % 2 == 0 ? 1e-3 : -1e-3, 0});
    const auto allan = statisticsOf(series, 0, 1e6)->allan;
    QCOMPARE(allan->interval, 16.0);
    QVERIFY(std::abs(allan->deviation - 4e-3 / 16 / std::sqrt(2.0)) < 1e-9);
}

void TestSeriesStatistics::constantFrequencyHasNoAllanDeviation()
{
    Series series;
    for (int i = 0; i < 100; ++i)
        series.append({64.0 * i, 1e-5 * i, 0});
    QVERIFY(statisticsOf(series, 0, 1e6)->allan->deviation < 1e-12);
}

void TestSeriesStatistics::gapsAreNotTakenForMotion()
{
    Series series;
    for (int i = 0; i < 50; ++i)
        series.append({64.0 * i, 1e-5 * i, 0});
    for (int i = 0; i < 50; ++i)
        series.append({1e5 + 64.0 * i, 1e-5 * i, 0});
    QVERIFY(statisticsOf(series, 0, 1e6)->allan->deviation < 1e-12);
}

QTEST_APPLESS_MAIN(TestSeriesStatistics)
#include "tst_seriesstatistics.moc"
