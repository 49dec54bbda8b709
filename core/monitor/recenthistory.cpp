// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/recenthistory.h"

#include <algorithm>
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
    if (source.offset->empty())
        return true;
    if (!before.isZero() && !association.received.isZero())
        return before != association.received;
    return at > source.offset->samples().back().time + 0.5;
}

} // namespace

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
    const engine::SystemSnapshot &system = frame.snapshot.system;
    const bool due = m_system->empty() || now - m_system->samples().back().time >= SystemInterval;
    if (due && system.peer != 0)
        m_system->append({now, system.offset, system.uncertainty});
    for (const engine::AssociationSnapshot &association : frame.snapshot.associations) {
        SourceHistory &source = sourceOf(keyOf(association));
        source.lastSeen = now;
        source.name = nameOf(association);
        if (!association.sinceReceived || association.reach == 0)
            continue;
        const double at = now - *association.sinceReceived;
        if (isNewPacket(source, association, at) &&
            source.offset->append({at, association.offset, association.rootDistance}))
            source.jitter->append({at, association.jitter, 0});
    }
    forgetLongGone();
}

void RecentHistory::putBefore(const QString &key, const QString &name, Past offset, Past jitter)
{
    if (key.isEmpty()) {
        m_system->putBefore(std::move(offset.columns), offset.samples);
        return;
    }
    SourceHistory &source = sourceOf(key);
    if (source.name.isEmpty())
        source.name = name;
    if (!offset.samples.empty())
        source.lastSeen = std::max(source.lastSeen, offset.samples.back().time);
    source.offset->putBefore(std::move(offset.columns), offset.samples);
    source.jitter->putBefore(std::move(jitter.columns), jitter.samples);
    forgetLongGone();
}

void RecentHistory::clear()
{
    for (SourceHistory &source : m_sources) {
        source.offset = std::make_shared<Series>();
        source.jitter = std::make_shared<Series>();
    }
    m_system = std::make_shared<Series>();
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
