// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/finding.h"

#include <span>

namespace noonmark::wording {

// The sentence of a finding. If its argument number `optional` (from 0) is empty, `shorter` is said instead.
struct FindingText
{
    config::Finding finding;
    const char *sentence;
    const char *shorter = nullptr;
    int optional = 0;
};

[[nodiscard]] std::span<const FindingText> findingsOfWords();
[[nodiscard]] std::span<const FindingText> findingsOfAddresses();
[[nodiscard]] std::span<const FindingText> findingsOfAccess();
[[nodiscard]] std::span<const FindingText> findingsOfKeys();

} // namespace noonmark::wording
