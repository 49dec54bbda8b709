// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/engineconfig.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace noonmark::daemon {

struct KeysRead
{
    std::vector<engine::SymmetricKey> keys;
    QStringList unusable; // "FILE:LINE: why"; never what stands in the place of the secret
};

// The keys of an ntp.keys file. Lines that are no keys are left out, as both daemons do.
[[nodiscard]] Result<KeysRead> readKeys(const QString &path);

} // namespace noonmark::daemon
