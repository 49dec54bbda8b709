// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"
#include "core/config/document.h"
#include "core/config/statement.h"

#include <optional>
#include <vector>

namespace noonmark::config {

// What a host may do here, and why.
struct AccessAnswer
{
    bool mayGetTime = true;
    bool mayQuery = true;               // mode 6 reads: ntpq
    bool mayModify = true;              // mode 6 writes, with the control key
    bool mayPeer = true;                // symmetric association without a key
    bool mayTrap = true;
    bool mayReadClients = true;         // the MRU list
    bool needsKey = false;              // notrust
    bool rateLimited = false;
    bool toldWhenLimited = false;       // kod and limited
    bool version4Only = false;
    std::uint32_t flags = 0;
    AddressMask range;                  // of the entry that decided
    std::vector<int> lines;             // line numbers that made the entry; empty: the built-in default
};

// The list that the daemon of this dialect would make of the file. Origins in its entries are line numbers.
// Host names in restrict lines are not looked up: they make no entry.
[[nodiscard]] AccessTable accessTable(const Document &document, Dialect dialect);
// The same list, statement by statement, for who has read the lines already.
class AccessTableBuilder
{
public:
    explicit AccessTableBuilder(Dialect dialect)
        : m_table(dialect)
    {}
    void take(const RestrictStatement &statement, int line);
    [[nodiscard]] AccessTable build();

private:
    void closeToStrangers();

    AccessTable m_table;
    std::vector<AccessRule> m_rules;
};

// What `restrict source` can open the list for: a numeric address that packets come from.
[[nodiscard]] std::optional<AccessTable::Source> accessSource(const SourceStatement &statement);
// With the entries that `restrict source` makes for the numeric servers of the file.
[[nodiscard]] AccessTable accessTableWithSources(const Document &document, Dialect dialect);

[[nodiscard]] AccessAnswer whatMay(const AccessTable &table, const IpAddress &host, std::uint16_t sourcePort = 123);

// The reverse: the address ranges for which a right holds, as matched entries in the table's order.
enum class Right : unsigned char { GetTime, Query, Modify, Peer, ReadClients };
[[nodiscard]] std::vector<AccessEntry> whoMay(const AccessTable &table, Right right);
// Whether the hosts for which this entry decides have the right.
[[nodiscard]] bool grants(const AccessEntry &entry, Right right, Dialect dialect);

} // namespace noonmark::config
