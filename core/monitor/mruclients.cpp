// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/mruclients.h"

#include <algorithm>
#include <set>

namespace noonmark::monitor {

std::size_t MruClients::countNew(const std::vector<MruRow> &rows) const
{
    std::set<IpAddress> fresh;
    for (const MruRow &row : rows)
        if (!m_places.contains(row.remote.address))
            fresh.insert(row.remote.address);
    return std::min(fresh.size(), m_most - std::min(m_most, m_rows.size()));
}

MruClients::Change MruClients::take(const std::vector<MruRow> &rows)
{
    const std::size_t before = m_rows.size();
    Change change;
    for (const MruRow &row : rows) {
        const auto known = m_places.find(row.remote.address);
        if (known == m_places.end()) {
            if (isFull())
                continue;
            m_places.emplace(row.remote.address, m_rows.size());
            m_rows.push_back(row);
            continue;
        }
        const std::size_t place = known->second;
        m_rows[place] = row;
        if (place >= before)
            continue;
        change.firstChanged = change.changed ? std::min(change.firstChanged, place) : place;
        change.lastChanged = std::max(change.lastChanged, place);
        change.changed = true;
    }
    change.added = m_rows.size() - before;
    return change;
}

std::optional<std::size_t> MruClients::placeOf(const IpAddress &address) const
{
    const auto known = m_places.find(address);
    return known == m_places.end() ? std::nullopt : std::optional(known->second);
}

void MruClients::clear()
{
    m_rows.clear();
    m_places.clear();
}

} // namespace noonmark::monitor
