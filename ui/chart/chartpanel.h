// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartcurves.h"
#include "ui/saying.h"

#include <QTimer>

class QButtonGroup;
class QHBoxLayout;
class QMenu;
class QSplitter;
class QToolButton;

namespace noonmark::ui {

class ChartStatistics;
class Settings;
struct ChartSheet;

// The measurements of the sources over one common time axis, with what one needs to look closer: which
// quantities, spans, following the present, a legend that switches curves, statistics, another daemon to
// compare with, and everything of it as a file.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    ChartPanel(const monitor::RecentHistory &history, Settings &settings, QAction *save,
               QWidget *parent = nullptr);
    ~ChartPanel() override;

    // Which sources are drawn; none means all.
    void setSelection(const QStringList &keys);
    void setFlags(const std::vector<ChartFlag> &flags);
    // "ntp1.example": stands in the head of what is exported.
    void setTargetName(const QString &name) { m_curves.targetName = name; }
    // Another daemon's curves beside these, dashed; nullptr ends it. The history outlives the panel or the
    // next call.
    void setComparison(const QString &name, const monitor::RecentHistory *history);
    // What the button "Compare" offers; comparisonChosen() follows a click. `chosen` is the checked one.
    void setComparisons(const QStringList &names, const QString &chosen);
    void showPresent(double now);
    // All charts, one below the other; the ending of the path says how.
    [[nodiscard]] bool save(const QString &path) const;
    [[nodiscard]] TimeSpan span() const { return m_span; }
    [[nodiscard]] bool isFollowing() const;
    void showSpan(const TimeSpan &span);

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);
    void flagClicked(quint64 number);           // of the journal's entry
    void comparisonChosen(const QString &name); // "" = none

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chart
    {
        ChartView *view = nullptr; // made when it is shown first
        QAction *shown = nullptr;
    };

    void createBar(QAction *save);
    void createSpans(QHBoxLayout *bar);
    void createShowMenu();
    void createCharts();
    void createChart(std::size_t kind);
    void chooseCharts();
    void chooseSpan(int seconds);
    void setFollowing(bool following);
    void fit();
    void leaveThePresent(const TimeSpan &span);
    void showCrosshair(double time);
    void chooseLines();
    void showStatistics();
    void showLegend();
    void addLegend(const ChartLine &line);
    void toggle(const QString &key, bool shown);
    void chooseFile();
    void retranslate();
    void nameChart(std::size_t kind);
    [[nodiscard]] bool isWorthDrawing(double now);
    [[nodiscard]] std::vector<ChartView *> views() const; // those that are shown
    [[nodiscard]] ChartSheet sheet() const;

    ChartCurves m_curves;
    Settings &m_settings;
    QStringList m_inLegend; // keys and slots, to see whether the set changed
    std::vector<ChartFlag> m_flags;
    TimeSpan m_span;
    double m_now = 0;
    double m_drawnAt = 0;
    std::uint64_t m_drawnRevision = 0;
    QTimer m_statisticsDue;

    std::array<Chart, ChartKindCount> m_charts{};
    QButtonGroup *m_spans;
    QToolButton *m_follow;
    QToolButton *m_show;
    QToolButton *m_compare;
    QToolButton *m_save;
    QAction *m_band;
    QAction *m_showStatistics;
    QWidget *m_legend;
    QHBoxLayout *m_legendRow;
    QSplitter *m_splitter;
    ChartStatistics *m_statistics;
};

} // namespace noonmark::ui
