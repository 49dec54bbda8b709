// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/seriesplottable.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace noonmark::ui {

namespace {

// Points are shown while they stand this far apart, in pixels.
constexpr double PointDistance = 12;
constexpr std::size_t MostPieces = 400;  // drawn one by one, smoothed in every direction
constexpr double BandOpacity = 0.18;     // of one alone
constexpr double BandsShowThrough = 0.5; // what is behind all of them
constexpr double ExtremesOpacity = 0.45;
constexpr double Dash = 9; // pixels from one dash to the next
constexpr double DashInk = 6;

QColor pale(QColor ink, double opacity)
{
    ink.setAlphaF(static_cast<float>(opacity));
    return ink;
}

} // namespace

SeriesPlottable::SeriesPlottable(QCPAxis *timeAxis, QCPAxis *valueAxis)
    : QCPAbstractPlottable(timeAxis, valueAxis)
    , m_series(std::make_shared<monitor::Series>())
    , m_bandOpacity(BandOpacity)
{}

void SeriesPlottable::setSeries(std::shared_ptr<const monitor::Series> series)
{
    if (series == m_series)
        return;
    m_series = std::move(series);
    m_view = {};
}

void SeriesPlottable::setBandCount(std::size_t count)
{
    const double share = 1 / static_cast<double>(std::max<std::size_t>(count, 1));
    m_bandOpacity = std::min(BandOpacity, 1 - std::pow(BandsShowThrough, share));
    setInk(m_ink);
}

void SeriesPlottable::setDashed(bool on)
{
    m_dashed = on;
    setInk(m_ink);
}

void SeriesPlottable::setInk(const QColor &ink)
{
    m_ink = ink;
    m_bandInk = Ink(ink, m_bandOpacity);
    m_extremesInk = Ink(ink, ExtremesOpacity);
    m_lineInk = Ink(ink, 1);
    setPen(QPen(ink, LineWidth, m_dashed ? Qt::DashLine : Qt::SolidLine));
}

const SeriesPlottable::Columns &SeriesPlottable::visibleColumns() const
{
    const QCPRange range = keyAxis()->range();
    const int width = static_cast<int>(keyAxis()->axisRect()->width() * m_resolution);
    const View view{range.lower, range.upper, std::max(1, width), m_series->revision()};
    if (view != m_view) {
        m_columns = m_series->columns(view.from, view.to, view.width);
        m_view = view;
    }
    return m_columns;
}

QCPRange SeriesPlottable::visibleValues(bool &found) const
{
    const QCPRange view = keyAxis()->range();
    QCPRange result;
    found = false;
    for (const monitor::Column &column : visibleColumns()) {
        if (column.lastTime < view.lower || column.firstTime > view.upper)
            continue;
        const double error = m_band ? column.error : 0;
        const QCPRange here(column.lowest - error, column.highest + error);
        result = found ? result.expanded(here) : here;
        found = true;
    }
    return result;
}

QPointF SeriesPlottable::pixel(double time, double value) const
{
    return coordsToPixels(time, value);
}

bool SeriesPlottable::isGap(const monitor::Column &before, const monitor::Column &after) const
{
    return after.firstTime - before.lastTime > m_gap;
}

SeriesPlottable::Manner SeriesPlottable::manner(const Columns &columns) const
{
    std::size_t samples = 0;
    for (const monitor::Column &column : columns)
        samples += column.count;
    return {samples > 2 * columns.size(), columns.size() > MostPieces};
}

bool SeriesPlottable::traceOn(const QRect &area, double scale)
{
    m_resolution = scale;
    const Columns &columns = visibleColumns();
    const auto [dense, traced] = manner(columns);
    const bool any = !columns.empty() && (m_band || dense || traced);
    m_runs.resize(static_cast<std::size_t>(std::ceil(area.width() * scale)));
    const auto onCanvas = [scale](double pixel, double origin) { return (pixel - origin) * scale; };
    const QCPRange times = keyAxis()->range();
    const QCPRange values = valueAxis()->range();
    const double left = onCanvas(keyAxis()->coordToPixel(times.lower), area.left());
    const double right = onCanvas(keyAxis()->coordToPixel(times.upper), area.left());
    const double bottom = onCanvas(valueAxis()->coordToPixel(values.lower), area.top());
    const double top = onCanvas(valueAxis()->coordToPixel(values.upper), area.top());
    Projection projection;
    projection.pixelsPerSecond = (right - left) / times.size();
    projection.timeOrigin = times.lower - left / projection.pixelsPerSecond;
    projection.pixelsPerValue = (top - bottom) / values.size();
    projection.valueOrigin = values.lower - bottom / projection.pixelsPerValue;
    traceRuns(any ? std::span(columns) : std::span<const monitor::Column>(), projection,
              {m_gap, m_band, dense, traced}, m_runs);
    return any;
}

