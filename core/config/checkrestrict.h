// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/checkcontext.h"

#include <optional>

// The parts of checkRestrict().
namespace noonmark::config {

// The words of a restrict line in the order the grammar wants them; what is missing is null.
struct RestrictWords
{
    const Line *line = nullptr;
    const Token *family = nullptr;
    const Token *address = nullptr;
    const Token *maskWord = nullptr;
    const Token *mask = nullptr;
    std::span<const Token> rest; // flags, and ippeerlimit
};

// False if the address is one that makes the daemon stop, so that nothing more need be said of the line.
bool checkAddress(CheckContext &context, const RestrictWords &words);
bool checkMask(CheckContext &context, const RestrictWords &words, const IpAddress &address);
// The words behind address and mask, as far as the daemon knows them.
void checkFlagWords(CheckContext &context, const RestrictWords &words);
// What the flags that the daemon accepts mean.
void checkFlagMeaning(CheckContext &context, const Executed<RestrictStatement> &restriction);

[[nodiscard]] bool isFlag(std::string_view word);
[[nodiscard]] bool isFamily(const Token &token);

} // namespace noonmark::config
