// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

struct Row
{
    Setting setting;
    QLatin1StringView id;
    QMetaType::Type type;
    QVariant fallback;
};

const Row &row(Setting setting)
{
    static const std::array rows{
        Row{Setting::Language, "language"_L1, QMetaType::QString, QString()},
        Row{Setting::Appearance, "appearance"_L1, QMetaType::QString, u"system"_s},
        Row{Setting::LastFile, "last-file"_L1, QMetaType::QString, QString()},
        Row{Setting::LastPage, "last-page"_L1, QMetaType::QString, u"overview"_s},
        Row{Setting::WindowGeometry, "window/geometry"_L1, QMetaType::QByteArray, QByteArray()},
        Row{Setting::WindowState, "window/state"_L1, QMetaType::QByteArray, QByteArray()},
        Row{Setting::SourcesSplitter, "sources/splitter"_L1, QMetaType::QByteArray, QByteArray()},
        Row{Setting::SourcesColumns, "sources/columns-2"_L1, QMetaType::QByteArray, QByteArray()},
        Row{Setting::ChartSpan, "chart/time-span"_L1, QMetaType::Int, 3600},
        Row{Setting::ChartFollow, "chart/follow"_L1, QMetaType::Bool, true},
        Row{Setting::WatchedHosts, "watched-hosts"_L1, QMetaType::QStringList, QStringList()},
        Row{Setting::LastTarget, "last-target"_L1, QMetaType::QString, QString()},
        Row{Setting::FallbackStratum, "source-mode/stratum"_L1, QMetaType::Int, 10},
        Row{Setting::ChartQuantities, "chart/quantities"_L1, QMetaType::QStringList,
            QStringList{u"offset"_s, u"jitter"_s}},
        Row{Setting::ChartBand, "chart/uncertainty"_L1, QMetaType::Bool, false},
        Row{Setting::ChartStatistics, "chart/statistics"_L1, QMetaType::Bool, false},
        Row{Setting::SourcesShown, "sources/shown"_L1, QMetaType::QStringList, QStringList()},
        Row{Setting::SourcesHidden, "sources/hidden"_L1, QMetaType::QStringList, QStringList()},
        Row{Setting::HistoryDays, "history/days"_L1, QMetaType::Int, 35},
        Row{Setting::HistoryMegabytes, "history/megabytes"_L1, QMetaType::Int, 512},
        Row{Setting::TrayIcon, "tray-icon"_L1, QMetaType::Bool, true},
        Row{Setting::ClientsColumns, "clients/columns"_L1, QMetaType::QByteArray, QByteArray()},
        Row{Setting::ClientsHosts, "clients/hosts"_L1, QMetaType::QString, QString()},
        Row{Setting::DiagnoseSplitter, "diagnose/splitter"_L1, QMetaType::QByteArray, QByteArray()},
    };
    static_assert(rows.size() == static_cast<std::size_t>(Setting::Last_));
    return rows[static_cast<std::size_t>(setting)];
}

} // namespace

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, u"noonmark"_s, u"noonmark"_s)
{}

Settings::Settings(const QString &file)
    : m_store(file, QSettings::IniFormat)
{}

QVariant Settings::value(Setting setting) const
{
    const Row &wanted = row(setting);
    QVariant value = m_store.value(wanted.id, wanted.fallback);
    const bool usable = value.convert(QMetaType(wanted.type));
    return usable ? value : wanted.fallback;
}

void Settings::setValue(Setting setting, const QVariant &value)
{
    m_store.setValue(row(setting).id, value);
}

} // namespace noonmark::ui
