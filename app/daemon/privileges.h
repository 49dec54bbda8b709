// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

#include <sys/types.h>

namespace noonmark::daemon {

// First, while there is one thread: no program that we might ever start can regain anything, and nobody here
// can set the clock unless that is the daemon's task. Threads inherit it.
[[nodiscard]] Result<void> renounce(bool setsClock);

struct Identity
{
    QByteArray name; // "" of a number that has none
    uid_t user = 0;
    gid_t group = 0;
};

// "user" or "user:group", both by name or number, as ntpd's -u takes them. A number without a name needs the group.
[[nodiscard]] std::optional<Identity> findUser(const QString &who);
// Once the port is open: becomes the user and keeps of root's powers only CAP_NET_BIND_SERVICE, for addresses
// that come later, and CAP_SYS_TIME if renounce() left it.
[[nodiscard]] Result<void> becomeUser(const Identity &who);

} // namespace noonmark::daemon
