// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ntsword.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace noonmark::config {

const Token *unmetNts(const Line &line, Dialect dialect)
{
    constexpr std::ptrdiff_t options = 2; // behind the directive and the address
    if (dialect != Dialect::Noonmark || std::ssize(line.tokens) <= options)
        return nullptr;
    const auto found = std::find_if(line.tokens.begin() + options, line.tokens.end(), [](const Token &token) {
        return token.kind == TokenKind::Word && token.text == "nts";
    });
    return found == line.tokens.end() ? nullptr : &*found;
}

} // namespace noonmark::config
