// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"
#include "core/config/document.h"

namespace noonmark::config {

// Where a source line asks for NTS, however much of the line is understood; null if it does not, or if the daemon that
// speaks this dialect does NTS or does not know the word. Whoever can not do NTS must not take unauthenticated time from
// that source instead: the line is not used.
[[nodiscard]] const Token *unmetNts(const Line &line, Dialect dialect);

} // namespace noonmark::config
