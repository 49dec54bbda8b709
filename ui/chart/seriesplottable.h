// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"

#include <QImage>

#include <limits>
#include <memory>
#include <vector>

#include <qcustomplot.h>

namespace noonmark::ui {

// Draws one Series straight from its pyramid, so that a day costs what an hour costs. Few samples: a line
// with points; many to a pixel: the pale run between the extremes and the mean as a line. With a band, the
// uncertainty behind it.
class SeriesPlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    SeriesPlottable(QCPAxis *timeAxis, QCPAxis *valueAxis);

    void setSeries(std::shared_ptr<const monitor::Series> series);
    void setInk(const QColor &ink);
    // The line is broken where nothing was heard for longer than this.
    void setGap(double seconds) { m_gap = seconds; }
    void setBand(bool on) { m_band = on; }
    void setDashed(bool on);

    // Lowest and highest of what the time axis shows; empty if it shows nothing.
    [[nodiscard]] QCPRange visibleValues(bool &found) const;

    double selectTest(const QPointF &pos, bool onlySelectable, QVariant *details) const override;
    QCPRange getKeyRange(bool &foundRange, QCP::SignDomain inSignDomain) const override;
    QCPRange getValueRange(bool &foundRange, QCP::SignDomain inSignDomain,
                           const QCPRange &inKeyRange) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

private:
    using Columns = std::vector<monitor::Column>;

    // What was asked for last and what came: a replot asks twice, for the axis and for the curve.
    struct View
    {
        double from = 0;
        double to = 0;
        int width = 0;
        std::uint64_t revision = ~std::uint64_t{0};

        friend bool operator==(const View &, const View &) = default;
    };

    [[nodiscard]] const Columns &visibleColumns() const;
    [[nodiscard]] QPointF pixel(double time, double value) const;
    [[nodiscard]] bool isGap(const monitor::Column &before, const monitor::Column &after) const;
    // What is shaded of one column of pixels: the uncertainty, and within it the extremes. Rows of the image.
    struct Run
    {
        int from = std::numeric_limits<int>::max();
        int to = 0;
        int innerFrom = std::numeric_limits<int>::max();
        int innerTo = 0;
    };
    void drawShade(QCPPainter *painter, const Columns &columns, bool dense);
    void addBand(const Columns &columns, const QRect &area);
    void addExtremes(const Columns &columns, const QRect &area);
    [[nodiscard]] int rowOf(double value, const QRect &area) const;
    void drawLine(QCPPainter *painter, const Columns &columns, bool dense) const;
    void drawPoints(QCPPainter *painter, const Columns &columns) const;

    std::shared_ptr<const monitor::Series> m_series;
    QColor m_ink;
    double m_gap = 3600;
    bool m_band = false;
    bool m_dashed = false;
    mutable View m_view;
    mutable Columns m_columns;
    std::vector<Run> m_runs; // reused, like the image: fresh ones cost more than drawing
    QImage m_shade;
};

} // namespace noonmark::ui
