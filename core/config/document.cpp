// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/document.h"

#include "core/config/directives.h"
#include "core/config/disabledline.h"
#include "core/config/scanner.h"

#include <algorithm>
#include <iterator>

namespace noonmark::config {

namespace {

// A comment longer than this is never taken for a disabled directive: no daemon's directive is that long.
constexpr std::size_t LongestDisabled = 4096;

void readComment(std::string_view bytes, Line &line)
{
    line.kind = LineKind::Comment;
    const std::size_t behindHash = line.comment->offset + 1;
    const std::size_t length = line.range.end() - behindHash;
    if (length == 0 || length > LongestDisabled)
        return;
    // Enabled, a line with a NUL byte would make the daemons stop reading the file there.
    if (bytes.substr(line.range.offset, line.range.length).find('\0') != std::string_view::npos)
        return;
    ScannedLine inner = scanLine(bytes, {behindHash, length});
    const bool blankBefore = !inner.tokens.empty() && inner.tokens.front().range.offset != behindHash;
    if (!readsAsDirective(inner, blankBefore))
        return;
    line.kind = LineKind::Disabled;
    line.tokens = std::move(inner.tokens);
    line.comment = inner.comment;
}

LineKind kindOf(const std::vector<Token> &tokens)
{
    const bool known = tokens.front().kind == TokenKind::Word && findDirective(tokens.front().text);
    return known ? LineKind::Directive : LineKind::Unknown;
}

Line readLine(std::string_view bytes, TextRange range, int number)
{
    Line line;
    line.number = number;
    line.range = range;
    ScannedLine scanned = scanLine(bytes, range);
    line.tokens = std::move(scanned.tokens);
    line.comment = scanned.comment;
    if (!line.tokens.empty())
        line.kind = kindOf(line.tokens);
    else if (line.comment)
        readComment(bytes, line);
    return line;
}

// Appends the lines from `at`, where one begins, up to `end`, where one ends.
void readLines(std::string_view bytes, std::size_t at, std::size_t end, std::vector<Line> &lines)
{
    while (at < end || lines.empty()) {
        const std::size_t feed = std::min(bytes.find('\n', at), bytes.size());
        const bool ended = feed < bytes.size();
        const bool carriage = ended && feed > at && bytes[feed - 1] == '\r';
        const std::size_t length = (carriage ? feed - 1 : feed) - at;
        lines.push_back(readLine(bytes, {at, length}, static_cast<int>(lines.size()) + 1));
        lines.back().terminator = carriage ? "\r\n" : ended ? "\n" : "";
        at = feed + 1;
    }
}

// The line some bytes further on; unsigned numbers wrap, so that this goes back as well.
Line moved(Line line, std::size_t bytes, std::size_t number)
{
    line.number = static_cast<int>(number);
    line.range.offset += bytes;
    for (Token &token : line.tokens)
        token.range.offset += bytes;
    if (line.comment)
        line.comment->offset += bytes;
    return line;
}

std::string_view usualEnding(const std::vector<Line> &lines)
{
    const auto carriages = std::ranges::count(lines, std::string_view("\r\n"), &Line::terminator);
    const auto feeds = std::ranges::count(lines, std::string_view("\n"), &Line::terminator);
    return carriages > feeds ? "\r\n" : "\n";
}

// Bytes of the UTF-8 character at the start of the text; 1 for what is none.
std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t wanted = lead >= 0xf0 && lead < 0xf8   ? 4
                               : lead >= 0xe0 && lead < 0xf0 ? 3
                               : lead >= 0xc2 && lead < 0xe0 ? 2
                                                             : 1;
    if (wanted > text.size())
        return 1;
    for (std::size_t i = 1; i < wanted; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            return 1;
    }
    return wanted;
}

// In file order, insertions before the replacement that starts at the same byte; what overlaps or lies
// outside is a mistake of the caller and is left out rather than guessed at.
std::vector<Edit> inOrder(std::vector<Edit> edits, std::size_t size)
{
    std::ranges::stable_sort(edits, [](const Edit &a, const Edit &b) {
        return a.range.offset != b.range.offset ? a.range.offset < b.range.offset
                                                : a.range.length == 0 && b.range.length != 0;
    });
    std::vector<Edit> valid;
    std::size_t free = 0;
    for (Edit &edit : edits) {
        const bool inside = edit.range.offset <= size && edit.range.length <= size - edit.range.offset;
        if (!inside || edit.range.offset < free)
            continue;
        free = edit.range.end();
        valid.push_back(std::move(edit));
    }
    return valid;
}

} // namespace

