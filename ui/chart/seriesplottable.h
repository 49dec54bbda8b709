// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"

#include "ui/chart/curvecanvas.h"
#include "ui/chart/curveruns.h"

#include <memory>
#include <vector>

#include <qcustomplot.h>

namespace noonmark::ui {

// Draws one Series straight from its pyramid, so that a day costs what an hour costs. Few samples: a line
// with points; many to a pixel: the pale run between the extremes and the mean as a line. With a band, the
// uncertainty behind it. What is dense it only traces, and a CurveField draws it with that of the others;
// what is sparse, and everything on paper, it draws itself.
class SeriesPlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    static constexpr double LineWidth = 1.5;

    SeriesPlottable(QCPAxis *timeAxis, QCPAxis *valueAxis);

    void setSeries(std::shared_ptr<const monitor::Series> series);
    void setInk(const QColor &ink);
    // The line is broken where nothing was heard for longer than this.
    void setGap(double seconds) { m_gap = seconds; }
    void setBand(bool on) { m_band = on; }
    // How many bands lie over each other: the more there are, the paler is each.
    void setBandCount(std::size_t count);
    void setDashed(bool on);

    // Lowest and highest of what the time axis shows; empty if it shows nothing.
    [[nodiscard]] QCPRange visibleValues(bool &found) const;

    // Traces what is to be drawn as runs of pixels over this area; false if nothing is.
    bool traceOn(const QRect &area, double scale);
    [[nodiscard]] const std::vector<CurveRun> &runs() const { return m_runs; }
    [[nodiscard]] const Ink &bandInk() const { return m_bandInk; }
    [[nodiscard]] const Ink &extremesInk() const { return m_extremesInk; }
    [[nodiscard]] const Ink &lineInk() const { return m_lineInk; }
    // A dashed line has no ink in every third column or so.
    [[nodiscard]] bool inksAt(int x, double scale) const;

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
    // How it is drawn follows from how many samples there are to a pixel, and how many pixels they cover.
    struct Manner
    {
        bool dense = false;  // more than two samples to a pixel
        bool traced = false; // too many pieces to be drawn one by one
    };
    [[nodiscard]] Manner manner(const Columns &columns) const;
    void drawRuns(QCPPainter *painter, PixelSpan CurveRun::*span, const QColor &fill) const;
    void drawLine(QCPPainter *painter, const Columns &columns) const;
    void drawPoints(QCPPainter *painter, const Columns &columns) const;

    std::shared_ptr<const monitor::Series> m_series;
    QColor m_ink;
    double m_gap = 3600;
    bool m_band = false;
    double m_bandOpacity = 0;
    bool m_dashed = false;
    double m_resolution = 1; // pixels of the device to one of the layout
    Ink m_bandInk;
    Ink m_extremesInk;
    Ink m_lineInk;
    mutable View m_view;
    mutable Columns m_columns;
    std::vector<CurveRun> m_runs; // reused: fresh memory costs more than drawing
};

} // namespace noonmark::ui
