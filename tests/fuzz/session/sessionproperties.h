// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

// A conversation by mode 6 with a whole engine: lists of clients with a nonce that is right or not, signed
// requests, lines of ntp.conf from remote. The bytes choose how it is asked, and what. nullptr, or the
// property that broke.
[[nodiscard]] const char *brokenSessionProperty(noonmark::Bytes bytes);
