// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace noonmark::config {

// Ranges of the document that are spoken for, by their start: edits that touch each other cannot be applied
// together.
class EditClaims
{
public:
    [[nodiscard]] bool clashes(const Edit &edit) const
    {
        const auto behind = m_ends.upper_bound(edit.range.end());
        return behind != m_ends.begin() && std::prev(behind)->second >= edit.range.offset;
    }
    [[nodiscard]] bool clashes(const std::vector<Edit> &edits) const
    {
        return std::any_of(edits.begin(), edits.end(), [this](const Edit &edit) { return clashes(edit); });
    }
    void add(const Edit &edit) { m_ends[edit.range.offset] = edit.range.end(); }

private:
    std::map<std::size_t, std::size_t> m_ends;
};

} // namespace noonmark::config
