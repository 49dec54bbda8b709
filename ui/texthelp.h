// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace noonmark::ui {

class ConfigurationSession;

// What can be said about a place of the file, as plain text: the findings there, then what the directive,
// option or flag does. "" if there is nothing to say.
[[nodiscard]] QString explanationAt(const ConfigurationSession &session, std::size_t offset);

} // namespace noonmark::ui
