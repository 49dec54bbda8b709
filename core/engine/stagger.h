// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace noonmark::engine {

// Several sources, all asked once in `interval` s: asked at once they tell one moment several times over,
// asked in turn they tell several moments. Returns when to ask one that would be asked in `planned` s while
// the others are in `others`; never sooner than in `soonest`.
[[nodiscard]] double staggered(double planned, double interval, double soonest,
                               std::span<const double> others);

} // namespace noonmark::engine
