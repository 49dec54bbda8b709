// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"
#include "core/config/edits.h"

#include <optional>
#include <string>

// What a form shows of one line, read by the directive table alone, so that every directive has a form.
namespace noonmark::ui {

// The argument of a line: the words behind the directive and a "-4" or "-6", up to the first option.
struct ArgumentWords
{
    config::TextRange range; // empty and at the place where it belongs if there is none
    std::string text;        // one word as the daemon reads it, several as they are written
    bool several = false;
};

[[nodiscard]] ArgumentWords argumentOf(const config::Document &document, const config::Line &line,
                                       const config::DirectiveSpec &directive);
// "" for an option without a value; absent if the line does not have it.
[[nodiscard]] std::optional<std::string>
optionValue(const config::Line &line, const config::DirectiveSpec &directive, std::string_view option);
[[nodiscard]] config::Edits setArgument(const config::Document &document, const config::Line &line,
                                        const config::DirectiveSpec &directive, std::string_view text);
// The number of the first line that these edits wrote; to be asked before they are applied.
[[nodiscard]] int lineOfEdits(const config::Document &document, const config::Edits &edits);

} // namespace noonmark::ui
