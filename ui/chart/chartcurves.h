// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/recenthistory.h"

#include "ui/chart/chartkinds.h"

#include <QSet>
#include <QStringList>

namespace noonmark::ui {

// Which curves belong into a chart: those of the chosen sources, and beside them, dashed, what another daemon
// measured. Knows nothing of widgets.
class ChartCurves
{
public:
    explicit ChartCurves(const monitor::RecentHistory &history)
        : m_history(history)
    {}

    QString targetName;
    QStringList selection; // keys; none means all
    QSet<QString> hidden;  // switched off in the legend
    bool band = false;
    QString comparisonName;
    const monitor::RecentHistory *comparison = nullptr;

    [[nodiscard]] std::vector<ChartLine> linesOf(const ChartKind &kind) const;
    // Of the sources: the daemons have charts of their own, and those say so.
    [[nodiscard]] std::vector<ChartLine> legend() const;
    // Of the oldest thing that could be drawn; `otherwise` if there is nothing older.
    [[nodiscard]] double firstTime(double otherwise) const;
    // Changes whenever something was measured.
    [[nodiscard]] std::uint64_t revision() const;

private:
    using Histories = std::vector<const monitor::SourceHistory *>;

    [[nodiscard]] Histories chosen() const;
    [[nodiscard]] Histories compared() const;

    const monitor::RecentHistory &m_history;
};

} // namespace noonmark::ui
