// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"
#include "core/config/checkfixes.h"
#include "core/config/checkline.h"
#include "core/config/keywords.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

constexpr std::string_view OpeningBracket = "\xE3\x80\x90"; // U+3010, frames placeholders on Chinese pages
constexpr std::string_view ClosingBracket = "\xE3\x80\x91";

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::size_t cutOf(const CheckContext &context, const Line &line)
{
    const auto cut = context.cuts.find(line.number);
    return cut == context.cuts.end() ? std::string::npos : cut->second;
}

// Runs between ASCII blanks, before the cut, that hold other characters.
std::vector<TextRange> foreignRuns(const CheckContext &context, const Line &line)
{
    std::vector<TextRange> runs;
    const TextRange content = lineContent(context.document, line);
    const std::string_view all = context.document.text(content);
    for (const std::string_view word : splitWords(all)) {
        const std::size_t offset = content.offset + static_cast<std::size_t>(word.data() - all.data());
        if (offset < cutOf(context, line) && hasNonAscii(word))
            runs.push_back({offset, word.size()});
    }
    return runs;
}

void explain(CheckContext &context, const Line &line, std::size_t from)
{
    context.cut(line, from);
    context.explained.insert(line.number);
}

bool reportFullWidthHash(CheckContext &context, const Line &line, TextRange first)
{
    const TextRange content = lineContent(context.document, line);
    if (first.offset != content.offset || !context.document.text(first).starts_with(FullWidthNumberSign))
        return false;
    const bool harmless = trimmed(asDaemonReads(context.document.text(content))).empty();
    const TextRange sign{first.offset, FullWidthNumberSign.size()};
    context.report(sign, harmless ? Severity::Info : Severity::Warning, Finding::FullWidthHash)
        .fixes.push_back({FixKind::MakeComment, {}, {{sign, "# "}}});
    explain(context, line, content.offset);
    return true;
}

// Words with a twin in ASCII for every character are put right at once, over the whole line.
void reportTwins(CheckContext &context, const Line &line, const std::vector<TextRange> &runs)
{
    const Document &document = context.document;
    bool harmless = true;
    Fix fix{FixKind::ReplaceWord, {}, {}};
    for (const TextRange &run : runs) {
        const Meant meant = asMeant(document.text(run));
        const std::string replacement(trimmed(meant.text));
        harmless = harmless && replacement == asDaemonReads(document.text(run));
        fix.edits.push_back({run, replacement});
    }
    const std::string written(document.text(runs.front()));
    fix.arguments = {written, fix.edits.front().replacement};
    context
        .report(runs.front(), harmless ? Severity::Info : Severity::Error, Finding::NonAsciiDropped,
                {written, asDaemonReads(written)})
        .fixes.push_back(std::move(fix));
    if (!harmless)
        explain(context, line, runs.front().offset);
}

// A remark in another script: the daemons see what ASCII is left of it.
void reportRemark(CheckContext &context, const Line &line, TextRange run)
{
    const Document &document = context.document;
    const TextRange content = lineContent(document, line);
    const std::size_t end = std::min(content.end(), cutOf(context, line));
    const std::string left(trimmed(asDaemonReads(document.text({run.offset, end - run.offset}))));
    const std::string written(document.text(run));
    Diagnostic &found = context.report(run, left.empty() ? Severity::Info : Severity::Error,
                                       Finding::NonAsciiDropped, {written, asDaemonReads(written)});
    const Token *token = tokenAt(line, run.offset);
    const bool isValue = token && line.tokens.size() > 1 && token->range == line.tokens[1].range;
    const bool isWhole = asDaemonReads(written).empty() || !isValue;
    // Behind an open quote a "#" would be one more character of the word.
    const std::string_view before = document.text({line.range.offset, run.offset - line.range.offset});
    const bool isQuoted = std::ranges::count(before, '"') % 2 != 0;
    if (!isQuoted && written.starts_with(FullWidthNumberSign))
        found.fixes.push_back({FixKind::MakeComment, {}, {{{run.offset, FullWidthNumberSign.size()}, "#"}}});
    else if (!isQuoted && isWhole)
        found.fixes.push_back({FixKind::MakeComment, {}, {{{run.offset, 0}, "# "}}});
    explain(context, line, run.offset);
}

// "@PREFIX@", as configure scripts leave it.
bool holdsAutoconfName(std::string_view word)
{
    const std::size_t open = word.find('@');
    if (open == std::string_view::npos)
        return false;
    const std::size_t close = word.find('@', open + 1);
    const std::string_view name =
        word.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
    return !name.empty() &&
           name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == std::string_view::npos;
}

TextRange markupRange(std::string_view all, std::size_t base)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> Marks = {
        {{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"${", "}"}, {"$(", ")"}}};
    for (const auto &[open, close] : Marks) {
        const std::size_t from = all.find(open);
        if (from == std::string_view::npos)
            continue;
        const std::size_t to = all.find(close, from + open.size());
        return {base + from, (to == std::string_view::npos ? all.size() : to + close.size()) - from};
    }
    if (all.find("__") == std::string_view::npos && all.find('@') == std::string_view::npos)
        return {};
    for (const std::string_view word : splitWords(all)) {
        const bool framed = word.size() > 4 && word.starts_with("__") && word.ends_with("__");
        if (framed || holdsAutoconfName(word))
            return {base + static_cast<std::size_t>(word.data() - all.data()), word.size()};
    }
    return {};
}

