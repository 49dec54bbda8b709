// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <initializer_list>

namespace noonmark::system {

// From here on no program that we might start can gain a right that we do not have (no_new_privs).
void forbidNewPrivileges();

// Root's powers, one by one (capabilities(7), CAP_SYS_TIME and so on). Both act on the calling thread, and
// threads inherit: call them while there is only one.
[[nodiscard]] Result<void> dropCapability(int capability);
[[nodiscard]] Result<void> keepOnlyCapabilities(std::initializer_list<int> capabilities);

} // namespace noonmark::system
