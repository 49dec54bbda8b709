// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

namespace noonmark::config {

// Where a source line asks for NTS, however much of the line is understood; null if it does not. Whoever can not do NTS
// must not take unauthenticated time from that source instead.
[[nodiscard]] const Token *ntsWord(const Line &line);

} // namespace noonmark::config
