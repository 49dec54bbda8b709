// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/checkcontext.h"

// The parts of checkWords() that look at one line.
namespace noonmark::config {

void checkCharacters(CheckContext &context, const Line &line); // what is not ASCII
bool checkMarkup(CheckContext &context, const Line &line);     // {{ ... }}; whether there is some
void checkPlaceholders(CheckContext &context, const Line &line); // 10.xxx.xxx.1, <your server>
void checkDirective(CheckContext &context, const Line &line);  // the first word

// The line without indentation, comment and trailing blanks; without a byte order mark.
[[nodiscard]] TextRange lineContent(const Document &document, const Line &line);
[[nodiscard]] std::vector<std::string_view> splitWords(std::string_view text);
[[nodiscard]] const Token *tokenAt(const Line &line, std::size_t offset);

} // namespace noonmark::config
