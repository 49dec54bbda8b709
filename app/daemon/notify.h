// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace noonmark::daemon {

// Tells the service manager ("READY=1", "RELOADING=1", "STOPPING=1", "STATUS=..."); does nothing if there is
// none.
void notifyManager(const QByteArray &message);

} // namespace noonmark::daemon
