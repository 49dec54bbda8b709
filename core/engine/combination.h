// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"

#include <span>

namespace noonmark::engine {

struct WeightedEstimate
{
    Estimate estimate;
    double distance = 0; // root distance: bounds what an asymmetric path may hide
};

// One estimate out of those of all survivors; `estimates` is not empty.
[[nodiscard]] Estimate combine(std::span<const WeightedEstimate> estimates);

// By how much, in seconds, two right clocks at this root distance may disagree for ever: paths are not
// symmetric.
[[nodiscard]] double asymmetryAllowance(double distance);

} // namespace noonmark::engine
