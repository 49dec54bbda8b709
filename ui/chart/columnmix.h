// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstdint>
#include <span>

namespace noonmark::ui {

// A pixel while it is mixed: blue, green, red and opacity from 0 to 255, each times the opacity, and each in
// 16 bits so that four of them are multiplied at once.
using WidePixel = std::array<std::uint16_t, 4>;

// An ink as it is mixed.
struct Ink
{
    WidePixel parts{};

    Ink() = default;
    Ink(const QColor &color, double opacity);
};

// A run of one column of pixels in one ink: its ends in parts of a pixel, `from` before `to`.
struct ColumnRun
{
    static constexpr int Whole = 256; // parts of a pixel

    int from = 0;
    int to = 0;
    Ink ink;
};

// What a processor can do for it.
enum class Width : std::uint8_t
{
    Plain, // what every processor of its kind has
    Wide,  // AVX2: twice as many pixels at once
};

// The widest that this processor has.
[[nodiscard]] Width widest();

// Lays the runs over each other, the first at the back. Every width gives the same pixels.
void mixColumn(std::span<const ColumnRun> runs, std::span<WidePixel> pixels, Width width = widest());

} // namespace noonmark::ui
