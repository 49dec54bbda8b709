// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/filetree.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <span>

// Findings on a terminal and in JSON, alike in every command that has some.
namespace noonmark::ctl {

class Terminal;

// A finding and the file it is about.
struct PlacedFinding
{
    const config::TreeFile &file;
    const config::Diagnostic &diagnostic;
};

// In the shape of compilers' messages, so that editors jump to the place, and its best remedy.
void print(const PlacedFinding &finding, const Terminal &terminal);
[[nodiscard]] QJsonObject toJson(const PlacedFinding &finding);

// How many there are of each severity, under "errors", "warnings" and "infos".
void addCounts(QJsonObject &answer, std::span<const config::FileDiagnostic> findings);
// Whether there is nothing that ought to be changed.
[[nodiscard]] bool isClean(std::span<const config::FileDiagnostic> findings);

} // namespace noonmark::ctl
