// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"

#include <optional>

namespace noonmark::monitor {

// What can be said of the samples of a span.
struct SeriesStatistics
{
    std::size_t count = 0;
    double mean = 0;
    double rms = 0; // about zero: what an error is worth
    // So many of a hundred values are no farther from zero.
    double percentile95 = 0;
    double percentile99 = 0;
    // Of offsets: how much the frequency between the two clocks changes over `interval` seconds.
    struct Allan
    {
        double interval = 0;
        double deviation = 0;
    };
    std::optional<Allan> allan;
};

// Of the samples within [from, to]; nothing if there are none. The Allan deviation needs three samples at even
// distances somewhere; it is told at the usual distance of the span, the shortest at which it can be told.
[[nodiscard]] std::optional<SeriesStatistics> statisticsOf(const Series &series, double from, double to);

} // namespace noonmark::monitor
