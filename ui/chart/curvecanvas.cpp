// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/curvecanvas.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace noonmark::ui {

namespace {

// Four numbers of 16 bits, none above 255, as four of 8.
std::uint32_t narrowed(const WidePixel &pixel)
{
    const auto wide = std::bit_cast<std::uint64_t>(pixel);
    const std::uint64_t pairs = wide | wide >> 8;
    return static_cast<std::uint32_t>(pairs & 0xffff) | static_cast<std::uint32_t>(pairs >> 16 & 0xffff0000);
}

} // namespace

void CurveCanvas::Rows::include(const Rows &other)
{
    if (other.empty())
        return;
    const bool isFirst = empty();
    from = isFirst ? other.from : std::min(from, other.from);
    to = isFirst ? other.to : std::max(to, other.to);
}

void CurveCanvas::begin(const QSize &size)
{
    m_height = size.height();
    m_column = 0;
    if (!m_used.empty()) // what is empty already need not be emptied
        std::memset(m_image.scanLine(m_used.from), 0,
                    static_cast<std::size_t>((m_used.to - m_used.from) * m_image.bytesPerLine()));
    m_used = {};
    if (m_image.size() != size) {
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(0);
        m_pixels.assign(static_cast<std::size_t>(m_height), {});
        m_block.assign(static_cast<std::size_t>(m_height), {});
    }
}

void CurveCanvas::lay(float top, float bottom, const Ink &ink)
{
    constexpr int Whole = ColumnRun::Whole;
    const auto height = static_cast<float>(m_height);
    const int from = static_cast<int>(std::clamp(top, 0.0F, height) * Whole);
    const int to = static_cast<int>(std::clamp(bottom, 0.0F, height) * Whole);
    if (from >= to)
        return;
    m_touched.include({from / Whole, (to + Whole - 1) / Whole});
    m_runs.push_back({from, to, ink});
}

void CurveCanvas::finishColumn()
{
    mixColumn(m_runs, m_pixels);
    m_runs.clear();
    const auto place = static_cast<std::size_t>(m_column % Beside);
    for (auto row = static_cast<std::size_t>(m_touched.from); row < static_cast<std::size_t>(m_touched.to);
         ++row) {
        m_block[row][place] = narrowed(m_pixels[row]);
        m_pixels[row] = {};
    }
    m_gathered.include(m_touched);
    m_touched = {};
    if (++m_column % Beside == 0)
        flush();
}

void CurveCanvas::finish()
{
    if (m_column % Beside != 0) {
        m_column += Beside - m_column % Beside;
        flush();
    }
}

void CurveCanvas::flush()
{
    const int left = m_column - Beside;
    const auto width = static_cast<std::size_t>(std::min(Beside, m_image.width() - left)) * sizeof(QRgb);
    const qsizetype stride = m_image.bytesPerLine();
    uchar *to = m_image.bits() + m_gathered.from * stride + left * qsizetype{sizeof(QRgb)};
    for (int row = m_gathered.from; row < m_gathered.to; ++row, to += stride) {
        auto &pixels = m_block[static_cast<std::size_t>(row)];
        std::memcpy(to, pixels.data(), width);
        pixels = {};
    }
    m_used.include(m_gathered);
    m_gathered = {};
}

} // namespace noonmark::ui
