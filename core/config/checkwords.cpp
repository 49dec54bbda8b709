// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/checkline.h"
#include "core/config/directives.h"
#include "core/config/effective.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

// One check looks at one line, in this order: what is explained by an early one is cut off from the later
// ones.
class LineWords
{
public:
    LineWords(CheckContext &context, const Line &line)
        : m_context(context)
        , m_line(line)
        , m_document(context.document)
        , m_spec(findDirective(lowerCase(line.keyword())))
    {}

    void run();

private:
    void findSlashComment();
    void reportSlash(const Token &token, std::size_t slash, bool glued);
    [[nodiscard]] bool mayHoldSlashes(std::size_t index, std::string_view text, std::size_t slash) const;
    void findGluedHash();
    void findUnclosedQuote();
    void findSingleQuotes();
    void findContinuation();
    void findSpecial();
    void reportSeparator(const Token &token);
    void findHangingSeparator();
    void findLongToken();

    [[nodiscard]] std::string_view text(TextRange range) const { return m_document.text(range); }
    [[nodiscard]] std::size_t contentEnd() const { return lineContent(m_document, m_line).end(); }
    void explain(std::size_t from);

    CheckContext &m_context;
    const Line &m_line;
    const Document &m_document;
    const DirectiveSpec *m_spec;
};

void LineWords::explain(std::size_t from)
{
    m_context.cut(m_line, from);
    m_context.explained.insert(m_line.number);
}

