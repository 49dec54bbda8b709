// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/localaddresses.h"

#include "core/base/descriptor.h"
#include "core/transport/socketaddress.h"

#include <cstring>

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace noonmark::transport {

namespace {

std::optional<IpAddress> addressOf(const sockaddr *raw)
{
    if (raw == nullptr || (raw->sa_family != AF_INET && raw->sa_family != AF_INET6))
        return std::nullopt;
    sockaddr_storage storage{};
    std::memcpy(&storage, raw, raw->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
    return endpointOf(storage).address;
}

} // namespace

std::vector<LocalAddress> localAddresses()
{
    std::vector<LocalAddress> result;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return result;
    for (const ifaddrs *entry = list; entry != nullptr; entry = entry->ifa_next) {
        const auto address = addressOf(entry->ifa_addr);
        if (!address || (entry->ifa_flags & IFF_UP) == 0)
            continue;
        LocalAddress local;
        local.place = {entry->ifa_name, *address, (entry->ifa_flags & IFF_LOOPBACK) != 0};
        if ((entry->ifa_flags & IFF_BROADCAST) != 0)
            local.broadcast = addressOf(entry->ifa_broadaddr);
        result.push_back(std::move(local));
    }
    freeifaddrs(list);
    return result;
}

std::optional<IpAddress> addressTowards(const IpAddress &remote)
{
    constexpr std::uint16_t anyPort = 9;
    const Descriptor owned(::socket(remote.isV4() ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP));
    const int descriptor = owned.number();
    const int on = 1; // remote may be a broadcast address
    setsockopt(descriptor, SOL_SOCKET, SO_BROADCAST, &on, sizeof on);
    const SocketAddress to = SocketAddress::of({remote, anyPort});
    SocketAddress from;
    from.length = sizeof from.storage;
    const auto *rawTo = static_cast<const sockaddr *>(static_cast<const void *>(&to.storage));
    auto *rawFrom = static_cast<sockaddr *>(static_cast<void *>(&from.storage));
    const bool isKnown =
        ::connect(descriptor, rawTo, to.length) == 0 && getsockname(descriptor, rawFrom, &from.length) == 0;
    return isKnown ? std::optional(endpointOf(from.storage).address) : std::nullopt;
}

} // namespace noonmark::transport
