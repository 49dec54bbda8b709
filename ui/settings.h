// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace noonmark::ui {

// Every setting the window remembers. settings.cpp has the one table: id, type, default.
enum class Setting : unsigned char
{
    Language,   // "" = the system's, "en", "zh_CN"
    Appearance, // "system", "light", "dark"
    LastFile,
    LastPage,
    WindowGeometry,
    WindowState,
    SourcesSplitter,
    SourcesColumns,
    ChartSpan, // seconds, 0 = all
    ChartFollow,
    WatchedHosts,    // place texts
    LastTarget,      // "" = the engine inside
    FallbackStratum, // of the local clock that the mode switch adds
    ChartQuantities, // ids of ui/chart/chartkinds.h
    ChartBand,       // the uncertainty behind the curves
    ChartStatistics,
    SourcesShown,  // columns of the table beyond the usual ones, by ntpq's names
    SourcesHidden, // usual ones that are not shown
    HistoryDays,  // how long every single measurement is kept
    HistoryMegabytes,
    TrayIcon,
    ClientsColumns,
    ClientsHosts, // the administrator's own list, as it was pasted
    DiagnoseSplitter,
    Last_
};

// Remembered between runs. A broken or missing value reads as the default.
class Settings
{
public:
    Settings();                             // this user's
    explicit Settings(const QString &file); // for tests

    [[nodiscard]] QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant &value);

private:
    QSettings m_store;
};

} // namespace noonmark::ui
