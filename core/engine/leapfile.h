// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/leaptable.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace noonmark::engine {

// A leap-seconds.list of NIST or IERS.
struct LeapFile
{
    LeapTable table;
    // What its SHA-1 is taken of: all numbers that matter, without anything between them.
    std::string digits;
    std::optional<std::array<std::uint32_t, 5>> hash; // the one in the file

    friend bool operator==(const LeapFile &, const LeapFile &) = default;
};

// Nothing if the text is no such file.
[[nodiscard]] std::optional<LeapFile> readLeapFile(std::string_view text);

} // namespace noonmark::engine
