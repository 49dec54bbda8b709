// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/estimate.h"
#include "core/engine/wanderbank.h"

#include <cstddef>
#include <span>

namespace noonmark::engine {

struct WeightedEstimate
{
    Estimate estimate;
    double distance = 0; // root distance: bounds what an asymmetric path may hide
};

// One estimate out of those of all survivors; `estimates` is not empty.
[[nodiscard]] Estimate combine(std::span<const WeightedEstimate> estimates);

// So many sources as good as this one would be worth what all together are; never more than there are. A
// filter that smooths as if its samples had the noise of so many's mean is the one to be combined with
// theirs.
[[nodiscard]] double companyOf(std::span<const WeightedEstimate> estimates, std::size_t index);
// What all of them tell together of how far the crystal wanders; there are some.
[[nodiscard]] WanderBank::Evidence pooled(std::span<const WanderBank::Evidence> each);

// By how much, in seconds, two right clocks at this root distance may disagree for ever: paths are not
// symmetric.
[[nodiscard]] double asymmetryAllowance(double distance);

} // namespace noonmark::engine
