// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <type_traits>

namespace noonmark {

namespace {

using Entries = std::vector<AccessEntry>;
using Rules = std::span<const AccessRule>;

using KeyV4 = std::uint32_t;
using KeyV6 = std::array<std::uint64_t, 2>;

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

void keyOf(const IpAddress &address, KeyV4 &key)
{
    key = address.toV4();
}

void keyOf(const IpAddress &address, KeyV6 &key)
{
    key = {};
    for (std::size_t i = 0; i < address.bytes().size(); ++i)
        key[i / 8] = key[i / 8] << 8 | address.bytes()[i];
}

// A rule's place as sortsBefore() has it, in numbers that compare without a call: long lists are sorted often.
template <typename Key> struct Place
{
    Key address{};
    Key mask{};
    std::uint32_t scope = 0;
    bool ntpPort = false;
    std::uint32_t number = 0;

    friend bool operator<(const Place &a, const Place &b)
    {
        if (a.address != b.address)
            return a.address > b.address;
        // Rules of one entry keep their order; those of different entries do not touch each other.
        return std::tie(b.scope, b.mask, b.ntpPort, a.number) < std::tie(a.scope, a.mask, a.ntpPort, b.number);
    }
};

// The rules of one family, sorted. People write ascending lists, so it begins from the end.
template <typename Key> std::vector<AccessRule> inOrder(const std::vector<AccessRule> &rules, Family family)
{
    std::vector<Place<Key>> places;
    for (std::size_t i = rules.size(); i-- > 0;) {
        const AddressMask &range = rules[i].range;
        if (range.family() != family)
            continue;
        Place<Key> &place = places.emplace_back();
        keyOf(range.address(), place.address);
        keyOf(range.mask(), place.mask);
        place.scope = range.address().scope();
        place.ntpPort = rules[i].ntpPort;
        place.number = static_cast<std::uint32_t>(i);
    }
    if (!std::is_sorted(places.begin(), places.end()))
        std::stable_sort(places.begin(), places.end());
    std::vector<AccessRule> sorted;
    sorted.reserve(places.size());
    for (const Place<Key> &place : places)
        sorted.push_back(rules[place.number]);
    return sorted;
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

void increment(KeyV4 &key)
{
    ++key;
}

void increment(KeyV6 &key)
{
    if (++key[1] == 0)
        ++key[0];
}

template <typename Key> Key startOf(const AddressMask &range)
{
    Key key{};
    keyOf(range.address(), key);
    return key;
}

// Where the addresses behind a range begin; zero behind the last address there is.
template <typename Key> Key endOf(const AddressMask &range)
{
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < range.address().length(); ++i)
        bytes[i] = static_cast<std::uint8_t>(range.address().bytes()[i] | ~range.mask().bytes()[i]);
    Key key{};
    if constexpr (std::is_same_v<Key, KeyV4>)
        key = std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
    else
        keyOf(IpAddress::v6(bytes), key);
    increment(key);
    return key;
}

// Walks the ranges from the lowest address up; those that are open at a place contain each other.
template <typename Key> void build(const Entries &entries, AccessIndex<Key> &index)
{
    using Answer = typename AccessIndex<Key>::Answer;
    struct Open
    {
        Key end;
        Answer answer;
    };
    std::vector<Open> open;
    const auto closeBefore = [&](const Key &place, bool all) {
        while (open.size() > 1 && (all || open.back().end <= place) && open.back().end != Key{}) {
            const Key end = open.back().end;
            open.pop_back();
            index.begin(end, open.back().answer);
        }
    };
    for (std::size_t i = entries.size(); i-- > 0;) {
        const AccessEntry &entry = entries[i];
        if (!entry.range.prefixLength())
            continue;
        const auto number = static_cast<std::uint32_t>(i);
        const Key start = startOf<Key>(entry.range);
        closeBefore(start, false);
        Answer answer = open.empty() ? Answer{number, number} : open.back().answer;
        answer.fromNtpPort = number;
        if (!entry.ntpPort)
            answer.fromOthers = number;
        open.push_back({endOf<Key>(entry.range), answer});
        index.begin(start, answer);
    }
    closeBefore({}, true);
}

} // namespace

AccessTable::AccessTable(Dialect dialect)
    : m_dialect(dialect)
    , m_v4(listOf({builtInEntry(Family::V4, dialect)}))
    , m_v6(listOf({builtInEntry(Family::V6, dialect)}))
{
}

std::uint32_t AccessTable::builtInFlags(Dialect dialect)
{
    return dialect == Dialect::Ntpsec ? AccessFlag::NoQuery | AccessFlag::Limited : 0;
}

void AccessTable::apply(std::vector<AccessRule> rules)
{
    apply(inOrder<KeyV4>(rules, Family::V4), m_v4);
    apply(inOrder<KeyV6>(rules, Family::V6), m_v6);
}

void AccessTable::apply(std::span<const AccessRule> sorted, List &list)
{
    if (sorted.empty())
        return;
    list = listOf(merged(std::move(list.entries), sorted));
}

AccessTable::List AccessTable::listOf(std::vector<AccessEntry> entries)
{
    List list{std::move(entries), {}, {}, {}};
    std::set<IpAddress> masks;
    for (const AccessEntry &entry : list.entries) {
        if (!entry.range.prefixLength())
            masks.insert(entry.range.mask());
    }
    list.masksWithHoles.assign(masks.begin(), masks.end());
    if (list.entries.back().range.family() == Family::V4)
        build(list.entries, list.v4);
    else
        build(list.entries, list.v6);
    return list;
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
{   // Ranges without holes contain each other or have nothing in common: of those that match, the longest prefix has the
    // highest address and mask. With a mask given, only one address can match: the source's own under that mask.
    const List &all = list(source.family());
    const AccessEntry *first = &ofRanges(all, source, sourcePort == NtpPort);
    for (const IpAddress &mask : all.masksWithHoles) {
        const AccessEntry *entry = firstOf(all.entries, {source, mask}, sourcePort == NtpPort);
        if (entry && sortsBefore(*entry, *first))
            first = entry;
    }
    return *first;
}

const AccessEntry &AccessTable::ofRanges(const List &list, const IpAddress &source, bool fromNtpPort)
{
    if (source.isV4()) {
        const auto &answer = list.v4.at(source.toV4());
        return list.entries[fromNtpPort ? answer.fromNtpPort : answer.fromOthers];
    }
    KeyV6 key{};
    keyOf(source, key);
    const auto &answer = list.v6.at(key);
    return list.entries[fromNtpPort ? answer.fromNtpPort : answer.fromOthers];
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
