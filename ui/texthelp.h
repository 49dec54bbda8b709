// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace noonmark::ui {

class ConfigurationSession;
class LineReadings;

// What can be said about a place of the file, as plain text: the findings there, what the directive, option or flag
// does, and what the daemon does with the line if that is something else. "" if there is nothing to say.
[[nodiscard]] QString explanationAt(const ConfigurationSession &session, const LineReadings &readings,
                                    std::size_t offset);

} // namespace noonmark::ui
