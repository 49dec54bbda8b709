// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/check.h"
#include "core/config/filetree.h"

namespace noonmark::config {

// Whether the first fix of this finding may be made without asking: it makes a line do what its own words
// say, or takes away what the daemon skips anyway. What needs to know what was meant (a mask with holes, an
// open default) is not safe.
[[nodiscard]] bool isSafelyFixed(const Diagnostic &finding, Dialect dialect);

// The file after all safe fixes, also of what shows only behind a fix.
[[nodiscard]] Document withSafeFixes(Document document, Dialect dialect, const Surroundings &around = {});

// The same for a file with all that it includes: each file of the tree becomes what it should be. What the
// reader gives for files that are none of the tree's stays as it is.
[[nodiscard]] FileTree withSafeFixes(FileTree tree, const PathReader &read, const Surroundings &around = {});

} // namespace noonmark::config
