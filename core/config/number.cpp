// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/number.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace noonmark::config {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<double> readHexadecimal(std::string_view word)
{
    if (!word.starts_with("0x"))
        return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data() + 2, word.data() + word.size(), value, 16);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

// The scanner takes "5." and "1e"; the standard reader does not.
std::string_view withoutOpenExponent(std::string_view word)
{
    if (word.ends_with('e') || word.ends_with('E'))
        word.remove_suffix(1);
    return word;
}

} // namespace

std::optional<int> readInteger(std::string_view word)
{
    if (word == "-")
        return 0;
    const std::string_view digits = word.starts_with('-') ? word.substr(1) : word;
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc())
        return std::nullopt;
    return value;
}

std::optional<double> readNumber(std::string_view word)
{
    if (const auto integer = readInteger(word))
        return *integer;
    if (const auto hexadecimal = readHexadecimal(word))
        return hexadecimal;
    if (word.starts_with('+'))
        word.remove_prefix(1);
    word = withoutOpenExponent(word);
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    });
    if (!plain || std::none_of(word.begin(), word.end(), isDigit))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

} // namespace noonmark::config
