// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

namespace noonmark::system {

// Seeded by the kernel (getrandom): good enough for keys.
[[nodiscard]] Random systemRandom();

} // namespace noonmark::system
