// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/edits.h"

#include "core/config/directives.h"
#include "core/config/scanner.h"
#include "core/config/sourcemarks.h"

#include <algorithm>

namespace noonmark::config {

namespace {

// A newline inside would make a second line of it, and that could be any directive.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
    return line;
}

const Line *lineNumbered(const Document &document, int number)
{
    const auto count = static_cast<int>(document.lines().size());
    return number >= 1 && number <= count ? &document.lines()[static_cast<std::size_t>(number - 1)] : nullptr;
}

Edit insertion(std::size_t offset, std::string text)
{
    return {{offset, 0}, std::move(text)};
}

// A new line behind this one. A last line without newline keeps that habit: the newline goes between the two.
Edit lineBehind(const Document &document, const Line &line, std::string_view text)
{
    const std::size_t end = line.range.end() + line.terminator.size();
    if (!line.terminator.empty())
        return insertion(end, std::string(text) + std::string(line.terminator));
    const std::string ending(document.lineEnding());
    return insertion(end, document.bytes().empty() ? std::string(text) + ending : ending + std::string(text));
}

Edit lineBefore(const Document &document, const Line &line, std::string_view text)
{
    const std::string_view ending = line.terminator.empty() ? document.lineEnding() : line.terminator;
    return insertion(line.range.offset, std::string(text) + std::string(ending));
}

const Line *lastLine(const Document &document, auto &&matches)
{
    const auto &lines = document.lines();
    const auto found = std::find_if(lines.rbegin(), lines.rend(), matches);
    return found == lines.rend() ? nullptr : &*found;
}

const Line &placeFor(const Document &document, std::string_view text)
{
    const Document alone{std::string(text)};
    const std::string keyword(alone.lines().front().keyword());
    const DirectiveSpec *spec = findDirective(keyword);
    const auto same = [&](LineKind kind) {
        return lastLine(document,
                        [&](const Line &line) { return line.kind == kind && line.keyword() == keyword; });
    };
    const auto ofGroup = [&](const Line &line) {
        const DirectiveSpec *other =
            line.kind == LineKind::Directive ? findDirective(line.keyword()) : nullptr;
        return other && spec && other->group == spec->group;
    };
    if (const Line *line = same(LineKind::Directive))
        return *line;
    if (const Line *line = same(LineKind::Disabled))
        return *line;
    if (const Line *line = lastLine(document, ofGroup))
        return *line;
    return document.lines().back();
}

// A line that a form can change: active, commented out, or with a first word that nobody knows.
bool isEditable(const Line *line)
{
    return line && !line->tokens.empty();
}

// Tokens of one option. A value may be missing at the end of the line.
struct OptionPlace
{
    std::string_view name;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct OptionPlaces
{
    std::vector<OptionPlace> all;
    std::size_t head = 0; // last token of the directive and its argument
    std::size_t good = 0; // last token before the first bad word, where every daemon still reads

    [[nodiscard]] const OptionPlace *find(std::string_view name) const
    {
        const auto last = std::find_if(all.rbegin(), all.rend(),
                                       [&](const OptionPlace &place) { return place.name == name; });
        return last == all.rend() ? nullptr : &*last;
    }
};

std::size_t headEnd(const Line &line, const DirectiveSpec &spec)
{
    std::size_t at = 0;
    if (spec.argument == ArgumentType::None)
        return at;
    const auto isFamily = [](const Token &token) {
        return token.text.starts_with("-4") || token.text.starts_with("-6");
    };
    while (at + 1 < line.tokens.size() && isFamily(line.tokens[at + 1]))
        ++at;
    return spec.severalArguments ? line.tokens.size() - 1 : std::min(at + 1, line.tokens.size() - 1);
}

OptionPlaces optionPlaces(const Line &line)
{
    OptionPlaces places;
    const DirectiveSpec *spec = findDirective(line.keyword());
    places.head = spec ? headEnd(line, *spec) : line.tokens.size() - 1;
    places.good = places.head;
    bool bad = false;
    for (std::size_t at = places.head + 1; spec && at < line.tokens.size(); ++at) {
        const bool plain = line.tokens[at].kind == TokenKind::Word;
        const OptionSpec *option = plain ? findOption(*spec, line.tokens[at].text) : nullptr;
        if (!option) {
            bad = true;
            continue;
        }
        const std::size_t first = at;
        if (option->type != ArgumentType::None && at + 1 < line.tokens.size())
            ++at;
        places.all.push_back({option->name, first, at});
        places.good = bad ? places.good : at;
    }
    return places;
}

// The token behind which a new option belongs: most at the end, but some must come first.
std::size_t placeOfNew(const Line &line, const OptionPlaces &places, std::string_view name)
{
    const bool restriction = line.keyword() == "restrict" || line.keyword() == "unrestrict";
    if (name == "unit" || (restriction && name == "mask"))
        return places.head;
    if (restriction && name == "ippeerlimit") {
        const OptionPlace *mask = places.find("mask");
        return mask ? mask->last : places.head;
    }
    return places.good;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

} // namespace

Edits addLines(const Document &document, const std::vector<std::string> &lines)
{
    Edits edits;
    for (const std::string &line : lines) {
        const std::string text = oneLine(line);
        const Edit edit = lineBehind(document, placeFor(document, text), text);
        const auto twin = std::ranges::find(edits, edit.range, &Edit::range);
        if (twin != edits.end())
            twin->replacement += edit.replacement;
        else
            edits.push_back(edit);
    }
    return edits;
}

Edits insertLines(const Document &document, int beforeLine, const std::vector<std::string> &lines)
{
    const Line *place = lineNumbered(document, std::max(beforeLine, 1));
    std::string text;
    std::size_t offset = 0;
    for (const std::string &line : lines) {
        const Edit edit = place ? lineBefore(document, *place, oneLine(line))
                                : lineBehind(document, document.lines().back(), oneLine(line));
        offset = edit.range.offset;
        text += edit.replacement;
    }
    return text.empty() ? Edits{} : Edits{insertion(offset, std::move(text))};
}

Edits removeLine(const Document &document, int lineNumber)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!line || document.bytes().empty())
        return {};
    TextRange range{line->range.offset, line->range.length + line->terminator.size()};
    if (const Line *before = lineNumbered(document, lineNumber - 1); before && line->terminator.empty()) {
        // The file ended without a newline and shall do so again.
        range.offset -= before->terminator.size();
        range.length += before->terminator.size();
    }
    return {{range, {}}};
}

