// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"
#include "core/transport/enginedriver.h"

#include <string>
#include <vector>

namespace noonmark::transport {

// Where a service socket is to be.
struct ServicePlace
{
    IpAddress address;
    std::string name;       // of the interface; as ntpq's ifstats has it
    unsigned interface = 0; // its index; 0: any
    bool isDropped = false; // the port is held, and nothing is heard
    bool isForGroup = false;

    [[nodiscard]] bool isWildcard() const { return address.isUnspecified(); }
    friend bool operator==(const ServicePlace &, const ServicePlace &) = default;
};

// By the wildcards of both families and the addresses there are, or, where `interface` rules choose, one for each
// address that they mean, as they are now: addresses come and go. Wildcards come first.
[[nodiscard]] std::vector<ServicePlace> servicePlaces(const DriverOptions &options,
                                                      const engine::ListeningConfig &listening);

} // namespace noonmark::transport
