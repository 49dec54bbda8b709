// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/control/controlproperties.h"
#include "tests/fuzz/control/mruproperties.h"

#include <cstdio>
#include <cstdlib>

namespace {

void demand(const char *property)
{
    if (property == nullptr)
        return;
    std::fprintf(stderr, "broken: %s\n", property);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const noonmark::Bytes bytes = std::as_bytes(std::span(data, size));
    demand(brokenRequestProperty(bytes));
    demand(brokenAnswerProperty(bytes));
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    demand(brokenTextProperty(text));
    demand(brokenSnapshotProperty(text));
    demand(brokenMruProperty(text));
    demand(brokenHopProperty(text));
    demand(brokenHostsProperty(text));
    demand(brokenReplyProperty(bytes));
    return 0;
}
