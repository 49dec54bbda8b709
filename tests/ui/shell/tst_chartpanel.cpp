// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/chart/chartpanel.h"
#include "ui/chart/secondsticker.h"

#include <QFile>
#include <QSignalSpy>
#include <QTableWidget>
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
    void keysMoveAndExplain();
    void doubleClickFits();
    void followComesBackToThePresent();
    void crosshairTellsTheValuesInFittingUnits();
    void legendSwitchesCurves();
    void savesBothChartsAsAPicture();
    void savesDrawingsDocumentsAndNumbers();
    void quantitiesAreDrawnOnDemandAndRemembered();
    void timeAxesAreLinked();
    void uncertaintyIsABand();
    void statisticsAreOfTheVisibleSpan();
    void anotherDaemonIsDrawnBeside();
    void nothingIsDrawnWhenNothingChanged();
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

void TestChartPanel::keysMoveAndExplain()
{
    Charts charts;
    QVERIFY((charts.plot()->focusPolicy() & Qt::TabFocus) != 0);
    QTest::keyClick(charts.plot(), Qt::Key_Left);
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 3960, charts.now - 360}));
    QVERIFY(!charts.panel.isFollowing());
    QTest::keyClick(charts.plot(), Qt::Key_Plus);
    QVERIFY(charts.panel.span().width() < 3000);
    QTest::keyClick(charts.plot(), Qt::Key_Minus);
    QVERIFY(std::abs(charts.panel.span().width() - 3600) < 1);
    QTest::keyClick(charts.plot(), Qt::Key_Home);
    QCOMPARE(charts.panel.span(), (ui::TimeSpan{charts.now - 7200, charts.now}));
    QVERIFY(charts.plot()->parentWidget()->whatsThis().contains(u"Home"_s)); // what F1 comes to
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
    QVERIFY(charts.panel.save(path));
    const QImage picture(path);
    auto *offset = charts.panel.findChild<ChartView *>(u"chart-offset"_s);
    auto *jitter = charts.panel.findChild<ChartView *>(u"chart-jitter"_s);
    QCOMPARE(picture.width(), offset->width() * 2);
    QVERIFY(picture.height() > (offset->height() + jitter->height()) * 2); // and the head above them
    // The curve of the first source is in it, in its colour.
    const QRgb ink = ui::seriesColor(0, QApplication::palette()).rgb();
    bool found = false;
    for (int y = 0; y < picture.height() && !found; ++y)
        for (int x = 0; x < picture.width() && !found; ++x)
            found = picture.pixel(x, y) == ink;
    QVERIFY(found);
    QVERIFY(!charts.panel.save(charts.folder.filePath(u"absent/charts.png"_s)));
    QVERIFY(!charts.panel.save(charts.folder.filePath(u"charts.exe"_s)));
}

