// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace noonmark::gui {

// The window needs no power of root's. Started as root all the same, as in a container that knows no other
// user, it lays them down before the first thread exists. True if it was root, so that the window can say so.
[[nodiscard]] bool layDownRoot();

} // namespace noonmark::gui
