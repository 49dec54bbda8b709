// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frequencyfit.h"

#include <QtTest>

#include <cmath>

using noonmark::engine::FrequencyFit;

class FrequencyFitTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSlopeOfALine()
    {
        FrequencyFit fit;
        for (int i = 0; i < 10; ++i)
            fit.add(64.0 * i, 1000 + 50e-6 * 64 * i, 1e-4);
        QVERIFY(std::fabs(fit.line()->slope - 50e-6) < 1e-12);
        QVERIFY(fit.line()->deviation < 1e-6);
    }

    void saysNothingAboutTwoPoints()
    {
        FrequencyFit fit;
        fit.add(0, 0, 1e-3);
        QVERIFY(!fit.line());
        fit.add(2, 1e-3, 1e-3);
        QVERIFY(!fit.line());
        fit.add(4, 2e-3, 1e-3);
        QVERIFY(fit.line());
    }

    void pointsAtOneMomentHaveNoSlope()
    {
        FrequencyFit fit;
        for (int i = 0; i < 5; ++i)
            fit.add(7, i * 1e-3, 1e-3);
        QVERIFY(!fit.line());
    }

    void aNoisyPointWeighsLittle()
    {
        FrequencyFit fit;
        fit.add(0, 0.050, 0.050); // sources still disagreed by 50 ms
        for (int i = 1; i < 8; ++i)
            fit.add(64.0 * i, 10e-6 * 64 * i, 1e-4);
        QVERIFY(std::fabs(fit.line()->slope - 10e-6) < 1e-6);
    }

    void knowsLessFromMoreScatter()
    {
        FrequencyFit quiet;
        FrequencyFit loud;
        for (int i = 0; i < 20; ++i) {
            quiet.add(i, 0, 1e-6);
            loud.add(i, i % 2 ? 1e-3 : -1e-3, 1e-6);
        }
        QVERIFY(loud.line()->deviation > 100 * quiet.line()->deviation);
    }
};

QTEST_APPLESS_MAIN(FrequencyFitTest)
#include "tst_frequencyfit.moc"
