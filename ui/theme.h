// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"
#include "core/monitor/verdict.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QAbstractButton;
class QApplication;

namespace noonmark::monitor {
enum class CheckState : unsigned char;
}

namespace noonmark::ui {

// What a colour says. Colour is never alone: a sign or a word stands beside it.
enum class Meaning : unsigned char
{
    Neutral,
    Good,
    Warning,
    Bad,
    OwnClock
};

enum class Appearance : unsigned char
{
    System,
    Light,
    Dark
};

// The colour of a meaning on this palette; pass the palette of the widget that paints.
[[nodiscard]] QColor color(Meaning meaning, const QPalette &palette);
// A pale ground of that meaning, for bars and cards; text in palette.windowText() stays readable on it.
[[nodiscard]] QColor ground(Meaning meaning, const QPalette &palette);
// "✓", "!", "✗", "◷": the sign that goes with the colour.
[[nodiscard]] QString sign(Meaning meaning);
// Text of secondary weight: labels, units, hints.
[[nodiscard]] QColor quiet(const QPalette &palette);
// The colour of the n-th source in table, legend and chart (Okabe-Ito order, safe for colour-blind eyes).
[[nodiscard]] QColor seriesColor(int slot, const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] Meaning meaningOf(monitor::VerdictState state);
[[nodiscard]] Meaning meaningOf(monitor::CheckState state);
[[nodiscard]] Meaning meaningOf(config::Severity severity);

// Fusion style and the palette of this appearance for the whole program. The desktop's own palette is asked
// for once, so that System can come back after Light or Dark.
class Theme
{
public:
    explicit Theme(QApplication &application);

    void apply(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }

private:
    QApplication &m_application;
    QPalette m_system;
    Appearance m_appearance = Appearance::System;
};

// The program's font for this language. Outside a Chinese desktop Qt draws Chinese with Japanese glyph shapes
// unless a font for simplified Chinese is named; Latin letters and figures stay as they are.
void fitFontTo(const QString &languageCode);
// Of a button that stands out: the one thing to do next, or the pressed one of a switch.
[[nodiscard]] QPalette accentPalette();
// Fusion hardly shows which button of a switch is pressed, least of all on a dark ground.
void emphasizeWhenChecked(QAbstractButton *button);
// The second of the two sizes: for the one line of a page that matters most.
[[nodiscard]] QFont headlineFont(const QFont &base);

[[nodiscard]] QString appearanceName(Appearance appearance);        // "system", "light", "dark"
[[nodiscard]] Appearance appearanceFromString(const QString &text); // System if it is none of them

} // namespace noonmark::ui
