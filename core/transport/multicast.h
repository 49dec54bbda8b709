// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"

#include <vector>

namespace noonmark::transport {

// The indices of the interfaces that are up and carry groups; without the loopback.
[[nodiscard]] std::vector<unsigned> multicastInterfaces();
// Hears the group on every such interface; joining twice does no harm.
void joinGroup(int descriptor, const IpAddress &group);
// What is sent to a group next leaves by this interface, and crosses so many routers.
void aimMulticast(int descriptor, Family family, unsigned interface, int ttl);

} // namespace noonmark::transport
