// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/recenthistory.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr double SystemInterval = 4;
// Pools replace their members for ever; a day of so many sources is what the charts can show.
constexpr std::size_t MostSources = 64;

double seconds(const Frame &frame)
{
    return static_cast<double>(frame.unixMilliseconds) / 1000;
}

// The same packet is seen in many frames. Its time of arrival tells, or where the daemon does not say that
// one, half a second does: no source answers that often.
bool isNewPacket(SourceHistory &source, const engine::AssociationSnapshot &association, double at)
{
    const NtpTimestamp before = std::exchange(source.lastPacket, association.received);
    if (!source.hasMeasured())
        return true;
    if (!before.isZero() && !association.received.isZero())
        return before != association.received;
    return at > source.of(Quantity::Offset)->samples().back().time + 0.5;
}

Values valuesOf(const engine::AssociationSnapshot &association)
{
    Values values;
    values[Quantity::Offset] = association.offset;
    values[Quantity::Jitter] = association.jitter;
    values[Quantity::Delay] = association.delay;
    values[Quantity::Dispersion] = association.dispersion;
    values[Quantity::Reach] = std::popcount(association.reach);
    values[Quantity::RootDistance] = association.rootDistance;
    return values;
}

} // namespace

RecentHistory::RecentHistory(std::size_t capacity)
    : m_capacity(capacity)
{}

QString RecentHistory::keyOf(const engine::AssociationSnapshot &association)
{
    const QString name = QString::fromStdString(association.source.name);
    // A pool has many associations under one name, a server only one, whatever address its name has today.
    if (association.source.kind == engine::SourceKind::Pool || !association.configured)
        return name + u'/' + QString::fromStdString(association.remote.address.toString());
    return name;
}

QString RecentHistory::nameOf(const engine::AssociationSnapshot &association)
{
    if (association.source.kind == engine::SourceKind::LocalClock)
        return u"LOCAL(%1)"_s.arg(association.source.localUnit);
    const QString name = QString::fromStdString(association.source.name);
    const QString address = QString::fromStdString(association.remote.address.toString());
    if (association.remote.address.isUnspecified() || name == address)
        return name;
    return association.configured ? name : u"%1 (%2)"_s.arg(address, name);
}

void RecentHistory::add(const Frame &frame)
{
    if (!frame.answered)
        return;
    const double now = seconds(frame);
    addSystem(frame.snapshot.system, now);
    for (const engine::AssociationSnapshot &association : frame.snapshot.associations) {
        SourceHistory &source = sourceOf(keyOf(association));
        source.lastSeen = now;
        source.name = nameOf(association);
        if (!association.sinceReceived || association.reach == 0)
            continue;
        const double at = now - *association.sinceReceived;
        if (isNewPacket(source, association, at))
            append(source, at, valuesOf(association), association.rootDistance);
    }
    forgetLongGone();
}

void RecentHistory::addSystem(const engine::SystemSnapshot &system, double now)
{
    const bool due = !m_system.hasMeasured() ||
                     now - m_system.of(Quantity::Offset)->samples().back().time >= SystemInterval;
    if (!due || system.peer == 0)
        return;
    Values values;
    values[Quantity::Offset] = system.offset;
    values[Quantity::Jitter] = system.systemJitter;
    values[Quantity::RootDistance] = system.rootDistance;
    values[Quantity::Frequency] = system.frequency;
    append(m_system, now, values, system.uncertainty);
}

void RecentHistory::append(SourceHistory &source, double at, const Values &values, double error)
{
    bool taken = false;
    for (std::size_t i = 0; i < QuantityCount; ++i) {
        const auto quantity = static_cast<Quantity>(i);
        if (std::isnan(values[quantity]))
            continue;
        if (!source.series[i])
            source.series[i] = std::make_shared<Series>(m_capacity);
        const double uncertainty = quantity == Quantity::Offset ? error : 0;
        taken = source.series[i]->append({at, values[quantity], uncertainty}) || taken;
    }
    if (taken)
        source.lastValues = values;
}

void RecentHistory::putBefore(const QString &key, const QString &name, Pasts pasts)
{
    SourceHistory &source = key.isEmpty() ? m_system : sourceOf(key);
    if (source.name.isEmpty())
        source.name = name;
    for (std::size_t i = 0; i < QuantityCount; ++i) {
        Past &past = pasts[i];
        if (past.columns.empty() && past.samples.empty())
            continue;
        if (!past.samples.empty())
            source.lastSeen = std::max(source.lastSeen, past.samples.back().time);
        if (!source.series[i])
            source.series[i] = std::make_shared<Series>(m_capacity);
        source.series[i]->putBefore(std::move(past.columns), past.samples);
    }
    forgetLongGone();
}

void RecentHistory::clear()
{
    for (SourceHistory &source : m_sources)
        source.series = {};
    m_system.series = {};
}

const SourceHistory *RecentHistory::find(const QString &key) const
{
    const auto found = std::ranges::find(m_sources, key, &SourceHistory::key);
    return found == m_sources.end() ? nullptr : &*found;
}

SourceHistory &RecentHistory::sourceOf(const QString &key)
{
    const auto found = std::ranges::find(m_sources, key, &SourceHistory::key);
    if (found != m_sources.end())
        return *found;
    SourceHistory source;
    source.key = key;
    source.slot = m_nextSlot++;
    m_sources.push_back(std::move(source));
    return m_sources.back();
}

void RecentHistory::forgetLongGone()
{
    if (m_sources.size() <= MostSources)
        return;
    const auto oldest = std::ranges::min_element(m_sources, {}, &SourceHistory::lastSeen);
    m_sources.erase(oldest);
}

} // namespace noonmark::monitor
