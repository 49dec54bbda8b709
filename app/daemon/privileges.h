// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace noonmark::daemon {

// Gives up what the daemon no longer needs once its port is open: becomes the user (a name, or "" to stay who
// we are) and keeps CAP_NET_BIND_SERVICE for later, CAP_SYS_TIME only if it has to set the clock. No program
// that it might ever start can regain anything.
[[nodiscard]] Result<void> dropPrivileges(const QString &user, bool setsClock);

} // namespace noonmark::daemon
