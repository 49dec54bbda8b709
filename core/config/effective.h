// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <vector>

namespace noonmark::config {

// Where both daemons stop reading without a word: at a NUL byte outside comments and quotes. Absent if they
// read all of it.
[[nodiscard]] std::optional<std::size_t> silentEnd(const Document &document);

// The lines that a daemon tries to execute: active directives before a NUL byte and before the `end`
// directive. They point into the document.
[[nodiscard]] std::vector<const Line *> effectiveLines(const Document &document);

} // namespace noonmark::config
