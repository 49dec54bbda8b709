// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/access.h"

#include <vector>

namespace noonmark::config {

// Where a right holds, as a list without overlaps, in the order of the addresses and IPv4 first.
struct AccessRanges
{
    std::vector<AddressMask> ranges;
    // False where so many masks have holes that the exact list would be endless: then `ranges` are the
    // entries that grant the right, and parts of them may be refused by other entries.
    bool exact = true;

    friend bool operator==(const AccessRanges &, const AccessRanges &) = default;
};

// The shortest list of prefixes that covers exactly the hosts with this right. Where a mask with holes
// decides, ranges have holes too: as prefixes they would be very many.
[[nodiscard]] AccessRanges rangesThatMay(const AccessTable &table, Right right,
                                         std::uint16_t sourcePort = 123);

} // namespace noonmark::config
