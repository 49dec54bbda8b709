// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace noonmark::config::fuzz {

// Does to a file all that the program may do to it, with choices drawn from the seed. Says which promise was
// broken; "" if none was. Sanitizers see the rest.
[[nodiscard]] std::string exercise(const std::string &bytes, std::uint64_t seed);

} // namespace noonmark::config::fuzz
