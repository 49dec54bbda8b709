// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/curvecanvas.h"
#include "ui/chart/curveruns.h"

#include <QPainter>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

monitor::Column column(double time, double value, double error = 0)
{
    return {time, time, value, value, value, value, error, value, 1};
}

// A pixel a second, a pixel for each unit downwards from 10.
constexpr Projection OnePixel{.timeOrigin = 0, .pixelsPerSecond = 1, .valueOrigin = 10, .pixelsPerValue = -1};

std::vector<CurveRun> traced(const std::vector<monitor::Column> &columns, const CurveParts &parts)
{
    std::vector<CurveRun> runs(10);
    traceRuns(columns, OnePixel, parts, runs);
    return runs;
}

} // namespace

class TestCurves : public QObject
{
    Q_OBJECT

private slots:
    void lineCoversWhatItPassesInEachColumn()
    {
        const auto runs = traced({column(0, 0), column(4, 4)}, {.line = true});
        for (std::size_t x = 0; x < 4; ++x) {
            QCOMPARE(runs[x].line.bottom, 10.0F - static_cast<float>(x));
            QCOMPARE(runs[x].line.top, 9.0F - static_cast<float>(x));
        }
        QVERIFY(runs[4].line.empty() && runs[0].band.empty() && runs[0].extremes.empty());
    }

    void gapBreaksLineAndBand()
    {
        const auto runs = traced({column(1, 5, 1), column(2, 5, 1), column(7, 5, 1), column(8, 5, 1)},
                                 {.gap = 3, .band = true, .line = true});
        QVERIFY(!runs[1].line.empty() && !runs[7].band.empty());
        for (const std::size_t x : {2U, 4U, 6U})
            QVERIFY(runs[x].line.empty() && runs[x].band.empty());
        QCOMPARE(runs[1].band.top, 4.0F);
        QCOMPARE(runs[1].band.bottom, 6.0F);
    }

    void whatLiesOutsideIsCutAtTheEdges()
    {
        const auto runs = traced({column(-100, 0), column(100, 0)}, {.gap = 1000, .line = true});
        for (const CurveRun &run : runs)
            QCOMPARE(run.line.top, 10.0F);
    }

    void noExtremeIsLost()
    {
        monitor::Column wide = column(2, 5);
        wide.lastTime = 3.5;
        wide.lowest = 1;
        wide.highest = 9;
        wide.count = 50;
        const auto runs = traced({wide}, {.extremes = true});
        for (const std::size_t x : {2U, 3U}) {
            QCOMPARE(runs[x].extremes.top, 1.0F);
            QCOMPARE(runs[x].extremes.bottom, 9.0F);
        }
        QVERIFY(runs[1].extremes.empty() && runs[4].extremes.empty());
    }

    void inksAreMixedAsAPainterMixesThem()
    {
        constexpr QSize Size(37, 50); // no multiple of a cache line
        const std::vector<std::pair<QColor, double>> layers{
            {Qt::red, 0.18}, {Qt::blue, 0.45}, {Qt::darkGreen, 0.18}, {Qt::black, 1.0}, {Qt::cyan, 0.3}};
        QImage expected(Size, QImage::Format_ARGB32_Premultiplied);
        expected.fill(0);
        QPainter painter(&expected);
        CurveCanvas canvas;
        for (int round = 0; round < 2; ++round) { // nothing of the first is left in the second
            canvas.begin(Size);
            for (int x = 0; x < Size.width(); ++x) {
                for (std::size_t i = 0; i < layers.size(); ++i) {
                    auto [color, opacity] = layers[i];
                    const int top = round == 0 ? 0 : (x + 7 * static_cast<int>(i)) % 40;
                    const int bottom = round == 0 ? 50 : top + 3 * static_cast<int>(i) + 1;
                    canvas.lay(static_cast<float>(top), static_cast<float>(bottom), Ink(color, opacity));
                    color.setAlphaF(static_cast<float>(opacity));
                    if (round == 1)
                        painter.fillRect(x, top, 1, bottom - top, color);
                }
                canvas.finishColumn();
            }
            canvas.finish();
        }
        painter.end();
        for (int y = 0; y < Size.height(); ++y)
            for (int x = 0; x < Size.width(); ++x) {
                const QRgb a = canvas.image().pixel(x, y);
                const QRgb b = expected.pixel(x, y);
                const bool isSame = std::abs(qRed(a) - qRed(b)) < 8 && std::abs(qBlue(a) - qBlue(b)) < 8 &&
                                    std::abs(qGreen(a) - qGreen(b)) < 8 &&
                                    std::abs(qAlpha(a) - qAlpha(b)) < 8;
                QVERIFY2(
                    isSame,
                    qPrintable(QStringLiteral("%1,%2: %3 %4").arg(x).arg(y).arg(a, 8, 16).arg(b, 8, 16)));
            }
    }

    void everyWidthOfTheProcessorGivesTheSamePixels()
    {
        if (widest() == Width::Plain)
            QSKIP("This processor has nothing wider.");
        std::vector<ColumnRun> runs;
        for (int i = 0; i < 40; ++i) {
            const int from = i * 7919 % (90 * ColumnRun::Whole);
            const QColor color(i * 37 % 256, i * 91 % 256, i * 53 % 256);
            runs.push_back(
                {from, from + 1 + i * 1543 % (10 * ColumnRun::Whole), Ink(color, (i % 11) / 10.0)});
        }
        std::vector<WidePixel> plain(100);
        std::vector<WidePixel> wide(100);
        mixColumn(runs, plain, Width::Plain);
        mixColumn(runs, wide, Width::Wide);
        QVERIFY(plain != std::vector<WidePixel>(100));
        QVERIFY(plain == wide);
    }

    void endsAreCoveredInPart()
    {
        CurveCanvas canvas;
        canvas.begin({1, 10});
        canvas.lay(2.25F, 4.5F, Ink(Qt::black, 1));
        canvas.finishColumn();
        canvas.finish();
        const auto alpha = [&canvas](int y) { return qAlpha(canvas.image().pixel(0, y)); };
        QVERIFY(std::abs(alpha(2) - 191) <= 2);
        QCOMPARE(alpha(3), 255);
        QVERIFY(std::abs(alpha(4) - 127) <= 2);
        QCOMPARE(alpha(1) + alpha(5), 0);
        QCOMPARE(canvas.usedRows().from, 2);
        QCOMPARE(canvas.usedRows().to, 5);
    }

    void nothingIsLaidOutsideOrUpsideDown()
    {
        CurveCanvas canvas;
        canvas.begin({1, 10});
        canvas.lay(-1e9F, -1, Ink(Qt::black, 1));
        canvas.lay(11, 1e9F, Ink(Qt::black, 1));
        canvas.lay(5, 3, Ink(Qt::black, 1));
        canvas.finishColumn();
        canvas.finish();
        QVERIFY(canvas.usedRows().empty());
        canvas.begin({1, 10});
        canvas.lay(-1e9F, 1e9F, Ink(Qt::black, 1));
        canvas.finishColumn();
        canvas.finish();
        QCOMPARE(qAlpha(canvas.image().pixel(0, 9)), 255);
    }
};

QTEST_MAIN(TestCurves)
#include "tst_curves.moc"
