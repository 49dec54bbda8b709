// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"

#include <algorithm>

namespace noonmark {

namespace {

constexpr std::uint16_t NtpPort = 123;

bool sortsBefore(const AccessEntry &a, const AccessEntry &b)
{   // The address decides before the mask: with masks that have holes this is not "longest prefix wins".
    if (a.range.address() != b.range.address())
        return a.range.address() > b.range.address();
    if (a.range.mask() != b.range.mask())
        return a.range.mask() > b.range.mask();
    return a.ntpPort && !b.ntpPort;
}

AccessEntry builtInEntry(Family family, Dialect dialect)
{
    return {AddressMask::everything(family), false, AccessTable::builtInFlags(dialect), {}};
}

} // namespace

AccessTable::AccessTable(Dialect dialect)
    : m_dialect(dialect)
    , m_v4{builtInEntry(Family::V4, dialect)}
    , m_v6{builtInEntry(Family::V6, dialect)}
{
}

std::uint32_t AccessTable::builtInFlags(Dialect dialect)
{
    return dialect == Dialect::Ntpsec ? AccessFlag::NoQuery | AccessFlag::Limited : 0;
}

void AccessTable::add(const AddressMask &range, std::uint32_t flags, bool ntpPort, int origin)
{
    auto &entries = list(range.family());
    AccessEntry entry{range, ntpPort, flags, {}};
    auto place = std::lower_bound(entries.begin(), entries.end(), entry, sortsBefore);
    const bool exists = place != entries.end() && place->range == range && place->ntpPort == ntpPort;
    if (!exists)
        place = entries.insert(place, std::move(entry));
    place->flags |= flags;
    if (origin >= 0)
        place->origins.push_back(origin);
}

void AccessTable::add(std::vector<AccessEntry> entries)
{
    for (AccessEntry &entry : entries)
        list(entry.range.family()).push_back(std::move(entry));
    for (auto *sorted : {&m_v4, &m_v6}) {
        // Stable: of equal entries the earlier one takes in the later ones, so that origins stay in file order.
        std::stable_sort(sorted->begin(), sorted->end(), sortsBefore);
        std::vector<AccessEntry> merged;
        merged.reserve(sorted->size());
        for (AccessEntry &entry : *sorted) {
            if (merged.empty() || sortsBefore(merged.back(), entry)) {
                merged.push_back(std::move(entry));
                continue;
            }
            AccessEntry &twin = merged.back();
            twin.flags |= entry.flags;
            twin.origins.insert(twin.origins.end(), entry.origins.begin(), entry.origins.end());
        }
        *sorted = std::move(merged);
    }
}

void AccessTable::remove(const AddressMask &range, std::uint32_t flags, bool ntpPort)
{
    auto &entries = list(range.family());
    const auto place = std::find_if(entries.begin(), entries.end(), [&](const AccessEntry &entry) {
        return entry.range == range && entry.ntpPort == ntpPort;
    });
    if (place == entries.end())
        return;
    if (flags != 0)
        place->flags &= ~flags;
    else if (!range.isEverything() || ntpPort)
        entries.erase(place);
}

const AccessEntry &AccessTable::match(const IpAddress &source, std::uint16_t sourcePort) const
{   // The last entry of each family matches everything, so the search always ends on one.
    const auto &entries = this->entries(source.family());
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const AccessEntry &entry) {
        return entry.range.contains(source) && (!entry.ntpPort || sourcePort == NtpPort);
    });
    return *found;
}

const std::vector<AccessEntry> &AccessTable::entries(Family family) const
{
    return family == Family::V4 ? m_v4 : m_v6;
}

void AccessTable::setSourceTemplate(std::uint32_t flags)
{
    m_hasSourceTemplate = true;
    m_sourceTemplate |= flags;
}

void AccessTable::openForSource(const IpAddress &address, bool authenticated)
{
    if (!m_hasSourceTemplate)
        return;
    const AddressMask host = AddressMask::host(address);
    const auto &entries = this->entries(address.family());
    const bool taken = std::any_of(entries.begin(), entries.end(), [&](const AccessEntry &e) { return e.range == host; });
    if (taken)
        return;
    const std::uint32_t now = match(address, NtpPort).flags;
    const bool ntpsecOpens = (now & AccessFlag::Ignore) != 0 || ((now & AccessFlag::NoTrust) != 0 && !authenticated);
    if (m_dialect == Dialect::Ntpsec && !ntpsecOpens)
        return;   // ntpsec pokes a hole only where ignore or notrust would drop the answers
    add(host, m_sourceTemplate);
    m_openings.push_back(address);
}

void AccessTable::closeForSource(const IpAddress &address)
{
    const auto opening = std::find(m_openings.begin(), m_openings.end(), address);
    if (opening == m_openings.end())
        return;
    m_openings.erase(opening);
    auto &entries = list(address.family());
    std::erase_if(entries, [&](const AccessEntry &e) { return e.range == AddressMask::host(address) && e.origins.empty(); });
}

} // namespace noonmark
