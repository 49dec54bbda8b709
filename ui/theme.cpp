// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "core/monitor/diagnose.h"
#include "ui/clearstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontInfo>
#include <QToolTip>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// The same on light and dark, so that what is marked with it need not follow the palette.
constexpr QRgb Accent = 0xff2f6fad;

struct Shades
{
    QColor light;
    QColor dark;

    [[nodiscard]] QColor on(const QPalette &palette) const { return isDark(palette) ? dark : light; }
};

// Okabe and Ito's order without black, which is the text's; yellow is too pale for a line on white, so it is
// darker there.
const std::array<Shades, 7> &seriesShades()
{
    static const std::array<Shades, 7> shades{{
        {0x0072b2, 0x56b4e9},
        {0xd55e00, 0xff9a4d},
        {0x009e73, 0x2fc99b},
        {0xcc79a7, 0xe3a3c6},
        {0xb8860b, 0xf0e442},
        {0x56b4e9, 0x4f8fe0},
        {0xa0522d, 0xe69f00},
    }};
    return shades;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share + 0.5); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xf3f3f1), QColor(0xf7f7f5));
    palette.setColor(QPalette::Base, QColor(0xffffff));
    palette.setColor(QPalette::AlternateBase, QColor(0xf6f7f8));
    palette.setColor(QPalette::Highlight, Accent);
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::Link, QColor(0x1f5f9d));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d3034), QColor(0x232629));
    palette.setColor(QPalette::Base, QColor(0x1b1d20));
    palette.setColor(QPalette::AlternateBase, QColor(0x212427));
    palette.setColor(QPalette::Highlight, Accent);
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::Link, QColor(0x7db7ea));
    return palette;
}

// What QPalette(button, window) computes for these is too weak in one of the two shades.
void finish(QPalette &palette, const QColor &text)
{
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    const QColor window = palette.color(QPalette::Window);
    const QColor faint = mixed(text, window, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::PlaceholderText, mixed(text, window, 0.45));
    palette.setColor(QPalette::ToolTipBase, mixed(window, text, 0.06));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(window, text, 0.25));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor color(Meaning meaning, const QPalette &palette)
{
    switch (meaning) {
    case Meaning::Good:
        return Shades{0x1b7f4b, 0x57c98a}.on(palette);
    case Meaning::Warning:
        return Shades{0xa86500, 0xf0b352}.on(palette);
    case Meaning::Bad:
        return Shades{0xb3261e, 0xff8a80}.on(palette);
    case Meaning::OwnClock:
        return Shades{0x6a4fb3, 0xb9a3f5}.on(palette);
    case Meaning::Neutral:
        break;
    }
    return palette.color(QPalette::WindowText);
}

QColor ground(Meaning meaning, const QPalette &palette)
{
    const double share = isDark(palette) ? 0.20 : 0.11;
    const QColor base = palette.color(QPalette::Window);
    return mixed(base, color(meaning, palette), meaning == Meaning::Neutral ? share / 2 : share);
}

QString sign(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Good:
        return u"\u2713"_s;
    case Meaning::Warning:
        return u"!"_s;
    case Meaning::Bad:
        return u"\u2717"_s;
    case Meaning::OwnClock:
        return u"\u25d4"_s;
    case Meaning::Neutral:
        break;
    }
    return u"\u2022"_s;
}

QColor quiet(const QPalette &palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.38);
}

QColor seriesColor(int slot, const QPalette &palette)
{
    const auto &shades = seriesShades();
    return shades[static_cast<std::size_t>(slot < 0 ? 0 : slot) % shades.size()].on(palette);
}

Meaning meaningOf(monitor::VerdictState state)
{
    switch (state) {
    case monitor::VerdictState::InSync:
        return Meaning::Good;
    case monitor::VerdictState::OwnClock:
        return Meaning::OwnClock;
    case monitor::VerdictState::Starting:
        return Meaning::Warning;
    case monitor::VerdictState::NotInSync:
        return Meaning::Bad;
    case monitor::VerdictState::NoTarget:
        break;
    }
    return Meaning::Neutral;
}

Meaning meaningOf(monitor::CheckState state)
{
    switch (state) {
    case monitor::CheckState::Good:
        return Meaning::Good;
    case monitor::CheckState::Warning:
        return Meaning::Warning;
    case monitor::CheckState::Bad:
        return Meaning::Bad;
    case monitor::CheckState::Unknown:
        return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

Meaning meaningOf(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Error:
        return Meaning::Bad;
    case config::Severity::Warning:
        return Meaning::Warning;
    case config::Severity::Info:
        break;
    }
    return Meaning::Neutral;
}

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_system(QApplication::palette())
{
    QApplication::setStyle(new ClearStyle);
    apply(Appearance::System);
}

void Theme::apply(Appearance appearance)
{
    m_appearance = appearance;
    const bool dark =
        appearance == Appearance::Dark || (appearance == Appearance::System && isDark(m_system));
    QPalette palette = dark ? darkPalette() : lightPalette();
    finish(palette, dark ? QColor(0xe4e6e8) : QColor(0x1d2023));
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
}

void fitFontTo(const QString &languageCode)
{
    static const QString latin = QFontInfo(QApplication::font()).family();
    QFont font = QApplication::font();
    font.setFamilies(languageCode.startsWith("zh"_L1)
                         ? QStringList{latin, u"Noto Sans CJK SC"_s, u"WenQuanYi Micro Hei"_s}
                         : QStringList{latin});
    QApplication::setFont(font);
}

QPalette accentPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Button, Accent);
    palette.setColor(QPalette::ButtonText, Qt::white);
    return palette;
}

void emphasizeWhenChecked(QAbstractButton *button)
{
    const auto show = [button](bool checked) { button->setPalette(checked ? accentPalette() : QPalette()); };
    QObject::connect(button, &QAbstractButton::toggled, button, show);
    show(button->isChecked());
}

QFont headlineFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.6);
    font.setBold(true);
    return font;
}

QString appearanceName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::System:
        break;
    }
    return u"system"_s;
}

Appearance appearanceFromString(const QString &text)
{
    for (const auto appearance : {Appearance::Light, Appearance::Dark})
        if (text == appearanceName(appearance))
            return appearance;
    return Appearance::System;
}

} // namespace noonmark::ui
