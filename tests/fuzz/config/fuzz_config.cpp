// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/config/exercise.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(data[i]);
    const std::string trouble = noonmark::config::fuzz::exerciseQuickly(bytes);
    if (!trouble.empty()) {
        std::fprintf(stderr, "%s\n", trouble.c_str());
        std::abort();
    }
    return 0;
}
