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
    if (m_band)
        drawBand(painter, columns);
    if (dense)
        drawExtremes(painter, columns);
    drawLine(painter, columns, dense);
    const double length = pixel(columns.back().lastTime, 0).x() - pixel(columns.front().firstTime, 0).x();
    if (!dense && static_cast<double>(columns.size() - 1) * PointDistance <= length)
        drawPoints(painter, columns);
}

void SeriesPlottable::drawBand(QCPPainter *painter, const Columns &columns)
{
    // One run of pixels per column: a polygon with a jagged outline costs a hundred times as much.
    const QRect area = clipRect();
    if (m_bandImage.size() != area.size())
        m_bandImage = QImage(area.size(), QImage::Format_ARGB32_Premultiplied);
    m_bandImage.fill(Qt::transparent);
    QColor pale = m_ink;
    pale.setAlphaF(0.18F);
    const QRgb ink = qPremultiply(pale.rgba());
    const auto fill = [this, &area, ink](double x, double value, double error) {
        const int column = static_cast<int>(std::floor(x)) - area.left();
        if (column < 0 || column >= m_bandImage.width())
            return;
        const double top = valueAxis()->coordToPixel(value + error) - area.top();
        const double bottom = valueAxis()->coordToPixel(value - error) - area.top();
        const int from = static_cast<int>(std::clamp(top, 0.0, static_cast<double>(m_bandImage.height())));
        const int to = static_cast<int>(std::clamp(bottom, 0.0, static_cast<double>(m_bandImage.height())));
        for (int y = from; y < to; ++y)
            reinterpret_cast<QRgb *>(m_bandImage.scanLine(y))[column] = ink;
    };
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
            fill(x, a.mean() + (b.mean() - a.mean()) * share, a.error + (b.error - a.error) * share);
        }
    }
    painter->drawImage(area.topLeft(), m_bandImage);
}

void SeriesPlottable::drawExtremes(QCPPainter *painter, const Columns &columns) const
{
    QColor pale = m_ink;
    pale.setAlphaF(0.35F);
    painter->setAntialiasing(false);
    painter->setPen(QPen(pale, 1));
    QVector<QLineF> runs;
    runs.reserve(static_cast<qsizetype>(columns.size()));
    for (const monitor::Column &column : columns) {
        const double middle = (column.firstTime + column.lastTime) / 2;
        runs.append({pixel(middle, column.lowest), pixel(middle, column.highest)});
    }
    painter->drawLines(runs);
}

void SeriesPlottable::drawLine(QCPPainter *painter, const Columns &columns, bool dense) const
{
    applyDefaultAntialiasingHint(painter);
    painter->setPen(pen());
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
