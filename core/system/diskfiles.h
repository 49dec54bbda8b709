// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/filetree.h"

#include <QString>

// This machine's files, for what asks through functions of its own.
namespace noonmark::system {

[[nodiscard]] config::PathReader diskReader();
// What a check may know of this machine.
[[nodiscard]] config::Surroundings thisMachine();

// Whether somebody beside its owner and its group may read the file.
[[nodiscard]] bool othersMayRead(const QString &path);
// Whether the time up to which a file of leap seconds holds is over; false of what is none.
[[nodiscard]] bool leapFileExpired(const QString &path);

} // namespace noonmark::system
