// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartview.h"

#include "core/wording/wording.h"

#include "ui/chart/curvefield.h"
#include "ui/chart/flagmarks.h"
#include "ui/chart/opaqueplot.h"
#include "ui/chart/secondsticker.h"
#include "ui/chart/seriesplottable.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// Wide enough for "-1000.00", so that the plot does not move sideways when the figures change.
constexpr int LeftMargin = 64;
// A flat line is shown on an axis of at least this many seconds: noise below a microsecond is not worth a
// mountain.
constexpr double SmallestRange = 2e-6;
constexpr double SmallestFrequencyRange = 0.01; // ppm
constexpr double MostAnswers = 8;
constexpr double Hour = 3600;

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
    , m_plot(new OpaquePlot(this))
    , m_ticker(new SecondsTicker)
    , m_flags(new FlagMarks(m_plot->xAxis))
    , m_field(new CurveField(m_plot->xAxis))
    , m_head(new QCPItemText(m_plot))
    , m_empty(new QCPItemText(m_plot))
    , m_crosshair(new QCPItemStraightLine(m_plot))
    , m_values(new QCPItemText(m_plot))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_plot);
    setMinimumHeight(96);
    createPlot();
    createItems();
    followPalette();
}

ChartView::~ChartView() = default;

void ChartView::createPlot()
{
    m_plot->setPlottingHints(QCP::phCacheLabels | QCP::phFastPolylines);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    m_plot->axisRect()->setMinimumMargins({LeftMargin, 20, 12, 8});
    m_plot->axisRect()->setupFullAxesBox();
    for (QCPAxis *axis : {m_plot->xAxis2, m_plot->yAxis2})
        axis->setTicks(false);
    m_plot->yAxis->setTicker(m_ticker);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    m_plot->xAxis->setNumberFormat(u"f"_s);
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->installEventFilter(this);
    connect(m_plot->xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this,
            [this](const QCPRange &range) {
                if (!m_ours)
                    emit spanChosen({range.lower, range.upper});
            });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &ChartView::fitRequested);
    connect(m_plot, &QCustomPlot::mouseMove, this,
            [this](QMouseEvent *event) { emit hovered(m_plot->xAxis->pixelToCoord(event->position().x())); });
}

void ChartView::createItems()
{
    for (QCPItemText *text : {m_head, m_empty, m_values}) {
        text->position->setType(QCPItemPosition::ptAxisRectRatio);
        text->setClipToAxisRect(false);
        text->setSelectable(false);
        text->setLayer(u"overlay"_s);
    }
    m_head->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_head->position->setCoords(0, 0);
    m_empty->setPositionAlignment(Qt::AlignCenter);
    m_empty->position->setCoords(0.5, 0.3);
    m_values->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_values->position->setCoords(1, 0);
    m_crosshair->setLayer(u"overlay"_s);
    m_plot->layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    m_crosshair->setVisible(false);
    m_values->setVisible(false);
}

void ChartView::setQuantity(const QString &name, ValueScale scale)
{
    m_quantity = name;
    m_scale = scale;
    //: Unit of a chart: of the last eight questions so many were answered.
    const QString answers = tr("of 8");
    m_ticker->setFixedUnit(scale == ValueScale::Frequency ? u"ppm"_s
                           : scale == ValueScale::Answers ? answers
                                                          : QString());
    setAccessibleName(name);
    m_plot->setAccessibleName(name);
    refresh();
}

void ChartView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void ChartView::setTimeLabels(bool shown)
{
    m_plot->xAxis->setTickLabels(shown);
}

