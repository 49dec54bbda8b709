// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartexport.h"

#include "ui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

constexpr int Margin = 12;
constexpr int Swatch = 14;
constexpr double PictureScale = 2; // it will be looked at in a report

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::ui::ChartExport)
};

// The rows of the legend, broken to the width.
std::vector<std::vector<ChartLine>> rowsOf(const std::vector<ChartLine> &legend, const QFontMetrics &metrics,
                                           int width)
{
    std::vector<std::vector<ChartLine>> rows;
    int used = 0;
    for (const ChartLine &line : legend) {
        const int wanted = Swatch + 4 + metrics.horizontalAdvance(line.name) + 2 * Margin;
        if (rows.empty() || used + wanted > width) {
            rows.emplace_back();
            used = 0;
        }
        used += wanted;
        rows.back().push_back(line);
    }
    return rows;
}

class SheetPainter
{
public:
    explicit SheetPainter(const ChartSheet &sheet)
        : m_sheet(sheet)
        , m_metrics(QApplication::font())
    {
        for (const ChartView *chart : sheet.charts)
            m_width = std::max(m_width, chart->width());
        m_rows = rowsOf(sheet.legend, m_metrics, m_width - 2 * Margin);
    }

    [[nodiscard]] QSize size() const
    {
        int height = headHeight();
        for (const ChartView *chart : m_sheet.charts)
            height += chart->height();
        return {m_width, height};
    }

    void paint(QCPPainter &painter) const
    {
        painter.fillRect(QRect({0, 0}, size()), QApplication::palette().color(QPalette::Window));
        paintHead(painter);
        painter.translate(0, headHeight());
        for (const ChartView *chart : m_sheet.charts) {
            painter.save();
            chart->drawOn(&painter, {m_width, chart->height()});
            painter.restore();
            painter.translate(0, chart->height());
        }
    }

private:
    [[nodiscard]] int lineHeight() const { return m_metrics.height() + 4; }
    [[nodiscard]] int headHeight() const
    {
        return Margin + lineHeight() * (1 + static_cast<int>(m_rows.size()));
    }

    void paintHead(QCPPainter &painter) const
    {
        const QPalette palette = QApplication::palette();
        painter.setFont(QApplication::font());
        painter.setPen(palette.color(QPalette::WindowText));
        int y = Margin + m_metrics.ascent();
        painter.drawText(QPointF(Margin, y), m_sheet.title);
        for (const auto &row : m_rows) {
            y += lineHeight();
            int x = Margin;
            for (const ChartLine &line : row) {
                painter.setPen(
                    QPen(seriesColor(line.slot, palette), 3, line.dashed ? Qt::DotLine : Qt::SolidLine));
                const int middle = y - m_metrics.ascent() / 2 + 1;
                painter.drawLine(QLineF(x, middle, x + Swatch, middle));
                painter.setPen(palette.color(QPalette::WindowText));
                painter.drawText(QPointF(x + Swatch + 4, y), line.name);
                x += Swatch + 4 + m_metrics.horizontalAdvance(line.name) + 2 * Margin;
            }
        }
    }

    const ChartSheet &m_sheet;
    QFontMetrics m_metrics;
    int m_width = 0;
    std::vector<std::vector<ChartLine>> m_rows;
};

bool savePng(const SheetPainter &sheet, const QString &path)
{
    QImage picture(sheet.size() * PictureScale, QImage::Format_RGB32);
    QCPPainter painter(&picture);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(PictureScale, PictureScale);
    sheet.paint(painter);
    painter.end();
    return picture.save(path, "PNG");
}

bool saveSvg(const ChartSheet &charts, const SheetPainter &sheet, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect({0, 0}, sheet.size()));
    generator.setTitle(charts.title);
    QCPPainter painter;
    if (!painter.begin(&generator))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    sheet.paint(painter);
    painter.end();
    return file.commit();
}

bool savePdf(const ChartSheet &charts, const SheetPainter &sheet, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter writer(&file);
    writer.setTitle(charts.title);
    writer.setCreator(u"Noonmark"_s);
    // A page of the size of the charts: 96 pixels are an inch.
    constexpr double PointsPerPixel = 72.0 / 96;
    writer.setPageSize(QPageSize(QSizeF(sheet.size()) * PointsPerPixel, QPageSize::Point));
    writer.setPageMargins({});
    QCPPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    const double scale = static_cast<double>(writer.width()) / sheet.size().width();
    painter.scale(scale, scale);
    sheet.paint(painter);
    painter.end();
    return file.commit();
}

QByteArray quoted(QString text)
{
    text.replace(u'"', u"\"\""_s);
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front())) // no formula in a spreadsheet
        text.prepend(u'\'');
    return '"' + text.toUtf8() + '"';
}

bool saveCsv(const ChartSheet &sheet, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("time,unix,chart,curve,value,uncertainty\n");
    for (const ChartView *chart : sheet.charts)
        for (const ChartLine &line : chart->lines())
            for (const monitor::Sample &sample : line.series->samples()) {
                if (sample.time < chart->span().from || sample.time > chart->span().to)
                    continue;
                const auto at = static_cast<qint64>(std::llround(sample.time * 1000));
                file.write(
                    QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ',' +
                    QByteArray::number(sample.time, 'f', 3) + ',' + quoted(chart->quantity()) + ',' +
                    quoted(line.name) + ',' + QByteArray::number(sample.value, 'g', 9) + ',' +
                    QByteArray::number(sample.error, 'g', 6) + '\n');
            }
    return file.commit();
}

} // namespace

bool saveCharts(const ChartSheet &sheet, const QString &path)
{
    const SheetPainter painter(sheet);
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"png"_s)
        return savePng(painter, path);
    if (ending == u"svg"_s)
        return saveSvg(sheet, painter, path);
    if (ending == u"pdf"_s)
        return savePdf(sheet, painter, path);
    return ending == u"csv"_s && saveCsv(sheet, path);
}

QStringList chartFileFilters()
{
    return {Text::tr("PNG pictures (*.png)"), Text::tr("SVG drawings (*.svg)"),
            Text::tr("PDF documents (*.pdf)"), Text::tr("Comma-separated values (*.csv)")};
}

} // namespace noonmark::ui
