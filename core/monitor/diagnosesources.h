// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/diagnose.h"

namespace noonmark::monitor {

// The checks that are about upstream, from "is there any?" to "is one followed?".
[[nodiscard]] std::vector<Check> checkSources(const DiagnoseFacts &facts);

} // namespace noonmark::monitor
