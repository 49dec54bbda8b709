// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/config/exercise.h"
#include "tests/fuzz/entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string trouble =
        noonmark::config::fuzz::exerciseQuickly(std::string(reinterpret_cast<const char *>(data), size));
    return fuzz::demand(trouble.empty() ? nullptr : trouble.c_str());
}