void ChartView::setLines(const std::vector<ChartLine> &lines)
{
    const auto wanted = [&lines](const Curve &curve) {
        return std::ranges::find(lines, curve.line.key, &ChartLine::key) != lines.end();
    };
    std::erase_if(m_curves, [&](const Curve &curve) {
        return !wanted(curve) && m_plot->removePlottable(curve.plottable);
    });
    const auto bands = static_cast<std::size_t>(std::ranges::count(lines, true, &ChartLine::band));
    for (const ChartLine &line : lines) {
        auto found = std::ranges::find(m_curves, line.key, [](const Curve &curve) { return curve.line.key; });
        if (found == m_curves.end())
            found =
                m_curves.insert(m_curves.end(), {line, new SeriesPlottable(m_plot->xAxis, m_plot->yAxis)});
        found->line = line;
        found->plottable->setSeries(line.series);
        found->plottable->setGap(line.gap);
        found->plottable->setBand(line.band);
        found->plottable->setBandCount(bands);
        found->plottable->setDashed(line.dashed);
        found->plottable->setInk(seriesColor(line.slot, QApplication::palette()));
    }
    std::vector<SeriesPlottable *> drawn;
    std::ranges::transform(m_curves, std::back_inserter(drawn), &Curve::plottable);
    m_field->setCurves(std::move(drawn));
    refresh();
}

void ChartView::setFlags(const std::vector<ChartFlag> &flags)
{
    if (flags == m_flags->flags())
        return;
    m_flags->setFlags(flags);
    refresh();
}

void ChartView::showFlagTip(const QPoint &at, const QPoint &globalAt)
{
    constexpr std::size_t MostLines = 8;
    QStringList lines;
    for (const ChartFlag &flag : m_flags->near(at.x()))
        if (lines.size() < static_cast<qsizetype>(MostLines))
            lines.append(u"<p style='margin:2px'>" + flag.text.toHtmlEscaped() + u"</p>");
    QToolTip::showText(
        globalAt, lines.isEmpty() ? QString() : QString(u"<qt>" + lines.join(QString()) + u"</qt>"), m_plot);
}

void ChartView::clickFlag(const QPointF &at)
{
    const auto flags = m_flags->near(at.x());
    if (!flags.empty() && m_plot->axisRect()->rect().contains(at.toPoint()))
        emit flagClicked(flags.back().number);
}

void ChartView::setSpan(const TimeSpan &span)
{
    m_ours = true;
    m_plot->xAxis->setRange(span.from, span.to);
    m_ours = false;
    showTimeFormat();
    refresh();
}

TimeSpan ChartView::span() const
{
    return {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
}

void ChartView::refresh()
{
    if (!isVisible())
        return;
    fitValues();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::fitValues()
{
    QCPRange all;
    bool any = false;
    for (const Curve &curve : m_curves) {
        bool found = false;
        const QCPRange here = curve.plottable->visibleValues(found);
        if (found)
            all = any ? all.expanded(here) : here;
        any = any || found;
    }
    m_empty->setVisible(!any);
    QCPRange range = pleasantRange(any ? all : QCPRange(0, 0), smallestRange());
    if (m_scale == ValueScale::Span)
        range.lower = 0;
    if (m_scale == ValueScale::Answers)
        range = {0, MostAnswers + 0.5};
    m_plot->yAxis->setRange(range);
    //: In the head of a chart. %1: the quantity, %2: its unit.
    m_head->setText(tr("%1, %2").arg(m_quantity, m_ticker->fitTo(range)));
}

void ChartView::showTimeFormat()
{
    const double width = span().width();
    const bool precise = width < Hour / 4;
    const bool days = width > 24 * Hour;
    const QString clock = precise ? u"HH:mm:ss"_s : u"HH:mm"_s;
    const auto ticker = m_plot->xAxis->ticker().dynamicCast<QCPAxisTickerDateTime>();
    ticker->setDateTimeFormat(days ? u"MM-dd\n"_s + clock : clock);
    ticker->setTickCount(std::clamp(m_plot->axisRect()->width() / 110, 2, 10));
}

void ChartView::setCrosshair(double time)
{
    const TimeSpan view = span();
    const QString text = time >= view.from && time <= view.to ? valuesAt(time) : QString();
    const bool appears = m_crosshair->visible() == text.isEmpty();
    m_crosshair->setVisible(!text.isEmpty());
    m_values->setVisible(!text.isEmpty());
    m_crosshair->point1->setCoords(time, 0);
    m_crosshair->point2->setCoords(time, 1);
    m_values->setText(text);
    // A picture of its own only while something moves in it: it would be mixed into each replot for nothing.
    QCPLayer *overlay = m_plot->layer(u"overlay"_s);
    overlay->setMode(text.isEmpty() ? QCPLayer::lmLogical : QCPLayer::lmBuffered);
    if (appears)
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    else if (!text.isEmpty())
        overlay->replot();
}

QString ChartView::valuesAt(double time) const
{
    QStringList parts;
    for (const Curve &curve : m_curves) {
        const auto sample = curve.line.series->nearest(time, curve.line.gap / 2);
        if (!sample)
            continue;
        const QString value = valueText(sample->value);
        parts.append(m_curves.size() > 1 ? curve.line.name + u' ' + value : value);
    }
    if (parts.isEmpty())
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time * 1000));
    return moment.toString(u"HH:mm:ss"_s) + u"   "_s + parts.join(u"   "_s);
}

