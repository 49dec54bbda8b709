// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartview.h"

#include <QString>
#include <QStringList>

namespace noonmark::ui {

// What goes into a file: charts of one common time axis, one below the other, under a head that says whose
// curves they are.
struct ChartSheet
{
    QString title; // the daemon and the span
    std::vector<const ChartView *> charts;
    std::vector<ChartLine> legend;
};

// By the ending of the path: png, svg, pdf, or csv with every sample of the visible span. False if it could
// not be written or the ending is none of these.
[[nodiscard]] bool saveCharts(const ChartSheet &sheet, const QString &path);
[[nodiscard]] QStringList chartFileFilters();

} // namespace noonmark::ui
