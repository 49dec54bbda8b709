// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linewords.h"

#include <algorithm>

namespace noonmark::ui {

namespace {

bool isFamily(const std::string &word)
{
    return word == "-4" || word == "-6";
}

bool takesSeveral(const config::DirectiveSpec &directive)
{
    return directive.restIsString || directive.severalArguments ||
           directive.argument == config::ArgumentType::KeyList;
}

bool isOption(const config::DirectiveSpec &directive, const config::Token &token)
{
    return token.kind == config::TokenKind::Word && config::findOption(directive, token.text);
}

} // namespace

ArgumentWords argumentOf(const config::Document &document, const config::Line &line,
                         const config::DirectiveSpec &directive)
{
    ArgumentWords words;
    words.several = takesSeveral(directive);
    const auto &tokens = line.tokens;
    std::size_t first = tokens.empty() ? 0 : 1;
    if (first < tokens.size() && isFamily(tokens[first].text))
        ++first;
    const bool present =
        first < tokens.size() && (directive.nextIsString || !isOption(directive, tokens[first]));
    if (!present || directive.argument == config::ArgumentType::None) {
        words.range = {first == 0 ? line.range.offset : tokens[first - 1].range.end(), 0};
        return words;
    }
    std::size_t last = first;
    while (words.several && last + 1 < tokens.size() &&
           (directive.restIsString || !isOption(directive, tokens[last + 1])))
        ++last;
    const std::size_t start = tokens[first].range.offset;
    words.range = {start, tokens[last].range.end() - start};
    words.text = words.several ? std::string(document.text(words.range)) : tokens[first].text;
    return words;
}

std::optional<std::string> optionValue(const config::Line &line, const config::DirectiveSpec &directive,
                                       std::string_view option)
{
    std::size_t at = directive.nextIsString ? 2 : 1;
    for (; at < line.tokens.size(); ++at) {
        const auto *found = isOption(directive, line.tokens[at])
                                ? config::findOption(directive, line.tokens[at].text)
                                : nullptr;
        if (!found)
            continue;
        const bool takesValue = found->type != config::ArgumentType::None;
        if (found->name == option)
            return takesValue && at + 1 < line.tokens.size() ? line.tokens[at + 1].text : std::string();
        at += takesValue ? 1 : 0;
    }
    return std::nullopt;
}

config::Edits setArgument(const config::Document &document, const config::Line &line,
                          const config::DirectiveSpec &directive, std::string_view text)
{
    ArgumentWords words = argumentOf(document, line, directive);
    std::string replacement = words.several ? std::string(text) : config::quoted(text);
    if (text.empty())
        replacement.clear();
    if (words.range.length == 0 && !replacement.empty())
        replacement.insert(0, 1, ' ');
    if (replacement == document.text(words.range))
        return {};
    return {{words.range, std::move(replacement)}};
}

int lineOfEdits(const config::Document &document, const config::Edits &edits)
{
    if (edits.empty())
        return 0;
    const auto &first = *std::min_element(edits.begin(), edits.end(), [](const auto &a, const auto &b) {
        return a.range.offset < b.range.offset;
    });
    const auto &bytes = document.bytes();
    const auto before =
        bytes.begin() + static_cast<std::ptrdiff_t>(std::min(first.range.offset, bytes.size()));
    const auto lines = std::count(bytes.begin(), before, '\n');
    const std::size_t text = first.replacement.find_first_not_of("\r\n");
    const auto skipped =
        std::count(first.replacement.begin(),
                   text == std::string::npos ? first.replacement.begin()
                                             : first.replacement.begin() + static_cast<std::ptrdiff_t>(text),
                   '\n');
    return static_cast<int>(1 + lines + skipped);
}

} // namespace noonmark::ui
