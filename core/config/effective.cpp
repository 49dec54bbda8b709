// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/effective.h"

#include <algorithm>

namespace noonmark::config {

namespace {

bool isRead(const Line &line, std::size_t offset, std::string_view text)
{
    if (line.comment && offset >= line.comment->offset)
        return false;
    const std::string_view before = text.substr(line.range.offset, offset - line.range.offset);
    return std::count(before.begin(), before.end(), '"') % 2 == 0;
}

} // namespace

std::optional<std::size_t> silentEnd(const Document &document)
{ // The scanner looks each character up with strchr() in its list of specials, and that finds the terminator
  // too.
    const std::string &bytes = document.bytes();
    for (std::size_t at = bytes.find('\0'); at != std::string::npos; at = bytes.find('\0', at + 1)) {
        const Line &line = document.lineAt(at);
        const bool hashed = line.kind == LineKind::Comment || line.kind == LineKind::Disabled;
        const bool comment = hashed && bytes.find('#', line.range.offset) < at;
        if (!comment && isRead(line, at, bytes))
            return at;
    }
    return std::nullopt;
}

std::vector<const Line *> effectiveLines(const Document &document)
{
    std::vector<const Line *> lines;
    const std::size_t end = silentEnd(document).value_or(std::string::npos);
    for (const Line &line : document.lines()) {
        if (line.range.offset >= end)
            break;
        if (line.kind != LineKind::Directive)
            continue;
        if (line.keyword() == "end")
            break;
        lines.push_back(&line);
    }
    return lines;
}

} // namespace noonmark::config
