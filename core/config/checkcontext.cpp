// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkcontext.h"

#include "core/config/access.h"
#include "core/config/effective.h"

#include <algorithm>

namespace noonmark::config {

CheckContext::CheckContext(const Document &text, Dialect forDialect, const Surroundings &machine)
    : document(text)
    , dialect(forDialect)
    , around(machine)
    , lines(effectiveLines(text))
{
    AccessTableBuilder builder(dialect);
    for (const Line *line : lines) {
        Occurrence &occurrence = m_occurrences[line->keyword()];
        occurrence = {occurrence.first ? occurrence.first : line, line};
        if (auto source = readSource(*line, dialect))
            sources.push_back({line, std::move(*source)});
        if (auto restriction = readRestrict(*line, dialect)) {
            builder.take(*restriction, line->number);
            restrictions.push_back({line, std::move(*restriction)});
        }
        if (auto fudge = readFudge(*line, dialect))
            fudges.push_back({line, std::move(*fudge)});
    }
    table = builder.build();
}

Diagnostic &CheckContext::report(TextRange range, Severity severity, Finding finding,
                                 std::vector<std::string> arguments)
{
    findings.push_back({range, severity, finding, std::move(arguments), {dialect}, {}});
    return findings.back();
}

void CheckContext::cut(const Line &line, std::size_t offset)
{
    const auto [place, isNew] = cuts.try_emplace(line.number, offset);
    if (!isNew)
        place->second = std::min(place->second, offset);
}

std::span<const Token> CheckContext::words(const Line &line) const
{
    const auto found = cuts.find(line.number);
    if (found == cuts.end())
        return line.tokens;
    const auto end = std::find_if(line.tokens.begin(), line.tokens.end(),
                                  [&](const Token &token) { return token.range.offset >= found->second; });
    return {line.tokens.begin(), end};
}

const Line *CheckContext::lineNumbered(int number) const
{
    const auto found = std::ranges::lower_bound(lines, number, {}, &Line::number);
    return found == lines.end() || (*found)->number != number ? nullptr : *found;
}

const Line *CheckContext::firstLine(std::string_view keyword) const
{
    const auto found = m_occurrences.find(keyword);
    return found == m_occurrences.end() ? nullptr : found->second.first;
}

const Line *CheckContext::lastLine(std::string_view keyword) const
{
    const auto found = m_occurrences.find(keyword);
    return found == m_occurrences.end() ? nullptr : found->second.last;
}

TextRange directiveRange(const Line &line)
{
    if (line.tokens.empty())
        return {line.range.offset, 0};
    const std::size_t from = line.tokens.front().range.offset;
    return {from, line.tokens.back().range.end() - from};
}

const OptionSpec *optionFor(const DirectiveSpec &directive, std::string_view name, Dialect dialect)
{
    const OptionSpec *other = nullptr;
    for (const OptionSpec &option : directive.options) {
        if (option.name != name)
            continue;
        if (option.dialects.contains(dialect))
            return &option;
        other = &option;
    }
    return other;
}

} // namespace noonmark::config
