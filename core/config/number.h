// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace noonmark::config {

// Numbers as the daemons' scanner sees them (GRAMMAR, section 2).
[[nodiscard]] std::optional<int> readInteger(std::string_view word);   // -?[0-9]*, a lone "-" is 0
[[nodiscard]] std::optional<double> readNumber(std::string_view word); // integer, 0x..., or double

} // namespace noonmark::config
