// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartstatistics.h"

#include "core/monitor/seriesstatistics.h"
#include "core/wording/wording.h"

#include "ui/tables.h"
#include "ui/theme.h"

#include <QApplication>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

ChartStatistics::ChartStatistics(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(u"chart-statistics"_s);
    makeDense(*this);
    setEditTriggers(NoEditTriggers);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    retranslate();
}

void ChartStatistics::showSpanOf(const std::vector<const ChartView *> &charts)
{
    setRowCount(0);
    for (const ChartView *chart : charts)
        for (const ChartLine &line : chart->lines())
            addRow(*chart, line);
}

void ChartStatistics::addRow(const ChartView &chart, const ChartLine &line)
{
    const auto found = monitor::statisticsOf(*line.series, chart.span().from, chart.span().to);
    if (!found)
        return;
    const int row = rowCount();
    insertRow(row);
    setCell(row, Quantity, chart.quantity());
    setCell(row, Curve, line.name);
    item(row, Curve)->setData(Qt::DecorationRole, seriesColor(line.slot, QApplication::palette()));
    setCell(row, Count, QLocale().toString(static_cast<qulonglong>(found->count)));
    setCell(row, Mean, chart.valueText(found->mean));
    setCell(row, Rms, chart.valueText(found->rms));
    setCell(row, Percentile95, chart.valueText(found->percentile95));
    setCell(row, Percentile99, chart.valueText(found->percentile99));
    // Only an offset is a phase.
    if (found->allan && chart.scale() == ValueScale::Offset)
        //: Allan deviation. %1: the deviation, %2: over how long.
        setCell(row, Allan,
                tr("%1 at %2")
                    .arg(QLocale().toString(found->allan->deviation, 'e', 2),
                         wording::span(found->allan->interval)));
}

void ChartStatistics::setCell(int row, Column column, const QString &text)
{
    auto *cell = new QTableWidgetItem(text);
    if (column > Curve)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, column, cell);
}

void ChartStatistics::retranslate()
{
    setAccessibleName(tr("Statistics of the visible span"));
    //: Heads of the table of statistics below the charts.
    setHorizontalHeaderLabels({tr("Quantity"), tr("Curve"), tr("Samples"), tr("Mean"), tr("RMS"), tr("95 %"),
                               tr("99 %"), tr("Allan deviation")});
    const QStringList tips{
        tr("Which chart the figures belong to."),
        tr("The source, or the daemon itself."),
        tr("How many measurements of the visible span were counted one by one."),
        tr("The mean of the values: a constant error shows here."),
        tr("Root of the mean square about zero: what the error is worth on the whole."),
        tr("95 of 100 values are no farther from zero."),
        tr("99 of 100 values are no farther from zero."),
        tr("How much the frequency between the two clocks changes from one interval to the next, as a "
           "fraction; it is told for offsets at the usual distance of the measurements."),
    };
    for (int column = 0; column < ColumnCount; ++column) {
        horizontalHeaderItem(column)->setToolTip(tips[column]);
        horizontalHeaderItem(column)->setWhatsThis(tips[column]);
        horizontalHeaderItem(column)->setTextAlignment((column > Curve ? Qt::AlignRight : Qt::AlignLeft) |
                                                       Qt::AlignVCenter);
    }
}

} // namespace noonmark::ui
