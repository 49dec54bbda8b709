// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/addressguess.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>

namespace noonmark::config {

namespace {

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<std::uint32_t> readPart(std::string_view part, int base)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value, base);
    if (part.empty() || error != std::errc() || end != part.data() + part.size())
        return std::nullopt;
    return value;
}

std::optional<std::uint32_t> readResolverPart(std::string_view part)
{
    if (part.starts_with("0x") || part.starts_with("0X"))
        return readPart(part.substr(2), 16);
    return part.size() > 1 && part.front() == '0' ? readPart(part, 8) : readPart(part, 10);
}

// The number of 16-bit groups of a v6 address up to the last that is not zero.
int usedGroups(const IpAddress &address)
{
    int used = 0;
    for (int group = 0; group < 8; ++group) {
        const auto at = static_cast<std::size_t>(group) * 2;
        if (address.bytes()[at] != 0 || address.bytes()[at + 1] != 0)
            used = group + 1;
    }
    return used;
}

// How unlike two masks look: octets first, then characters.
int unlikeness(const IpAddress &a, const IpAddress &b)
{
    constexpr int WholeOctet = 100;
    int count = 0;
    for (std::size_t i = 0; i < a.length(); ++i)
        count += a.bytes()[i] != b.bytes()[i] ? WholeOctet : 0;
    const std::string textA = a.toString();
    const std::string textB = b.toString();
    const std::size_t common = std::min(textA.size(), textB.size());
    count += static_cast<int>(std::max(textA.size(), textB.size()) - common);
    for (std::size_t i = 0; i < common; ++i)
        count += textA[i] != textB[i] ? 1 : 0;
    return count;
}

} // namespace

std::optional<IpAddress> likelyMask(const IpAddress &address)
{
    if (address.isUnspecified())
        return std::nullopt;
    if (address.isV4()) {
        const int octets = 4 - std::countr_zero(address.toV4()) / 8;
        return octets < 4 ? std::optional(AddressMask::maskOf(Family::V4, octets * 8)) : std::nullopt;
    }
    const int groups = usedGroups(address);
    return groups <= 4 ? std::optional(AddressMask::maskOf(Family::V6, groups * 16)) : std::nullopt;
}

bool looksNumeric(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<IpAddress> asResolverReads(std::string_view text)
{
    const auto parts = splitAt(text, '.');
    if (parts.size() > 4)
        return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = readResolverPart(parts[i]);
        const bool last = i + 1 == parts.size();
        // The last part fills what the others leave.
        const unsigned bits = last ? static_cast<unsigned>(8 * (4 - i)) : 8;
        if (!value || (bits < 32 && (*value >> bits) != 0))
            return std::nullopt;
        address = (address << bits) | *value;
    }
    return IpAddress::v4(static_cast<std::uint32_t>(address));
}

bool hasLeadingZero(std::string_view text)
{
    const auto parts = splitAt(text, '.');
    return std::any_of(parts.begin(), parts.end(),
                       [](std::string_view p) { return p.size() > 1 && p.front() == '0'; });
}

std::optional<IpAddress> repaired(std::string_view text)
{
    while (text.ends_with('.'))
        text.remove_suffix(1);
    const auto parts = splitAt(text, '.');
    if (!looksNumeric(text) || parts.size() > 4)
        return std::nullopt;
    std::uint32_t address = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto value = i < parts.size() ? readPart(parts[i], 10) : std::optional<std::uint32_t>(0);
        if (!value)
            return std::nullopt;
        address = (address << 8U) | std::min<std::uint32_t>(*value, 255);
    }
    return IpAddress::v4(address);
}

std::optional<AddressMask> wildcardNetwork(std::string_view text)
{
    const auto parts = splitAt(text, '.');
    if (parts.size() > 4 || parts.size() < 2)
        return std::nullopt;
    std::uint32_t address = 0;
    int known = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = readPart(parts[i], 10);
        const bool wild = parts[i] == "*" || parts[i] == "x" || parts[i] == "X";
        const bool inFront = known == static_cast<int>(i); // no number behind a star
        if ((!value && !wild) || (value && (*value > 255 || !inFront)))
            return std::nullopt;
        if (value)
            address |= *value << static_cast<unsigned>(24 - 8 * known++);
    }
    if (known == static_cast<int>(parts.size()))
        return std::nullopt;
    return AddressMask::prefix(IpAddress::v4(address), known * 8);
}

std::vector<AddressMask> blocksOfRange(std::string_view text)
{
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos)
        return {};
    const auto first = IpAddress::parse(text.substr(0, dash));
    auto last = IpAddress::parse(text.substr(dash + 1));
    if (first && first->isV4() && !last) { // 192.168.1.10-20
        const auto part = readPart(text.substr(dash + 1), 10);
        if (part && *part < 256)
            last = IpAddress::v4((first->toV4() & 0xFFFFFF00U) | *part);
    }
    if (!first || !last || !first->isV4() || !last->isV4() || first->toV4() > last->toV4())
        return {};
    std::vector<AddressMask> blocks;
    std::uint64_t at = first->toV4();
    const std::uint64_t end = std::uint64_t{last->toV4()} + 1;
    while (at < end) {
        int bits = std::min(32, std::countr_zero(at | (std::uint64_t{1} << 32U)));
        while ((std::uint64_t{1} << static_cast<unsigned>(bits)) > end - at)
            --bits;
        blocks.push_back(AddressMask::prefix(IpAddress::v4(static_cast<std::uint32_t>(at)), 32 - bits));
        at += std::uint64_t{1} << static_cast<unsigned>(bits);
    }
    return blocks;
}

bool isNetmask(std::string_view text)
{
    const auto mask = text.starts_with("255.") ? IpAddress::parse(text) : std::nullopt;
    return mask && AddressMask(*mask, *mask).prefixLength();
}

IpAddress inverted(const IpAddress &mask)
{
    if (mask.isV4())
        return IpAddress::v4(~mask.toV4());
    auto bytes = mask.bytes();
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(~byte);
    return IpAddress::v6(bytes);
}

IpAddress nearestContiguous(const IpAddress &mask)
{
    const int bits = mask.isV4() ? 32 : 128;
    IpAddress best = AddressMask::maskOf(mask.family(), bits);
    for (int length = bits - 1; length > 0; --length) {
        const IpAddress candidate = AddressMask::maskOf(mask.family(), length);
        if (unlikeness(mask, candidate) < unlikeness(mask, best))
            best = candidate;
    }
    return best;
}

std::optional<IpAddress> repairedMask(std::string_view text, Family family)
{
    const std::string_view digits = text.starts_with('/') ? text.substr(1) : text;
    const std::uint32_t longest = family == Family::V4 ? 32 : 128;
    if (const auto length = readPart(digits, 10); length && *length > 0 && *length <= longest)
        return AddressMask::maskOf(family, static_cast<int>(*length));
    if (family != Family::V4)
        return std::nullopt;
    if (text.starts_with("0x")) {
        const auto value = readPart(text.substr(2), 16);
        return value ? std::optional(IpAddress::v4(*value)) : std::nullopt;
    }
    const auto fixed = repaired(text);
    if (!fixed)
        return std::nullopt;
    return AddressMask(IpAddress::v4(0), *fixed).prefixLength() ? *fixed : nearestContiguous(*fixed);
}

std::string asRestrictTarget(const AddressMask &range)
{
    if (range.isEverything())
        return "default";
    if (range.isHost())
        return range.address().toString();
    return range.address().toString() + " mask " + range.mask().toString();
}

} // namespace noonmark::config
