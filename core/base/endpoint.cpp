// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/endpoint.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace noonmark {

// This and toV4() without a loop, so that the compiler makes one load or store of it: every request passes here.
IpAddress IpAddress::v4(std::uint32_t hostOrder)
{
    const auto octet = [hostOrder](int shift) { return static_cast<std::uint8_t>(hostOrder >> shift); };
    IpAddress result;
    result.m_bytes = {octet(24), octet(16), octet(8), octet(0)};
    return result;
}

IpAddress IpAddress::v6(const std::array<std::uint8_t, 16> &bytes, std::uint32_t scope)
{
    IpAddress result;
    result.m_family = Family::V6;
    result.m_bytes = bytes;
    result.m_scope = scope;
    return result;
}

namespace {

std::optional<IpAddress> parseV6(std::string_view text)
{
    std::uint32_t scope = 0;
    if (const auto percent = text.find('%'); percent != std::string_view::npos) {
        const std::string_view zone = text.substr(percent + 1);
        const auto parsed = std::from_chars(zone.data(), zone.data() + zone.size(), scope);
        if (parsed.ec != std::errc() || parsed.ptr != zone.data() + zone.size())
            return std::nullopt;
        text = text.substr(0, percent);
    }
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, std::string(text).c_str(), bytes.data()) != 1)
        return std::nullopt;
    return IpAddress::v6(bytes, scope);
}

// As inet_pton() has it: four decimal numbers up to 255, none with a leading zero.
std::optional<IpAddress> parseV4(std::string_view text)
{
    std::uint32_t value = 0;
    for (int index = 0; index < 4; ++index) {
        const std::size_t dot = index < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos || dot == 0 || dot > 3 || (dot > 1 && text.front() == '0'))
            return std::nullopt;
        std::uint32_t octet = 0;
        for (const char c : text.substr(0, dot)) {
            if (c < '0' || c > '9')
                return std::nullopt;
            octet = 10 * octet + static_cast<std::uint32_t>(c - '0');
        }
        if (octet > 0xff)
            return std::nullopt;
        value = value << 8 | octet;
        text.remove_prefix(index < 3 ? dot + 1 : dot);
    }
    return IpAddress::v4(value);
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    if (const auto v4 = parseV4(text))
        return v4;
    if (text.size() > 64 || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    if (text.size() > 2 && text.front() == '[' && text.back() == ']')
        return parseV6(text.substr(1, text.size() - 2));
    return text.find(':') != std::string_view::npos ? parseV6(text) : std::nullopt;
}

std::uint32_t IpAddress::toV4() const
{
    if (!isV4())
        return 0;
    const auto octet = [this](std::size_t i) { return std::uint32_t{m_bytes[i]}; };
    return octet(0) << 24 | octet(1) << 16 | octet(2) << 8 | octet(3);
}

std::string IpAddress::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(isV4() ? AF_INET : AF_INET6, m_bytes.data(), text.data(), text.size());
    std::string result(text.data());
    if (m_scope != 0)
        result += '%' + std::to_string(m_scope);
    return result;
}

bool IpAddress::isUnspecified() const
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](std::uint8_t b) { return b == 0; });
}

bool IpAddress::isLoopback() const
{
    if (isV4())
        return m_bytes[0] == 127;
    return m_bytes[15] == 1 && std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](std::uint8_t b) { return b == 0; });
}

bool IpAddress::isMulticast() const
{
    return isV4() ? (m_bytes[0] & 0xf0) == 0xe0 : m_bytes[0] == 0xff;
}

bool IpAddress::isReferenceClock() const
{
    return isV4() && m_bytes[0] == 127 && m_bytes[1] == 127;
}

std::optional<Endpoint> Endpoint::parse(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view host = text.substr(0, colon);
    const auto address = IpAddress::parse(host);
    const bool bracketed = host.starts_with('[');
    std::uint16_t port = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, port);
    const bool isPort = colon + 1 < text.size() && stop == end && error == std::errc();
    if (!address || address->isV4() == bracketed || !isPort)
        return std::nullopt;
    return Endpoint{*address, port};
}

std::string Endpoint::toString() const
{
    const std::string host = address.isV4() ? address.toString() : '[' + address.toString() + ']';
    return host + ':' + std::to_string(port);
}

} // namespace noonmark
