// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/curvecanvas.h"

#include <vector>

#include <qcustomplot.h>

namespace noonmark::ui {

class SeriesPlottable;

// Draws what is dense of all curves of a chart in one picture: first every band, then every curve's extremes,
// then every line, so that no curve's shade lies over another's line. It stays behind the plottables, which
// draw what is sparse themselves, and leaves everything to them on paper.
class CurveField : public QCPLayerable
{
    Q_OBJECT

public:
    explicit CurveField(QCPAxis *timeAxis);

    void setCurves(std::vector<SeriesPlottable *> curves) { m_curves = std::move(curves); }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    void compose(int columns, double scale);

    QCPAxis *m_timeAxis;
    std::vector<SeriesPlottable *> m_curves;
    CurveCanvas m_canvas; // reused: a fresh picture costs more than drawing it
};

} // namespace noonmark::ui
