// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/curveruns.h"

#include <algorithm>
#include <cmath>

namespace noonmark::ui {

namespace {

struct Vertex
{
    double x = 0;
    double y = 0;
    double error = 0; // pixels, upwards
};

class Tracer
{
public:
    Tracer(const Projection &projection, const CurveParts &parts, std::vector<CurveRun> &runs)
        : m_projection(projection)
        , m_parts(parts)
        , m_runs(runs)
        , m_width(static_cast<double>(runs.size()))
    {}

    [[nodiscard]] Vertex vertexOf(const monitor::Column &column) const
    {
        return {m_projection.x((column.firstTime + column.lastTime) / 2), m_projection.y(column.mean()),
                std::abs(column.error * m_projection.pixelsPerValue)};
    }

    // The piece of the line between two vertices, column by column of pixels.
    void connect(const Vertex &a, const Vertex &b)
    {
        const double begin = std::max(a.x, 0.0);
        const double end = std::min(b.x, m_width);
        const double length = b.x - a.x;
        if (begin >= end)
            return;
        const double perPixel = 1 / length;
        const double slope = (b.y - a.y) * perPixel;
        const double widening = (b.error - a.error) * perPixel;
        double left = begin;
        double y = a.y + slope * (begin - a.x);
        double error = a.error + widening * (begin - a.x);
        for (auto column = static_cast<std::size_t>(begin); left < end; ++column) {
            const double right = std::min(static_cast<double>(column + 1), end);
            const double nextY = y + slope * (right - left);
            const double nextError = error + widening * (right - left);
            CurveRun &run = m_runs[column];
            if (m_parts.line)
                run.line.include(std::min(y, nextY), std::max(y, nextY));
            if (m_parts.band)
                run.band.include(std::min(y - error, nextY - nextError),
                                 std::max(y + error, nextY + nextError));
            left = right;
            y = nextY;
            error = nextError;
        }
    }

    void addExtremes(const monitor::Column &column)
    {
        const double from = std::max(m_projection.x(column.firstTime), 0.0);
        const double to = std::min(m_projection.x(column.lastTime), m_width - 1);
        if (from >= m_width || to < 0)
            return;
        const double top = m_projection.y(column.highest);
        const double bottom = m_projection.y(column.lowest);
        for (auto x = static_cast<std::size_t>(from); x <= static_cast<std::size_t>(to); ++x)
            m_runs[x].extremes.include(top, bottom);
    }

private:
    const Projection &m_projection;
    const CurveParts &m_parts;
    std::vector<CurveRun> &m_runs;
    double m_width;
};

} // namespace

void traceRuns(std::span<const monitor::Column> columns, const Projection &projection,
               const CurveParts &parts, std::vector<CurveRun> &runs)
{
    std::ranges::fill(runs, CurveRun{});
    if (runs.empty() || columns.empty())
        return;
    Tracer tracer(projection, parts, runs);
    Vertex before;
    const monitor::Column *previous = nullptr;
    for (const monitor::Column &column : columns) {
        if (parts.extremes && column.count > 1)
            tracer.addExtremes(column);
        const Vertex here = tracer.vertexOf(column);
        if (previous != nullptr && column.firstTime - previous->lastTime <= parts.gap)
            tracer.connect(before, here);
        before = here;
        previous = &column;
    }
}

} // namespace noonmark::ui
