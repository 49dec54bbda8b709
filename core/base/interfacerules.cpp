// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/interfacerules.h"

#include "core/base/letters.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace noonmark {

namespace {

constexpr std::pair<std::string_view, InterfaceAction> Actions[] = {{"listen", InterfaceAction::Listen},
                                                                    {"ignore", InterfaceAction::Ignore},
                                                                    {"drop", InterfaceAction::Drop}};

constexpr std::pair<std::string_view, InterfaceRule::Of> Classes[] = {
    {"all", InterfaceRule::Of::All},
    {"ipv4", InterfaceRule::Of::V4},
    {"ipv6", InterfaceRule::Of::V6},
    {"wildcard", InterfaceRule::Of::Wildcard}};

// Like the daemons, which compare without case; an alias ("eth0:1") belongs to its interface.
bool isNamed(std::string_view interface, std::string_view name)
{
    const auto same = [](std::string_view a, std::string_view b) { return lowerCase(a) == lowerCase(b); };
    return same(interface, name) || same(interface.substr(0, interface.find(':')), name);
}

// The address of the rule; a link-local one is meant on every interface.
std::optional<AddressMask> readAddresses(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    const int longest = static_cast<int>(8 * address->length());
    int length = longest;
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (error == std::errc::invalid_argument || end != digits.data() + digits.size())
            return std::nullopt;
        if (error == std::errc::result_out_of_range)
            length = longest;
    }
    return AddressMask::prefix(*address, std::clamp(length, 0, longest));
}

IpAddress withoutScope(const IpAddress &address)
{
    return address.isV4() ? address : IpAddress::v6(address.bytes());
}

bool fits(const InterfaceRule &rule, const LocalPlace &place)
{
    const bool isWildcard = place.address.isUnspecified();
    switch (rule.of) {
    case InterfaceRule::Of::All:
        return !place.isLoopback && !isWildcard;
    case InterfaceRule::Of::V4:
        return place.address.isV4();
    case InterfaceRule::Of::V6:
        return !place.address.isV4();
    case InterfaceRule::Of::Wildcard:
        return isWildcard;
    case InterfaceRule::Of::Name:
        return isNamed(place.interface, rule.name);
    case InterfaceRule::Of::Address:
        return rule.addresses.family() == place.address.family() &&
               rule.addresses.contains(withoutScope(place.address));
    }
    return false;
}

} // namespace

std::optional<InterfaceRule> InterfaceRule::read(std::string_view action, std::string_view target)
{
    const auto *known = std::ranges::find(Actions, action, [](const auto &row) { return row.first; });
    if (known == std::end(Actions) || target.empty())
        return std::nullopt;
    const auto *group = std::ranges::find(Classes, target, [](const auto &row) { return row.first; });
    InterfaceRule rule = group == std::end(Classes)
                             ? listenAt(target)
                             : InterfaceRule{.of = group->second, .name = {}, .addresses = {}};
    rule.action = known->second;
    return rule;
}

InterfaceRule InterfaceRule::listenAt(std::string_view target)
{
    InterfaceRule rule;
    const auto addresses = readAddresses(target);
    rule.of = addresses ? Of::Address : Of::Name;
    if (addresses)
        rule.addresses = *addresses;
    else
        rule.name = target;
    return rule;
}

InterfaceAction actionAt(std::span<const InterfaceRule> rules, const LocalPlace &place)
{
    const auto last = std::find_if(rules.rbegin(), rules.rend(),
                                   [&place](const InterfaceRule &rule) { return fits(rule, place); });
    if (last != rules.rend())
        return last->action;
    if (rules.empty() || place.isLoopback)
        return InterfaceAction::Listen;
    return place.address.isUnspecified() ? InterfaceAction::Drop : InterfaceAction::Ignore;
}

} // namespace noonmark