Document::Document(std::string bytes)
    : m_bytes(std::move(bytes))
{
    m_lines.clear();
    readLines(m_bytes, 0, m_bytes.size(), m_lines);
    m_lineEnding = usualEnding(m_lines);
}

std::string_view Document::text(TextRange range) const
{
    const std::size_t offset = std::min(range.offset, m_bytes.size());
    return std::string_view(m_bytes).substr(offset, range.length);
}

const Line &Document::lineAt(std::size_t offset) const
{
    const auto behind =
        std::ranges::upper_bound(m_lines, offset, {}, [](const Line &line) { return line.range.offset; });
    return behind == m_lines.begin() ? *behind : *std::prev(behind);
}

std::pair<int, int> Document::position(std::size_t offset) const
{
    const Line &line = lineAt(offset);
    const std::size_t length = std::min(offset, m_bytes.size()) - line.range.offset;
    std::string_view before = text({line.range.offset, length});
    int column = 1;
    for (; !before.empty(); ++column)
        before.remove_prefix(characterLength(before));
    return {line.number, column};
}

std::string_view Document::lineEnding() const
{
    return m_lineEnding;
}

std::vector<Edit> Document::apply(std::vector<Edit> edits)
{
    edits = inOrder(std::move(edits), m_bytes.size());
    std::vector<Edit> inverse;
    std::string bytes;
    std::size_t copied = 0;
    for (Edit &edit : edits) {
        bytes.append(m_bytes, copied, edit.range.offset - copied);
        inverse.push_back({{bytes.size(), edit.replacement.size()}, std::string(text(edit.range))});
        bytes += edit.replacement;
        copied = edit.range.end();
    }
    bytes.append(m_bytes, copied);
    if (edits.empty())
        return inverse;
    m_bytes = std::move(bytes);
    readAgain(edits);
    return inverse;
}

// A keystroke in a large file reads one line, not all, and so do a hundred corrections: lines that no edit
// touches stay. The edits are in file order and meant for the bytes before.
void Document::readAgain(const std::vector<Edit> &edits)
{
    std::vector<Line> lines;
    lines.reserve(m_lines.size() + edits.size());
    std::size_t shift = 0; // of the bytes behind the edits so far; unsigned numbers wrap
    auto old = m_lines.begin();
    const auto keepUpTo = [&](std::vector<Line>::iterator end) {
        for (; old != end; ++old)
            lines.push_back(moved(std::move(*old), shift, lines.size() + 1));
    };
    for (auto edit = edits.begin(); edit != edits.end();) {
        const auto isBefore = [&](const Line &line) {
            return !line.terminator.empty() && line.range.end() + line.terminator.size() <= edit->range.offset;
        };
        // A line that begins right behind a change may have lost the newline before it.
        const auto isNotBehind = [&](const Line &line) { return line.range.offset <= edit->range.end(); };
        keepUpTo(std::partition_point(old, m_lines.end(), isBefore));
        do {
            old = std::partition_point(old, m_lines.end(), isNotBehind);
            shift += edit->replacement.size() - edit->range.length;
            ++edit;
        } while (edit != edits.end() && (old == m_lines.end() || edit->range.offset < old->range.offset));
        const std::size_t from =
            lines.empty() ? 0 : lines.back().range.end() + lines.back().terminator.size();
        readLines(m_bytes, from, old == m_lines.end() ? m_bytes.size() : old->range.offset + shift, lines);
    }
    keepUpTo(m_lines.end());
    m_lines = std::move(lines);
    m_lineEnding = usualEnding(m_lines);
}

} // namespace noonmark::config
