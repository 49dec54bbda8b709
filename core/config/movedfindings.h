// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"

#include <vector>

namespace noonmark::config {

// Where findings of a long file stand after these edits of it, until it is checked again. What the edits
// touch is left out, and so is a fix that would write there. The edits are meant for the bytes before.
[[nodiscard]] std::vector<Diagnostic> movedFindings(std::vector<Diagnostic> findings,
                                                    const std::vector<Edit> &edits);

} // namespace noonmark::config