namespace {

QByteArray saved(const Charts &charts, const QString &name)
{
    QFile file(charts.folder.filePath(name));
    if (!charts.panel.save(file.fileName()) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

ChartView *view(Charts &charts, const char *name)
{
    return charts.panel.findChild<ChartView *>(QLatin1StringView(name));
}

QAction *choice(Charts &charts, const char *name)
{
    return charts.panel.findChild<QAction *>(QLatin1StringView(name));
}

} // namespace

void TestChartPanel::savesDrawingsDocumentsAndNumbers()
{
    Charts charts;
    const QByteArray svg = saved(charts, u"a.svg"_s);
    QVERIFY(svg.contains("<svg") && svg.contains("192.0.2.2")); // its legend is text
    QVERIFY(saved(charts, u"a.pdf"_s).startsWith("%PDF-"));
    const QList<QByteArray> lines = saved(charts, u"a.csv"_s).trimmed().split('\n');
    QVERIFY(lines[0].startsWith("time,unix,chart,curve,value"));
    QCOMPARE(lines.size(), 1 + 2 * 2 * 61); // an hour, a packet a minute, two sources, two charts
    QVERIFY(lines[1].contains(",\"Offset\",\"192.0.2.1\",0.001,"));
}

void TestChartPanel::quantitiesAreDrawnOnDemandAndRemembered()
{
    Charts charts;
    QVERIFY(!view(charts, "chart-delay"));
    choice(charts, "chart-show-delay")->setChecked(true);
    QVERIFY(view(charts, "chart-delay")->isVisible());
    QCOMPARE(view(charts, "chart-delay")->lines().size(), std::size_t{2});
    QCOMPARE(view(charts, "chart-delay")->span(), charts.panel.span());
    choice(charts, "chart-show-jitter")->setChecked(false);
    QVERIFY(!view(charts, "chart-jitter")->isVisible());
    QCOMPARE(charts.settings.value(ui::Setting::ChartQuantities).toStringList(),
             (QStringList{u"offset"_s, u"delay"_s}));
    choice(charts, "chart-show-delay")->setChecked(false);
    choice(charts, "chart-show-offset")->setChecked(false);
    QVERIFY(view(charts, "chart-offset")->isVisible()); // never none at all
}

void TestChartPanel::timeAxesAreLinked()
{
    Charts charts;
    for (const char *name : {"chart-show-delay", "chart-show-dispersion", "chart-show-reach",
                             "chart-show-root-distance", "chart-show-frequency", "chart-show-system-offset"})
        choice(charts, name)->setChecked(true);
    charts.wheel(120);
    QCOMPARE(charts.panel.findChildren<ChartView *>().size(), 8);
    for (const ChartView *one : charts.panel.findChildren<ChartView *>())
        QCOMPARE(one->span(), charts.panel.span());
}

void TestChartPanel::uncertaintyIsABand()
{
    Charts charts;
    QVERIFY(!view(charts, "chart-offset")->lines().front().band);
    choice(charts, "chart-show-uncertainty")->setChecked(true);
    QVERIFY(view(charts, "chart-offset")->lines().front().band);
    QVERIFY(!view(charts, "chart-jitter")->lines().front().band);
}

void TestChartPanel::statisticsAreOfTheVisibleSpan()
{
    Charts charts;
    auto *table = charts.panel.findChild<QTableWidget *>(u"chart-statistics"_s);
    QVERIFY(!table->isVisible());
    choice(charts, "chart-show-statistics")->setChecked(true);
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 4); // two sources, two quantities
    QCOMPARE(table->item(0, 0)->text(), u"Offset"_s);
    QCOMPARE(table->item(0, 1)->text(), u"192.0.2.1"_s);
    QCOMPARE(table->item(0, 2)->text(), u"61"_s);
    QVERIFY(table->item(0, 3)->text().contains(u"+1.000"_s));
    QVERIFY(table->item(0, 7)->text().contains(u"60"_s)); // Allan deviation at a minute
    charts.press("chart-span-300");
    QTRY_COMPARE(table->item(0, 2)->text(), u"6"_s);
}

void TestChartPanel::anotherDaemonIsDrawnBeside()
{
    Charts charts;
    monitor::RecentHistory other;
    auto a = source("192.0.2.1", engine::Tally::SystemPeer, 4e-3);
    auto b = source("192.0.2.99", engine::Tally::SystemPeer, 5e-3);
    a.sinceReceived = b.sinceReceived = 0;
    other.add(frame(7000, {a, b}));
    QVERIFY(!charts.panel.findChild<QWidget *>(u"chart-compare"_s)->isVisible());
    charts.panel.setComparisons({u"ntp9.example"_s}, {});
    QVERIFY(charts.panel.findChild<QWidget *>(u"chart-compare"_s)->isVisible());
    QSignalSpy spy(&charts.panel, &ChartPanel::comparisonChosen);
    choice(charts, "chart-compare-ntp9.example")->trigger();
    QCOMPARE(spy.value(0).value(0).toString(), u"ntp9.example"_s);
    charts.panel.setComparison(u"ntp9.example"_s, &other);
    const auto lines = view(charts, "chart-offset")->lines();
    QCOMPARE(lines.size(), std::size_t{3}); // of the other the source that both have
    QVERIFY(lines.back().dashed);
    QCOMPARE(lines.back().name, u"ntp9.example: 192.0.2.1"_s);
    charts.panel.setComparison({}, nullptr);
    QCOMPARE(view(charts, "chart-offset")->lines().size(), std::size_t{2});
}

void TestChartPanel::nothingIsDrawnWhenNothingChanged()
{
    Charts charts;
    const auto before = charts.panel.span();
    charts.panel.showPresent(charts.now + 0.25);
    QCOMPARE(charts.panel.span(), before); // too soon to be seen
    charts.panel.showPresent(charts.now + 10);
    QVERIFY(charts.panel.span() != before);
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