bool SeriesPlottable::inksAt(int x, double scale) const
{
    return !m_dashed || std::fmod(x, Dash * scale) < DashInk * scale;
}

void SeriesPlottable::draw(QCPPainter *painter)
{
    const bool onPaper = painter->modes().testFlag(QCPPainter::pmVectorized);
    if (onPaper && traceOn(clipRect(), 1)) {
        drawRuns(painter, &CurveRun::band, pale(m_ink, m_bandOpacity));
        drawRuns(painter, &CurveRun::extremes, pale(m_ink, ExtremesOpacity));
    }
    const Columns &columns = visibleColumns();
    if (columns.empty())
        return;
    const auto [dense, traced] = manner(columns);
    if (onPaper || !traced)
        drawLine(painter, columns);
    const double length = pixel(columns.back().lastTime, 0).x() - pixel(columns.front().firstTime, 0).x();
    if (!dense && static_cast<double>(columns.size() - 1) * PointDistance <= length)
        drawPoints(painter, columns);
}

// One shape for each stretch without a gap.
void SeriesPlottable::drawRuns(QCPPainter *painter, PixelSpan CurveRun::*span, const QColor &fill) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const QPointF origin = clipRect().topLeft();
    QPolygonF upper;
    QPolygonF lower;
    for (std::size_t x = 0; x <= m_runs.size(); ++x) {
        const PixelSpan here = x < m_runs.size() ? m_runs[x].*span : PixelSpan();
        if (!here.empty()) {
            upper.append(origin + QPointF(static_cast<double>(x) + 0.5, here.top));
            lower.prepend(origin + QPointF(static_cast<double>(x) + 0.5, here.bottom));
        } else if (!upper.isEmpty()) {
            painter->drawPolygon(upper + lower);
            upper.clear();
            lower.clear();
        }
    }
}

void SeriesPlottable::drawLine(QCPPainter *painter, const Columns &columns) const
{
    applyDefaultAntialiasingHint(painter);
    painter->setPen(pen());
    painter->setBrush(Qt::NoBrush);
    QVector<QLineF> segments;
    segments.reserve(static_cast<qsizetype>(columns.size()));
    const auto vertexOf = [this](const monitor::Column &column) {
        return pixel((column.firstTime + column.lastTime) / 2, column.mean());
    };
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
        if (!isGap(columns[i], columns[i + 1]))
            segments.append({vertexOf(columns[i]), vertexOf(columns[i + 1])});
    painter->drawLines(segments);
}

void SeriesPlottable::drawPoints(QCPPainter *painter, const Columns &columns) const
{
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink);
    for (const monitor::Column &column : columns)
        painter->drawEllipse(pixel(column.lastTime, column.last), 2.2, 2.2);
}

void SeriesPlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->setPen(pen());
    painter->drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()));
}

double SeriesPlottable::selectTest(const QPointF & /*pos*/, bool /*onlySelectable*/,
                                   QVariant * /*details*/) const
{
    return -1;
}

QCPRange SeriesPlottable::getKeyRange(bool &foundRange, QCP::SignDomain /*inSignDomain*/) const
{
    foundRange = !m_series->empty();
    return foundRange ? QCPRange(m_series->samples().front().time, m_series->samples().back().time)
                      : QCPRange();
}

QCPRange SeriesPlottable::getValueRange(bool &foundRange, QCP::SignDomain /*inSignDomain*/,
                                        const QCPRange & /*inKeyRange*/) const
{
    return visibleValues(foundRange);
}

} // namespace noonmark::ui
