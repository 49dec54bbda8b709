// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace noonmark {

enum class Family : std::uint8_t { V4, V6 };

// An IPv4 or IPv6 address as bytes in network order; a v4 address uses the first four. `scope` is the interface
// index of a link-local v6 address, else 0. An IPv4-mapped v6 address stays v6: the daemons never match it as v4.
class IpAddress
{
public:
    constexpr IpAddress() = default;
    static IpAddress v4(std::uint32_t hostOrder);
    static IpAddress v6(const std::array<std::uint8_t, 16> &bytes, std::uint32_t scope = 0);
    // Strict inet_pton forms only, plus "[v6]" and "v6%number"; never a name, never "10.1".
    static std::optional<IpAddress> parse(std::string_view text);

    [[nodiscard]] Family family() const { return m_family; }
    [[nodiscard]] bool isV4() const { return m_family == Family::V4; }
    [[nodiscard]] const std::array<std::uint8_t, 16> &bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t length() const { return isV4() ? 4 : 16; }
    [[nodiscard]] std::uint32_t scope() const { return m_scope; }
    [[nodiscard]] std::uint32_t toV4() const;   // host order; 0 for a v6 address
    [[nodiscard]] std::string toString() const;

    [[nodiscard]] bool isUnspecified() const;
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool isMulticast() const;
    // 127.127.t.u: not a host but reference clock type t, unit u.
    [[nodiscard]] bool isReferenceClock() const;

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    Family m_family = Family::V4;
    std::array<std::uint8_t, 16> m_bytes{};
    std::uint32_t m_scope = 0;
};

// An address and a UDP port.
struct Endpoint
{
    IpAddress address;
    std::uint16_t port = 0;

    static std::optional<Endpoint> parse(std::string_view text);   // what toString() writes
    [[nodiscard]] std::string toString() const;   // "192.0.2.1:123", "[2001:db8::1]:123"
    friend auto operator<=>(const Endpoint &, const Endpoint &) = default;
};

} // namespace noonmark
