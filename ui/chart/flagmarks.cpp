// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/flagmarks.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace noonmark::ui {

namespace {

constexpr double Near = 4; // pixels
constexpr int HeadSize = 5;

} // namespace

FlagMarks::FlagMarks(QCPAxis *timeAxis)
    : QCPLayerable(timeAxis->parentPlot(), QStringLiteral("grid"))
    , m_timeAxis(timeAxis)
{}

void FlagMarks::setFlags(std::vector<ChartFlag> flags)
{
    m_flags = std::move(flags);
    std::ranges::stable_sort(m_flags, {}, &ChartFlag::time);
}

std::vector<ChartFlag> FlagMarks::near(double pixel) const
{
    std::vector<ChartFlag> found;
    std::ranges::copy_if(m_flags, std::back_inserter(found), [this, pixel](const ChartFlag &flag) {
        return std::abs(m_timeAxis->coordToPixel(flag.time) - pixel) <= Near;
    });
    return found;
}

void FlagMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aeItems);
}

QRect FlagMarks::clipRect() const
{
    return m_timeAxis->axisRect()->rect();
}

void FlagMarks::draw(QCPPainter *painter)
{
    const QRect area = clipRect();
    const QPalette palette = QApplication::palette();
    const QCPRange view = m_timeAxis->range();
    double last = -1;
    for (const ChartFlag &flag : m_flags) {
        const double x = std::round(m_timeAxis->coordToPixel(flag.time));
        if (!view.contains(flag.time) || x == last)
            continue;
        last = x;
        const QColor strong =
            flag.meaning == Meaning::Neutral ? quiet(palette) : color(flag.meaning, palette);
        QColor pale = strong;
        pale.setAlphaF(0.45F);
        painter->setPen(pale);
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        // A small head: a line alone is lost between those of the grid.
        painter->setPen(Qt::NoPen);
        painter->setBrush(strong);
        const QPointF head[]{{x - HeadSize, double(area.top())},
                             {x + HeadSize, double(area.top())},
                             {x, double(area.top()) + HeadSize}};
        painter->drawPolygon(head, 3);
    }
}

} // namespace noonmark::ui
