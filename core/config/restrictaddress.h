// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"
#include "core/config/statement.h"

namespace noonmark::config {

// What the words of a restrict line name, by the rules of one dialect. `range` is absent for a name and for
// nothing.
struct RestrictAddress
{
    RestrictStatement::Target target = RestrictStatement::Target::Invalid;
    std::optional<AddressMask> range;
};

[[nodiscard]] RestrictAddress restrictAddress(const RestrictStatement &written, Dialect dialect);

} // namespace noonmark::config
