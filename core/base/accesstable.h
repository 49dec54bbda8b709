// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accessindex.h"
#include "core/base/prefix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace noonmark {

// Whose rules hold. ntpd is classic 4.2.8, ntpsec 1.2; noonmark is our own engine, which follows ntpd except where
// the manual says otherwise. The two families differ on `restrict`, so a judgement always names its dialect.
enum class Dialect : std::uint8_t { Ntpd, Ntpsec, Noonmark };

// Flags of a restrict line, with the bit values that ntpd shows in `rs` of its MRU list.
namespace AccessFlag {
inline constexpr std::uint32_t Ignore = 0x0001, NoServe = 0x0002, NoTrust = 0x0004, Version = 0x0008, NoPeer = 0x0010,
                               Limited = 0x0020, NoQuery = 0x0040, NoModify = 0x0080, NoTrap = 0x0100,
                               LowPriorityTrap = 0x0200, KissOfDeath = 0x0400, MsSntp = 0x0800, Flake = 0x1000,
                               NoMruList = 0x2000, NoEpeer = 0x4000, ServerResponseFuzz = 0x8000;
}

// One entry of the list that the daemon really keeps: several lines of the file may have merged into it.
struct AccessEntry
{
    AddressMask range;
    bool ntpPort = false;          // matches source port 123 only
    std::uint32_t flags = 0;
    std::vector<int> origins;      // indexes given to add(), in file order; empty for a built-in entry
    mutable std::uint64_t hits = 0; // packets that it decided; counting changes no rule
};

// What one line asks of the list. ntpsec's `unrestrict` takes away: it clears flags, or drops the entry if it names
// none (the default entries stay as they are).
struct AccessRule
{
    AddressMask range;
    bool ntpPort = false;
    std::uint32_t flags = 0;
    int origin = -1;               // says where the line came from, for explanations; -1 for none
    bool takesAway = false;
};

// The daemons' access list (ntp_restrict.c of both): per family, sorted by descending address, then descending mask, with
// ntpport entries before their twins; the first entry that matches decides, alone. Equal keys merge by OR, and
// nothing is ever taken away by `restrict`. Each family ends in a built-in default entry.
class AccessTable
{
public:
    explicit AccessTable(Dialect dialect = Dialect::Noonmark);

    // Carries the rules out in their order. Many at once cost little more than one.
    void apply(std::vector<AccessRule> rules);
    void add(const AddressMask &range, std::uint32_t flags, bool ntpPort = false, int origin = -1);
    void remove(const AddressMask &range, std::uint32_t flags, bool ntpPort = false);

    // One search of the ranges, and one more for each mask with holes in use; allocates nothing.
    [[nodiscard]] const AccessEntry &match(const IpAddress &source, std::uint16_t sourcePort) const;
    // The entry of exactly this range, or null.
    [[nodiscard]] const AccessEntry *find(const AddressMask &range, bool ntpPort) const;
    [[nodiscard]] const std::vector<AccessEntry> &entries(Family family) const;   // in the order of matching
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    // Flags that the daemon puts into its default entries by itself: none in ntpd, noquery limited in ntpsec.
    static std::uint32_t builtInFlags(Dialect dialect);

    // `restrict source`: a template for a host entry of each association.
    void setSourceTemplate(std::uint32_t flags);
    [[nodiscard]] bool hasSourceTemplate() const { return m_hasSourceTemplate; }
    [[nodiscard]] std::uint32_t sourceTemplate() const { return m_sourceTemplate; }
    // Makes the template's entry for an association's address, if the dialect makes one there.
    void openForSource(const IpAddress &address, bool authenticated);
    struct Source
    {
        IpAddress address;
        bool authenticated = false;
    };
    void openForSources(const std::vector<Source> &sources);
    void closeForSource(const IpAddress &address);

private:
    struct List
    {
        std::vector<AccessEntry> entries;
        std::vector<IpAddress> masksWithHoles;   // that occur in the entries, each once
        AccessIndexV4 v4;                        // of the entries whose masks have none
        AccessIndexV6 v6;
    };

    void apply(std::span<const AccessRule> sorted, List &list);
    static List listOf(std::vector<AccessEntry> entries);
    [[nodiscard]] static const AccessEntry &ofRanges(const List &list, const IpAddress &source, bool fromNtpPort);
    [[nodiscard]] const List &list(Family family) const { return family == Family::V4 ? m_v4 : m_v6; }
    [[nodiscard]] bool opensFor(const Source &source) const;

    Dialect m_dialect;
    List m_v4;
    List m_v6;
    std::vector<IpAddress> m_openings;
    bool m_hasSourceTemplate = false;
    std::uint32_t m_sourceTemplate = 0;
};

} // namespace noonmark
