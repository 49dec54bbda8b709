// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/prefix.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

namespace noonmark {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

IpAddress fromBytes(Family family, const Bytes &bytes)
{
    if (family == Family::V6)
        return IpAddress::v6(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | bytes[i];
    return IpAddress::v4(value);
}

// Sixteen bytes at once: entries of long access lists are compared by the million. What a v4 address does not
// use is zero, so that one way serves both families.
struct Bits
{
    explicit Bits(const Bytes &bytes)
    {
        std::memcpy(&first, bytes.data(), sizeof first);
        std::memcpy(&second, bytes.data() + sizeof first, sizeof second);
    }
    Bits(std::uint64_t head, std::uint64_t tail) : first(head), second(tail) {}
    [[nodiscard]] Bytes bytes() const
    {
        Bytes result{};
        std::memcpy(result.data(), &first, sizeof first);
        std::memcpy(result.data() + sizeof first, &second, sizeof second);
        return result;
    }
    friend Bits operator&(const Bits &a, const Bits &b) { return {a.first & b.first, a.second & b.second}; }
    friend bool operator==(const Bits &, const Bits &) = default;

    std::uint64_t first = 0;
    std::uint64_t second = 0;
};

constexpr int LongestPrefix = 128;

// Of every length, made once: each entry of an access list asks whether its mask is one of them.
constexpr auto PrefixMasks = [] {
    std::array<Bytes, LongestPrefix + 1> masks{};
    for (std::size_t length = 0; length < masks.size(); ++length) {
        for (std::size_t bit = 0; bit < length; ++bit)
            masks[length][bit / 8] = static_cast<std::uint8_t>(masks[length][bit / 8] | 0x80U >> bit % 8);
    }
    return masks;
}();

Bits bitsOf(const IpAddress &address)
{
    return Bits(address.bytes());
}

IpAddress bitAnd(const IpAddress &a, const IpAddress &b)
{
    return fromBytes(a.family(), (bitsOf(a) & bitsOf(b)).bytes());
}

} // namespace

AddressMask::AddressMask(const IpAddress &address, const IpAddress &mask) : m_address(bitAnd(address, mask)), m_mask(mask)
{
    assert(address.family() == mask.family());
}

AddressMask AddressMask::host(const IpAddress &address)
{
    return prefix(address, address.isV4() ? 32 : 128);
}

AddressMask AddressMask::everything(Family family)
{
    const IpAddress zero = fromBytes(family, {});
    return {zero, zero};
}

AddressMask AddressMask::prefix(const IpAddress &address, int length)
{
    return {address, maskOf(address.family(), length)};
}

IpAddress AddressMask::maskOf(Family family, int length)
{
    return fromBytes(family, PrefixMasks[static_cast<std::size_t>(std::clamp(length, 0, LongestPrefix))]);
}

bool AddressMask::contains(const IpAddress &address) const
{
    return address.family() == family() && (bitsOf(address) & bitsOf(m_mask)) == bitsOf(m_address);
}

bool AddressMask::contains(const AddressMask &other) const
{   // Every bit that we look at must be fixed in `other`, and fixed to our value.
    const Bits mask = bitsOf(m_mask);
    return (mask & bitsOf(other.m_mask)) == mask && contains(other.m_address);
}

bool AddressMask::intersects(const AddressMask &other) const
{
    const Bits common = bitsOf(m_mask) & bitsOf(other.m_mask);
    return family() == other.family() &&
           (bitsOf(m_address) & common) == (bitsOf(other.m_address) & common);
}

bool AddressMask::isHost() const
{
    return prefixLength() == (m_address.isV4() ? 32 : 128);
}

bool AddressMask::isEverything() const
{
    return m_mask.isUnspecified();
}

std::optional<int> AddressMask::prefixLength() const
{
    const Bits bits = bitsOf(m_mask);
    const int ones = std::popcount(bits.first) + std::popcount(bits.second);
    return bits == Bits(PrefixMasks[static_cast<std::size_t>(ones)]) ? std::optional(ones) : std::nullopt;
}

std::string AddressMask::toString() const
{
    if (const auto length = prefixLength())
        return m_address.toString() + '/' + std::to_string(*length);
    return m_address.toString() + " mask " + m_mask.toString();
}

} // namespace noonmark
