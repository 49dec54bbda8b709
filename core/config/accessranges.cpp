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

// Halves the address space at the first bit that still matters, until one rule decides for all of a part; two
// halves that are granted as a whole become one again. Slow, but it knows no mask that it cannot read.
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

__extension__ using Number = unsigned __int128;

constexpr int NumberBits = 128;

Number numberOf(const IpAddress &address)
{ // A v4 address leads: what it lacks behind is zero, and stays whole.
    Number number = 0;
    for (const std::uint8_t byte : address.bytes())
        number = number << 8U | byte;
    return number;
}

IpAddress addressOf(Family family, Number number)
{
    Bytes bytes{};
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8U)
        *byte = static_cast<std::uint8_t>(number);
    return addressOf(family, bytes);
}

int trailingZeros(Number number)
{
    const auto low = static_cast<std::uint64_t>(number);
    const auto high = static_cast<std::uint64_t>(number >> 64U);
    return low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high);
}

// Rules without holes in their masks lie inside each other or apart, and from the end of the list each comes
// before those inside it. So one walk from the lowest address to the highest finds who decides where.
class Sweep
{
public:
    explicit Sweep(Family family)
        : m_family(family)
    {}

    std::vector<AddressMask> run(const Rules &rules)
    {
        std::vector<Span> around;
        for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
            const Number first = numberOf(rule->range.address());
            for (; !around.empty() && around.back().last < first; around.pop_back())
                takeUpTo(around.back().last, around.back().granted);
            if (first > m_at)
                takeUpTo(first - 1, around.back().granted);
            around.push_back({first | ~numberOf(rule->range.mask()), rule->granted});
        }
        for (; !around.empty() && !m_finished; around.pop_back())
            takeUpTo(around.back().last, around.back().granted);
        if (m_open)
            m_parts.push_back(AddressMask::everything(m_family));
        return std::move(m_parts);
    }

private:
    struct Span
    {
        Number last = 0;
        bool granted = false;
    };

    // From where we stand; the same decision on both sides of a border is one run.
    void takeUpTo(Number last, bool granted)
    {
        if (last < m_at)
            return;
        if (granted && !m_open)
            m_from = m_at;
        if (!granted && m_open)
            close(m_at - 1);
        m_open = granted;
        m_at = last + 1;
        m_finished = m_at == 0;
        if (m_finished && m_open && m_from != 0) {
            close(last);
            m_open = false;
        }
    }

    // The fewest prefixes that make up the run: each as large as its start and the end of the run allow.
    void close(Number last)
    {
        for (Number from = m_from;;) {
            int bits = from == 0 ? NumberBits - 1 : trailingZeros(from);
            while (from + ((Number{1} << static_cast<unsigned>(bits)) - 1) > last)
                --bits;
            m_parts.push_back(AddressMask::prefix(addressOf(m_family, from), NumberBits - bits));
            from += Number{1} << static_cast<unsigned>(bits);
            if (from == 0 || from > last)
                return;
        }
    }

    Family m_family;
    Number m_at = 0; // behind what is decided
    bool m_finished = false;
    bool m_open = false; // in a run that is granted, since m_from
    Number m_from = 0;
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
        const bool hasHoles =
            std::ranges::any_of(rules, [](const Rule &rule) { return !rule.range.prefixLength(); });
        if (!hasHoles) {
            const auto parts = Sweep(family).run(rules);
            result.ranges.insert(result.ranges.end(), parts.begin(), parts.end());
            continue;
        }
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
