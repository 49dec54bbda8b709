// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/accessranges.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace noonmark::config {

namespace {

constexpr std::uint16_t NtpPort = 123;

using Bytes = std::array<std::uint8_t, 16>;

IpAddress addressOf(Family family, const Bytes &bytes)
{
    if (family == Family::V6)
        return IpAddress::v6(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | bytes[i];
    return IpAddress::v4(value);
}

// The most significant bit that `entry` looks at and `cube` leaves open, or none.
std::optional<int> firstOpenBit(const AddressMask &entry, const AddressMask &cube)
{
    for (std::size_t i = 0; i < entry.mask().length(); ++i) {
        const auto open = static_cast<std::uint8_t>(entry.mask().bytes()[i] & ~cube.mask().bytes()[i]);
        if (open != 0)
            return static_cast<int>(8 * i) + std::countl_zero(open);
    }
    return std::nullopt;
}

AddressMask half(const AddressMask &cube, int bit, bool upper)
{
    Bytes address = cube.address().bytes();
    Bytes mask = cube.mask().bytes();
    const auto place = static_cast<std::size_t>(bit) / 8;
    const auto value = static_cast<std::uint8_t>(0x80U >> (static_cast<unsigned>(bit) % 8));
    mask[place] |= value;
    if (upper)
        address[place] |= value;
    return {addressOf(cube.family(), address), addressOf(cube.family(), mask)};
}

struct Rule
{
    AddressMask range;
    bool granted = false;
};

using Rules = std::vector<Rule>;

// Halves the address space at the first bit that still matters, until one rule decides for all of a part.
// With masks without holes that bit is always the next one, so the parts are prefixes; two halves that are
// granted as a whole become one again, so the list is the shortest.
class Divider
{
public:
    explicit Divider(std::size_t budget)
        : m_budget(budget)
    {}

    // Whether all of `cube` is granted. If only parts are, they are in the result.
    bool divide(const AddressMask &cube, const Rules &rules)
    {
        if (rules.front().range.contains(cube) || m_exhausted)
            return rules.front().granted;
        const int bit = splittingBit(cube, rules);
        const std::size_t before = m_parts.size();
        const AddressMask lower = half(cube, bit, false);
        const bool lowerGranted = divide(lower, within(lower, rules));
        if (lowerGranted)
            m_parts.push_back(lower);
        const AddressMask upper = half(cube, bit, true);
        const bool upperGranted = divide(upper, within(upper, rules));
        if (lowerGranted && upperGranted) {
            m_parts.resize(before);
            return true;
        }
        if (upperGranted)
            m_parts.push_back(upper);
        return false;
    }

    [[nodiscard]] bool exhausted() const { return m_exhausted; }
    [[nodiscard]] std::vector<AddressMask> takeParts() { return std::move(m_parts); }

private:
    static int splittingBit(const AddressMask &cube, const Rules &rules)
    {
        int bit = 128;
        for (const Rule &rule : rules)
            bit = std::min(bit, firstOpenBit(rule.range, cube).value_or(bit));
        return bit;
    }

    // What can decide inside of the cube, in the same order: nothing behind a rule that takes all of it.
    Rules within(const AddressMask &cube, const Rules &rules)
    {
        Rules result;
        for (const Rule &rule : rules) {
            if (m_budget == 0) {
                m_exhausted = true;
                return rules;
            }
            --m_budget;
            if (!rule.range.intersects(cube))
                continue;
            result.push_back(rule);
            if (rule.range.contains(cube))
                break;
        }
        return result;
    }

    std::size_t m_budget;
    bool m_exhausted = false;
    std::vector<AddressMask> m_parts;
};

Rules rulesOf(const AccessTable &table, Family family, Right right, std::uint16_t port)
{
    Rules rules;
    for (const AccessEntry &entry : table.entries(family)) {
        if (!entry.ntpPort || port == NtpPort)
            rules.push_back({entry.range, grants(entry, right, table.dialect())});
    }
    return rules;
}

std::size_t budgetFor(Family family, const Rules &rules)
{ // Without holes a rule is looked at on its own path and on the brothers beside it, and so is the one around
  // it.
    constexpr std::size_t ForHoles = 2'000'000;
    const std::size_t bits = family == Family::V4 ? 32 : 128;
    return 8 * bits * rules.size() + ForHoles;
}

} // namespace

AccessRanges rangesThatMay(const AccessTable &table, Right right, std::uint16_t sourcePort)
{
    AccessRanges result;
    for (const Family family : {Family::V4, Family::V6}) {
        const Rules rules = rulesOf(table, family, right, sourcePort);
        Divider divider(budgetFor(family, rules));
        const AddressMask everything = AddressMask::everything(family);
        if (divider.divide(everything, rules) && !divider.exhausted())
            result.ranges.push_back(everything);
        if (!divider.exhausted()) {
            const auto parts = divider.takeParts();
            result.ranges.insert(result.ranges.end(), parts.begin(), parts.end());
            continue;
        }
        result.exact = false;
        for (const Rule &rule : rules) {
            if (rule.granted)
                result.ranges.push_back(rule.range);
        }
    }
    return result;
}

} // namespace noonmark::config
