// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

struct Scale
{
    double below; // seconds
    double factor;
    const char *unit;
    int decimals; // of an offset
};

// Decimals are fixed within a unit, so that a figure does not jump while it changes by little.
constexpr Scale Scales[] = {
    {1e-6, 1e9, "ns", 0},
    {1e-4, 1e6, "µs", 1},
    {1, 1e3, "ms", 3},
    {86400, 1, "s", 3},
};
constexpr Scale Days = {INFINITY, 1.0 / 86400, "d", 1};

const Scale &scaleOf(double seconds)
{
    for (const auto &scale : Scales) {
        if (std::abs(seconds) < scale.below)
            return scale;
    }
    return Days;
}

QString figure(double value, int decimals, bool sign, QLocale locale)
{
    if (!std::isfinite(value))
        return u"–"_s;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString digits = locale.toString(std::abs(value), 'f', decimals);
    const double half = 0.5 * std::pow(10, -decimals);
    const bool negative = value < 0 && std::abs(value) >= half; // never "-0.000"
    if (negative)
        return locale.negativeSign() + digits;
    return sign ? locale.positiveSign() + digits : digits;
}

// A length of time is an estimate: three figures say all that it knows.
int decimalsForThreeFigures(double value)
{
    const double size = std::abs(value);
    return size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
}

// Two figures, but none finer than those of the frequency: nothing is known to be exact.
QString ppmUncertainty(double ppm, const QLocale &locale)
{
    constexpr double grain = 1e-3;
    const int decimals = ppm < 0.0995 ? 3 : ppm < 0.995 ? 2 : ppm < 9.95 ? 1 : 0;
    return figure(std::max(ppm, grain), decimals, false, locale) + QChar::Nbsp + u"ppm"_s;
}

} // namespace

QString offset(double seconds, const QLocale &locale)
{
    if (!std::isfinite(seconds))
        return figure(seconds, 0, true, locale);
    const auto &scale = scaleOf(seconds);
    return figure(seconds * scale.factor, scale.decimals, true, locale) + QChar::Nbsp +
           QString::fromUtf8(scale.unit);
}

QString span(double seconds, const QLocale &locale)
{
    if (!std::isfinite(seconds))
        return figure(seconds, 0, false, locale);
    if (seconds == 0)
        return locale.toString(0) + QChar::Nbsp + u"ms"_s;
    const auto &scale = scaleOf(seconds);
    const double value = seconds * scale.factor;
    const int decimals = std::min(decimalsForThreeFigures(value), scale.decimals);
    return figure(value, decimals, false, locale) + QChar::Nbsp + QString::fromUtf8(scale.unit);
}

QString milliseconds(double seconds, int decimals, bool sign, const QLocale &locale)
{
    return figure(seconds * 1e3, decimals, sign, locale);
}

QString frequency(double ppm, const QLocale &locale)
{
    return figure(ppm, 3, true, locale) + QChar::Nbsp + u"ppm"_s;
}

QString frequency(double ppm, double uncertainty, const QLocale &locale)
{
    if (!(uncertainty > 0))
        return frequency(ppm, locale);
    return figure(ppm, 3, true, locale) + u" ± "_s + ppmUncertainty(uncertainty, locale);
}

QString certainty(const engine::SystemSnapshot &system)
{
    if (!(system.expectedError > 0))
        return {};
    return translated(
        NOONMARK_TEXT("The offset is known to ±%1, the frequency to ±%2; the next update is expected to find "
                      "an error of ±%3."),
        {span(system.uncertainty), ppmUncertainty(system.frequencyUncertainty, {}),
         span(system.expectedError)});
}

QString when(std::optional<double> seconds)
{
    if (!seconds || !std::isfinite(*seconds) || *seconds < 0)
        return u"-"_s;
    // ntpq goes to the next unit at these odd values, and people know them by sight.
    auto age = static_cast<qint64>(std::min(*seconds, 1e15));
    if (age <= 2048)
        return QString::number(age);
    age = (age + 29) / 60;
    if (age <= 300)
        return QString::number(age) + u'm';
    age = (age + 29) / 60;
    if (age <= 96)
        return QString::number(age) + u'h';
    age = (age + 11) / 24;
    if (age <= 999)
        return QString::number(age) + u'd';
    return QString::number((age + 182) / 365) + u'y';
}

QString reach(std::uint8_t reach)
{
    return QString::number(reach, 8);
}

} // namespace noonmark::wording