// Letters, digits, and what addresses and options hold besides: there only the words can be wrong.
bool isPlain(std::string_view text)
{
    static constexpr auto Plain = [] {
        std::array<bool, 256> plain{};
        for (const char c :
             std::string_view(" \t.:-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
            plain[static_cast<unsigned char>(c)] = true;
        return plain;
    }();
    return std::all_of(text.begin(), text.end(), [](char c) { return Plain[static_cast<unsigned char>(c)]; });
}

void LineWords::run()
{
    const bool plain = isPlain(text(lineContent(m_document, m_line)));
    if (!plain) {
        findSlashComment();
        checkCharacters(m_context, m_line);
    }
    if (plain || !checkMarkup(m_context, m_line))
        checkPlaceholders(m_context, m_line);
    if (!plain) {
        findUnclosedQuote();
        findContinuation();
        findSingleQuotes();
        findSpecial();
        findHangingSeparator();
    }
    findGluedHash();
    findLongToken();
    checkDirective(m_context, m_line);
}

// A path may hold "//", and a URL is another mistake.
bool LineWords::mayHoldSlashes(std::size_t index, std::string_view raw, std::size_t slash) const
{
    if (slash > 0 && raw[slash - 1] == ':')
        return true;
    const bool isPath = m_spec && index == 1 && m_spec->argument == ArgumentType::Path;
    const std::size_t behind = raw.find_first_not_of('/', slash);
    return isPath && behind != std::string_view::npos && !hasNonAscii(raw.substr(behind, 1));
}

void LineWords::findSlashComment()
{
    const auto words = m_context.words(m_line);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view raw = text(words[i].range);
        const std::size_t slash = raw.find("//");
        if (words[i].kind == TokenKind::Quoted || slash == std::string_view::npos ||
            mayHoldSlashes(i, raw, slash))
            continue;
        reportSlash(words[i], slash, slash > 0);
        return;
    }
}

void LineWords::reportSlash(const Token &token, std::size_t slash, bool glued)
{
    const std::size_t from = token.range.offset + slash;
    const std::size_t end = contentEnd();
    const std::string_view comment = text({from, end - from});
    const std::size_t slashes = std::min(comment.find_first_not_of('/'), comment.size());
    const Fix fix{FixKind::MakeComment, {}, {{{from, slashes}, glued ? " #" : "#"}}};
    if (glued) {
        const std::string word(text({token.range.offset, slash}));
        m_context
            .report({token.range.offset, end - token.range.offset}, Severity::Error, Finding::GluedSlashes,
                    {word})
            .fixes.push_back(fix);
        explain(token.range.offset);
        return;
    }
    m_context.report({from, end - from}, Severity::Warning, Finding::SlashComment, {std::string(comment)})
        .fixes.push_back(fix);
    m_context.cut(m_line, from);
}

// "192.168.1.0#LAN mask ...": the words behind were meant to count.
void LineWords::findGluedHash()
{
    const auto words = m_context.words(m_line);
    if (words.empty() || !m_line.comment || !m_spec || m_context.isCut(m_line))
        return;
    const TextRange last = words.back().range;
    if (m_line.comment->offset != last.end())
        return;
    const std::string_view comment = text(*m_line.comment);
    const std::size_t glued = std::min(comment.find_first_of(" \t"), comment.size());
    const auto lost = splitWords(comment.substr(glued));
    const bool holdsOptions = std::any_of(lost.begin(), lost.end(), [&](std::string_view word) {
        return word == "mask" || findOption(*m_spec, word) != nullptr;
    });
    if (!holdsOptions)
        return;
    const std::string note(comment.substr(1, glued - 1));
    Diagnostic &found = m_context.report({last.offset, last.length + glued}, Severity::Error,
                                         Finding::GluedComment, {std::string(text(last))});
    found.fixes.push_back(
        {FixKind::MakeComment, {}, {{{last.end(), glued}, ""}, {{m_line.range.end(), 0}, " # " + note}}});
    explain(last.end());
}

void LineWords::findUnclosedQuote()
{
    const TextRange content = lineContent(m_document, m_line);
    const std::string_view raw = text(content);
    if (m_context.isCut(m_line))
        return;
    if (std::count(raw.begin(), raw.end(), '"') % 2 == 0)
        return;
    const std::size_t quote = content.offset + raw.rfind('"');
    m_context.report({quote, content.end() - quote}, Severity::Error, Finding::UnclosedQuote)
        .fixes.push_back({FixKind::RemoveCharacters, {"\""}, {{{quote, 1}, ""}}});
    const Token *token = tokenAt(m_line, quote);
    explain(token ? token->range.offset : quote);
}

void LineWords::findContinuation()
{
    const auto words = m_context.words(m_line);
    if (words.empty() || m_context.isCut(m_line) || m_line.comment ||
        !text(words.back().range).ends_with('\\'))
        return;
    const std::size_t slash = words.back().range.end() - 1;
    Diagnostic &found = m_context.report({slash, 1}, Severity::Error, Finding::LineContinuation);
    const auto &lines = m_document.lines();
    const auto next = static_cast<std::size_t>(m_line.number); // numbers count from 1
    if (next < lines.size() && !lines[next].tokens.empty()) {
        std::size_t from = slash;
        while (from > m_line.range.offset && isBlank(m_document.bytes()[from - 1]))
            --from;
        const std::size_t to = lines[next].tokens.front().range.offset;
        found.fixes.push_back({FixKind::JoinLines, {}, {{{from, to - from}, " "}}});
        m_context.cut(lines[next], lines[next].range.offset);
        m_context.explained.insert(lines[next].number);
    } else {
        found.fixes.push_back({FixKind::RemoveCharacters, {"\\"}, {{{slash, 1}, ""}}});
    }
    explain(words.back().range.offset);
}

void LineWords::findSingleQuotes()
{
    for (const Token &token : m_context.words(m_line)) {
        const std::string_view raw = text(token.range);
        if (raw.size() < 3 || raw.front() != '\'' || raw.back() != '\'')
            continue;
        m_context.report(token.range, Severity::Error, Finding::SpecialCharacter, {"'"})
            .fixes.push_back(
                replaceWordFix(m_document, token.range, std::string(raw.substr(1, raw.size() - 2))));
        explain(token.range.offset);
        return;
    }
}

void LineWords::findSpecial()
{
    static constexpr std::array<std::string_view, 6> WithSpecials = {
        "trustedkey", "setvar", "simulate", "logconfig", "pollskewlist", "beep_delay"};
    if (std::find(WithSpecials.begin(), WithSpecials.end(), m_line.keyword()) != WithSpecials.end())
        return;
    const auto words = m_context.words(m_line);
    const auto special =
        std::find_if(words.begin(), words.end(), [](const Token &t) { return t.kind == TokenKind::Special; });
    if (special == words.end())
        return;
    const auto behind = special + 1;
    if (special->text == ";" && behind != words.end() && findDirective(behind->text)) {
        std::size_t to = behind->range.offset;
        m_context
            .report({special->range.offset, contentEnd() - special->range.offset}, Severity::Error,
                    Finding::SeveralCommands)
            .fixes.push_back({FixKind::SplitLine,
                              {},
                              {{{special->range.offset, to - special->range.offset},
                                std::string(m_document.lineEnding())}}});
        explain(special->range.offset);
        return;
    }
    reportSeparator(*special);
}

void LineWords::reportSeparator(const Token &token)
{
    const auto words = m_context.words(m_line);
    const bool last = token.range == words.back().range;
    Diagnostic &found =
        m_context.report(token.range, token.text == ";" && last ? Severity::Warning : Severity::Error,
                         Finding::SpecialCharacter, {token.text});
    Fix fix{FixKind::RemoveCharacters, {token.text}, {}};
    for (const Token &other : words) {
        const std::size_t end = other.range.end();
        const bool atBlank = end >= contentEnd() || isBlank(m_document.bytes()[end]);
        if (other.kind == TokenKind::Special && other.text == token.text)
            fix.edits.push_back({other.range, atBlank ? "" : " "});
    }
    found.fixes.push_back(std::move(fix));
    explain(token.range.offset);
    if (last)
        m_context.explained.erase(m_line.number);
}

// Where the scanner wants a string, "," and ";" become part of it: "server a.example;".
void LineWords::findHangingSeparator()
{
    const auto words = m_context.words(m_line);
    if (!m_spec || !m_spec->nextIsString || words.size() < 2)
        return;
    const Token &token = words[1];
    const std::string_view raw = text(token.range);
    if (token.kind != TokenKind::Word || raw.size() < 2 || (raw.back() != ';' && raw.back() != ','))
        return;
    const TextRange range{token.range.end() - 1, 1};
    const std::string character(text(range));
    m_context.report(range, Severity::Error, Finding::SpecialCharacter, {character})
        .fixes.push_back({FixKind::RemoveCharacters, {character}, {{range, ""}}});
    explain(token.range.offset);
}

void LineWords::findLongToken()
{
    constexpr std::size_t LongestNtpd = 127; // 4.2.8p18
    constexpr std::size_t LongestNtpsec = 1024;
    if (m_context.dialect == Dialect::Noonmark)
        return;
    const std::size_t longest = m_context.ntpsec() ? LongestNtpsec : LongestNtpd;
    for (const Token &token : m_line.tokens) {
        if (token.text.size() > longest)
            m_context.report(token.range, Severity::Error, Finding::TokenTooLong,
                             {std::to_string(token.text.size())});
    }
}

void checkCarriageReturns(CheckContext &context)
{
    const std::string &bytes = context.document.bytes();
    const std::size_t first = bytes.find('\r');
    if (first == std::string::npos || bytes.find('\n') != std::string::npos || first + 1 == bytes.size())
        return;
    Fix fix{FixKind::SplitLine, {}, {}};
    for (std::size_t at = first; at != std::string::npos; at = bytes.find('\r', at + 1))
        fix.edits.push_back({{at, 1}, "\n"});
    context.report({first, 1}, Severity::Error, Finding::CarriageReturnOnly).fixes.push_back(std::move(fix));
}

void checkNul(CheckContext &context)
{
    const auto end = silentEnd(context.document);
    if (!end)
        return;
    const std::string &bytes = context.document.bytes();
    Fix fix{FixKind::RemoveCharacters, {""}, {}};
    for (std::size_t at = *end; at != std::string::npos; at = bytes.find('\0', at + 1))
        fix.edits.push_back({{at, 1}, ""});
    context.report({*end, 1}, Severity::Error, Finding::NulByte).fixes.push_back(std::move(fix));
}

} // namespace

void checkWords(CheckContext &context)
{
    checkCarriageReturns(context);
    checkNul(context);
    const std::size_t end = silentEnd(context.document).value_or(std::string::npos);
    for (const Line &line : context.document.lines()) {
        if (line.range.offset >= end)
            break;
        const bool isRead = line.kind == LineKind::Directive || line.kind == LineKind::Unknown ||
                            line.kind == LineKind::Blank;
        if (isRead && context.looksAt(line))
            LineWords(context, line).run();
        if (line.kind == LineKind::Directive && line.keyword() == "end")
            break;
    }
}

} // namespace noonmark::config
