// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/edits.h"

namespace noonmark::config {

enum class SourceMode : unsigned char {
    Upstream,       // servers, no local clock
    Fallback,       // servers, and the local clock when all of them are gone
    Isolated,       // the local clock only
    Sourceless      // neither: only ever the state of a file, never a wish
};

[[nodiscard]] SourceMode sourceModeOf(const Document &document, Dialect dialect);

// Edits that bring the file to the wished mode by commenting and uncommenting lines, and by adding the local clock where it
// is missing (`server 127.127.1.0` and `fudge ... stratum N`; ntpsec: `refclock local stratum N`). What is changed
// carries a mark, so that switching back gives the earlier bytes exactly. Empty if the file is in that mode already, or
// if it cannot be reached: Upstream in a file that names no upstream at all, active or disabled.
[[nodiscard]] Edits switchSourceMode(const Document &document, SourceMode wish, Dialect dialect, int stratum = 10);

} // namespace noonmark::config
