// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace noonmark::system {

struct SystemCalls
{
    bool setClock = false;
};

// From here on this process and all its threads may only call what a time daemon needs: files and UDP sockets, no
// other program, no other user, nobody else's memory. Everything else fails with EPERM. Needs no_new_privs; does
// nothing under sanitizers, which call what they like, and on processors that it does not know.
[[nodiscard]] Result<void> allowOnly(const SystemCalls &calls);

// Whether allowOnly() does anything in this build.
[[nodiscard]] bool canLimitSystemCalls();

} // namespace noonmark::system
