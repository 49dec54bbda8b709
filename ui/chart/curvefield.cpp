// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/curvefield.h"

#include "ui/chart/seriesplottable.h"

#include <cmath>

namespace noonmark::ui {

CurveField::CurveField(QCPAxis *timeAxis)
    : QCPLayerable(timeAxis->parentPlot(), QStringLiteral("main"))
    , m_timeAxis(timeAxis)
{}

void CurveField::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aePlottables);
}

QRect CurveField::clipRect() const
{
    return m_timeAxis->axisRect()->rect();
}

void CurveField::draw(QCPPainter *painter)
{
    if (m_curves.empty() || painter->modes().testFlag(QCPPainter::pmVectorized))
        return;
    // The pixels of the device, not those of the layout: sharp on a fine screen and in a scaled picture.
    const double scale = painter->device()->devicePixelRatio() * painter->transform().m11();
    const QRect area = clipRect();
    const QSize size(static_cast<int>(std::ceil(area.width() * scale)),
                     static_cast<int>(std::ceil(area.height() * scale)));
    bool any = false;
    for (SeriesPlottable *curve : m_curves)
        any = curve->traceOn(area, scale) || any;
    if (!any)
        return;
    m_canvas.begin(size);
    compose(size.width(), scale);
    const auto [from, to] = m_canvas.usedRows();
    const QRectF used(0, from, size.width(), to - from);
    painter->drawImage(QRectF(area.topLeft() + used.topLeft() / scale, used.size() / scale), m_canvas.image(),
                       used);
}

void CurveField::compose(int columns, double scale)
{
    const auto half = static_cast<float>(SeriesPlottable::LineWidth * scale / 2);
    for (int x = 0; x < columns; ++x) {
        const auto column = static_cast<std::size_t>(x);
        for (const SeriesPlottable *curve : m_curves)
            if (const PixelSpan band = curve->runs()[column].band; !band.empty())
                m_canvas.lay(band.top, band.bottom, curve->bandInk());
        for (const SeriesPlottable *curve : m_curves)
            if (const PixelSpan extremes = curve->runs()[column].extremes; !extremes.empty())
                m_canvas.lay(extremes.top, extremes.bottom, curve->extremesInk());
        for (const SeriesPlottable *curve : m_curves)
            if (const PixelSpan line = curve->runs()[column].line; !line.empty() && curve->inksAt(x, scale))
                m_canvas.lay(line.top - half, line.bottom + half, curve->lineInk());
        m_canvas.finishColumn();
    }
    m_canvas.finish();
}

} // namespace noonmark::ui
