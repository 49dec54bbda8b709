// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/secondsticker.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

double pleasantStep(double wish)
{
    const double decade = std::pow(10.0, std::floor(std::log10(wish)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= wish)
            return factor * decade;
    return 10 * decade;
}

} // namespace

QString SecondsTicker::fitTo(const QCPRange &range)
{
    if (!m_fixedUnit.isEmpty()) {
        m_unit = 1;
        return m_fixedUnit;
    }
    const double largest = std::max(std::abs(range.lower), std::abs(range.upper));
    struct Unit
    {
        double size;
        const char16_t *name;
    };
    for (const Unit &unit : {Unit{1, u"s"}, Unit{1e-3, u"ms"}, Unit{1e-6, u"\u00b5s"}})
        if (largest >= unit.size) {
            m_unit = unit.size;
            return QString::fromUtf16(unit.name);
        }
    m_unit = 1e-9;
    return u"ns"_s;
}

double SecondsTicker::getTickStep(const QCPRange &range)
{
    m_step = pleasantStep(range.size() / 5);
    return m_step;
}

QString SecondsTicker::getTickLabel(double tick, const QLocale &locale, QChar /*formatChar*/,
                                    int /*precision*/)
{
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(m_step / m_unit) - 1e-9)), 0, 9);
    // What is zero but for rounding shall not read "-0".
    const double value = std::abs(tick) < m_step / 1000 ? 0 : tick / m_unit;
    return locale.toString(value, 'f', decimals);
}

QCPRange pleasantRange(const QCPRange &values, double smallest)
{
    const double size = std::max(values.size(), smallest);
    const double margin = (size - values.size()) / 2;
    const double step = pleasantStep(size / 5);
    const double lower = std::floor((values.lower - margin) / step - 0.25) * step;
    const double upper = std::ceil((values.upper + margin) / step + 0.25) * step;
    return {lower, upper};
}

} // namespace noonmark::ui
