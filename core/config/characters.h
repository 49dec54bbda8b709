// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/letters.h"

#include <string>
#include <string_view>

// What becomes of characters that are not ASCII. Both daemons delete every byte from 0x80 up before they look
// for words.
namespace noonmark::config {

[[nodiscard]] bool hasNonAscii(std::string_view text);
[[nodiscard]] std::string asDaemonReads(std::string_view text);

// The ASCII that the author of the text most likely meant: full-width forms, blanks, dashes and points of
// other scripts become their ASCII twins; typographic quotes and invisible characters go. `unknown` is set if
// a character had no twin.
struct Meant
{
    std::string text;
    bool unknown = false;
};
[[nodiscard]] Meant asMeant(std::string_view text);

[[nodiscard]] bool isBlank(char c);

inline constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";
inline constexpr std::string_view FullWidthNumberSign = "\xEF\xBC\x83";

} // namespace noonmark::config
