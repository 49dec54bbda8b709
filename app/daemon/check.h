// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/options.h"

namespace noonmark::daemon {

// `noonmarkd --check`: one line per finding on stdout, as a compiler writes them.
[[nodiscard]] ExitStatus checkFile(const QString &path);

} // namespace noonmark::daemon
