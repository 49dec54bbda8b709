// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/reading.h"

namespace noonmark::config {

// The reading of one line as far as it does not depend on others.
[[nodiscard]] LineReading readingOfLine(const Document &document, const Line &line, Dialect dialect,
                                        const RestrictStatement *restriction);

} // namespace noonmark::config
