// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/wording.h"

#include <QString>

#include <functional>
#include <utility>

namespace noonmark::ui {

// A sentence that stays on the screen for a while: it is asked for again when the language changes, so it
// holds the values that are told and not their words.
using Saying = std::function<QString()>;

[[nodiscard]] inline Saying saying(Error error)
{
    return [error = std::move(error)] { return wording::sentence(error); };
}

} // namespace noonmark::ui
