// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace noonmark::protocol {

// Reference ids (RFC 5905, section 7.3): four ASCII characters at stratum 0 and 1; above that the IPv4 address of
// the source's own source, or the first four bytes of the MD5 of its IPv6 address. 127.127.t.u is a clock driver.
constexpr std::uint32_t refidFromText(std::string_view code)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | (i < code.size() ? static_cast<std::uint8_t>(code[i]) : 0U);
    return value;
}

[[nodiscard]] std::uint32_t refidFromAddress(const IpAddress &address);

// The code without its padding, unprintable bytes as "\xNN": it may come from a stranger.
[[nodiscard]] std::string refidText(std::uint32_t refid);

// What ntpq's refid column shows: ".GPS.", "192.0.2.1", "LOCAL(0)".
[[nodiscard]] std::string refidForPeople(std::uint32_t refid, std::uint8_t stratum);

} // namespace noonmark::protocol
