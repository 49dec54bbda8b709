// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/samplefilter.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

using News = SampleFilter::News;
using Order = SampleFilter::Order;

Instant at(double seconds)
{
    return Instant() + NtpDuration::seconds(seconds);
}

Sample sample(double offset, double delay, double seconds)
{
    return {offset, delay, 0.001, at(seconds)};
}

News add(SampleFilter &filter, const Sample &sample)
{
    return filter.add(sample, Order::LeastDelay, 64);
}

} // namespace

class SampleFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void believesTheLeastDelay()
    {
        SampleFilter filter({});
        QCOMPARE(add(filter, sample(0.005, 0.030, 0)), News::Fresh);
        QCOMPARE(add(filter, sample(0.001, 0.010, 64)), News::Fresh);
        QCOMPARE(filter.offset(), 0.001);
        QCOMPARE(add(filter, sample(0.004, 0.025, 128)), News::None);
        QCOMPARE(filter.offset(), 0.001);
        QCOMPARE(filter.delay(), 0.010);
    }

    void usesNoSampleTwice()
    {
        SampleFilter filter({});
        add(filter, sample(0.001, 0.010, 0));
        for (int i = 1; i < 8; ++i)
            QCOMPARE(add(filter, sample(0.001, 0.020, 64.0 * i)), News::None);
        // The best one leaves by the far end: an older one that was never used may come to the front, once.
        QCOMPARE(add(filter, sample(0.001, 0.015, 64.0 * 8)), News::Fresh);
    }

    void distrustsWhatIsOlderThanTheAllanIntercept()
    { // The short round trip is believed as long as the crystal's wander is less than its worth.
        SampleFilter::Settings settings;
        SampleFilter usual(settings);
        settings.allanIntercept = 8192;
        SampleFilter patient(settings);
        for (SampleFilter *filter : {&usual, &patient})
            add(*filter, sample(0.001, 0.010, 0));
        QCOMPARE(add(usual, sample(0.004, 0.030, 3000)), News::Fresh);
        QCOMPARE(usual.offset(), 0.004);
        QCOMPARE(add(patient, sample(0.004, 0.030, 3000)), News::None);
        QCOMPARE(patient.offset(), 0.001);
    }

    void emptyStagesCountSixteenSeconds()
    {
        SampleFilter filter({});
        const double known = 0.001;
        double expected = 16;
        for (int i = 0; i < 8; ++i) {
            add(filter, {0, 0.01, known, at(0)});
            expected = 0;
            for (int stage = 7; stage >= 0; --stage)
                expected = 0.5 * (expected + (stage <= i ? known : 16.0));
            QVERIFY(std::fabs(filter.dispersion() - expected) < 1e-9);
        }
        QVERIFY(filter.dispersion() < 0.0011);
    }

    void missingAnswersRaiseTheDispersion()
    {
        SampleFilter filter({});
        for (int i = 0; i < 8; ++i)
            add(filter, sample(0, 0.01, i));
        const double before = filter.dispersion();
        filter.addMissing(at(100));
        QVERIFY(filter.dispersion() > before);
        for (int i = 0; i < 8; ++i)
            filter.addMissing(at(200 + i));
        QVERIFY(filter.dispersion() > 15);
    }

    void holdsALonelySpikeBack()
    {
        SampleFilter filter({});
        for (int i = 0; i < 8; ++i)
            add(filter, sample(i % 2 ? 1e-4 : -1e-4, 0.010, 64.0 * i));
        const double before = filter.offset();
        QCOMPARE(add(filter, sample(0.5, 0.009, 64.0 * 8)), News::Popcorn);
        QCOMPARE(filter.offset(), before);
        QCOMPARE(add(filter, sample(0.5, 0.0085, 64.0 * 9)), News::Fresh); // it was no spike: it stays
        QCOMPARE(filter.offset(), 0.5);
    }

    void followsTheNewestWhileTheFrequencyIsUnknown()
    {
        SampleFilter filter({});
        filter.add(sample(0.001, 0.010, 0), Order::NewestFirst, 64);
        QCOMPARE(filter.add(sample(0.003, 0.020, 2), Order::NewestFirst, 64), News::Fresh);
        QCOMPARE(filter.offset(), 0.003);
    }

    void movesOldSamplesWithTheClock()
    {
        SampleFilter filter({});
        add(filter, sample(0.010, 0.010, 0));
        filter.shift(0.004);
        QVERIFY(std::fabs(filter.offset() - 0.006) < 1e-12);
        QVERIFY(std::fabs(filter.stages(at(0))[0].offset - 0.006) < 1e-12);
    }

    void jitterIsNeverBelowThePrecision()
    {
        SampleFilter filter({.precision = 1e-5});
        add(filter, sample(0, 0.01, 0));
        add(filter, sample(0, 0.01, 1));
        QCOMPARE(filter.jitter(), 1e-5);
    }

    void showsItsStagesNewestFirst()
    {
        SampleFilter filter({});
        add(filter, sample(0.001, 0.010, 0));
        add(filter, sample(0.002, 0.011, 64));
        const auto stages = filter.stages(at(64));
        QCOMPARE(stages[0].offset, 0.002);
        QCOMPARE(stages[1].offset, 0.001);
        QVERIFY(stages[1].dispersion > stages[0].dispersion);
        QCOMPARE(stages[2].dispersion, 16.0);
    }
};

QTEST_APPLESS_MAIN(SampleFilterTest)
#include "tst_samplefilter.moc"