QString ChartView::valueText(double value) const
{
    switch (m_scale) {
    case ValueScale::Offset:
        return wording::offset(value);
    case ValueScale::Span:
        return wording::span(value);
    case ValueScale::Frequency:
        return wording::frequency(value);
    case ValueScale::Answers:
        break;
    }
    //: Value in a chart: how many of the last eight questions were answered.
    return tr("%1 of 8").arg(value);
}

double ChartView::smallestRange() const
{
    return m_scale == ValueScale::Frequency ? SmallestFrequencyRange : SmallestRange;
}

QString ChartView::crosshairText() const
{
    return m_values->visible() ? m_values->text() : QString();
}

void ChartView::drawOn(QCPPainter *painter, const QSize &size) const
{
    m_plot->toPainter(painter, size.width(), size.height());
}

void ChartView::drawNow()
{
    fitValues();
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
}

std::vector<ChartLine> ChartView::lines() const
{
    std::vector<ChartLine> result;
    std::ranges::transform(m_curves, std::back_inserter(result), &Curve::line);
    return result;
}

int ChartView::axisWidth() const
{
    return std::max(1, m_plot->axisRect()->width());
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        followPalette();
    QWidget::changeEvent(event);
}

// What the pointer does by dragging, with the wheel and with a double click.
bool ChartView::takeKey(int key)
{
    constexpr double step = 0.1; // of what is seen
    constexpr double nearer = 0.8;
    QCPAxis *time = m_plot->xAxis;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        time->moveRange((key == Qt::Key_Left ? -step : step) * time->range().size());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        time->scaleRange(key == Qt::Key_Plus ? nearer : 1 / nearer);
        break;
    case Qt::Key_Home:
        emit fitRequested();
        break;
    default:
        return false;
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    return true;
}

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave)
        emit hovered(0);
    if (event->type() == QEvent::Show || event->type() == QEvent::Resize) {
        showTimeFormat();
        refresh();
    }
    if (event->type() == QEvent::MouseButtonPress)
        m_pressedAt = static_cast<QMouseEvent *>(event)->position();
    if (event->type() == QEvent::MouseButtonRelease &&
        m_pressedAt == static_cast<QMouseEvent *>(event)->position())
        clickFlag(m_pressedAt); // pressed and let go at one place: not a drag
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showFlagTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartView::followPalette()
{
    const QPalette palette = QApplication::palette();
    const QColor text = palette.color(QPalette::WindowText);
    const QColor faint = quiet(palette);
    QColor grid = text;
    grid.setAlphaF(0.10F);
    m_plot->setPaper(palette.color(QPalette::Window));
    m_plot->axisRect()->setBackground(palette.color(QPalette::Base));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->xAxis2, m_plot->yAxis2}) {
        QColor frame = text;
        frame.setAlphaF(0.3F);
        axis->setBasePen(frame);
        axis->setTickPen(frame);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(faint);
        axis->setTickLabelFont(QApplication::font());
        axis->grid()->setPen(grid);
        QColor zero = text;
        zero.setAlphaF(0.35F);
        axis->grid()->setZeroLinePen(axis == m_plot->yAxis ? QPen(zero) : QPen(Qt::NoPen));
    }
    m_empty->setBrush(palette.color(QPalette::Base)); // the grid does not run through the sentence
    for (QCPItemText *item : {m_head, m_empty, m_values}) {
        item->setFont(QApplication::font());
        item->setColor(item == m_values ? text : faint);
    }
    m_crosshair->setPen(faint);
    for (const Curve &curve : m_curves)
        curve.plottable->setInk(seriesColor(curve.line.slot, palette));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace noonmark::ui
