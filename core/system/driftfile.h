// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace noonmark::system {

// The frequency error of the oscillator in ppm, as ntpd keeps it between its runs: one number and a newline.
// Reads also the two-number files of others. Nothing if there is no such file, or no number in it that an oscillator
// could have: +-500 ppm.
[[nodiscard]] std::optional<double> readDrift(const QString &path);
[[nodiscard]] std::optional<double> driftIn(const QByteArray &bytes); // of such a file
// Replaces the file atomically; a symbolic link is replaced, not followed, and a text that is no drift file is kept.
[[nodiscard]] Result<void> writeDrift(const QString &path, double ppm);

} // namespace noonmark::system
