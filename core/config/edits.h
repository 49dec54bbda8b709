// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <string>
#include <string_view>
#include <vector>

// The changes a person makes, as edits that touch nothing else: comments beside a line, blanks, CRLF and a missing last
// newline stay. Each returns edits for the document's present bytes; an empty result means "nothing to do".
namespace noonmark::config {

using Edits = std::vector<Edit>;

// Puts whole lines (without terminators) where a person would: behind the last line of the same directive, else behind a
// disabled one, else behind the last line of the same group, else at the end.
[[nodiscard]] Edits addLines(const Document &document, const std::vector<std::string> &lines);
[[nodiscard]] Edits insertLines(const Document &document, int beforeLine, const std::vector<std::string> &lines);
[[nodiscard]] Edits removeLine(const Document &document, int lineNumber);
[[nodiscard]] Edits disableLine(const Document &document, int lineNumber);    // puts '#' in front
[[nodiscard]] Edits enableLine(const Document &document, int lineNumber);     // takes one '#' (and one blank) away
[[nodiscard]] Edits moveLine(const Document &document, int lineNumber, int beforeLine);
// Replaces the directive of a line and keeps its indentation and the comment beside it.
[[nodiscard]] Edits replaceDirective(const Document &document, int lineNumber, std::string_view text);
// Sets, adds or (with no value given) removes an option of a line: setOption(d, 3, "minpoll", "6").
[[nodiscard]] Edits setOption(const Document &document, int lineNumber, std::string_view name, std::string_view value);
[[nodiscard]] Edits addFlag(const Document &document, int lineNumber, std::string_view flag);
[[nodiscard]] Edits removeOption(const Document &document, int lineNumber, std::string_view name);
// The smallest edit between two texts (common start and end kept): what typing in the text view did.
[[nodiscard]] Edits difference(std::string_view before, std::string_view after);
// As ntp.conf needs it: in quotes if it holds a blank, '#' or a special character.
[[nodiscard]] std::string quoted(std::string_view value);

} // namespace noonmark::config
