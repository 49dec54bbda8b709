// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace noonmark {

namespace {

using Entries = std::vector<AccessEntry>;
using Rules = std::span<const AccessRule>;

constexpr std::uint16_t NtpPort = 123;

struct Key
{
    AddressMask range;
    bool ntpPort = false;
};

// Of keys, entries and rules alike.
constexpr auto sortsBefore = [](const auto &a, const auto &b) {
    // The address decides before the mask: with masks that have holes this is not "longest prefix wins".
    if (const auto order = a.range.address() <=> b.range.address(); order != 0)
        return order > 0;
    if (const auto order = a.range.mask() <=> b.range.mask(); order != 0)
        return order > 0;
    return a.ntpPort && !b.ntpPort;
};

AccessEntry builtInEntry(Family family, Dialect dialect)
{
    return {AddressMask::everything(family), false, AccessTable::builtInFlags(dialect), {}};
}

// What becomes of one entry under its rules.
std::optional<AccessEntry> after(Rules rules, std::optional<AccessEntry> entry)
{
    for (const AccessRule &rule : rules) {
        if (rule.takesAway) {
            const bool isDefault = rule.range.isEverything() && !rule.ntpPort;
            if (entry)
                entry->flags &= ~rule.flags;
            if (rule.flags == 0 && !isDefault)
                entry.reset();
            continue;
        }
        if (!entry)
            entry = AccessEntry{rule.range, rule.ntpPort, 0, {}};
        entry->flags |= rule.flags;
        if (rule.origin >= 0)
            entry->origins.push_back(rule.origin);
    }
    return entry;
}

// Both are sorted, so that one walk over them is enough.
Entries merged(Entries entries, Rules rules)
{
    Entries result;
    result.reserve(entries.size() + rules.size());
    auto old = std::make_move_iterator(entries.begin());
    const auto end = std::make_move_iterator(entries.end());
    while (!rules.empty()) {
        const AccessRule &key = rules.front();
        const auto isOther = [&key](const AccessRule &rule) { return sortsBefore(key, rule); };
        const auto next = std::find_if(rules.begin(), rules.end(), isOther);
        const Rules ofKey(rules.begin(), next);
        const auto place = std::lower_bound(old.base(), end.base(), key, sortsBefore);
        std::copy(old, std::make_move_iterator(place), std::back_inserter(result));
        const bool exists = place != end.base() && !sortsBefore(key, *place);
        auto entry = after(ofKey, exists ? std::optional(std::move(*place)) : std::nullopt);
        if (entry)
            result.push_back(std::move(*entry));
        old = std::make_move_iterator(exists ? std::next(place) : place);
        rules = rules.subspan(ofKey.size());
    }
    std::copy(old, end, std::back_inserter(result));
    return result;
}

// The entry of this range that comes first for a packet from port 123, or from another port.
const AccessEntry *firstOf(const Entries &entries, const AddressMask &range, bool fromNtpPort)
{
    const auto place = std::lower_bound(entries.begin(), entries.end(), Key{range, fromNtpPort}, sortsBefore);
    return place != entries.end() && place->range == range ? &*place : nullptr;
}

} // namespace

AccessTable::AccessTable(Dialect dialect)
    : m_dialect(dialect)
    , m_v4{{builtInEntry(Family::V4, dialect)}, {AddressMask::everything(Family::V4).mask()}}
    , m_v6{{builtInEntry(Family::V6, dialect)}, {AddressMask::everything(Family::V6).mask()}}
{
}

std::uint32_t AccessTable::builtInFlags(Dialect dialect)
{
    return dialect == Dialect::Ntpsec ? AccessFlag::NoQuery | AccessFlag::Limited : 0;
}

void AccessTable::apply(std::vector<AccessRule> rules)
{   // Rules of one entry keep their order; those of different entries do not touch each other.
    std::stable_sort(rules.begin(), rules.end(), sortsBefore);
    const auto v4 = std::find_if(rules.begin(), rules.end(), [](const AccessRule &rule) {
        return rule.range.family() == Family::V4;
    });
    apply(Rules(rules.begin(), v4), m_v6);
    apply(Rules(v4, rules.end()), m_v4);
}

void AccessTable::apply(std::span<const AccessRule> sorted, List &list)
{
    if (sorted.empty())
        return;
    list.entries = merged(std::move(list.entries), sorted);
    std::set<IpAddress> masks;
    for (const AccessEntry &entry : list.entries)
        masks.insert(entry.range.mask());
    list.masks.assign(masks.begin(), masks.end());
}

void AccessTable::add(const AddressMask &range, std::uint32_t flags, bool ntpPort, int origin)
{
    apply({{range, ntpPort, flags, origin, false}});
}

void AccessTable::remove(const AddressMask &range, std::uint32_t flags, bool ntpPort)
{
    apply({{range, ntpPort, flags, -1, true}});
}

const AccessEntry &AccessTable::match(const IpAddress &source, std::uint16_t sourcePort) const
{   // With a mask given, only one address can match: the source's own under that mask.
    const List &all = list(source.family());
    const AccessEntry *first = &all.entries.back();   // matches everything
    for (const IpAddress &mask : all.masks) {
        const AccessEntry *entry = firstOf(all.entries, {source, mask}, sourcePort == NtpPort);
        if (entry && sortsBefore(*entry, *first))
            first = entry;
    }
    return *first;
}

const AccessEntry *AccessTable::find(const AddressMask &range, bool ntpPort) const
{
    const AccessEntry *entry = firstOf(entries(range.family()), range, ntpPort);
    return entry && entry->ntpPort == ntpPort ? entry : nullptr;
}

const std::vector<AccessEntry> &AccessTable::entries(Family family) const
{
    return list(family).entries;
}

void AccessTable::setSourceTemplate(std::uint32_t flags)
{
    m_hasSourceTemplate = true;
    m_sourceTemplate |= flags;
}

void AccessTable::openForSource(const IpAddress &address, bool authenticated)
{
    openForSources({{address, authenticated}});
}

void AccessTable::openForSources(const std::vector<Source> &sources)
{   // A host entry decides for its own address only, so that the order of the sources has no effect.
    std::vector<AccessRule> rules;
    for (const Source &source : sources) {
        if (!opensFor(source))
            continue;
        rules.push_back({AddressMask::host(source.address), false, m_sourceTemplate});
        m_openings.push_back(source.address);
    }
    apply(std::move(rules));
}

bool AccessTable::opensFor(const Source &source) const
{
    const AddressMask host = AddressMask::host(source.address);
    if (!m_hasSourceTemplate || firstOf(entries(host.family()), host, true))
        return false;
    const std::uint32_t now = match(source.address, NtpPort).flags;
    // ntpsec pokes a hole only where ignore or notrust would drop the answers.
    return m_dialect != Dialect::Ntpsec || (now & AccessFlag::Ignore) != 0 ||
           ((now & AccessFlag::NoTrust) != 0 && !source.authenticated);
}

void AccessTable::closeForSource(const IpAddress &address)
{
    const auto opening = std::find(m_openings.begin(), m_openings.end(), address);
    if (opening == m_openings.end())
        return;
    m_openings.erase(opening);
    const AccessEntry *entry = find(AddressMask::host(address), false);
    if (entry && entry->origins.empty())
        remove(entry->range, 0);
}

} // namespace noonmark
