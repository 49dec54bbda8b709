// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/chart/chartpanel.h"
#include "ui/chart/secondsticker.h"

#include <QToolButton>
#include <QWheelEvent>

using namespace noonmark;
using namespace noonmark::test;
using ui::ChartPanel;
using ui::ChartView;
using namespace Qt::Literals::StringLiterals;

namespace {

// Two hours of two sources, a packet every minute.
struct Charts
{
    Charts()
        : settings(folder.filePath(u"a.ini"_s))
        , panel(history, settings, &save)
    {
        for (qint64 second = 0; second <= 7200; second += 60) {
            auto a = source("192.0.2.1", engine::Tally::SystemPeer, 1e-3);
            auto b = source("192.0.2.2", engine::Tally::Candidate, -2e-3);
            a.sinceReceived = b.sinceReceived = 0;
            history.add(frame(second, {a, b}));
        }
        panel.resize(900, 500);
        panel.show();
        panel.showPresent(now);
    }

    [[nodiscard]] QWidget *plot()
    {
        return panel.findChild<ChartView *>(u"chart-offset"_s)->findChild<QWidget *>();
    }
    void press(const char *name)
    {
        QTest::mouseClick(panel.findChild<QWidget *>(QLatin1String(name)), Qt::LeftButton);
    }
    [[nodiscard]] bool isChecked(const char *name)
    {
        return panel.findChild<QToolButton *>(QLatin1String(name))->isChecked();
    }
    void wheel(int delta)
    {
        const QPointF place = QRectF(plot()->rect()).center();
        QWheelEvent event(place, plot()->mapToGlobal(place), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot(), &event);
    }

    double now = 1'790'000'000.0 + 7200;
    QTemporaryDir folder;
    ui::Settings settings;
    monitor::RecentHistory history;
    QAction save;
    ChartPanel panel;
};

} // namespace

class TestChartPanel : public QObject
{
    Q_OBJECT

private slots:
    void followsThePresent();
    void spanButtonsChooseTheSpan();
    void allShowsTheWholeHistory();
    void wheelZoomsBothChartsAndStopsFollowing();
    void dragPans();
    void doubleClickFits();
    void followComesBackToThePresent();
    void crosshairTellsTheValuesInFittingUnits();
    void legendSwitchesCurves();
    void savesBothChartsAsAPicture();
    void picturesDifferByTheme();
    void axisUnitsFit_data();
    void axisUnitsFit();
};

void TestChartPanel::followsThePresent()
{
    Charts charts;
    QVERIFY(charts.panel.isFollowing());
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 3600, charts.now}));
    charts.panel.showPresent(charts.now + 10);
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 3590, charts.now + 10}));
}

void TestChartPanel::spanButtonsChooseTheSpan()
{
    Charts charts;
    charts.press("chart-span-300");
    QCOMPARE(charts.panel.span().width(), 300.0);
    charts.press("chart-span-86400");
    QCOMPARE(charts.panel.span().width(), 86400.0);
    QCOMPARE(charts.settings.value(ui::Setting::ChartSpan).toInt(), 86400);
}

void TestChartPanel::allShowsTheWholeHistory()
{
    Charts charts;
    charts.press("chart-span-0");
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 7200, charts.now}));
}

void TestChartPanel::wheelZoomsBothChartsAndStopsFollowing()
{
    Charts charts;
    charts.wheel(120);
    QVERIFY(charts.panel.span().width() < 3600);
    QVERIFY(!charts.panel.isFollowing());
    QVERIFY(!charts.isChecked("chart-span-3600"));
    QCOMPARE(charts.panel.findChild<ChartView *>(u"chart-jitter"_s)->span(), charts.panel.span());
    const auto kept = charts.panel.span();
    charts.panel.showPresent(charts.now + 100);
    QCOMPARE(charts.panel.span(), kept);
}

void TestChartPanel::dragPans()
{
    Charts charts;
    const QPoint middle = charts.plot()->rect().center();
    QTest::mousePress(charts.plot(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(charts.plot(), middle + QPoint(50, 0));
    QTest::mouseMove(charts.plot(), middle + QPoint(100, 0));
    QTest::mouseRelease(charts.plot(), Qt::LeftButton, {}, middle + QPoint(100, 0));
    QVERIFY(charts.panel.span().to < charts.now);
    QVERIFY(std::abs(charts.panel.span().width() - 3600) < 1);
    QVERIFY(!charts.panel.isFollowing());
}

void TestChartPanel::doubleClickFits()
{
    Charts charts;
    QTest::mouseDClick(charts.plot(), Qt::LeftButton, {}, charts.plot()->rect().center());
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 7200, charts.now}));
}

