// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/prefix.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace noonmark {

namespace {

IpAddress fromBytes(Family family, const std::array<std::uint8_t, 16> &bytes)
{
    if (family == Family::V6)
        return IpAddress::v6(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | bytes[i];
    return IpAddress::v4(value);
}

IpAddress bitAnd(const IpAddress &a, const IpAddress &b)
{
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < a.length(); ++i)
        bytes[i] = a.bytes()[i] & b.bytes()[i];
    return fromBytes(a.family(), bytes);
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
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int bits = std::clamp(length - 8 * static_cast<int>(i), 0, 8);
        bytes[i] = static_cast<std::uint8_t>(0xff00 >> bits);
    }
    return fromBytes(family, bytes);
}

bool AddressMask::contains(const IpAddress &address) const
{
    if (address.family() != family())
        return false;
    for (std::size_t i = 0; i < m_mask.length(); ++i) {
        if ((address.bytes()[i] & m_mask.bytes()[i]) != m_address.bytes()[i])
            return false;
    }
    return true;
}

bool AddressMask::contains(const AddressMask &other) const
{   // Every bit that we look at must be fixed in `other`, and fixed to our value.
    return family() == other.family() && bitAnd(m_mask, other.m_mask) == m_mask && contains(other.m_address);
}

bool AddressMask::intersects(const AddressMask &other) const
{
    if (family() != other.family())
        return false;
    const IpAddress common = bitAnd(m_mask, other.m_mask);
    return bitAnd(m_address, common) == bitAnd(other.m_address, common);
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
    int ones = 0;
    for (std::size_t i = 0; i < m_mask.length(); ++i)
        ones += std::popcount(m_mask.bytes()[i]);
    return m_mask == maskOf(family(), ones) ? std::optional(ones) : std::nullopt;
}

std::string AddressMask::toString() const
{
    if (const auto length = prefixLength())
        return m_address.toString() + '/' + std::to_string(*length);
    return m_address.toString() + " mask " + m_mask.toString();
}

} // namespace noonmark
