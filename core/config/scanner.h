// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <optional>
#include <string_view>
#include <vector>

// The daemons' scanner (ntp_scanner.c), which both kept: where tokens begin and end depends on the keyword
// before.
namespace noonmark::config {

struct ScannedLine
{
    std::vector<Token> tokens;
    std::optional<TextRange> comment;
    bool unclosedQuote = false;
};

// Cuts the bytes of one line. Keywords of both dialects count, because the file does not say whose it is.
[[nodiscard]] ScannedLine scanLine(std::string_view bytes, TextRange line);

// What the parser of one dialect is handed for a token.
enum class Lexeme : unsigned char
{
    Keyword,
    Integer,
    Unsigned,
    Double,
    String,
    Special,
    Family4,
    Family6
};

[[nodiscard]] std::vector<Lexeme> lexemes(const std::vector<Token> &tokens, Dialect dialect);
[[nodiscard]] constexpr bool isNumber(Lexeme lexeme)
{
    return lexeme == Lexeme::Integer || lexeme == Lexeme::Double;
}

// isspace() of the C locale, without the newline; and NUL, behind which no daemon reads on.
[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == '\0';
}
[[nodiscard]] constexpr bool isDropped(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool isSpecial(char c)
{
    return std::string_view("{}(),;|=").find(c) != std::string_view::npos;
}

} // namespace noonmark::config
