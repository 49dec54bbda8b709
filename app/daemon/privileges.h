// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace noonmark::daemon {

// First, while there is one thread: no program that we might ever start can regain anything, and nobody here
// can set the clock unless that is the daemon's task. Threads inherit it.
[[nodiscard]] Result<void> renounce(bool setsClock);

// Whether there is such a user, or such a user and group ("user:group").
[[nodiscard]] bool isUser(const QString &user);
// Once the port is open: becomes the user and keeps of root's powers only CAP_NET_BIND_SERVICE, for addresses
// that come later, and CAP_SYS_TIME if renounce() left it.
[[nodiscard]] Result<void> becomeUser(const QString &user);

} // namespace noonmark::daemon
