// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartview.h"

#include <QTableWidget>

namespace noonmark::ui {

// Mean, RMS, percentiles and Allan deviation of what the charts show, a row for each curve.
class ChartStatistics : public QTableWidget
{
    Q_OBJECT

public:
    explicit ChartStatistics(QWidget *parent = nullptr);

    void showSpanOf(const std::vector<const ChartView *> &charts);
    void retranslate();

private:
    enum Column
    {
        Quantity,
        Curve,
        Count,
        Mean,
        Rms,
        Percentile95,
        Percentile99,
        Allan,
        ColumnCount
    };
    void addRow(const ChartView &chart, const ChartLine &line);
    void setCell(int row, Column column, const QString &text);
};

} // namespace noonmark::ui
