// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/config/check.h"
#include "core/config/edits.h"

#include <optional>
#include <string>
#include <vector>

// ntp.keys: one key on a line, "number type value [hosts]", with comments. The file itself is a Document, so
// that it is kept byte by byte and edited and undone like any other; this is how its lines are read.
namespace noonmark::config {

struct KeyField
{
    TextRange range;
    std::string text;
};

struct KeyLine
{
    int line = 1;
    KeyField number;
    KeyField type; // "" if the line is too short
    KeyField value;
    std::optional<KeyField> hosts; // who may use it; classic ntpd only
    std::optional<TextRange> comment;

    [[nodiscard]] std::optional<int> key() const; // 1 to 65535
    // How the daemons read the value: above 20 characters it is hexadecimal.
    [[nodiscard]] bool isHexadecimal() const { return value.text.size() > 20; }
    [[nodiscard]] std::size_t bytes() const
    {
        return isHexadecimal() ? value.text.size() / 2 : value.text.size();
    }
};

// The bytes that sign; nothing if the value is to be read as hexadecimal and is not.
[[nodiscard]] std::optional<std::string> secretOf(const KeyLine &line);

// The lines that hold a key or ought to.
[[nodiscard]] std::vector<KeyLine> keyLines(const Document &keys);

// All that is wrong with a keys file, in file order.
[[nodiscard]] std::vector<Diagnostic> checkKeys(const Document &keys);

// What an ntp.conf asks of its keys file: numbers that it uses and the file lacks. Ranges are those of the
// ntp.conf.
[[nodiscard]] std::vector<Diagnostic> checkKeyUse(const Document &configuration, Dialect dialect,
                                                  const Document &keys);
// Of a file that others than its owner may read; in the keys file's first line.
[[nodiscard]] Diagnostic readableKeys(const Document &keys);

// Kinds of keys that a new one may be of, the best first: "AES128CMAC", "SHA256" ...
[[nodiscard]] std::vector<std::string_view> keyTypes();
// A line with a new key of the length that its type wants; "" for a type that is not in keyTypes().
[[nodiscard]] std::string newKeyLine(int number, std::string_view type, Random &random);
// The lowest number that no line has.
[[nodiscard]] int freeKeyNumber(const Document &keys);

// A new key goes behind the last one.
[[nodiscard]] Edits addKey(const Document &keys, const std::string &line);
// Whether this may be the value of a key: no blank, no "#", and hexadecimal where the daemons read it so.
[[nodiscard]] bool isKeyValue(std::string_view text);
// Edits of an ntp.conf (the whole of it) by which a key becomes trusted, or is so no longer. Empty if a range
// such as (1 ... 9) holds the key: what of that should stay is for a person to say.
[[nodiscard]] Edits trustKey(const Document &configuration, int key);
[[nodiscard]] Edits distrustKey(const Document &configuration, int key);
// A comment behind the key on its line; "" takes it away.
[[nodiscard]] Edits setKeyComment(const Document &keys, const KeyLine &line, std::string_view comment);

} // namespace noonmark::config
