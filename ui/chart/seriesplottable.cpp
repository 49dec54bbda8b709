// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/seriesplottable.h"

#include <algorithm>
#include <cmath>

namespace noonmark::ui {

namespace {

// Points are shown while they stand this far apart, in pixels.
constexpr double PointDistance = 12;
constexpr double LineWidth = 1.5;
constexpr std::size_t MostSmooth = 400; // columns

} // namespace

SeriesPlottable::SeriesPlottable(QCPAxis *timeAxis, QCPAxis *valueAxis)
    : QCPAbstractPlottable(timeAxis, valueAxis)
    , m_series(std::make_shared<monitor::Series>())
{}

void SeriesPlottable::setSeries(std::shared_ptr<const monitor::Series> series)
{
    if (series == m_series)
        return;
    m_series = std::move(series);
    m_view = {};
}

void SeriesPlottable::setDashed(bool on)
{
    m_dashed = on;
    setInk(m_ink);
}

void SeriesPlottable::setInk(const QColor &ink)
{
    m_ink = ink;
    setPen(QPen(ink, LineWidth, m_dashed ? Qt::DashLine : Qt::SolidLine));
}

const SeriesPlottable::Columns &SeriesPlottable::visibleColumns() const
{
    const QCPRange range = keyAxis()->range();
    const View view{range.lower, range.upper, std::max(1, keyAxis()->axisRect()->width()),
                    m_series->revision()};
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

void SeriesPlottable::draw(QCPPainter *painter)
{
    const Columns &columns = visibleColumns();
    if (columns.empty())
        return;
    std::size_t samples = 0;
    for (const monitor::Column &column : columns)
        samples += column.count;
    const bool dense = samples > 2 * columns.size();
    if (m_band || dense)
        drawShade(painter, columns, dense);
    drawLine(painter, columns, dense);
    const double length = pixel(columns.back().lastTime, 0).x() - pixel(columns.front().firstTime, 0).x();
    if (!dense && static_cast<double>(columns.size() - 1) * PointDistance <= length)
        drawPoints(painter, columns);
}

// Band and extremes go into an image of our own, a row at a time, and from there onto the chart at once: a
// polygon with a jagged outline costs a hundred times as much, and a thousand translucent lines ten times.
void SeriesPlottable::drawShade(QCPPainter *painter, const Columns &columns, bool dense)
{
    const QRect area = clipRect();
    m_runs.assign(static_cast<std::size_t>(area.width()), {});
    if (m_band)
        addBand(columns, area);
    if (dense)
        addExtremes(columns, area);
    int top = area.height();
    int bottom = 0;
    for (const Run &run : m_runs) {
        top = std::min({top, run.from, run.innerFrom});
        bottom = std::max({bottom, run.to, run.innerTo});
    }
    if (top >= bottom)
        return;
    if (m_shade.size() != area.size())
        m_shade = QImage(area.size(), QImage::Format_ARGB32_Premultiplied);
    const auto inkOf = [this](float alpha) {
        QColor pale = m_ink;
        pale.setAlphaF(alpha);
        return qPremultiply(pale.rgba());
    };
    const QRgb outer = inkOf(0.18F);
    const QRgb inner = inkOf(0.45F);
    for (int y = top; y < bottom; ++y) {
        auto *row = reinterpret_cast<QRgb *>(m_shade.scanLine(y));
        for (std::size_t x = 0; x < m_runs.size(); ++x) {
            const Run &run = m_runs[x];
            const QRgb behind = y >= run.from && y < run.to ? outer : 0;
            row[x] = y >= run.innerFrom && y < run.innerTo ? inner : behind;
        }
    }
    painter->drawImage(area.topLeft() + QPoint(0, top), m_shade, QRect(0, top, area.width(), bottom - top));
}

int SeriesPlottable::rowOf(double value, const QRect &area) const
{
    const double y = valueAxis()->coordToPixel(value) - area.top();
    return static_cast<int>(std::clamp(y, 0.0, static_cast<double>(area.height())));
}

void SeriesPlottable::addBand(const Columns &columns, const QRect &area)
{
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const monitor::Column &a = columns[i];
        const monitor::Column &b = columns[i + 1];
        if (isGap(a, b))
            continue;
        const double left = keyAxis()->coordToPixel(a.lastTime);
        const double right = keyAxis()->coordToPixel(b.firstTime);
        const double begin = std::max(left, static_cast<double>(area.left()));
        const double end = std::min(right, static_cast<double>(area.right() + 1));
        for (double x = begin; x < end; x += 1) {
            const double share = right > left ? (x - left) / (right - left) : 0;
            const double value = a.mean() + (b.mean() - a.mean()) * share;
            const double error = a.error + (b.error - a.error) * share;
            const auto column =
                static_cast<std::size_t>(std::floor(x)) - static_cast<std::size_t>(area.left());
            if (column < m_runs.size()) {
                m_runs[column].from = rowOf(value + error, area);
                m_runs[column].to = rowOf(value - error, area);
            }
        }
    }
}

void SeriesPlottable::addExtremes(const Columns &columns, const QRect &area)
{
    for (const monitor::Column &column : columns) {
        const double x = keyAxis()->coordToPixel((column.firstTime + column.lastTime) / 2) - area.left();
        if (x < 0 || x >= area.width())
            continue;
        Run &run = m_runs[static_cast<std::size_t>(x)];
        run.innerFrom = std::min(run.innerFrom, rowOf(column.highest, area));
        run.innerTo = std::max(run.innerTo, std::min(rowOf(column.lowest, area) + 1, area.height()));
    }
}

void SeriesPlottable::drawLine(QCPPainter *painter, const Columns &columns, bool dense) const
{
    // A curve of a thousand short pieces is drawn ten times as fast without smoothing, and looks the same.
    applyDefaultAntialiasingHint(painter);
    painter->setPen(pen());
    if (columns.size() > MostSmooth) {
        painter->setAntialiasing(false);
        painter->setPen(QPen(m_ink, 1, pen().style()));
    }
    QVector<QLineF> segments;
    segments.reserve(static_cast<qsizetype>(columns.size()));
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const monitor::Column &a = columns[i];
        const monitor::Column &b = columns[i + 1];
        if (isGap(a, b))
            continue;
        if (dense)
            segments.append({pixel((a.firstTime + a.lastTime) / 2, a.mean()),
                             pixel((b.firstTime + b.lastTime) / 2, b.mean())});
        else
            segments.append({pixel(a.lastTime, a.last), pixel(b.firstTime, b.first)});
    }
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
