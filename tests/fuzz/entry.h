// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

// The end of libFuzzer's entry: an abort where a property does not hold, with its name.
namespace fuzz {

inline int demand(const char *broken)
{
    if (broken == nullptr)
        return 0;
    std::fprintf(stderr, "broken: %s\n", broken);
    std::abort();
}

inline noonmark::Bytes bytesOf(const std::uint8_t *data, std::size_t size)
{
    return std::as_bytes(std::span(data, size));
}

} // namespace fuzz
