// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/disabledline.h"

#include "core/base/endpoint.h"
#include "core/config/directives.h"

#include <algorithm>
#include <span>

namespace noonmark::config {

namespace {

using Tokens = std::span<const Token>;

bool isOneOf(std::string_view choices, std::string_view word)
{
    for (std::size_t at = 0; (at = choices.find(word, at)) != std::string_view::npos; ++at) {
        const std::size_t end = at + word.size();
        const bool whole =
            (at == 0 || choices[at - 1] == ' ') && (end == choices.size() || choices[end] == ' ');
        if (whole)
            return true;
    }
    return false;
}

bool isHostName(std::string_view text)
{
    constexpr std::string_view Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    const bool hasLetter = text.find_first_not_of("0123456789.") != std::string_view::npos;
    return hasLetter && text.find_first_not_of(Letters) == std::string_view::npos && text.front() != '.' &&
           text.front() != '-';
}

bool isAddress(std::string_view text)
{
    const std::string_view numeric = text.substr(0, text.find('/'));
    return IpAddress::parse(numeric.substr(0, numeric.find('%'))).has_value() ||
           IpAddress::parse(numeric).has_value();
}

bool isKeyNumber(const Token &token)
{
    return token.kind == TokenKind::Special || token.text == "..." ||
           token.text.find_first_not_of("0123456789") == std::string::npos;
}

bool isNumeral(const Token &token, bool wholeOnly)
{
    const Lexeme lexeme = lexemes({token}, Dialect::Ntpd).front();
    return lexeme == Lexeme::Integer || lexeme == Lexeme::Unsigned ||
           (!wholeOnly && lexeme == Lexeme::Double);
}

bool fits(const Token &token, ArgumentType type, std::string_view choices)
{
    switch (type) {
    case ArgumentType::None:
        return false;
    case ArgumentType::Address:
    case ArgumentType::HostName:
        return isOneOf(choices, token.text) || isAddress(token.text) || isHostName(token.text);
    case ArgumentType::Path:
        return token.kind == TokenKind::Quoted || token.text.find_first_of("/\\") != std::string::npos;
    case ArgumentType::Number:
        return isNumeral(token, false);
    case ArgumentType::Integer:
        return isNumeral(token, true);
    case ArgumentType::Boolean:
        return token.text == "0" || token.text == "1" || token.text == "true";
    case ArgumentType::Keyword:
        return isOneOf(choices, token.text);
    case ArgumentType::KeyList:
        return isKeyNumber(token);
    case ArgumentType::Text:
        return token.kind != TokenKind::Special && (choices.empty() || isOneOf(choices, token.text));
    }
    return false;
}

// A word alone is proof of a host only if it can be nothing else: it has a dot inside, a digit, or a colon.
bool isCertainHost(const Token &token)
{
    return (token.text.find_first_of("0123456789.:") != std::string::npos && !token.text.ends_with('.')) ||
           isOneOf("default source localhost", token.text);
}

bool isLogSelection(std::string_view word)
{
    if (word.find_first_of("=+-") == 0)
        word.remove_prefix(1);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"clock", "peer", "sync", "sys", "all"},
                               [&](std::string_view area) { return word.starts_with(area); });
}

// Names of sets of options, each followed by its value where it has one; the file of a filegen may be any
// word.
bool areOptions(const DirectiveSpec &spec, Tokens tokens)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const OptionSpec *option =
            tokens[i].kind == TokenKind::Word ? findOption(spec, tokens[i].text) : nullptr;
        if (!option)
            return false;
        if (option->type == ArgumentType::None)
            continue;
        if (++i == tokens.size())
            return false;
        const ArgumentType type = option->type == ArgumentType::Path ? ArgumentType::Text : option->type;
        if (!fits(tokens[i], type, option->choices))
            return false;
    }
    return true;
}

bool isAssignment(Tokens tokens)
{ // setvar NAME = VALUE [default]
    return (tokens.size() == 3 || (tokens.size() == 4 && tokens[3].text == "default")) &&
           tokens[1].text == "=";
}

bool isInterfaceRule(Tokens tokens)
{
    return tokens.size() == 2 && isOneOf("listen ignore drop", tokens[0].text) &&
           tokens[1].kind != TokenKind::Special;
}

bool isHostWithOptions(const DirectiveSpec &spec, Tokens tokens, bool blankBefore)
{
    const bool family = !tokens.empty() && (tokens[0].text == "-4" || tokens[0].text == "-6");
    if (family)
        tokens = tokens.subspan(1);
    if (tokens.empty() || !fits(tokens[0], spec.argument, spec.choices))
        return false;
    const bool alone = tokens.size() == 1 && !family;
    if (alone && !isCertainHost(tokens[0]) && (blankBefore || spec.group == DirectiveGroup::Access))
        return false;
    // fudge without an item is a syntax error
    return (spec.name != "fudge" || tokens.size() > 1) && areOptions(spec, tokens.subspan(1));
}

bool areManyArguments(const DirectiveSpec &spec, Tokens tokens, bool blankBefore)
{
    if (spec.name == "logconfig") {
        return std::ranges::all_of(tokens, [](const Token &token) { return isLogSelection(token.text); });
    }
    if (spec.argument == ArgumentType::Text && (blankBefore || spec.name == "simulate"))
        return false;
    return std::ranges::all_of(tokens, [&](const Token &token) {
        return spec.argument == ArgumentType::Address ? isAddress(token.text)
                                                      : fits(token, spec.argument, {});
    });
}

bool hasValidArguments(const DirectiveSpec &spec, Tokens tokens, bool blankBefore)
{
    if (tokens
            .empty()) { // a heading such as "# crypto" or "#driftfile" says nothing, "#broadcastclient" does
        return spec.name == "broadcastclient" || (spec.name == "crypto" && !blankBefore);
    }
    if (spec.name == "setvar")
        return isAssignment(tokens);
    if (spec.name == "interface" || spec.name == "nic")
        return isInterfaceRule(tokens);
    if (spec.severalArguments)
        return areManyArguments(spec, tokens, blankBefore);
    if (spec.argument == ArgumentType::HostName || spec.argument == ArgumentType::Address)
        return isHostWithOptions(spec, tokens, blankBefore);
    if (spec.argument == ArgumentType::None)
        return areOptions(spec, tokens);
    return fits(tokens[0], spec.argument, spec.choices) && areOptions(spec, tokens.subspan(1));
}

} // namespace

bool readsAsDirective(const ScannedLine &line, bool blankBefore)
{
    if (line.tokens.empty() || line.unclosedQuote || line.tokens.front().kind != TokenKind::Word)
        return false;
    const DirectiveSpec *spec = findDirective(line.tokens.front().text);
    return spec && spec->group != DirectiveGroup::Removed &&
           hasValidArguments(*spec, Tokens(line.tokens).subspan(1), blankBefore);
}

} // namespace noonmark::config
