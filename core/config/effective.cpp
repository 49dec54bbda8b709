// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/effective.h"

namespace noonmark::config {

namespace {

// Whether bytes lie between quotes; asked in the order of the file, it looks at each byte once.
class Quotes
{
public:
    explicit Quotes(std::string_view text)
        : m_text(text)
    {}

    bool surround(std::size_t offset, const Line &line)
    {
        if (m_at < line.range.offset) {
            m_at = line.range.offset;
            m_open = false;
        }
        for (; m_at < offset; ++m_at)
            m_open = m_open != (m_text[m_at] == '"');
        return m_open;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_open = false;
};

} // namespace

std::optional<std::size_t> silentEnd(const Document &document)
{ // The scanner looks each character up with strchr() in its list of specials, and that finds the terminator
  // too.
    const std::string &bytes = document.bytes();
    Quotes quotes(bytes);
    for (std::size_t at = bytes.find('\0'); at != std::string::npos; at = bytes.find('\0', at + 1)) {
        const Line &line = document.lineAt(at);
        const bool hashed = line.kind == LineKind::Comment || line.kind == LineKind::Disabled;
        const bool behindHash = hashed && bytes.find('#', line.range.offset) < at;
        const bool comment = behindHash || (line.comment && at >= line.comment->offset);
        if (!comment && !quotes.surround(at, line))
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
