// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/execution.h"

#include <optional>
#include <string>
#include <vector>

namespace noonmark::config {

// What comes of a line beside its being executed or not, with the arguments that the sentence in wording/
// names.
enum class EffectKind : unsigned char
{
    CharactersVanish,      // what the daemon reads
    StopsAtWord,           // word; what stands behind it is lost too
    EndsTooSoon,           // -: something is missing at the end of the line
    UnknownDirective,      // word
    VoidWord,              // word: accepted, and without any effect
    ValueBecomes,          // option, value, what it becomes
    ValueIgnored,          // option, value
    LineDropped,           // word for which the daemon drops the whole line, although it understands it
    AddressUnusable,       // address: the line is dropped
    NameLookedUp,          // name: at start only
    ReadAsServer,          // -: ntpsec's peer
    ChangesDefault,        // mask of the other address family
    MergedWith,            // lines, flags that result
    OverriddenBy,          // line
    OptionOverridden,      // option, line
    DuplicateOf,           // line
    NoSuchClock,           // address of a fudge line
    EndsReading,           // -: nothing behind it is read
    EndsDaemon,            // word: the daemon exits at start
    EndsDaemonWithoutKeys, // directive: ... unless the key files that it needs are there
    HangsDaemon,           // word: the daemon never serves
    IncludesFile           // path
};

struct Effect
{
    EffectKind kind{};
    std::vector<std::string> arguments;

    friend bool operator==(const Effect &, const Effect &) = default;
};

// What a daemon really does with one line.
struct LineReading
{
    int line = 1;
    Extent extent = Extent::Empty;
    std::string executed; // what counts, as the daemon reads it: "restrict default nomodify"
    std::vector<Effect> effects;

    [[nodiscard]] bool has(EffectKind kind) const;
};

// One for each line of the document. Lines act on each other, so there is no reading of one line alone.
[[nodiscard]] std::vector<LineReading> readings(const Document &document, Dialect dialect);

// Whether of several lines with this directive only the last one counts.
[[nodiscard]] bool countsOnce(std::string_view directive, Dialect dialect);

// Whether the daemon does something else with the line than it says.
[[nodiscard]] bool departs(const LineReading &reading);

// Which argument names lines of the same file, "4" or "4, 7".
[[nodiscard]] std::optional<std::size_t> lineArgument(EffectKind kind);
// Stable for ever: "characters-vanish", "prefix".
[[nodiscard]] const char *effectId(EffectKind kind);
[[nodiscard]] const char *extentId(Extent extent);

} // namespace noonmark::config
