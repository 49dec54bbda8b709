// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"

#include <sys/socket.h>

namespace noonmark::transport {

// An Endpoint as the kernel wants it.
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] static SocketAddress of(const Endpoint &endpoint)
    {
        SocketAddress result;
        result.assign(endpoint);
        return result;
    }
    void assign(const Endpoint &endpoint);
};

// A family that is neither v4 nor v6 gives an empty endpoint (port 0), which nobody may answer.
[[nodiscard]] Endpoint endpointOf(const sockaddr_storage &storage);

} // namespace noonmark::transport
