// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/columnmix.h"

#include <QImage>

#include <array>
#include <cstdint>
#include <vector>

namespace noonmark::ui {

// Translucent vertical runs laid one over the other, column after column: for each column lay() what it
// shows, from the back to the front, then finishColumn(); after the last one finish(). Bands and lines of
// sixteen curves are millions of pixels to mix: a column stays in the nearest cache while it is mixed,
// several pixels at a time, and goes into the picture with its neighbours, a cache line at a time.
class CurveCanvas
{
public:
    // From the first to before the second.
    struct Rows
    {
        int from = 0;
        int to = 0;

        [[nodiscard]] bool empty() const { return from >= to; }
        void include(const Rows &other);
    };

    void begin(const QSize &size);
    // Rows with fractions: the pixels at the ends are covered in part. What lies outside is left out.
    void lay(float top, float bottom, const Ink &ink);
    void finishColumn();
    void finish();
    [[nodiscard]] const QImage &image() const { return m_image; }
    // The rest of the picture is empty.
    [[nodiscard]] Rows usedRows() const { return m_used; }

private:
    static constexpr int Beside = 16; // columns that make a cache line

    void flush();

    int m_height = 0;
    int m_column = 0;
    Rows m_touched;  // of the present column
    Rows m_gathered; // of the columns that are not yet in the picture
    Rows m_used;
    std::vector<ColumnRun> m_runs;   // of the present column
    std::vector<WidePixel> m_pixels; // of one column
    std::vector<std::array<std::uint32_t, Beside>> m_block;
    QImage m_image;
};

} // namespace noonmark::ui
