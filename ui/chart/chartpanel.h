// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/recenthistory.h"

#include "ui/chart/chartview.h"

#include <QSet>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace noonmark::ui {

class Settings;

// Offset and jitter of the sources over one common time axis, with what one needs to look closer: spans,
// following the present, a legend that switches curves, and the picture as a file.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    ChartPanel(const monitor::RecentHistory &history, Settings &settings, QAction *save,
               QWidget *parent = nullptr);

    // Which sources are drawn; none means all.
    void setSelection(const QStringList &keys);
    void setFlags(const std::vector<ChartFlag> &flags);
    void showPresent(double now);
    // Both charts, one below the other.
    [[nodiscard]] bool savePicture(const QString &path) const;
    [[nodiscard]] TimeSpan span() const;
    [[nodiscard]] bool isFollowing() const;

signals:
    void problemOccurred(const QString &sentence);
    void flagClicked(quint64 number); // of the journal's entry

protected:
    void changeEvent(QEvent *event) override;

private:
    void createBar(QAction *save);
    void createCharts();
    void chooseSpan(int seconds);
    void setFollowing(bool following);
    void showSpan(const TimeSpan &span);
    void fit();
    void leaveThePresent(const TimeSpan &span);
    void showCrosshair(double time);
    void chooseLines();
    void showLegend();
    void toggle(const QString &key, bool shown);
    void chooseFile();
    void retranslate();
    [[nodiscard]] std::vector<const monitor::SourceHistory *> chosen() const;

    const monitor::RecentHistory &m_history;
    Settings &m_settings;
    QStringList m_selection;
    QSet<QString> m_hidden; // switched off in the legend
    QStringList m_drawn;    // keys, to see whether the set changed
    double m_now = 0;

    QButtonGroup *m_spans;
    QToolButton *m_follow;
    QToolButton *m_save;
    QWidget *m_legend;
    QHBoxLayout *m_legendRow;
    ChartView *m_offset;
    ChartView *m_jitter;
};

} // namespace noonmark::ui
