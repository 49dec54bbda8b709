// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/historystore.h"

#include <functional>
#include <optional>
#include <string_view>

class QIODevice;

namespace noonmark::monitor {

// One line of ntpd's loopstats or peerstats, of either family; nothing if it is neither. Which of the two it is
// shows in its third field: a number, or the address of a source. Target and name are the caller's.
[[nodiscard]] std::optional<StoredSample> readStatisticsLine(std::string_view line);

struct Imported
{
    qint64 added = 0;
    qint64 known = 0;   // their moment was there already
    qint64 strange = 0; // lines that are neither loopstats nor peerstats

    Imported &operator+=(const Imported &other);
    friend bool operator==(const Imported &, const Imported &) = default;
};

// Reads a whole file into the history of a target, some thousand lines at a time. FileUnreadable if it cannot
// be opened; what was read before a failure stays.
[[nodiscard]] Result<Imported> importStatistics(HistoryStore &store, const QString &target,
                                                const QString &file);

// Everything of the range as comma-separated values, with a head; seconds throughout, what was not measured
// is empty. Returns the number of rows.
[[nodiscard]] Result<qint64> exportCsv(HistoryStore &store, const HistoryRange &range, QIODevice &out);

} // namespace noonmark::monitor
