// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/restrictaddress.h"

#include <array>
#include <charconv>

namespace noonmark::config {

namespace {

using Target = RestrictStatement::Target;

// An address without its zone: entries know no interface.
std::optional<IpAddress> numeric(std::string_view text)
{
    const auto percent = text.find('%');
    if (percent == std::string_view::npos)
        return IpAddress::parse(text);
    std::string bare(text);
    if (percent != std::string::npos && bare.find(':') < percent)
        bare.erase(percent, bare.ends_with(']') ? bare.size() - 1 - percent : std::string::npos);
    return IpAddress::parse(bare);
}

// One part of an inet_aton() address: decimal, octal with a leading 0, hexadecimal with 0x.
std::optional<std::uint32_t> part(std::string_view text)
{
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
        text.remove_prefix(1);
    }
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

// The forms that getaddrinfo() still takes for numbers: 192.168.1 is 192.168.0.1, 010.0.0.1 is 8.0.0.1.
std::optional<IpAddress> historicV4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int index = 0; index < 4; ++index) {
        const std::size_t dot = text.find('.');
        const auto value = part(text.substr(0, dot));
        if (!value)
            return std::nullopt;
        if (dot == std::string_view::npos) {
            const std::uint32_t highest = 0xffffffffU >> (8 * index);
            return *value <= highest ? std::optional(IpAddress::v4(address | *value)) : std::nullopt;
        }
        if (*value > 0xff)
            return std::nullopt;
        address |= *value << (24 - 8 * index);
        text.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

// Could the resolver know it? Not with a slash, a colon or a star in it, nor with digits for a top-level
// domain.
bool isName(std::string_view text)
{
    constexpr std::string_view Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    if (text.find_first_not_of(Letters) != std::string_view::npos || text.size() > 255)
        return false;
    while (text.ends_with('.'))
        text.remove_suffix(1);
    const std::string_view last = text.substr(text.rfind('.') + 1);
    return last.find_first_not_of("0123456789") != std::string_view::npos;
}

RestrictAddress host(const IpAddress &address)
{
    return {Target::Address, AddressMask::host(address)};
}

// The daemons call the mask unusable unless it is numeric, and then drop the line.
RestrictAddress masked(const IpAddress &address, std::string_view maskText, Dialect dialect)
{
    const auto mask = numeric(maskText);
    if (!mask)
        return {};
    if (mask->family() == address.family())
        return {Target::Address, AddressMask(address, *mask)};
    // A mask of the other family: ntpsec reads zeros and so changes the default entry, ntpd 4.2.8p18 aborts.
    if (dialect == Dialect::Ntpsec)
        return {Target::Address, AddressMask::everything(address.family())};
    return {};
}

// ntpsec reads the prefix with strtol(); anything but 1..32 (128) is as if it were absent, so that the line
// is one for a host or for its mask, while a usable one beats the mask. We refuse what is none.
RestrictAddress prefixed(const RestrictStatement &written, const IpAddress &address, Dialect dialect)
{
    const std::string_view prefix = std::string_view(written.address).substr(written.address.find('/') + 1);
    int length = -1;
    const auto [end, error] = std::from_chars(prefix.data(), prefix.data() + prefix.size(), length);
    const int longest = address.isV4() ? 32 : 128;
    if (dialect == Dialect::Ntpsec) {
        const bool usable = error == std::errc() && length >= 1 && length <= longest;
        if (usable)
            return {Target::Address, AddressMask::prefix(address, length)};
        return written.mask.empty() ? host(address) : masked(address, written.mask, dialect);
    }
    const bool whole = error == std::errc() && end == prefix.data() + prefix.size();
    if (!whole || length < 0 || length > longest)
        return {};
    return {Target::Address, AddressMask::prefix(address, length)};
}

RestrictAddress fromResolver(const RestrictStatement &written, Dialect dialect)
{
    if (const auto address = historicV4(written.address)) {
        if (written.family == Family::V6)
            return {};
        // 4.2.8p18 drops the mask of what it had to ask the resolver for.
        const bool maskCounts = !written.mask.empty() && dialect == Dialect::Ntpsec;
        return maskCounts ? masked(*address, written.mask, dialect) : host(*address);
    }
    const bool known = isName(written.address) && (written.mask.empty() || numeric(written.mask));
    return known ? RestrictAddress{Target::HostName, {}} : RestrictAddress{};
}

} // namespace

RestrictAddress restrictAddress(const RestrictStatement &written, Dialect dialect)
{
    const std::string_view text = written.address;
    const std::size_t slash = dialect == Dialect::Ntpd ? std::string_view::npos : text.find('/');
    const auto address = numeric(text.substr(0, slash));
    if (!address)
        return slash == std::string_view::npos ? fromResolver(written, dialect) : RestrictAddress{};
    if (written.family.value_or(address->family()) != address->family())
        return {};
    if (slash != std::string_view::npos)
        return prefixed(written, *address, dialect);
    return written.mask.empty() ? host(*address) : masked(*address, written.mask, dialect);
}

} // namespace noonmark::config
