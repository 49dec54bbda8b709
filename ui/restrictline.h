// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"
#include "core/config/document.h"

#include <optional>
#include <string>
#include <vector>

namespace noonmark::ui {

// A restrict line as a person thinks of it: whom it is about and what they may not do.
struct RestrictLine
{
    enum class Whom : unsigned char
    {
        Everybody,
        EverybodyV4,
        EverybodyV6,
        Sources,
        Addresses
    };

    Whom whom = Whom::Addresses;
    std::string address; // a host, or a network as "192.168.31.0/24", or a name
    std::string mask;    // "" unless it is no prefix or was written beside a name
    std::uint32_t flags = 0;
    bool ntpPort = false;
    std::optional<int> ipPeerLimit;

    friend bool operator==(const RestrictLine &, const RestrictLine &) = default;
};

[[nodiscard]] std::optional<RestrictLine> readRestrictLine(const config::Line &line, Dialect dialect);
// The directive's text. A prefix is written as a mask, which both dialects understand.
[[nodiscard]] std::string toText(const RestrictLine &line);
// The flags that a form offers for a dialect, in the order of their importance.
[[nodiscard]] std::vector<std::uint32_t> offeredFlags(Dialect dialect);

} // namespace noonmark::ui
