// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/check.h"

#include <string>
#include <vector>

// The rows of tests/data/mistakes, in this form:
//
//     == a name
//     dialect ntpsec              (ntpd if absent)
//     base rules                  (lines put behind the row's own, see baseLines(); "none" if absent)
//     | a line of the file        (\xHH is a byte, \- a line without end)
//     > 1:8 error unknown-word    (what is found, all of it, in order)
//     fix | a line                (the row's lines after the first fix of the first finding that has one)
//     mended | a line             (... after the first fix of the first error or warning, again and again)
namespace noonmark::config {

struct MistakeRow
{
    std::string name;
    Dialect dialect = Dialect::Ntpd;
    std::string base = "none";
    std::string text;
    std::vector<std::string> findings;
    std::vector<std::string> fixed;
    std::vector<std::string> mended;
};

[[nodiscard]] std::vector<MistakeRow> readMistakeRows(const std::string &path);
// The whole file of a row.
[[nodiscard]] std::string fileOf(const MistakeRow &row);
// "line:column severity finding" of each.
[[nodiscard]] std::vector<std::string> listed(const Document &document,
                                              const std::vector<Diagnostic> &findings);
[[nodiscard]] std::string afterFirstFix(const std::string &file, Dialect dialect);
[[nodiscard]] std::string afterAllFixes(const std::string &file, Dialect dialect);
[[nodiscard]] std::vector<std::string> firstLines(const std::string &text, std::size_t count);

} // namespace noonmark::config
