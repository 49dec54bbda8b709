// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace noonmark::system {

// The number of a process, for scripts that look for it. A file with anything else in it is somebody's who
// was named here by mistake (`-p /etc/ntp.conf`) and is left as it is.
[[nodiscard]] Result<void> writePid(const QString &path, qint64 pid);
// Only if the number is still this one: another daemon that was given the same file has written its own
// since.
[[nodiscard]] Result<void> removePid(const QString &path, qint64 pid);

} // namespace noonmark::system
