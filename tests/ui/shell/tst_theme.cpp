// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/icons.h"

#include <cmath>

using namespace noonmark::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

// WCAG 2.1, 1.4.3
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void meaningsAreReadableInBothShades();
    void curvesStandOutInBothShades();
    void signsDifferSoThatColourIsNeverAlone();
    void appearanceRoundTripsThroughItsName();
    void iconsTakeTheColourOfThePalette();
    void everyActionHasItsIcon();
};

void TestTheme::meaningsAreReadableInBothShades()
{
    Theme theme(*qApp);
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        theme.apply(appearance);
        const QPalette palette = QApplication::palette();
        QCOMPARE(isDark(palette), appearance == Appearance::Dark);
        for (const auto meaning :
             {Meaning::Neutral, Meaning::Good, Meaning::Warning, Meaning::Bad, Meaning::OwnClock}) {
            for (const auto ground : {QPalette::Window, QPalette::Base})
                QVERIFY(contrast(color(meaning, palette), palette.color(ground)) >= 4.3);
            QVERIFY(contrast(palette.color(QPalette::WindowText), noonmark::ui::ground(meaning, palette)) >=
                    7);
        }
        QVERIFY(contrast(quiet(palette), palette.color(QPalette::Window)) >= 4.3);
    }
}

void TestTheme::curvesStandOutInBothShades()
{
    Theme theme(*qApp);
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        theme.apply(appearance);
        const QPalette palette = QApplication::palette();
        QSet<QRgb> seen;
        for (int slot = 0; slot < 7; ++slot) {
            const QColor ink = seriesColor(slot, palette);
            QVERIFY2(contrast(ink, palette.color(QPalette::Base)) >= 2.2, qPrintable(ink.name()));
            seen.insert(ink.rgb());
        }
        QCOMPARE(seen.size(), 7);
        QCOMPARE(seriesColor(7, palette), seriesColor(0, palette));
    }
}

void TestTheme::signsDifferSoThatColourIsNeverAlone()
{
    QSet<QString> seen;
    for (const auto meaning :
         {Meaning::Neutral, Meaning::Good, Meaning::Warning, Meaning::Bad, Meaning::OwnClock})
        seen.insert(sign(meaning));
    QCOMPARE(seen.size(), 5);
}

void TestTheme::appearanceRoundTripsThroughItsName()
{
    for (const auto appearance : {Appearance::System, Appearance::Light, Appearance::Dark})
        QVERIFY(appearanceFromString(appearanceName(appearance)) == appearance);
    QVERIFY(appearanceFromString(u"purple"_s) == Appearance::System);
}

void TestTheme::iconsTakeTheColourOfThePalette()
{
    Theme theme(*qApp);
    const QIcon undo = icon("undo"_L1);
    const auto darkest = [&undo] {
        const QImage picture = undo.pixmap(24, 24).toImage();
        int lightness = -1;
        int alpha = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (const QColor pixel = picture.pixelColor(x, y); pixel.alpha() > alpha) {
                    alpha = pixel.alpha();
                    lightness = pixel.lightness();
                }
        return lightness;
    };
    theme.apply(Appearance::Light);
    QVERIFY(darkest() < 80 && darkest() >= 0);
    theme.apply(Appearance::Dark);
    QVERIFY(darkest() > 180);
}

void TestTheme::everyActionHasItsIcon()
{
    const Actions actions;
    for (const QAction *action : actions.findChildren<QAction *>()) {
        const QImage picture = action->icon().pixmap(16, 16).toImage();
        bool drawn = false;
        for (int y = 0; y < picture.height() && !drawn; ++y)
            for (int x = 0; x < picture.width() && !drawn; ++x)
                drawn = picture.pixelColor(x, y).alpha() > 0;
        QVERIFY2(drawn, qPrintable(action->objectName()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
