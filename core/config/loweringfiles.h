// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"
#include "core/config/lowering.h"

#include <optional>
#include <string>

namespace noonmark::config {

// The lines about files and logs. Nothing if this is none of them; otherwise the words that have no effect here.
[[nodiscard]] std::optional<std::vector<std::string>> lowerFileLine(const Line &line, Lowered &lowered);

// `logconfig`: one item changes the mask; false if nobody knows it.
[[nodiscard]] bool applyLogItem(std::string_view item, std::uint32_t &mask);

} // namespace noonmark::config
