// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/scanner.h"

namespace noonmark::config {

// Is this the text of a directive that somebody commented out, or prose? "# server addresses below" and "#
// restrict access to ..." begin with a keyword too, so every argument must be valid, in one dialect or the
// other. `blankBefore`: the text does not stand right behind its '#'; then a word alone counts as prose.
[[nodiscard]] bool readsAsDirective(const ScannedLine &line, bool blankBefore);

} // namespace noonmark::config
