// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"

#include <vector>

namespace noonmark::monitor {

// What must have happened between two looks at one daemon, in the order a journal tells it: for daemons that
// are only asked now and then. Pure. What came and went between the looks is not seen, and a value that
// nobody told (how far the clock was stepped) is 0.
[[nodiscard]] std::vector<engine::Event> changes(const engine::Snapshot &before,
                                                 const engine::Snapshot &after);

} // namespace noonmark::monitor
