// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What ntpsec 1.2.2 and ntpd 4.2.8p18 made of several hundred files, as it was measured. The table lies outside
// the product; without it there is nothing to compare.
namespace noonmark::config::test {

using Cells = std::vector<std::string>;

inline Cells split(const std::string &text, std::string_view separator)
{
    Cells parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

// Without the heading; nothing where the table is absent.
inline std::vector<Cells> verdictRows()
{
    std::vector<Cells> rows;
    std::ifstream file(NOONMARK_SHARED "/facts/daemon-verdicts.tsv");
    for (std::string row; std::getline(file, row);) {
        Cells cells = split(row, "\t");
        if (cells[0] != "kind")
            rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace noonmark::config::test