void TestChartPanel::followComesBackToThePresent()
{
    Charts charts;
    charts.wheel(120);
    const double width = charts.panel.span().width();
    charts.press("chart-follow");
    QCOMPARE(charts.panel.span().to, charts.now);
    QVERIFY(std::abs(charts.panel.span().width() - width) < 1e-3);
}

void TestChartPanel::crosshairTellsTheValuesInFittingUnits()
{
    Charts charts;
    QTest::mouseMove(charts.plot(), charts.plot()->rect().center());
    const QString text = charts.panel.findChild<ChartView *>(u"chart-offset"_s)->crosshairText();
    QVERIFY2(text.contains(u"192.0.2.1"_s) && text.contains(u"+1"_s) && text.contains(u"ms"_s),
             qPrintable(text));
    QVERIFY(!charts.panel.findChild<ChartView *>(u"chart-jitter"_s)->crosshairText().isEmpty());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(charts.plot(), &leave);
    QVERIFY(charts.panel.findChild<ChartView *>(u"chart-offset"_s)->crosshairText().isEmpty());
}

void TestChartPanel::legendSwitchesCurves()
{
    Charts charts;
    charts.press("legend-192.0.2.2");
    QTest::mouseMove(charts.plot(), charts.plot()->rect().center());
    auto *offset = charts.panel.findChild<ChartView *>(u"chart-offset"_s);
    QVERIFY(!offset->crosshairText().contains(u"\u22122"_s) && !offset->crosshairText().contains(u"-2"_s));
    charts.press("legend-192.0.2.2");
    QTest::mouseMove(charts.plot(), charts.plot()->rect().center() + QPoint(3, 0));
    QVERIFY(offset->crosshairText().contains(u"192.0.2.2"_s));
}

void TestChartPanel::savesBothChartsAsAPicture()
{
    Charts charts;
    const QString path = charts.folder.filePath(u"charts.png"_s);
    QVERIFY(charts.panel.savePicture(path));
    const QImage picture(path);
    auto *offset = charts.panel.findChild<ChartView *>(u"chart-offset"_s);
    auto *jitter = charts.panel.findChild<ChartView *>(u"chart-jitter"_s);
    QCOMPARE(picture.width(), offset->width() * 2);
    QCOMPARE(picture.height(), (offset->height() + jitter->height()) * 2);
    // The curve of the first source is in it, in its colour.
    const QRgb ink = ui::seriesColor(0, QApplication::palette()).rgb();
    bool found = false;
    for (int y = 0; y < picture.height() && !found; ++y)
        for (int x = 0; x < picture.width() && !found; ++x)
            found = picture.pixel(x, y) == ink;
    QVERIFY(found);
    QVERIFY(!charts.panel.savePicture(charts.folder.filePath(u"absent/charts.png"_s)));
}

void TestChartPanel::picturesDifferByTheme()
{
    ui::Theme theme(*qApp);
    theme.apply(ui::Appearance::Light);
    Charts charts;
    const QImage light = charts.panel.grab().toImage();
    theme.apply(ui::Appearance::Dark);
    QTRY_VERIFY(charts.panel.grab().toImage().pixelColor(450, 150).lightness() < 128);
    QVERIFY(light.pixelColor(450, 150).lightness() > 128);
    theme.apply(ui::Appearance::Light);
}

void TestChartPanel::axisUnitsFit_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<QString>("unit");
    QTest::newRow("seconds") << 2.0 << u"s"_s;
    QTest::newRow("milliseconds") << 0.02 << u"ms"_s;
    QTest::newRow("microseconds") << 2e-5 << u"\u00b5s"_s;
    QTest::newRow("nanoseconds") << 2e-8 << u"ns"_s;
}

void TestChartPanel::axisUnitsFit()
{
    QFETCH(const double, largest);
    QFETCH(const QString, unit);
    ui::SecondsTicker ticker;
    QCOMPARE(ticker.fitTo({-largest / 2, largest}), unit);
    const QCPRange around = ui::pleasantRange({-largest / 2, largest}, 1e-9);
    QVERIFY(around.lower < -largest / 2 && around.upper > largest);
    QVERIFY(around.size() < 3 * largest);
}

QTEST_MAIN(TestChartPanel)
#include "tst_chartpanel.moc"
