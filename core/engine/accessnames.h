// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/outbox.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace noonmark::engine {

// `restrict` lines with host names: each address that a name turns out to have gets an entry. A name is asked
// for until it has addresses, with growing pauses, and then no more before the file is read again: as in
// ntpd, only that nobody waits.
class AccessNames
{
public:
    // A new file. `table`: what it says without names. Those known already keep their addresses while they
    // are asked for anew.
    void configure(const AccessTable &table, const std::vector<NamedAccess> &rules, const Context &context);
    [[nodiscard]] bool any() const { return !m_rules.empty(); }
    // True: the table is another now.
    [[nodiscard]] bool resolved(const NameAnswer &answer, const Context &context);
    void poll(const Context &context);
    [[nodiscard]] std::optional<Instant> deadline() const { return m_deadline; }
    // With the entries of the names known so far.
    [[nodiscard]] AccessTable table() const;

private:
    struct Name
    {
        std::vector<IpAddress> addresses;
        std::uint32_t question = 0;  // under way; 0 = none
        std::optional<Instant> next; // when to ask again
        double pause = 0;            // s, the last one
        bool told = false;           // that it failed
    };
    using Names = std::map<std::pair<std::string, std::optional<Family>>, Name>;

    void askWhatIsDue(const Context &context);
    static bool take(Names::value_type &asked, const std::vector<IpAddress> &found, const Context &context);

    AccessTable m_table;
    std::vector<NamedAccess> m_rules;
    Names m_names;
    std::optional<Instant> m_deadline;
    std::uint32_t m_lastQuestion = 0;
};

} // namespace noonmark::engine
