// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/columnmix.h"

#include <cmath>
#include <tuple>

#if defined(__x86_64__) && defined(__GNUC__)
#define NOONMARK_HAS_AVX2
#endif

namespace noonmark::ui {

namespace {

constexpr int Full = 255;
constexpr std::uint16_t Whole = ColumnRun::Whole;
constexpr std::size_t Together = 4; // pixels that fill a wide register

std::uint16_t rounded(double value)
{
    return static_cast<std::uint16_t>(std::lround(value));
}

// What shows through an ink, of 256. With it 255 * 256 + 128 still fits into 16 bits.
inline std::uint16_t throughOf(std::uint16_t opacity)
{
    return static_cast<std::uint16_t>(Whole - opacity - opacity / 128);
}

[[gnu::always_inline]] inline void cover(WidePixel &pixel, const Ink &ink, std::uint16_t coverage)
{
    WidePixel add;
    for (std::size_t part = 0; part < add.size(); ++part)
        add[part] = static_cast<std::uint16_t>(static_cast<std::uint16_t>(ink.parts[part] * coverage) >> 8);
    const std::uint16_t through = throughOf(add[3]);
    for (std::size_t part = 0; part < add.size(); ++part) {
        const auto left = static_cast<std::uint16_t>(pixel[part] * through + 128);
        pixel[part] = static_cast<std::uint16_t>(add[part] + (left >> 8));
    }
}

// So many numbers at once, without asking where they begin.
template <std::size_t Count>
[[gnu::always_inline]] inline void mixSome(std::uint16_t *here, const std::uint16_t *add,
                                           std::uint16_t through)
{
    for (std::size_t i = 0; i < Count; ++i) {
        const auto left = static_cast<std::uint16_t>(here[i] * through + 128);
        here[i] = static_cast<std::uint16_t>(add[i] + (left >> 8));
    }
}

[[gnu::always_inline]] inline void mix(std::span<WidePixel> pixels, const Ink &ink)
{
    constexpr std::size_t Parts = std::tuple_size_v<WidePixel>;
    std::array<std::uint16_t, Parts * Together> add;
    for (std::size_t i = 0; i < add.size(); ++i)
        add[i] = ink.parts[i % Parts];
    const std::uint16_t through = throughOf(ink.parts[3]);
    std::size_t row = 0;
    for (; row + Together <= pixels.size(); row += Together)
        mixSome<Parts * Together>(pixels[row].data(), add.data(), through);
    for (; row < pixels.size(); ++row)
        mixSome<Parts>(pixels[row].data(), add.data(), through);
}

[[gnu::always_inline]] inline void layAll(std::span<const ColumnRun> runs, std::span<WidePixel> pixels)
{
    for (const ColumnRun &run : runs) {
        const auto first = static_cast<std::size_t>(run.from / Whole);
        const auto last = static_cast<std::size_t>(run.to / Whole); // covered up to its part `run.to % Whole`
        if (first == last) {
            cover(pixels[first], run.ink, static_cast<std::uint16_t>(run.to - run.from));
            continue;
        }
        cover(pixels[first], run.ink, static_cast<std::uint16_t>(Whole - run.from % Whole));
        mix(pixels.subspan(first + 1, last - first - 1), run.ink);
        if (run.to % Whole != 0)
            cover(pixels[last], run.ink, static_cast<std::uint16_t>(run.to % Whole));
    }
}

#ifdef NOONMARK_HAS_AVX2
[[gnu::target("avx2")]] void layAllWide(std::span<const ColumnRun> runs, std::span<WidePixel> pixels)
{
    layAll(runs, pixels);
}
#endif

} // namespace

Ink::Ink(const QColor &color, double opacity)
    : parts{rounded(color.blue() * opacity), rounded(color.green() * opacity), rounded(color.red() * opacity),
            rounded(Full * opacity)}
{}

Width widest()
{
#ifdef NOONMARK_HAS_AVX2
    static const bool isWide = __builtin_cpu_supports("avx2") != 0;
    return isWide ? Width::Wide : Width::Plain;
#else
    return Width::Plain;
#endif
}

void mixColumn(std::span<const ColumnRun> runs, std::span<WidePixel> pixels, Width width)
{
#ifdef NOONMARK_HAS_AVX2
    if (width == Width::Wide) {
        layAllWide(runs, pixels);
        return;
    }
#else
    Q_UNUSED(width)
#endif
    layAll(runs, pixels);
}

} // namespace noonmark::ui
