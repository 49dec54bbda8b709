// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/config/document.h"

#include <cstdint>
#include <string>

namespace noonmark::config::fuzz {

// Does to a file all that the program may do to it, with choices drawn from the seed. Says which promise was
// broken; "" if none was. Sanitizers see the rest.
[[nodiscard]] std::string exercise(const std::string &bytes, std::uint64_t seed);

// The part of it that only looks: readings, access, safe fixes, the bytes taken for keys or for a set of files.
[[nodiscard]] std::string analyse(const Document &document, Dialect dialect, Random &random);

} // namespace noonmark::config::fuzz
