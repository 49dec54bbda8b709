// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkcontext.h"

#include "core/config/access.h"
#include "core/config/effective.h"

#include <algorithm>

namespace noonmark::config {

namespace {

void moveOptions(std::vector<Option> &options, std::size_t shift)
{
    for (Option &option : options)
        option.range.offset += shift;
}

void moveStatement(SourceStatement &statement, std::size_t shift)
{
    statement.addressRange.offset += shift;
    moveOptions(statement.options, shift);
}

void moveStatement(RestrictStatement &statement, std::size_t shift)
{
    moveOptions(statement.flagWords, shift);
}

void moveStatement(FudgeStatement &statement, std::size_t shift)
{
    moveOptions(statement.options, shift);
}

// What was read of an earlier state of the file, asked for in the order of the lines.
template <typename Statement> class Earlier
{
public:
    Earlier(std::vector<Executed<Statement>> &statements, const Document &from, const Document &to)
        : m_at(statements.begin())
        , m_end(statements.end())
        , m_from(from)
        , m_to(to)
    {}

    // Moved to where the line stands now; none if the line reads differently or had none.
    std::optional<Statement> take(const Line &line)
    {
        while (m_at != m_end && m_at->line->number < line.number)
            ++m_at;
        const bool same = m_at != m_end && m_at->line->number == line.number &&
                          m_from.text(m_at->line->range) == m_to.text(line.range);
        if (!same)
            return std::nullopt;
        moveStatement(m_at->statement, line.range.offset - m_at->line->range.offset);
        return std::move(m_at->statement);
    }

private:
    typename std::vector<Executed<Statement>>::iterator m_at;
    typename std::vector<Executed<Statement>>::iterator m_end;
    const Document &m_from;
    const Document &m_to;
};

} // namespace

CheckContext::CheckContext(const Document &text, Dialect forDialect, const Surroundings &machine)
    : document(text)
    , dialect(forDialect)
    , around(machine)
    , lines(effectiveLines(text))
{
    index();
    AccessTableBuilder builder(dialect);
    for (const Line *line : lines) {
        if (auto restriction = readRestrict(*line, dialect)) {
            builder.take(*restriction, line->number);
            restrictions.push_back({line, std::move(*restriction)});
        } else if (auto source = readSource(*line, dialect)) {
            sources.push_back({line, std::move(*source)});
        } else if (auto fudge = readFudge(*line, dialect)) {
            fudges.push_back({line, std::move(*fudge)});
        }
    }
    table = builder.build();
}

CheckContext::CheckContext(CheckContext &&before, const Document &text, std::set<int> touched)
    : document(text)
    , dialect(before.dialect)
    , around(before.around)
    , lines(effectiveLines(text))
    , onlyLines(std::move(touched))
{
    index();
    Earlier earlierSources(before.sources, before.document, text);
    Earlier earlierRestrictions(before.restrictions, before.document, text);
    Earlier earlierFudges(before.fudges, before.document, text);
    const auto reuse = [&](auto &earlier, auto &all, const Line &line, auto read) {
        auto statement = earlier.take(line);
        if (!statement)
            statement = read(line, dialect);
        if (statement)
            all.push_back({&line, std::move(*statement)});
        return statement.has_value();
    };
    AccessTableBuilder builder(dialect);
    for (const Line *line : lines) {
        if (reuse(earlierRestrictions, restrictions, *line, readRestrict))
            builder.take(restrictions.back().statement, line->number);
        else if (!reuse(earlierSources, sources, *line, readSource))
            reuse(earlierFudges, fudges, *line, readFudge);
    }
    table = builder.build();
}

void CheckContext::index()
{
    m_byNumber.resize(document.lines().size() + 1);
    Occurrence *occurrence = nullptr; // of the line before: equals stand together
    std::size_t restrictLines = 0;
    for (const Line *line : lines) {
        m_byNumber[static_cast<std::size_t>(line->number)] = line;
        if (!occurrence || occurrence->last->keyword() != line->keyword())
            occurrence = &m_occurrences.try_emplace(line->keyword(), Occurrence{line, line}).first->second;
        occurrence->last = line;
        restrictLines += line->keyword() == "restrict" ? 1U : 0U;
    }
    restrictions.reserve(restrictLines);
}

void CheckContext::forget()
{
    findings.clear();
    cuts.clear();
    explained.clear();
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
    const auto at = static_cast<std::size_t>(number);
    return at < m_byNumber.size() ? m_byNumber[at] : nullptr;
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
