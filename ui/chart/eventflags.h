// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"

#include "ui/chart/flagmarks.h"

namespace noonmark::ui {

// The entries that explain a bend in the curves of this target ("" = the engine inside): steps, restarts,
// changes of sources, applied files. Not the small print: it would hide them.
[[nodiscard]] std::vector<ChartFlag> eventFlags(const monitor::Journal &journal, const QString &target);

} // namespace noonmark::ui
