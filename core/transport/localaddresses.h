// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/interfacerules.h"

#include <optional>
#include <vector>

namespace noonmark::transport {

struct LocalAddress
{
    LocalPlace place;
    std::optional<IpAddress> broadcast; // of its network
};

// Of the interfaces that are up, now.
[[nodiscard]] std::vector<LocalAddress> localAddresses();

// From which of our addresses the kernel would send there; absent: there is no way.
[[nodiscard]] std::optional<IpAddress> addressTowards(const IpAddress &remote);

} // namespace noonmark::transport
