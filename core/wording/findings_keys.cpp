// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/findings.h"

#include "core/wording/text.h"

namespace noonmark::wording {
namespace {

using config::Finding;

constexpr FindingText Texts[] = {
    {Finding::KeyIncomplete,
     NOONMARK_TEXT("A key needs a number, a type and a value: the daemon skips the line.")},
    {Finding::KeyLineTooLong,
     NOONMARK_TEXT("The line is longer than %1 characters: the daemon reads the rest as another line.")},
    {Finding::KeyTypeUnknown,
     NOONMARK_TEXT("\"%1\" is no type of key that the daemons know: the line is skipped.")},
    {Finding::KeyTypeWeak,
     NOONMARK_TEXT("\"%1\" is read as MD5, which is no longer recommended: AES128CMAC is (RFC 8573).")},
    {Finding::KeyNumberInvalid,
     NOONMARK_TEXT("\"%1\" is no key number: 1 to 65535 are, and the line is skipped.")},
    {Finding::KeyTwice, NOONMARK_TEXT("Key %1 stands in line %2 already.")},
    {Finding::KeyCutByHash, NOONMARK_TEXT("The value ends at the \"#\", which begins a comment even inside a "
                                          "key: write the key in hexadecimal.")},
    {Finding::KeyNotHexadecimal,
     NOONMARK_TEXT("A value of more than 20 characters is read as hexadecimal, with at most %1 digits: this "
                   "one is not, and the key is dropped.")},
    {Finding::KeyOddDigits,
     NOONMARK_TEXT("The number of hexadecimal digits is odd: the last one is ignored.")},
    {Finding::KeyLength,
     NOONMARK_TEXT("The value has %1 bytes, but %2 wants %3: the daemon pads or cuts it.")},
    {Finding::KeyMissing, NOONMARK_TEXT("Key %1 is used here, but the keys file does not have it.")},
    {Finding::KeysReadable,
     NOONMARK_TEXT(
         "Others than its owner may read this file: whoever knows a key can pass for this server.")},
};

} // namespace

std::span<const FindingText> findingsOfKeys()
{
    return Texts;
}

} // namespace noonmark::wording
