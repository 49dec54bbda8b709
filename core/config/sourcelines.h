// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <string>
#include <vector>

// How a line takes part in the source mode, and the marks that switching leaves on it.
namespace noonmark::config {

enum class SourceRole : unsigned char
{
    None,
    Upstream,  // something we take time from
    Clock,     // the local clock
    ClockFudge // its stratum
};

enum class SourceState : unsigned char
{
    Active,
    Off,     // commented out by us: carries the mark
    Disabled // commented out by a person
};

struct SourceLine
{
    int number = 0;
    SourceRole role = SourceRole::None;
    SourceState state = SourceState::Active;
    bool wasDisabled = false; // active because we enabled it
    bool added = false;       // active because we wrote it
    bool association = false; // server, pool, peer or refclock: the local clock belongs beside such lines
    bool choosable = false;   // disabled, and a sensible upstream if we need one
    bool hasStratum = false;  // a clock that needs no fudge line for it
    int unit = 0;             // of the local clock
    std::string text;         // without terminator
};

// In file order; lines that no daemon reads (behind NUL or `end`) and lines that are no sources are left out.
[[nodiscard]] std::vector<SourceLine> sourceLines(const Document &document, Dialect dialect);
// The first line that no daemon reads, or one past the last line.
[[nodiscard]] int endOfReading(const Document &document);

// The text of a line with a mark put on or taken off. Taking off what is not there changes nothing.
[[nodiscard]] std::string turnedOff(std::string_view text);
[[nodiscard]] std::string withoutOff(std::string_view text);
[[nodiscard]] std::string enabled(std::string_view text);
[[nodiscard]] std::string withoutEnabled(std::string_view text);
[[nodiscard]] std::string markedAdded(std::string_view text);

} // namespace noonmark::config
