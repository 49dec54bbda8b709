// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socketaddress.h"

#include <algorithm>
#include <bit>

#include <netinet/in.h>

namespace noonmark::transport {

void SocketAddress::assign(const Endpoint &endpoint)
{
    const auto &bytes = endpoint.address.bytes();
    if (endpoint.address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(endpoint.port);
        v4.sin_addr.s_addr = htonl(endpoint.address.toV4());
        std::copy_n(std::bit_cast<std::array<std::byte, sizeof v4>>(v4).data(), sizeof v4,
                    static_cast<std::byte *>(static_cast<void *>(&storage)));
        length = sizeof v4;
        return;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(endpoint.port);
    v6.sin6_scope_id = endpoint.address.scope();
    std::copy(bytes.begin(), bytes.end(), v6.sin6_addr.s6_addr);
    std::copy_n(std::bit_cast<std::array<std::byte, sizeof v6>>(v6).data(), sizeof v6,
                static_cast<std::byte *>(static_cast<void *>(&storage)));
    length = sizeof v6;
}

Endpoint endpointOf(const sockaddr_storage &storage)
{
    const auto *raw = static_cast<const void *>(&storage);
    if (storage.ss_family == AF_INET) {
        const auto *v4 = static_cast<const sockaddr_in *>(raw);
        return {IpAddress::v4(ntohl(v4->sin_addr.s_addr)), ntohs(v4->sin_port)};
    }
    if (storage.ss_family != AF_INET6)
        return {};
    const auto *v6 = static_cast<const sockaddr_in6 *>(raw);
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(v6->sin6_addr.s6_addr, bytes.size(), bytes.begin());
    return {IpAddress::v6(bytes, v6->sin6_scope_id), ntohs(v6->sin6_port)};
}

} // namespace noonmark::transport
