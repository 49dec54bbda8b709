// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/multicast.h"

#include <algorithm>

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace noonmark::transport {

namespace {

template <typename Value> void setOption(int descriptor, int level, int name, const Value &value)
{ // An interface may have vanished meanwhile: then nobody is heard there, as it should be.
    static_cast<void>(setsockopt(descriptor, level, name, &value, sizeof value));
}

} // namespace

std::vector<unsigned> multicastInterfaces()
{
    std::vector<unsigned> result;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return result;
    for (const ifaddrs *entry = list; entry != nullptr; entry = entry->ifa_next) {
        const bool usable = (entry->ifa_flags & IFF_UP) != 0 && (entry->ifa_flags & IFF_MULTICAST) != 0 &&
                            (entry->ifa_flags & IFF_LOOPBACK) == 0;
        const unsigned index = usable ? if_nametoindex(entry->ifa_name) : 0;
        if (index != 0 && std::find(result.begin(), result.end(), index) == result.end())
            result.push_back(index);
    }
    freeifaddrs(list);
    return result;
}

void joinGroup(int descriptor, const IpAddress &group)
{
    for (const unsigned interface : multicastInterfaces()) {
        if (group.isV4()) {
            ip_mreqn request{};
            request.imr_multiaddr.s_addr = htonl(group.toV4());
            request.imr_ifindex = static_cast<int>(interface);
            setOption(descriptor, IPPROTO_IP, IP_ADD_MEMBERSHIP, request);
            continue;
        }
        ipv6_mreq request{};
        std::copy(group.bytes().begin(), group.bytes().end(), request.ipv6mr_multiaddr.s6_addr);
        request.ipv6mr_interface = interface;
        setOption(descriptor, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, request);
    }
}

void aimMulticast(int descriptor, Family family, unsigned interface, int ttl)
{
    if (family == Family::V4) {
        ip_mreqn request{};
        request.imr_ifindex = static_cast<int>(interface);
        setOption(descriptor, IPPROTO_IP, IP_MULTICAST_IF, request);
        setOption(descriptor, IPPROTO_IP, IP_MULTICAST_TTL, ttl);
        setOption(descriptor, IPPROTO_IP, IP_MULTICAST_LOOP, 0);
        return;
    }
    setOption(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_IF, static_cast<int>(interface));
    setOption(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, ttl);
    setOption(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0);
}

} // namespace noonmark::transport
