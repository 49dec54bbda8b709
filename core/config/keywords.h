// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"

#include <string_view>

namespace noonmark::config {

// What the scanner takes the words behind a keyword for. In a string neither keywords nor numbers nor special
// characters are looked for; only -4 and -6 are, and they leave the state as it is.
enum class Follow : unsigned char
{
    Token,
    String,
    Strings
};

struct Keyword
{
    std::string_view name;
    DialectSet dialects;
    Follow follow;
};

// Of either dialect, or null.
[[nodiscard]] const Keyword *findKeyword(std::string_view word);

} // namespace noonmark::config
