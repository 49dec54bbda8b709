// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/optionreader.h"

namespace noonmark::config {

namespace {

bool fits(const TokenCursor &cursor, const OptionSpec &option, Integers integers)
{
    if (cursor.atEnd())
        return false;
    const Lexeme kind = cursor.kinds[cursor.at];
    switch (option.type) {
    case ArgumentType::None:
        return false;
    case ArgumentType::Integer:
    case ArgumentType::KeyList:
        return kind == Lexeme::Integer || (kind == Lexeme::Unsigned && integers == Integers::Unsigned);
    case ArgumentType::Number:
        return isNumber(kind);
    case ArgumentType::Boolean:
        return kind == Lexeme::Integer || cursor.isKeyword("true");
    case ArgumentType::Keyword:
        return kind == Lexeme::Keyword &&
               (' ' + std::string(option.choices) + ' ').find(' ' + cursor.token().text + ' ') !=
                   std::string::npos;
    case ArgumentType::Address:
    case ArgumentType::HostName:
    case ArgumentType::Path:
    case ArgumentType::Text:
        return kind == Lexeme::String;
    }
    return false;
}

} // namespace

OptionReading readOptions(TokenCursor &cursor, const DirectiveSpec &spec, Integers integers)
{
    OptionReading reading;
    if (!cursor.atEnd())
        reading.options.reserve(cursor.tokens.size() - cursor.at);
    for (; !cursor.atEnd(); ++cursor.at) {
        const Token &name = cursor.token();
        const bool keyword = cursor.is(Lexeme::Keyword);
        const OptionSpec *option = keyword ? findOption(spec, name.text, cursor.dialect) : nullptr;
        // Our own engine does not use such a line; what is edited keeps all of it.
        const bool isNts = cursor.dialect == Dialect::Noonmark && name.text == "nts" &&
                           name.kind == TokenKind::Word && findOption(spec, name.text);
        if (isNts)
            option = findOption(spec, name.text);
        if (!option) {
            reading.end = OptionsEnd::BadWord;
            return reading;
        }
        Option read{name.text, {}, name.range};
        if (option->type != ArgumentType::None) {
            ++cursor.at;
            if (!fits(cursor, *option, integers)) {
                reading.end = OptionsEnd::UnfinishedPair;
                return reading;
            }
            read.value = cursor.token().text;
            read.range.length = cursor.token().range.end() - read.range.offset;
        }
        reading.options.push_back(std::move(read));
    }
    return reading;
}

std::optional<Family> takeFamily(TokenCursor &cursor)
{
    if (!cursor.is(Lexeme::Family4) && !cursor.is(Lexeme::Family6))
        return std::nullopt;
    return cursor.kinds[cursor.at++] == Lexeme::Family4 ? Family::V4 : Family::V6;
}

} // namespace noonmark::config
