// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/curvecanvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace noonmark::ui {

namespace {

constexpr int Full = 255;
constexpr int Whole = 256; // coverage of a pixel

std::uint16_t rounded(double value)
{
    return static_cast<std::uint16_t>(std::lround(value));
}

// What shows through an ink, of 256. With it 255 * 256 + 128 still fits into 16 bits.
std::uint16_t throughOf(int opacity)
{
    return static_cast<std::uint16_t>(Whole - opacity - opacity / 128);
}

} // namespace

Ink::Ink(const QColor &color, double opacity)
    : parts{rounded(color.blue() * opacity), rounded(color.green() * opacity), rounded(color.red() * opacity),
            rounded(Full * opacity)}
{}

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
        for (auto &plane : m_planes)
            plane.assign(static_cast<std::size_t>(m_height), 0);
        m_block.assign(static_cast<std::size_t>(m_height), {});
    }
}

void CurveCanvas::lay(float top, float bottom, const Ink &ink)
{
    const auto height = static_cast<float>(m_height);
    const int from = static_cast<int>(std::clamp(top, 0.0F, height) * Whole);
    const int to = static_cast<int>(std::clamp(bottom, 0.0F, height) * Whole);
    if (from >= to)
        return;
    const int first = from / Whole;
    const int last = to / Whole; // covered up to its part `to % Whole`
    m_touched.include({first, std::min(last + 1, m_height)});
    if (first == last) {
        cover(first, to - from, ink);
        return;
    }
    cover(first, Whole - from % Whole, ink);
    mix(first + 1, last, ink);
    if (to % Whole != 0)
        cover(last, to % Whole, ink);
}

void CurveCanvas::cover(int row, int coverage, const Ink &ink)
{
    const auto at = static_cast<std::size_t>(row);
    const int through = throughOf(ink.parts[3] * coverage / Whole);
    for (std::size_t part = 0; part < m_planes.size(); ++part) {
        std::uint16_t &here = m_planes[part][at];
        here =
            static_cast<std::uint16_t>(ink.parts[part] * coverage / Whole + (here * through + 128) / Whole);
    }
}

void CurveCanvas::mix(int from, int to, const Ink &ink)
{
    const std::uint16_t through = throughOf(ink.parts[3]);
    for (std::size_t part = 0; part < m_planes.size(); ++part) {
        std::uint16_t *plane = m_planes[part].data();
        const std::uint16_t add = ink.parts[part];
        for (int i = from; i < to; ++i) {
            const auto left = static_cast<std::uint16_t>(plane[i] * through + 128);
            plane[i] = static_cast<std::uint16_t>(add + (left >> 8));
        }
    }
}

void CurveCanvas::finishColumn()
{
    const auto place = static_cast<std::size_t>(m_column % Beside);
    const auto &[blue, green, red, opacity] = m_planes;
    for (auto i = static_cast<std::size_t>(m_touched.from); i < static_cast<std::size_t>(m_touched.to); ++i)
        m_block[i][place] = static_cast<std::uint32_t>(blue[i]) | static_cast<std::uint32_t>(green[i]) << 8 |
                            static_cast<std::uint32_t>(red[i]) << 16 |
                            static_cast<std::uint32_t>(opacity[i]) << 24;
    for (auto &plane : m_planes)
        std::fill(plane.begin() + m_touched.from, plane.begin() + m_touched.to, std::uint16_t{0});
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
