// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/peerfigures.h"

#include <algorithm>
#include <array>

namespace noonmark::simulation {

namespace {

// In the order of the struct: chrony, ntpsec, ntpd, ntpd-rs; yardstick and its requests; the best peer's RMS, worst
// maximum, rate RMS and time to 1 ms; the aims.
constexpr auto Figures = std::to_array<PeerFigures>({
    {"a1", 18.6, 195, 211, 5.11, 4.07, 530, 5.11, 24.8, 58.1, 6, 4.69, 16.5},
    {"a2", 99.5, 207, 209, 44.3, 33.5, 148, 44.3, 196, 67.8, 6, 38.5, 131},
    {"a3", 37.9, 76.7, 71, 46, 19.9, 83, 37.9, 176, 12.2, 6, 22.8, 62.8},
    {"b", 525, 1053, 931, 692, 361, 78, 525, 2333, 185, 246, 415, 1068},
    {"b2", 346, 1056, 853, 734, 253, 78, 346, 2141, 161, 246, 291, 678},
    {"c", 633, 1412, 1238, 1507, 388, 78, 633, 3134, 204, 217, 446, 1090},
    {"d", 99.8, 209, 206, 44.3, 33.5, 148, 44.3, 196, 60.4, 11, 38.5, 129},
    {"d2", 525, 960, 876, 691, 361, 78, 525, 2333, 185, 246, 415, 1084},
    {"e1", 105, 2958, 2977, 68.8, 32.5, 473, 68.8, 283, 591, 6, 37.3, 136},
    {"e2", 108, 221, 218, 52.8, 40.4, 282, 52.8, 207, 113, 6, 46.4, 143},
    {"e3", 2122, 3296, 2983, 1380, 719, 120, 1380, 6790, 997, 246, 827, 2466},
    {"f0", 139, 352, 349, 24.7, 22.5, 588, 24.7, 97.6, 81.3, 6, 25.8, 94},
    {"f1", 150, 310, 323, 28.4, 25.1, 588, 28.4, 120, 87.9, 6, 28.8, 101},
    {"f2", 515, 1987, 3348, 375, 250, 311, 375, 1431, 89, 186, 288, 688},
    {"f3", 4418, 1700, 2124, 2329, 262, 311, 1700, 15644, 647, 178, 301, 831},
    {"f4", 3900, 4628, 5353, 4265, 261, 312, 3900, 6849, 85.7, 14042, 300, 724},
    {"g1", 510, 1603, 1043, 815, 384, 152, 510, 3568, 295, 6, 441, 1108},
    {"g2", 73.7, 654, 561, 584, 62.1, 89, 73.7, 474, 31.2, 6, 71.4, 172},
    {"g3", 595, 7604, 8168, 1447, 438, 82, 595, 17810, 243, 246, 504, 1276},
});

} // namespace

std::span<const PeerFigures> peerFigures()
{
    return Figures;
}

const PeerFigures *findPeerFigures(std::string_view row)
{
    const auto found = std::ranges::find(Figures, row, &PeerFigures::row);
    return found == Figures.end() ? nullptr : &*found;
}

} // namespace noonmark::simulation