Edits disableLine(const Document &document, int lineNumber)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!line || (line->kind != LineKind::Directive && line->kind != LineKind::Unknown))
        return {};
    const std::string_view text = document.text(line->range);
    const auto first = std::ranges::find_if_not(text, isBlank);
    return {insertion(line->range.offset + static_cast<std::size_t>(first - text.begin()), "#")};
}

Edits enableLine(const Document &document, int lineNumber)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!line || (line->kind != LineKind::Disabled && line->kind != LineKind::Comment))
        return {};
    const std::string_view text = document.text(line->range);
    const std::size_t hash = text.find('#');
    const bool blank = hash + 1 < text.size() && isBlank(text[hash + 1]);
    Edits edits{{{line->range.offset + hash, blank ? 2U : 1U}, {}}};
    const bool marked = text.ends_with(OffMark) && hash < text.size() - OffMark.size();
    if (marked) // it is on now, and the mark would lie
        edits.push_back({{line->range.end() - OffMark.size(), OffMark.size()}, {}});
    return edits;
}

Edits moveLine(const Document &document, int lineNumber, int beforeLine)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!line || beforeLine == lineNumber || beforeLine == lineNumber + 1)
        return {};
    const std::string_view text = document.text(line->range);
    const Line *place = lineNumbered(document, beforeLine);
    Edits edits = removeLine(document, lineNumber);
    edits.push_back(place ? lineBefore(document, *place, text)
                          : lineBehind(document, document.lines().back(), text));
    return edits;
}

Edits replaceDirective(const Document &document, int lineNumber, std::string_view text)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!line)
        return {};
    TextRange body{line->range.end(), 0};
    if (!line->tokens.empty()) {
        const std::size_t start = line->tokens.front().range.offset;
        body = {start, line->tokens.back().range.end() - start};
    }
    if (document.text(body) == text)
        return {};
    return {{body, oneLine(text)}};
}

Edits setOption(const Document &document, int lineNumber, std::string_view name, std::string_view value)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (value.empty() || !isEditable(line))
        return removeOption(document, lineNumber, name);
    const OptionPlaces places = optionPlaces(*line);
    const OptionPlace *place = places.find(name);
    if (!place) {
        const std::size_t after = placeOfNew(*line, places, name);
        return {insertion(line->tokens[after].range.end(), ' ' + oneLine(name) + ' ' + quoted(value))};
    }
    const Token &last = line->tokens[place->last];
    if (place->first == place->last)
        return {insertion(last.range.end(), ' ' + quoted(value))};
    if (last.text == value)
        return {};
    return {{last.range, quoted(value)}};
}

Edits addFlag(const Document &document, int lineNumber, std::string_view flag)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!isEditable(line))
        return {};
    const OptionPlaces places = optionPlaces(*line);
    if (places.find(flag))
        return {};
    const std::size_t after = placeOfNew(*line, places, flag);
    return {insertion(line->tokens[after].range.end(), ' ' + oneLine(flag))};
}

Edits removeOption(const Document &document, int lineNumber, std::string_view name)
{
    const Line *line = lineNumbered(document, lineNumber);
    if (!isEditable(line))
        return {};
    Edits edits;
    for (const OptionPlace &place : optionPlaces(*line).all) {
        if (place.name != name)
            continue;
        const std::size_t start = line->tokens[place.first - 1].range.end();
        edits.push_back({{start, line->tokens[place.last].range.end() - start}, {}});
    }
    return edits;
}

Edits difference(std::string_view before, std::string_view after)
{
    if (before == after)
        return {};
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    // Never cut a character in two: views count in characters.
    const auto splits = [](std::string_view text, std::size_t at) {
        return at < text.size() && isContinuation(text[at]);
    };
    while (head > 0 && (splits(before, head) || splits(after, head)))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isContinuation(before[before.size() - tail]))
        --tail;
    return {
        {{head, before.size() - tail - head}, std::string(after.substr(head, after.size() - tail - head))}};
}

std::string quoted(std::string_view value)
{
    std::string text = oneLine(value);
    std::erase(text, '"'); // the language has no way to write one
    const bool plain = !text.empty() && std::ranges::none_of(text, [](char c) {
        return isBlank(c) || isSpecial(c) || c == '#';
    });
    return plain ? text : '"' + text + '"';
}

} // namespace noonmark::config