bool isOfAddress(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

bool isHole(char c)
{
    return c == 'x' || c == 'X';
}

bool isDottedWithHoles(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return isOfAddress(c) || isHole(c); }) &&
           word.find('.') != std::string_view::npos;
}

bool isNamedPlaceholder(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> Names = {
        "ntp_server", "ntp-server-ip", "server_ip", "serverip",   "ip_address", "ipaddress",
        "ntp_host",   "controller_ip", "master_ip", "ip-address", "server-ip",  "ntpserver_ip"};
    static constexpr std::array<std::string_view, 3> Beginnings = {"your-", "your_", "your."};
    const bool isNumeric = std::ranges::all_of(word, [](char c) { return isOfAddress(c) || c == ':'; });
    if (isNumeric || findKeyword(word)) // most words; what the daemon knows stands for itself
        return false;
    const std::string lower = lowerCase(word);
    const bool framed = word.size() > 2 && word.starts_with('<') && word.ends_with('>');
    return framed || std::find(Names.begin(), Names.end(), lower) != Names.end() ||
           std::any_of(Beginnings.begin(), Beginnings.end(),
                       [&](auto begin) { return lower.starts_with(begin); });
}

// "10. xxx. xxx.189": several words that were one address once.
std::size_t endOfHoles(const Document &document, std::span<const Token> words, std::size_t from)
{
    std::size_t end = from;
    bool hole = false;
    while (end < words.size() && isDottedWithHoles(document.text(words[end].range))) {
        hole = hole || std::ranges::any_of(document.text(words[end].range), isHole);
        ++end;
    }
    return hole ? end : from;
}

TextRange placeholderRange(const CheckContext &context, const Line &line)
{
    const Document &document = context.document;
    const TextRange content = lineContent(document, line);
    const std::string_view all = document.text(content);
    if (const std::size_t open = all.find(OpeningBracket); open != std::string_view::npos) {
        const std::size_t close = all.find(ClosingBracket, open);
        const std::size_t to = close == std::string_view::npos ? all.size() : close + ClosingBracket.size();
        return {content.offset + open, to - open};
    }
    const auto words = context.words(line);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::size_t end = endOfHoles(document, words, i);
        if (end > i)
            return {words[i].range.offset, words[end - 1].range.end() - words[i].range.offset};
        if (isNamedPlaceholder(document.text(words[i].range)))
            return words[i].range;
    }
    return {};
}

} // namespace

TextRange lineContent(const Document &document, const Line &line)
{
    std::size_t from = line.range.offset;
    std::size_t end = line.comment ? line.comment->offset : line.range.end();
    const std::string &bytes = document.bytes();
    if (from == 0 && bytes.starts_with(ByteOrderMark))
        from += ByteOrderMark.size();
    while (from < end && isBlank(bytes[from]))
        ++from;
    while (end > from && isBlank(bytes[end - 1]))
        --end;
    return {from, end > from ? end - from : 0};
}

std::vector<std::string_view> splitWords(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !isBlank(text[end]))
            ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

const Token *tokenAt(const Line &line, std::size_t offset)
{
    const auto found = std::find_if(line.tokens.begin(), line.tokens.end(), [&](const Token &token) {
        return token.range.offset <= offset && offset < token.range.end();
    });
    return found == line.tokens.end() ? nullptr : &*found;
}

void checkCharacters(CheckContext &context, const Line &line)
{
    const std::vector<TextRange> runs = foreignRuns(context, line);
    if (runs.empty() || reportFullWidthHash(context, line, runs.front()))
        return;
    if (context.document.text(lineContent(context.document, line)).find(OpeningBracket) !=
        std::string_view::npos)
        return; // a placeholder
    const auto remark = std::find_if(runs.begin(), runs.end(), [&](const TextRange &run) {
        const std::string_view text = context.document.text(run);
        return asMeant(text).unknown || text.starts_with(FullWidthNumberSign);
    });
    const std::vector<TextRange> twins(runs.begin(), remark);
    if (!twins.empty())
        reportTwins(context, line, twins);
    if (remark != runs.end())
        reportRemark(context, line, *remark);
}

bool checkMarkup(CheckContext &context, const Line &line)
{
    const TextRange content = lineContent(context.document, line);
    const TextRange markup = markupRange(context.document.text(content), content.offset);
    if (markup.length == 0)
        return false;
    context.report(markup, Severity::Error, Finding::TemplateMarkup);
    explain(context, line, std::min(markup.offset, content.offset));
    return true;
}

void checkPlaceholders(CheckContext &context, const Line &line)
{
    const TextRange placeholder = placeholderRange(context, line);
    if (placeholder.length == 0)
        return;
    context
        .report(placeholder, Severity::Error, Finding::Placeholder,
                {std::string(context.document.text(placeholder))})
        .fixes.push_back(disableLineFix(context.document, line));
    explain(context, line, placeholder.offset);
}

} // namespace noonmark::config
