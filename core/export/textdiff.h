// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace noonmark::exports {

struct DiffLine
{
    enum class Kind : unsigned char
    {
        Same,
        Removed,
        Added
    };

    Kind kind = Kind::Same;
    QByteArray text; // with its line ending: "\r\n" and "\n" differ, as does a missing last one
    int before = 0;  // line number from 1; 0 for an added line
    int after = 0;   // line number from 1; 0 for a removed line

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

// All lines of both texts, those in common once; what was removed stands before what was added in its place.
// The shortest such list, unless the texts differ in thousands of lines: then the differing middle is removed
// and added as a whole.
[[nodiscard]] std::vector<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after);

// As `diff -u` writes it, with three lines around each change; empty if nothing differs.
[[nodiscard]] QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after,
                                     const QByteArray &beforeName, const QByteArray &afterName);

} // namespace noonmark::exports
