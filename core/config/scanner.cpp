// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/scanner.h"

#include "core/config/keywords.h"

#include <climits>

namespace noonmark::config {

namespace {

bool isFamilyFlag(std::string_view text)
{ // A prefix is enough: the daemons look at two characters, so that even "-40.0.0.1" is the flag.
    return text.starts_with("-4") || text.starts_with("-6");
}

// What the words mean for the words behind them: yylex()'s `followedby`.
class Context
{
public:
    [[nodiscard]] bool expectsString() const { return m_follow != Follow::Token; }

    // `keyword` is null if the token is none, or none in the dialect.
    void pass(const Token &token, const Keyword *keyword)
    {
        if (token.kind == TokenKind::Special) {
            if (token.text == "=")
                m_follow = Follow::String;
        } else if (m_follow == Follow::Token && token.kind == TokenKind::Word) {
            if (keyword)
                m_follow = keyword->follow;
        } else if (m_follow == Follow::String && !isFamilyFlag(token.text)) {
            m_follow = Follow::Token;
        }
    }

private:
    Follow m_follow = Follow::Token;
};

class LineScanner
{
public:
    LineScanner(std::string_view bytes, TextRange line)
        : m_bytes(bytes)
        , m_at(line.offset)
        , m_end(line.end())
    {}

    ScannedLine scan()
    {
        while (skipToToken()) {
            if (m_bytes[m_at] == '#') {
                m_result.comment = TextRange{m_at, m_end - m_at};
                break;
            }
            if (isSpecial(m_bytes[m_at]) && !m_context.expectsString())
                takeSpecial();
            else
                takeWord();
        }
        return std::move(m_result);
    }

private:
    // Stands at the first byte that counts. Dropped bytes glued to it belong to the word that people see.
    bool skipToToken()
    {
        m_start = m_at;
        for (; m_at < m_end; ++m_at) {
            if (isBlank(m_bytes[m_at]))
                m_start = m_at + 1;
            else if (!isDropped(m_bytes[m_at]))
                return true;
        }
        return false;
    }

    void takeSpecial()
    {
        emit({{m_at, 1}, TokenKind::Special, std::string(1, m_bytes[m_at])});
        ++m_at;
    }

    void takeWord()
    {
        std::string text;
        for (; m_at < m_end; ++m_at) {
            const char c = m_bytes[m_at];
            const bool cut = isSpecial(c) && !m_context.expectsString();
            if (isBlank(c) || c == '"' || c == '#' || cut)
                break;
            if (!isDropped(c))
                text += c;
        }
        if (m_at < m_end && m_bytes[m_at] == '"')
            takeQuoted(text);
        // "" is skipped as if it were absent, but the next word counts as quoted.
        if (!text.empty())
            emit(
                {{m_start, m_at - m_start}, m_quoted ? TokenKind::Quoted : TokenKind::Word, std::move(text)});
    }

    void takeQuoted(std::string &text)
    {
        m_quoted = true;
        for (++m_at; m_at < m_end; ++m_at) {
            if (m_bytes[m_at] == '"') {
                ++m_at; // ends the token: a"b"c is two of them
                return;
            }
            if (!isDropped(m_bytes[m_at]))
                text += m_bytes[m_at];
        }
        m_result.unclosedQuote = true;
        if (m_end < m_bytes.size() && m_bytes[m_end] == '\r')
            text += '\r'; // the scanner ends the string at LF only
    }

    void emit(Token token)
    {
        m_context.pass(token, findKeyword(token.text));
        m_result.tokens.push_back(std::move(token));
        m_quoted = false;
    }

    std::string_view m_bytes;
    std::size_t m_at;
    std::size_t m_end;
    std::size_t m_start = 0;
    bool m_quoted = false;
    Context m_context;
    ScannedLine m_result;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digits(std::string_view text, std::size_t &at)
{
    const std::size_t from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at - from;
}

bool isDouble(std::string_view text, Dialect dialect)
{ // [+-] digits [. digits] [e [+-] digits], a digit in the mantissa, none needed in the exponent
    std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
    std::size_t count = digits(text, at);
    if (at < text.size() && text[at] == '.') {
        ++at;
        count += digits(text, at);
    }
    if (count == 0)
        return false;
    // ntpsec counts GPS weeks: g and G add 1024 and 8192 of them.
    if (at + 1 == text.size() && dialect == Dialect::Ntpsec && (text[at] == 'g' || text[at] == 'G'))
        return true;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        digits(text, at);
    }
    return at == text.size();
}

std::optional<Lexeme> wholeNumber(std::string_view text)
{
    const bool hexadecimal = text.size() > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (hexadecimal) {
        const bool pure = text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
        return pure ? std::optional(Lexeme::Unsigned) : std::nullopt;
    }
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const bool negative = at == 1;
    constexpr std::uint64_t Highest = UINT64_MAX;
    std::uint64_t value = 0;
    for (; at < text.size() && isDigit(text[at]); ++at)
        value = value > (Highest - 9) / 10 ? Highest : value * 10 + static_cast<std::uint64_t>(text[at] - '0');
    if (at != text.size())
        return std::nullopt;
    // The daemons keep the low 32 bits: 4294967296 is the integer 0.
    return negative || (value & UINT_MAX) <= INT_MAX ? Lexeme::Integer : Lexeme::Unsigned;
}

Lexeme freeWord(std::string_view text, Dialect dialect)
{
    if (const auto whole = wholeNumber(text))
        return *whole;
    return isDouble(text, dialect) ? Lexeme::Double : Lexeme::String;
}

} // namespace

ScannedLine scanLine(std::string_view bytes, TextRange line)
{
    return LineScanner(bytes, line).scan();
}

std::vector<Lexeme> lexemes(const std::vector<Token> &tokens, Dialect dialect)
{
    std::vector<Lexeme> result;
    result.reserve(tokens.size());
    Context context;
    for (const Token &token : tokens) {
        const Keyword *keyword = findKeyword(token.text);
        if (keyword && !keyword->dialects.contains(dialect))
            keyword = nullptr;
        const bool plain = token.kind == TokenKind::Word && !context.expectsString();
        if (token.kind == TokenKind::Special)
            result.push_back(Lexeme::Special);
        else if ((!plain || keyword) && isFamilyFlag(token.text))
            result.push_back(token.text[1] == '4' ? Lexeme::Family4 : Lexeme::Family6);
        else if (plain && keyword)
            result.push_back(Lexeme::Keyword);
        else
            result.push_back(plain ? freeWord(token.text, dialect) : Lexeme::String);
        context.pass(token, keyword);
    }
    return result;
}

} // namespace noonmark::config
