// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace noonmark::config {

// Bytes of the file, counted from its start.
struct TextRange
{
    std::size_t offset = 0;
    std::size_t length = 0;

    [[nodiscard]] constexpr std::size_t end() const { return offset + length; }
    friend constexpr auto operator<=>(const TextRange &, const TextRange &) = default;
};

enum class TokenKind : unsigned char {
    Word,       // a run of ordinary characters
    Quoted,     // held a "..." part: never a keyword
    Special     // one of { } ( ) , ; | = where the daemon's scanner splits there
};

// One token as the daemons' scanner cuts it. `text` is what the daemon reads: quotes gone, bytes >= 0x80 gone.
struct Token
{
    TextRange range;
    TokenKind kind = TokenKind::Word;
    std::string text;

    friend bool operator==(const Token &, const Token &) = default;
};

enum class LineKind : unsigned char {
    Blank,
    Comment,
    Disabled,   // a comment whose text is a directive that we know: "#server ntp1.example iburst"
    Directive,
    Unknown     // something, but its first word is no directive of any dialect
};

// One physical line; ntp.conf knows no continuation.
struct Line
{
    int number = 1;                     // from 1
    TextRange range;                    // without its terminator
    std::string_view terminator;        // "\n", "\r\n" or "" at the end of the file; static storage
    LineKind kind = LineKind::Blank;
    std::vector<Token> tokens;          // of a Disabled line: the tokens behind the '#'
    // From its '#' to the end of the line; of a Disabled line the second one, which stays when it is enabled.
    std::optional<TextRange> comment;

    // The directive's word as the daemon reads it, "" if there is none.
    [[nodiscard]] std::string_view keyword() const { return tokens.empty() ? std::string_view() : tokens.front().text; }
};

// Replace these bytes by those.
struct Edit
{
    TextRange range;
    std::string replacement;

    friend bool operator==(const Edit &, const Edit &) = default;
};

// An ntp.conf, losslessly: any bytes at all go in, and print() gives the same bytes. The only way to change it is an Edit;
// the reading is made anew from the bytes, so it can never disagree with them. A value: copy it to keep an earlier state.
class Document
{
public:
    Document() = default;
    explicit Document(std::string bytes);

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] std::string_view text(TextRange range) const;
    // The line that holds this byte (the last line for the end of the file). The document is never without lines; a
    // newline ends a line and begins none: "a\n" is one line.
    [[nodiscard]] const Line &lineAt(std::size_t offset) const;
    // 1-based line and 1-based column in characters (UTF-8), for messages.
    [[nodiscard]] std::pair<int, int> position(std::size_t offset) const;
    [[nodiscard]] std::string_view lineEnding() const;   // what a new line should end with: that of most lines

    // Applies edits that do not overlap, all meant for the present bytes, and returns those that take them back.
    // Edits of the result, applied in turn, give the earlier bytes exactly.
    std::vector<Edit> apply(std::vector<Edit> edits);

    friend bool operator==(const Document &a, const Document &b) { return a.m_bytes == b.m_bytes; }

private:
    void readAgain(const std::vector<Edit> &edits);

    std::string m_bytes;
    std::vector<Line> m_lines{Line{}};
    std::string_view m_lineEnding = "\n";
};

} // namespace noonmark::config
