// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartkinds.h"

#include <QCoreApplication>

namespace noonmark::ui {

using monitor::Quantity;

namespace {

//: Heads of the charts; the unit follows.
constexpr std::array<ChartKind, ChartKindCount> Kinds{{
    {"offset", Quantity::Offset, false, ValueScale::Offset, "offset",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Offset")},
    {"jitter", Quantity::Jitter, false, ValueScale::Span, "jitter",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Jitter")},
    {"delay", Quantity::Delay, false, ValueScale::Span, "delay",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Delay")},
    {"dispersion", Quantity::Dispersion, false, ValueScale::Span, "dispersion",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Dispersion")},
    {"root-distance", Quantity::RootDistance, false, ValueScale::Span, "rootdist",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Root distance")},
    {"reach", Quantity::Reach, false, ValueScale::Answers, "reach",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Reach")},
    {"system-offset", Quantity::Offset, true, ValueScale::Offset, "offset",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Offset of the clock")},
    {"frequency", Quantity::Frequency, true, ValueScale::Frequency, "frequency",
     QT_TRANSLATE_NOOP("noonmark::ui::ChartPanel", "Frequency of the clock")},
}};

} // namespace

const std::array<ChartKind, ChartKindCount> &chartKinds()
{
    return Kinds;
}

QString titleOf(const ChartKind &kind)
{
    return QCoreApplication::translate("noonmark::ui::ChartPanel", kind.title);
}

} // namespace noonmark::ui
