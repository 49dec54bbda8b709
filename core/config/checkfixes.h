// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"

// Remedies as edits that touch nothing else of the line.
namespace noonmark::config {

[[nodiscard]] Fix replaceWordFix(const Document &document, TextRange range, std::string replacement);
[[nodiscard]] Fix lowerCaseFix(TextRange range, std::string lower);
[[nodiscard]] Fix insertWordFix(TextRange behind, const std::string &word);
// Takes the blanks in front of the word away too.
[[nodiscard]] Fix removeWordFix(const Document &document, TextRange range);
[[nodiscard]] Fix removeLineFix(const Document &document, const Line &line);
[[nodiscard]] Fix disableLineFix(const Document &document, const Line &line);
[[nodiscard]] Fix enableLineFix(const Document &document, const Line &line);
[[nodiscard]] Fix addLinesFix(const Document &document, const std::vector<std::string> &lines);
// Replaces the words of the line and keeps its indentation and its comment. A line break in `text` makes two
// lines.
[[nodiscard]] Fix replaceLineFix(const Document &document, const Line &line, std::string text);

} // namespace noonmark::config
