// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/movedfindings.h"

#include <algorithm>

namespace noonmark::config {

namespace {

bool touches(const Edit &edit, TextRange range)
{
    return edit.range.offset <= range.end() && edit.range.end() >= range.offset;
}

// False if the edits touch it.
bool move(TextRange &range, const std::vector<Edit> &edits)
{
    std::size_t shift = 0; // unsigned numbers wrap, so that this goes back as well
    for (const Edit &edit : edits) {
        if (touches(edit, range))
            return false;
        if (edit.range.offset < range.offset)
            shift += edit.replacement.size() - edit.range.length;
    }
    range.offset += shift;
    return true;
}

} // namespace

std::vector<Diagnostic> movedFindings(std::vector<Diagnostic> findings, const std::vector<Edit> &edits)
{
    const auto isLost = [&](Diagnostic &finding) {
        std::erase_if(finding.fixes, [&](Fix &fix) {
            return !std::ranges::all_of(fix.edits, [&](Edit &edit) { return move(edit.range, edits); });
        });
        return !move(finding.range, edits);
    };
    std::erase_if(findings, isLost);
    return findings;
}

} // namespace noonmark::config
