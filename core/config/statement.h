// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefix.h"
#include "core/config/document.h"

#include <optional>
#include <string>
#include <vector>

// Typed readings of one line, as the daemon of a dialect would execute it: of a line with an error only the longest valid
// prefix counts (GRAMMAR: both daemons reduce before they see the bad token). A Disabled line is read as if it
// were active, so that forms can show it.
namespace noonmark::config {

struct Option
{
    std::string name;
    std::string value;                  // "" if it takes none
    TextRange range;                    // name and value
};

// server, pool, peer, broadcast, manycastclient, and ntpsec's `refclock`.
struct SourceStatement
{
    std::string keyword;
    std::optional<Family> family;
    std::string address;                // as written; 127.127.1.u for a local clock in either spelling
    TextRange addressRange;
    std::vector<Option> options;
    bool localClock = false;
    int localUnit = 0;

    [[nodiscard]] const Option *option(std::string_view name) const;
};

struct RestrictStatement
{
    enum class Target : unsigned char { Default, Source, Address, HostName, Invalid };

    bool unrestrict = false;            // ntpsec's, which our engine knows, too
    Target target = Target::Invalid;    // Invalid: nothing is executed
    std::optional<Family> family;       // -4, -6
    std::string address;                // as written
    std::string mask;                   // as written, "" if none
    std::vector<AddressMask> ranges;    // what it covers: both families for "default", empty if nothing is executed
    std::uint32_t flags = 0;            // those with an effect: ntpsec ignores nopeer and notrap
    bool ntpPort = false;
    std::optional<int> ipPeerLimit;     // 0 (none at all) for a value out of range, as the daemon has it
    std::vector<Option> flagWords;      // each accepted flag with its place
    std::optional<std::size_t> stoppedAt; // index of the token at which the daemon stops reading
};

struct FudgeStatement
{
    std::string address;                // as written; not of a clock: the daemon will ignore the line
    int unit = 0;
    bool localClock = false;
    std::vector<Option> options;        // at least one
};

[[nodiscard]] std::optional<SourceStatement> readSource(const Line &line, Dialect dialect);
[[nodiscard]] std::optional<RestrictStatement> readRestrict(const Line &line, Dialect dialect);
[[nodiscard]] std::optional<FudgeStatement> readFudge(const Line &line, Dialect dialect);

// Name of a flag of accesstable.h and back; 0 and "" for what is none.
[[nodiscard]] std::uint32_t accessFlag(std::string_view word);
[[nodiscard]] std::string_view accessFlagName(std::uint32_t bit);
[[nodiscard]] std::vector<std::string_view> accessFlagNames(std::uint32_t flags);   // in the manual's order

} // namespace noonmark::config
