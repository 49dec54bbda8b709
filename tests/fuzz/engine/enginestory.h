// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstddef>

// Bytes told as a story: what arrives at an engine, from whom and when, what the clock does meanwhile, how
// names resolve. Every engine that hears the same story does the same.
namespace fuzz {

struct StoryEnd
{
    const char *broken = nullptr; // the property that does not hold, or null
    std::size_t steps = 0;
    std::size_t replies = 0;
    std::size_t effects = 0;
};

[[nodiscard]] StoryEnd tellEngine(noonmark::Bytes story);

} // namespace fuzz
