// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/recenthistory.h"

#include "ui/chart/chartview.h"

#include <array>
#include <string_view>

namespace noonmark::ui {

// The charts one can have, in the order they stand below each other.
struct ChartKind
{
    const char *id; // "offset": in settings and object names
    monitor::Quantity quantity;
    bool ofSystem; // one curve for the daemon instead of one for each source
    ValueScale scale;
    std::string_view column; // whose explanation it has
    const char *title;       // under the context "noonmark::ui::ChartPanel"
};

inline constexpr std::size_t ChartKindCount = 8;
[[nodiscard]] const std::array<ChartKind, ChartKindCount> &chartKinds();
[[nodiscard]] QString titleOf(const ChartKind &kind);

} // namespace noonmark::ui
