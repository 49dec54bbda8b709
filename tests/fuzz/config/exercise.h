// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/config/document.h"

#include <cstdint>
#include <span>
#include <string>

namespace noonmark::config::fuzz {

// Does to a file all that the program may do to it, with choices drawn from the seed. Says which promise was
// broken; "" if none was. Sanitizers see the rest.
[[nodiscard]] std::string exercise(const std::string &bytes, std::uint64_t seed);
// The same with only one of the slow parts, which the bytes choose: a fuzzer tries hundreds of files a second
// with it.
[[nodiscard]] std::string exerciseQuickly(const std::string &bytes);

// A part that only looks. Nothing is done to the document.
using Part = std::string (*)(const Document &document, Dialect dialect, Random &random);
// Readings, access, safe fixes, the bytes taken for keys or for a set of files.
[[nodiscard]] std::span<const Part> analyses();

} // namespace noonmark::config::fuzz
