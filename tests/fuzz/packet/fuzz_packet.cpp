// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/packet/packetproperties.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (const char *property = brokenPacketProperty(std::as_bytes(std::span(data, size)))) {
        std::fprintf(stderr, "broken: %s\n", property);
        std::abort();
    }
    return 0;
}
