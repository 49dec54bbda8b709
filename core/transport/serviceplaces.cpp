// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/serviceplaces.h"

#include "core/transport/localaddresses.h"

#include <algorithm>

#include <net/if.h>

namespace noonmark::transport {

namespace {

const IpAddress AnyV4 = IpAddress::v4(0);
const IpAddress AnyV6 = IpAddress::v6({});
const IpAddress AllHosts = IpAddress::v4(0xffffffff);

ServicePlace fixedPlace(const IpAddress &address)
{
    const char *wildcard = address.isV4() ? "v4wildcard" : "v6wildcard";
    return {address, address.isUnspecified() ? wildcard : address.toString(), 0, false, false};
}

ServicePlace placeAt(const LocalAddress &local)
{
    return {local.place.address, local.place.interface, if_nametoindex(local.place.interface.c_str()), false, false};
}

void add(std::vector<ServicePlace> &places, ServicePlace place)
{
    const auto known = std::ranges::find(places, place.address, &ServicePlace::address);
    if (known == places.end())
        places.push_back(std::move(place));
}

class RuleReader
{
public:
    RuleReader(const engine::ListeningConfig &listening, bool v4, bool v6)
        : m_listening(listening)
        , m_v4(v4)
        , m_v6(v6)
    {}

    std::vector<ServicePlace> read()
    {
        for (const IpAddress &wildcard : {AnyV4, AnyV6})
            if (actionAt(m_listening.interfaces, {{}, wildcard, false}) == InterfaceAction::Listen &&
                serves(wildcard))
                add(m_places, fixedPlace(wildcard));
        for (const LocalAddress &local : localAddresses())
            take(local);
        for (const IpAddress &group : m_listening.groups())
            if (serves(group))
                add(m_places, {group, group.toString(), 0, false, true});
        return std::move(m_places);
    }

private:
    [[nodiscard]] bool serves(const IpAddress &address) const { return address.isV4() ? m_v4 : m_v6; }

    void take(const LocalAddress &local)
    {
        const InterfaceAction action = actionAt(m_listening.interfaces, local.place);
        if (action == InterfaceAction::Ignore || !serves(local.place.address))
            return;
        ServicePlace place = placeAt(local);
        place.isDropped = action == InterfaceAction::Drop;
        add(m_places, place);
        if (place.isDropped || !m_listening.broadcasts || !local.broadcast)
            return;
        for (const IpAddress &everybody : {*local.broadcast, AllHosts}) {
            place.address = everybody;
            place.isForGroup = true;
            add(m_places, place);
        }
    }

    const engine::ListeningConfig &m_listening;
    bool m_v4;
    bool m_v6;
    std::vector<ServicePlace> m_places;
};

// The wildcards, which know an address at once when it comes, and beside them those that there are, because a socket
// for one address answers faster.
std::vector<ServicePlace> everywhere(bool v4, bool v6)
{
    // To wait for a socket costs something for each of them, and under a flood the queue of each fills: more would take all
    // that a small machine has for datagrams.
    constexpr std::size_t most = 16;
    std::vector<ServicePlace> places;
    if (v4)
        places.push_back(fixedPlace(AnyV4));
    if (v6)
        places.push_back(fixedPlace(AnyV6));
    for (const LocalAddress &local : localAddresses()) {
        const bool isServed = local.place.address.isV4() ? v4 : v6;
        if (isServed && !local.place.isLoopback && places.size() < most)
            add(places, placeAt(local));
    }
    return places;
}

} // namespace

std::vector<ServicePlace> servicePlaces(const DriverOptions &options,
                                        const engine::ListeningConfig &listening)
{
    const auto &fixed = options.listenOn;
    const auto isFixed = [&fixed](const IpAddress &address) {
        return fixed.empty() || std::ranges::find(fixed, address) != fixed.end();
    };
    const bool anywhere = std::ranges::all_of(fixed, &IpAddress::isUnspecified);
    const bool byRules = anywhere && !listening.interfaces.empty();
    std::vector<ServicePlace> places;
    if (byRules && !options.plainCalls)
        return RuleReader(listening, isFixed(AnyV4), isFixed(AnyV6)).read();
    if (anywhere && !options.plainCalls && options.workers <= 1) // or each of them would have as many
        return everywhere(isFixed(AnyV4), isFixed(AnyV6));
    if (byRules) { // a simulator's network has only the addresses that somebody names
        for (const InterfaceRule &rule : listening.interfaces)
            if (rule.of == InterfaceRule::Of::Address && rule.addresses.isHost() &&
                actionAt(listening.interfaces, {{}, rule.addresses.address(), false}) ==
                    InterfaceAction::Listen)
                add(places, fixedPlace(rule.addresses.address()));
    }
    if (places.empty())
        for (const IpAddress &address : fixed.empty() ? std::vector{AnyV4, AnyV6} : fixed)
            add(places, fixedPlace(address));
    if (options.plainCalls)
        std::erase_if(places, [](const ServicePlace &place) { return !place.address.isV4(); });
    return places;
}

} // namespace noonmark::transport
