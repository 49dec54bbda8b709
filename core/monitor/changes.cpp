// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/changes.h"

#include "core/monitor/verdict.h"

#include <algorithm>
#include <string_view>

namespace noonmark::monitor {

namespace {

using engine::AssociationSnapshot;
using engine::Event;
using engine::EventKind;
using engine::Snapshot;

// Seconds by which two readings of an uptime may disagree though the daemon never stopped.
constexpr double UptimeSlack = 2;
constexpr std::uint8_t LeapUnknown = 3;
constexpr std::uint8_t SteppedCode = 12; // of the status word, RFC 9327

std::uint32_t kiss(std::string_view code)
{
    std::uint32_t value = 0;
    for (const char letter : code)
        value = value << 8 | static_cast<std::uint8_t>(letter);
    return value;
}

// Not by association id: those are dealt anew at each start. Pools have many addresses under one name.
bool isSame(const AssociationSnapshot &a, const AssociationSnapshot &b)
{
    return a.source.name == b.source.name && a.source.kind == b.source.kind &&
           (a.configured || a.remote.address == b.remote.address);
}

const AssociationSnapshot *find(const Snapshot &snapshot, const AssociationSnapshot &wanted)
{
    const auto found = std::ranges::find_if(
        snapshot.associations, [&wanted](const auto &candidate) { return isSame(candidate, wanted); });
    return found == snapshot.associations.end() ? nullptr : &*found;
}

const AssociationSnapshot *peerOf(const Snapshot &snapshot)
{
    const auto found =
        std::ranges::find(snapshot.associations, snapshot.system.peer, &AssociationSnapshot::id);
    return snapshot.system.peer == 0 || found == snapshot.associations.end() ? nullptr : &*found;
}

std::string nameOf(const AssociationSnapshot &association)
{
    const std::string address = association.remote.address.toString();
    const std::string &name = association.source.name;
    if (name.empty() || name == address)
        return address;
    return association.remote.address.isUnspecified() ? name : name + " (" + address + ")";
}

class Comparison
{
public:
    Comparison(const Snapshot &before, const Snapshot &after)
        : m_before(before)
        , m_after(after)
    {}

    std::vector<Event> take()
    {
        system();
        for (const AssociationSnapshot &gone : m_before.associations)
            if (find(m_after, gone) == nullptr)
                tell(EventKind::Demobilised, &gone);
        for (const AssociationSnapshot &now : m_after.associations)
            source(find(m_before, now), now);
        peer();
        return std::move(m_events);
    }

private:
    void tell(EventKind kind, const AssociationSnapshot *source = nullptr, double value = 0)
    {
        Event event;
        event.kind = kind;
        event.value = value;
        if (source != nullptr) {
            event.association = source->id;
            event.source = nameOf(*source);
            event.role = source->source.kind;
        }
        m_events.push_back(std::move(event));
    }

    void system()
    {
        const auto &old = m_before.system;
        const auto &now = m_after.system;
        const bool tellUptimes = m_before.uptime > 0 && m_after.uptime > 0;
        const bool restarted = tellUptimes && m_after.uptime + UptimeSlack < m_before.uptime;
        if (restarted)
            tell(EventKind::Restart);
        // A reader with a key clears the count: fewer events are no news.
        const bool isNewEvent = old.lastEvent != now.lastEvent || old.eventCount < now.eventCount;
        if (now.lastEvent == SteppedCode && isNewEvent && !restarted)
            tell(EventKind::ClockStep);
        if (now.panicOffset && !old.panicOffset)
            tell(EventKind::PanicStop, nullptr, *now.panicOffset);
        leap(old.leap, now.leap);
    }

    void leap(std::uint8_t old, std::uint8_t now)
    {
        const auto isArmed = [](std::uint8_t leap) { return leap == 1 || leap == 2; };
        if (old == LeapUnknown && now != LeapUnknown)
            tell(EventKind::ClockSync);
        if (!isArmed(old) && isArmed(now))
            tell(EventKind::LeapArmed);
        if (isArmed(old) && now == 0)
            tell(EventKind::LeapDisarmed);
    }

    void source(const AssociationSnapshot *old, const AssociationSnapshot &now)
    {
        if (old == nullptr)
            tell(EventKind::Mobilised, &now);
        const bool reachedBefore = old != nullptr && old->reach != 0;
        if (!reachedBefore && now.reach != 0)
            tell(EventKind::Reachable, &now);
        if (reachedBefore && now.reach == 0)
            tell(EventKind::Unreachable, &now);
        refusals(old != nullptr ? *old : AssociationSnapshot{}, now);
    }

    void refusals(const AssociationSnapshot &old, const AssociationSnapshot &now)
    {
        if (now.kissCode == kiss("RATE") && old.kissCode != now.kissCode)
            tell(EventKind::RateExceeded, &now);
        const auto isDenied = [](const AssociationSnapshot &association) {
            return (association.flash & engine::Flash::Denied) != 0 || association.kissCode == kiss("DENY") ||
                   association.kissCode == kiss("RSTR");
        };
        if (isDenied(now) && !isDenied(old))
            tell(EventKind::AccessDenied, &now, isDropped(now) ? 1 : 0);
        if (now.keyState == old.keyState)
            return;
        if (now.keyState == engine::KeyState::Untrusted)
            tell(EventKind::KeyUntrusted, &now, now.source.key);
        if (now.keyState == engine::KeyState::Missing)
            tell(EventKind::KeyMissing, &now, now.source.key);
    }

    void peer()
    {
        const AssociationSnapshot *old = peerOf(m_before);
        const AssociationSnapshot *now = peerOf(m_after);
        if (now != nullptr && (old == nullptr || !isSame(*old, *now)))
            tell(EventKind::BecameSystemPeer, now);
        if (old != nullptr && now == nullptr)
            tell(EventKind::NoSystemPeer);
    }

    const Snapshot &m_before;
    const Snapshot &m_after;
    std::vector<Event> m_events;
};

} // namespace

std::vector<Event> changes(const Snapshot &before, const Snapshot &after)
{
    return Comparison(before, after).take();
}

} // namespace noonmark::monitor
