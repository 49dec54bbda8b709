// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"
#include "core/engine/observation.h"
#include "core/protocol/control.h"

#include <string>
#include <string_view>

namespace noonmark::engine {

// The lists behind ntpq's `ifstats` and `reslist`: "addr.0=..., mask.0=...". UnknownVariable for another
// list.
[[nodiscard]] tl::expected<std::string, protocol::ControlError>
orderedList(std::string_view name, const AccessTable &access, const Snapshot &snapshot);

} // namespace noonmark::engine
