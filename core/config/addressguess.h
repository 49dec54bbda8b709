// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefix.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the author of a wrong address or mask most likely meant, and what the system's resolver makes of it.
namespace noonmark::config {

// The mask that the trailing zeros of a network address suggest: 192.168.1.0 -> 255.255.255.0. Absent for a
// host.
[[nodiscard]] std::optional<IpAddress> likelyMask(const IpAddress &address);
// How getaddrinfo() reads numbers that inet_pton refuses: parts may be missing, octal or hexadecimal.
[[nodiscard]] std::optional<IpAddress> asResolverReads(std::string_view text);
// Numbers and points only: an address was meant.
[[nodiscard]] bool looksNumeric(std::string_view text);
// The dotted decimal address with leading zeros gone and parts above 255 cut to it; missing parts are 0.
[[nodiscard]] std::optional<IpAddress> repaired(std::string_view text);
[[nodiscard]] bool hasLeadingZero(std::string_view text);
// "192.168.1.*" and "192.168.x.x": the network.
[[nodiscard]] std::optional<AddressMask> wildcardNetwork(std::string_view text);
// From "a-b"; absent if that is no range of one family.
[[nodiscard]] std::vector<AddressMask> blocksOfRange(std::string_view text);

// "255.255.255.0": an address that can only be a mask.
[[nodiscard]] bool isNetmask(std::string_view text);
[[nodiscard]] IpAddress inverted(const IpAddress &mask);
// The contiguous mask that differs from this one in the fewest characters.
[[nodiscard]] IpAddress nearestContiguous(const IpAddress &mask);
// What was meant by "24", "0xffffff00", "255.255.255", "255.255.256.0".
[[nodiscard]] std::optional<IpAddress> repairedMask(std::string_view text, Family family);

// "10.0.0.0 mask 255.0.0.0", "default" for everything, the bare address for a host.
[[nodiscard]] std::string asRestrictTarget(const AddressMask &range);

} // namespace noonmark::config
