// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace noonmark::engine {

// The leap seconds that were decreed, as a leap-seconds.list has them. Seconds since 1900 that do not wrap.
struct LeapTable
{
    struct Change
    {
        std::int64_t at = 0; // the first second with the new difference
        int taiMinusUtc = 0;

        friend bool operator==(const Change &, const Change &) = default;
    };

    std::vector<Change> changes; // in order
    std::int64_t expires = 0;    // when it will say nothing any more; 0: there is no table

    friend bool operator==(const LeapTable &, const LeapTable &) = default;
};

} // namespace noonmark::engine
