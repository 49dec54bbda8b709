// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/engineconfig.h"

#include <QString>

namespace noonmark::daemon {

// The keys of an ntp.keys file. Lines that are no keys are left out, as both daemons do.
[[nodiscard]] Result<std::vector<engine::SymmetricKey>> readKeys(const QString &path);

} // namespace noonmark::daemon
