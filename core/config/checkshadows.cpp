// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checksets.h"

#include <algorithm>
#include <map>

namespace noonmark::config {

namespace {

using Entries = std::vector<AccessEntry>;
using Places = std::vector<std::size_t>; // in the list, ascending

// Entries under one mask, found by what their addresses are under a wider one.
using Found = std::map<AddressMask, std::size_t>;

Found firstUnder(const IpAddress &mask, const Entries &entries, const Places &places)
{
    Found found;
    for (const std::size_t place : places) {
        if (!entries[place].origins.empty())
            found.try_emplace(AddressMask(entries[place].range.address(), mask), place);
    }
    return found;
}

IpAddress common(const IpAddress &a, const IpAddress &b)
{
    return AddressMask(a, b).address();
}

// The list is sorted by address first, so an entry with holes may come too late (RESTRICT R119). Two entries
// meet if their addresses are alike where both masks look, so one pass for each pair of masks finds all.
class Shadows
{
public:
    explicit Shadows(const Entries &entries)
        : m_entries(entries)
        , m_firsts(entries.size(), entries.size())
    {
        for (std::size_t place = 0; place < entries.size(); ++place)
            m_places[entries[place].range.mask()].push_back(place);
    }

    // For each entry with holes the place of the first that takes hosts from it, else one past the end.
    const Places &firsts()
    {
        for (const auto &[mask, places] : m_places) {
            if (!m_entries[places.front()].range.prefixLength())
                look(mask, places);
        }
        return m_firsts;
    }

private:
    void look(const IpAddress &mask, const Places &places)
    {
        for (const auto &[otherMask, others] : m_places) {
            const IpAddress both = common(mask, otherMask);
            // What lies wholly inside is an exception that somebody wants.
            if (both == mask || others.size() > m_budget)
                continue;
            m_budget -= others.size();
            const Found found = firstUnder(both, m_entries, others);
            for (const std::size_t place : places) {
                const auto other = found.find(AddressMask(m_entries[place].range.address(), both));
                if (other != found.end() && other->second < place)
                    m_firsts[place] = std::min(m_firsts[place], other->second);
            }
        }
    }

    const Entries &m_entries;
    Places m_firsts;
    std::map<IpAddress, Places> m_places; // of each mask
    std::size_t m_budget = 2'000'000;     // thousands of masks with holes are nobody's file
};

} // namespace

void checkShadows(CheckContext &context, const std::vector<AccessEntry> &entries)
{
    Shadows shadows(entries);
    const Places &firsts = shadows.firsts();
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const AccessEntry &entry = entries[place];
        const Line *line = entry.origins.empty() ? nullptr : context.lineNumbered(entry.origins.front());
        if (line && firsts[place] < place)
            context.report(directiveRange(*line), Severity::Warning, Finding::PartlyShadowed,
                           {entry.range.toString(), std::to_string(entries[firsts[place]].origins.front())});
    }
}

} // namespace noonmark::config
