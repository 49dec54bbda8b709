// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace noonmark::ui {

// From the first pixel to before the second, with fractions; nothing if they are the wrong way round.
struct PixelSpan
{
    float top = std::numeric_limits<float>::max();
    float bottom = std::numeric_limits<float>::lowest();

    [[nodiscard]] bool empty() const { return !(top <= bottom); }
    void include(double from, double to)
    {
        top = std::min(top, static_cast<float>(from));
        bottom = std::max(bottom, static_cast<float>(to));
    }
};

// What one curve covers of one column of pixels: its uncertainty, its extremes and the line itself.
struct CurveRun
{
    PixelSpan band;
    PixelSpan extremes;
    PixelSpan line;
};

// Where times and values come to lie, in pixels of the canvas.
struct Projection
{
    double timeOrigin = 0;
    double pixelsPerSecond = 1;
    double valueOrigin = 0;
    double pixelsPerValue = -1; // downwards

    [[nodiscard]] double x(double time) const { return (time - timeOrigin) * pixelsPerSecond; }
    [[nodiscard]] double y(double value) const { return (value - valueOrigin) * pixelsPerValue; }
};

// What of a curve is drawn; the line is broken where nothing was heard for longer than `gap` seconds.
struct CurveParts
{
    double gap = 3600;
    bool band = false;
    bool extremes = false;
    bool line = false;
};

// Turns the columns of a series into one run for each column of pixels. `runs` has the width of the canvas
// and is filled anew; it is kept by the caller because fresh memory costs more than the work.
void traceRuns(std::span<const monitor::Column> columns, const Projection &projection,
               const CurveParts &parts, std::vector<CurveRun> &runs);

} // namespace noonmark::ui
