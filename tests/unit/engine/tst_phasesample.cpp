// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/phasesample.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace noonmark::engine;

namespace {

struct Moments
{
    double mean = 0;
    double variance = 0;
};

// What is left of N(0, variance) once a sample was seen that lies anywhere within its reach, whose edges are
// blurred.
Moments integrated(const PhaseSample &sample, double innovation, double variance)
{
    const double deviation = std::sqrt(variance);
    double sum = 0;
    double first = 0;
    double second = 0;
    for (double x = -8 * deviation; x < 8 * deviation; x += deviation / 500) {
        const auto within = [&](double edge) {
            return 0.5 * std::erfc((innovation - x - edge) / sample.blur / std::numbers::sqrt2);
        };
        const double weight =
            std::exp(-x * x / 2 / variance) * (within(sample.reach) - within(-sample.reach));
        sum += weight;
        first += weight * x;
        second += weight * x * x;
    }
    return {first / sum, second / sum - first * first / sum / sum};
}

Moments corrected(const Lesson &lesson, double variance)
{
    return {lesson.pull * variance, variance - variance * variance * lesson.certainty};
}

bool near(double a, double b)
{
    return std::fabs(a - b) <= 1e-3 * std::max(std::fabs(a), std::fabs(b)) + 1e-9;
}

using Shape = Lesson (*)(const PhaseSample &, double, double);

} // namespace

Q_DECLARE_METATYPE(Shape)

class PhaseSampleTest : public QObject
{
    Q_OBJECT

private slots:
    void queuesOnBothWaysCutOffWhatCannotBe_data()
    {
        QTest::addColumn<double>("innovation");
        QTest::addColumn<double>("variance");
        QTest::newRow("in the middle") << 0.0 << 1.0;
        QTest::newRow("known far better than the sample") << 0.5 << 0.01;
        QTest::newRow("known far worse") << 0.5 << 100.0;
        QTest::newRow("to one side") << 1.2 << 1.0;
        QTest::newRow("at the edge") << -2.0 << 0.25;
        QTest::newRow("beyond it") << 4.0 << 1.0;
    }

    void queuesOnBothWaysCutOffWhatCannotBe()
    {
        QFETCH(double, innovation);
        QFETCH(double, variance);
        const PhaseSample sample{.reach = 2, .blur = 0.2, .variance = 4};
        const Moments wanted = integrated(sample, innovation, variance);
        const Moments got = corrected(lessonOfTwoQueues(sample, innovation, variance), variance);
        QVERIFY2(near(got.mean, wanted.mean),
                 qPrintable(QStringLiteral("%1 %2").arg(got.mean).arg(wanted.mean)));
        QVERIFY2(near(got.variance, wanted.variance),
                 qPrintable(QStringLiteral("%1 %2").arg(got.variance).arg(wanted.variance)));
    }

    void whatIsFarWithinTeachesNothing()
    {
        const Lesson lesson = lessonOfTwoQueues({.reach = 100, .blur = 1, .variance = 1e4}, 10, 1);
        QVERIFY(std::fabs(lesson.pull) < 1e-9);
        QVERIFY(lesson.certainty < 1e-9);
        QVERIFY(lessonOfOneQueue({.reach = 100, .blur = 1, .variance = 1e4}, 10, 1).pull > 1e-4);
    }

    void aQueueOnOneWayIsAKalmanStep()
    {
        const Lesson lesson = lessonOfOneQueue({.reach = 2, .blur = 0.2, .variance = 3}, 1.5, 1);
        const Moments got = corrected(lesson, 1);
        QVERIFY(near(got.mean, 1.5 / 4));
        QVERIFY(near(got.variance, 1 - 1.0 / 4));
    }

    void aCongestionIsOnOneWay()
    {
        PhaseSample sample{.reach = 2, .blur = 0.2, .variance = 3, .congested = true};
        QCOMPARE(lessonOfTwoQueues(sample, 1, 1).pull, lessonOfOneQueue(sample, 1, 1).pull);
        sample.congested = false;
        QVERIFY(lessonOfTwoQueues(sample, 1, 1).pull != lessonOfOneQueue(sample, 1, 1).pull);
    }

    void theEvidenceOfBothIsOfOneMeasure_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("one queue") << Shape(lessonOfOneQueue);
        QTest::newRow("two queues") << Shape(lessonOfTwoQueues);
    }

    void theEvidenceOfBothIsOfOneMeasure()
    { // All that may happen is sure to happen: otherwise one shape would be favoured whatever comes.
        QFETCH(Shape, shape);
        const PhaseSample sample{.reach = 2, .blur = 0.5, .variance = 1.5};
        double sum = 0;
        for (double innovation = -8; innovation < 8; innovation += 0.001)
            sum += 0.001 * std::exp(shape(sample, innovation, 0.5).evidence);
        QVERIFY2(near(sum, std::sqrt(2 * std::numbers::pi)), qPrintable(QString::number(sum)));
    }

    void aStrangerCountsLess_data() { theEvidenceOfBothIsOfOneMeasure_data(); }

    void aStrangerCountsLess()
    {
        QFETCH(Shape, shape);
        const PhaseSample sample{.reach = 1, .blur = 0.1, .variance = 1};
        const double far = shape(sample, 30, 1).pull;
        QVERIFY(std::isfinite(far));
        QVERIFY2(far > 0 && far < 5, qPrintable(QString::number(far)));
        QCOMPARE(shape(sample, -30, 1).pull, -far);
        QVERIFY(shape(sample, 1e9, 1).pull < 5);
    }
};

QTEST_APPLESS_MAIN(PhaseSampleTest)
#include "tst_phasesample.moc"
