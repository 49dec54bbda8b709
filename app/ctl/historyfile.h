// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QString>

namespace noonmark::ctl {

// What `history` and `journal` have in common: which file, whose, and since when.
void declareHistoryFile(QCommandLineParser &parser);
[[nodiscard]] QString historyPath(const QCommandLineParser &parser);
// Seconds since 1970 of "--since 2h", "7d" or "2026-11-20 14:00"; minus infinity if it is not given.
[[nodiscard]] Result<double> parseSince(const QCommandLineParser &parser);

} // namespace noonmark::ctl
