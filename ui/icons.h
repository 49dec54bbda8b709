// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLatin1StringView>

namespace noonmark::ui {

// A symbol of resources/icons by its file name: "undo". It takes its colour from the palette each time it is
// painted, so it follows light and dark by itself.
[[nodiscard]] QIcon icon(QLatin1StringView name);

} // namespace noonmark::ui
