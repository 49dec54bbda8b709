// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"

#include <algorithm>
#include <cstdint>

namespace noonmark::config {

namespace {

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

struct Character
{
    char32_t code = 0;
    std::size_t length = 1;
};

// Enough of UTF-8 to name a character; a stray byte is itself, as in Latin-1.
Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || at + length > text.size())
        return {first, 1};
    char32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80)
            return {first, 1};
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    return {code, length};
}

bool isForeignBlank(char32_t c)
{
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isDropped(char32_t c)
{ // typographic quotes, zero-width characters, direction marks, the byte order mark
    return (c >= 0x2018 && c <= 0x201F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
           c == 0xAD || c == 0x300C || c == 0x300D || c == 0xAB || c == 0xBB;
}

// 0 if there is none.
char twinOf(char32_t c)
{
    if (isForeignBlank(c) || c == 0xFF0C || c == 0x3001 || c == 0xFF1B)
        return ' '; // commas and semicolons separate nothing in ntp.conf
    if (c >= 0xFF01 && c <= 0xFF5E)
        return static_cast<char>(c - 0xFEE0);
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return '-';
    if (c == 0x3002)
        return '.';
    return '\0';
}

} // namespace

bool hasNonAscii(std::string_view text)
{
    return !std::all_of(text.begin(), text.end(), isAscii);
}

std::string asDaemonReads(std::string_view text)
{
    std::string read;
    std::copy_if(text.begin(), text.end(), std::back_inserter(read), isAscii);
    return read;
}

Meant asMeant(std::string_view text)
{
    Meant meant;
    for (std::size_t at = 0; at < text.size();) {
        if (isAscii(text[at])) {
            meant.text += text[at++];
            continue;
        }
        const Character character = characterAt(text, at);
        at += character.length;
        if (const char twin = twinOf(character.code))
            meant.text += twin;
        else if (!isDropped(character.code))
            meant.unknown = true;
    }
    return meant;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

} // namespace noonmark::config
