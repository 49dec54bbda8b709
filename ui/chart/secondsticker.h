// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <qcustomplot.h>

namespace noonmark::ui {

// Ticks of a value axis in seconds, written in the unit that fits the range: the unit stands in the head of
// the chart, not at each tick.
class SecondsTicker : public QCPAxisTicker
{
public:
    // The values are no seconds: this is their one unit. "" = seconds again.
    void setFixedUnit(const QString &sign) { m_fixedUnit = sign; }
    // Chooses the unit; returns its sign: "s", "ms", "µs", "ns".
    QString fitTo(const QCPRange &range);

protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    QString m_fixedUnit;
    double m_unit = 1;
    double m_step = 1;
};

// Outward to a whole number of pleasant steps, so that the axis does not move with every sample.
[[nodiscard]] QCPRange pleasantRange(const QCPRange &values, double smallest);

} // namespace noonmark::ui
