// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

// For wording/ itself and for export/: how a sentence in a table becomes a translated one.
namespace noonmark::wording {

// Marks a string in a table for lupdate; translated() finds it again under the same context.
#define NOONMARK_TEXT(text) QT_TRANSLATE_NOOP("noonmark::wording", text)

[[nodiscard]] QString translated(const char *text);
// %1 to %9 are filled in one pass, so that a "%2" inside of a host's name stays what it is.
[[nodiscard]] QString translated(const char *text, const QStringList &arguments);
[[nodiscard]] QString filled(const QString &sentence, const QStringList &arguments);

// What the kernel said (strerror's text), in the reader's language; what it says seldom stays as it came.
[[nodiscard]] QString systemReason(const std::string &text);

// Text from a file or the network for the middle of a sentence: plain, and not longer than a sentence can
// bear.
[[nodiscard]] QString quotable(const std::string &fromOutside);
[[nodiscard]] QStringList quotable(const std::vector<std::string> &fromOutside);

} // namespace noonmark::wording
