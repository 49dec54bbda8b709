// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"

#include <QColor>
#include <QWidget>

#include <memory>

class QCPItemRect;
class QCPPainter;
class QCPItemStraightLine;
class QCPItemText;

namespace noonmark::ui {

class CurveField;
class OpaquePlot;
class FlagMarks;
class SecondsTicker;
class SeriesPlottable;
struct ChartFlag;

// One curve: what is drawn, and how.
struct ChartLine
{
    QString key; // of the source: keeps the curve when lines are set again
    QString name;
    int slot = 0; // of the palette of curves
    std::shared_ptr<const monitor::Series> series;
    double gap = 3600;   // seconds without a sample after which the line is broken
    bool band = false;   // draw the samples' errors behind the line
    bool dashed = false; // of the daemon that is compared with
};

// What the values of a chart are.
enum class ValueScale : unsigned char
{
    Offset,    // seconds with a sign
    Span,      // seconds, never below zero
    Frequency, // ppm with a sign
    Answers    // so many of eight
};

struct TimeSpan
{
    double from = 0; // seconds since 1970
    double to = 0;

    [[nodiscard]] double width() const { return to - from; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

// Curves over time, values in seconds. The wheel zooms, dragging pans, a double click asks for everything,
// and the keys + - ← → Home do the same; the values axis fits itself to what is seen. Hides QCustomPlot.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    // "offset": stands in the head with the unit.
    void setQuantity(const QString &name, ValueScale scale);
    void setEmptyText(const QString &text);
    void setTimeLabels(bool shown);
    void setLines(const std::vector<ChartLine> &lines);
    void setFlags(const std::vector<ChartFlag> &flags);
    void setSpan(const TimeSpan &span);
    [[nodiscard]] TimeSpan span() const;
    // Draws what was appended to the series; cheap when hidden.
    void refresh();
    // A line at this moment and the values there; a time outside the view hides it.
    void setCrosshair(double time);
    // The same chart on paper or in a file, at the painter's origin.
    void drawOn(QCPPainter *painter, const QSize &size) const;
    // Now, not when the event loop gets to it: to be measured.
    void drawNow();
    [[nodiscard]] QString crosshairText() const;
    [[nodiscard]] QString quantity() const { return m_quantity; }
    [[nodiscard]] ValueScale scale() const { return m_scale; }
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] std::vector<ChartLine> lines() const;
    // How many pixels wide the time axis is.
    [[nodiscard]] int axisWidth() const;

signals:
    void spanChosen(const noonmark::ui::TimeSpan &span); // by wheel, drag or key
    void fitRequested();
    void hovered(double time);        // 0: the pointer left
    void flagClicked(quint64 number); // of the journal's entry

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createPlot();
    void createItems();
    void followPalette();
    void fitValues();
    void showTimeFormat();
    void showFlagTip(const QPoint &at, const QPoint &globalAt);
    void clickFlag(const QPointF &at);
    bool takeKey(int key);
    [[nodiscard]] QString valuesAt(double time) const;
    [[nodiscard]] double smallestRange() const;

    struct Curve
    {
        ChartLine line;
        SeriesPlottable *plottable = nullptr;
    };

    OpaquePlot *m_plot;
    std::vector<Curve> m_curves;
    QString m_quantity;
    ValueScale m_scale = ValueScale::Offset;
    bool m_ours = false; // the span is being set by us, not by the pointer
    QSharedPointer<SecondsTicker> m_ticker;
    QPointF m_pressedAt;
    FlagMarks *m_flags;
    CurveField *m_field;
    QCPItemText *m_head;
    QCPItemText *m_empty;
    QCPItemStraightLine *m_crosshair;
    QCPItemText *m_values;
};

} // namespace noonmark::ui
