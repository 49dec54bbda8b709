// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/engine/enginestory.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (const char *property = fuzz::tellEngine(std::as_bytes(std::span(data, size))).broken) {
        std::fprintf(stderr, "broken: %s\n", property);
        std::abort();
    }
    return 0;
}
