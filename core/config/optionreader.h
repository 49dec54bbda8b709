// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"
#include "core/config/scanner.h"
#include "core/config/statement.h"

namespace noonmark::config {

// Walks the tokens of one line as the parser of a dialect is handed them.
struct TokenCursor
{
    TokenCursor(const Line &line, Dialect reader)
        : tokens(line.tokens)
        , kinds(lexemes(line.tokens, reader))
        , dialect(reader)
    {}

    [[nodiscard]] bool atEnd() const { return at >= tokens.size(); }
    [[nodiscard]] bool is(Lexeme kind) const { return !atEnd() && kinds[at] == kind; }
    [[nodiscard]] bool isKeyword(std::string_view word) const
    {
        return is(Lexeme::Keyword) && token().text == word;
    }
    [[nodiscard]] const Token &token() const { return tokens[at]; }

    const std::vector<Token> &tokens;
    std::vector<Lexeme> kinds;
    Dialect dialect;
    std::size_t at = 1; // behind the directive's word
};

enum class OptionsEnd : unsigned char
{
    Line,          // all were valid
    BadWord,       // the daemon executes what stands before the cursor
    UnfinishedPair // an option has no valid value: the daemon executes nothing of the line
};

struct OptionReading
{
    std::vector<Option> options;
    OptionsEnd end = OptionsEnd::Line;
};

// Which integers an option takes: those of sources may be hexadecimal or above INT_MAX.
enum class Integers : unsigned char
{
    Signed,
    Unsigned
};

[[nodiscard]] OptionReading readOptions(TokenCursor &cursor, const DirectiveSpec &spec, Integers integers);

// -4 or -6 at the cursor, which moves on.
[[nodiscard]] std::optional<Family> takeFamily(TokenCursor &cursor);

[[nodiscard]] constexpr bool isStatement(const Line &line)
{
    return (line.kind == LineKind::Directive || line.kind == LineKind::Disabled) && !line.tokens.empty();
}

} // namespace noonmark::config
