// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkfixes.h"

#include "core/config/checkcontext.h"
#include "core/config/edits.h"

#include <algorithm>

namespace noonmark::config {

namespace {

std::string joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

} // namespace

Fix replaceWordFix(const Document &document, TextRange range, std::string replacement)
{
    const std::string old(document.text(range));
    return {FixKind::ReplaceWord, {old, replacement}, {{range, replacement}}};
}

Fix lowerCaseFix(TextRange range, std::string lower)
{
    return {FixKind::LowerCase, {lower}, {{range, lower}}};
}

Fix insertWordFix(TextRange behind, const std::string &word)
{
    return {FixKind::InsertWord, {word}, {{{behind.end(), 0}, ' ' + word}}};
}

Fix removeWordFix(const Document &document, TextRange range)
{
    const std::string &bytes = document.bytes();
    std::size_t from = range.offset;
    while (from > 0 && (bytes[from - 1] == ' ' || bytes[from - 1] == '\t'))
        --from;
    return {FixKind::RemoveWord, {std::string(document.text(range))}, {{{from, range.end() - from}, ""}}};
}

Fix removeLineFix(const Document &document, const Line &line)
{
    return {FixKind::RemoveLine, {}, removeLine(document, line.number)};
}

Fix disableLineFix(const Document &document, const Line &line)
{
    return {FixKind::DisableLine, {}, disableLine(document, line.number)};
}

Fix enableLineFix(const Document &document, const Line &line)
{
    return {FixKind::EnableLine, {std::string(line.keyword())}, enableLine(document, line.number)};
}

Fix addLinesFix(const Document &document, const std::vector<std::string> &lines)
{
    return {FixKind::AddLines, {joined(lines)}, addLines(document, lines)};
}

Fix replaceLineFix(const Document &document, const Line &line, std::string text)
{
    const std::string shown = text;
    const std::string ending(document.lineEnding());
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + ending.size()))
        text.replace(at, 1, ending);
    return {FixKind::ReplaceLine, {shown}, {{directiveRange(line), text}}};
}

} // namespace noonmark::config
