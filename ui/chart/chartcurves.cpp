// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartcurves.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

using monitor::Quantity;
using monitor::SourceHistory;

// Three missed answers at the usual interval of this source.
double gapOf(const monitor::Series &series)
{
    const auto &samples = series.samples();
    if (samples.size() < 3)
        return 3600;
    const auto recent = std::min<std::size_t>(samples.size() - 1, 16);
    const double interval =
        (samples.back().time - samples[samples.size() - 1 - recent].time) / static_cast<double>(recent);
    return std::max(3.5 * interval, 60.0);
}

QString keyOf(const SourceHistory &source, bool other)
{
    return other ? u"other "_s + source.key : source.key;
}

} // namespace

ChartCurves::Histories ChartCurves::chosen() const
{
    Histories result{&m_history.system()};
    for (const SourceHistory &source : m_history.sources())
        if (selection.isEmpty() ? source.of(Quantity::Offset) != nullptr : selection.contains(source.key))
            result.push_back(&source);
    return result;
}

// The same sources as the other daemon sees them; all of its own if it follows others.
ChartCurves::Histories ChartCurves::compared() const
{
    if (comparison == nullptr)
        return {};
    Histories result{&comparison->system()};
    Histories rest;
    for (const SourceHistory &source : comparison->sources()) {
        const bool isShared = m_history.find(source.key) != nullptr;
        const bool isWanted = selection.isEmpty() || selection.contains(source.key);
        (isShared && isWanted ? result : rest).push_back(&source);
    }
    if (result.size() == 1)
        result.insert(result.end(), rest.begin(), rest.end());
    return result;
}

std::vector<ChartLine> ChartCurves::linesOf(const ChartKind &kind) const
{
    std::vector<ChartLine> lines;
    const auto add = [&](const SourceHistory &source, bool other) {
        const bool isSystem = source.key.isEmpty();
        const QString key = keyOf(source, other);
        const auto series = source.of(kind.quantity);
        if (isSystem != kind.ofSystem || !series || hidden.contains(key))
            return;
        const QString owner = other ? comparisonName : targetName;
        const QString name = isSystem ? owner : other ? owner + u": "_s + source.name : source.name;
        const bool hasBand = band && kind.quantity == Quantity::Offset;
        lines.push_back({key, name, source.slot, series, gapOf(*series), hasBand, other});
    };
    for (const SourceHistory *source : chosen())
        add(*source, false);
    for (const SourceHistory *source : compared())
        add(*source, true);
    return lines;
}

std::vector<ChartLine> ChartCurves::legend() const
{
    std::vector<ChartLine> lines;
    const auto add = [&](const SourceHistory &source, bool other) {
        const auto series = source.of(Quantity::Offset);
        if (source.key.isEmpty() || !series)
            return;
        const QString name = other ? comparisonName + u": "_s + source.name : source.name;
        lines.push_back({keyOf(source, other), name, source.slot, series, 0, false, other});
    };
    for (const SourceHistory *source : chosen())
        add(*source, false);
    for (const SourceHistory *source : compared())
        add(*source, true);
    return lines;
}

double ChartCurves::firstTime(double otherwise) const
{
    double first = otherwise;
    for (const SourceHistory *source : chosen())
        for (const auto &series : source->series)
            if (series && series->firstTime() > 0)
                first = std::min(first, series->firstTime());
    return first;
}

std::uint64_t ChartCurves::revision() const
{
    std::uint64_t sum = 0;
    for (const auto &histories : {chosen(), compared()})
        for (const SourceHistory *source : histories)
            for (const auto &series : source->series)
                sum += series ? series->revision() : 0;
    return sum;
}

} // namespace noonmark::ui
