// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/reading.h"

#include "core/config/access.h"
#include "core/config/directives.h"
#include "core/config/effective.h"
#include "core/config/lowering.h"
#include "core/config/readingline.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace noonmark::config {

namespace {

constexpr std::array OneValueEach =
    std::to_array<std::string_view>({"tos", "tinker", "discard", "limit", "rlimit"});
// Not repeatable, but what an earlier line says stays.
constexpr std::array AddsUp =
    std::to_array<std::string_view>({"phone", "ttl", "broadcastclient", "pollskewlist", "end"});

class FileReader
{
public:
    FileReader(const Document &document, Dialect dialect)
        : m_document(document)
        , m_dialect(dialect)
        , m_access(dialect)
    {}

    std::vector<LineReading> read()
    {
        readLines();
        findOverridden();
        findOverriddenOptions();
        findSwitchedOff();
        findDuplicates();
        findLostFudges();
        findMerged();
        findUnhonoured();
        return std::move(m_readings);
    }

private:
    [[nodiscard]] LineReading &at(const Line &line)
    {
        return m_readings[static_cast<std::size_t>(line.number) - 1];
    }

    void note(int line, EffectKind kind, std::vector<std::string> arguments)
    {
        m_readings[static_cast<std::size_t>(line) - 1].effects.push_back({kind, std::move(arguments)});
    }

    void readLines()
    {
        const std::size_t end = silentEnd(m_document).value_or(std::string::npos);
        bool ended = false;
        for (const Line &line : m_document.lines()) {
            if (ended) {
                LineReading unread;
                unread.line = line.number;
                unread.extent =
                    line.tokens.empty() || line.kind == LineKind::Disabled ? Extent::Empty : Extent::Unread;
                m_readings.push_back(std::move(unread));
                continue;
            }
            m_readings.push_back(line.range.end() > end ? lastReading(line, end)
                                                        : readLine(line));
            const LineReading &reading = m_readings.back();
            ended = reading.has(EffectKind::EndsReading);
            if (reading.extent == Extent::Whole || reading.extent == Extent::Prefix)
                m_executed.push_back(&line);
        }
    }

    LineReading readLine(const Line &line)
    {
        const bool isActive = line.kind == LineKind::Directive;
        const auto restriction = isActive ? readRestrict(line, m_dialect) : std::nullopt;
        if (restriction)
            m_access.take(*restriction, line.number);
        LineReading reading = readingOfLine(m_document, line, m_dialect, restriction ? &*restriction : nullptr);
        if (restriction && m_dialect == Dialect::Noonmark) {
            for (std::string &word : notHonoured(*restriction))
                reading.effects.push_back({EffectKind::VoidWord, {std::move(word)}});
        }
        return reading;
    }

    // Of a line with a NUL byte in it, what stands before it.
    LineReading lastReading(Line line, std::size_t end)
    {
        std::erase_if(line.tokens, [&](const Token &token) { return token.range.offset >= end; });
        if (line.tokens.empty())
            line.kind = LineKind::Blank;
        LineReading reading = readLine(line);
        reading.effects.push_back({EffectKind::EndsReading, {}});
        return reading;
    }

    void findOverridden()
    {
        std::map<std::string_view, const Line *> last;
        for (auto line = m_executed.rbegin(); line != m_executed.rend(); ++line) {
            const std::string_view keyword = (*line)->keyword();
            const bool single = countsOnce(keyword, m_dialect);
            const auto [later, isLast] = single ? last.emplace(keyword, *line) : std::pair(last.end(), true);
            if (!isLast)
                note((*line)->number, EffectKind::OverriddenBy, {std::to_string(later->second->number)});
        }
    }

    // The words of a line that are executed and are options of its directive.
    [[nodiscard]] std::vector<std::string> options(const Line &line)
    {
        const DirectiveSpec *spec = findDirective(line.keyword());
        const Execution execution = executionOf(line, m_dialect);
        std::vector<std::string> names;
        for (std::size_t i = 1; i < execution.words && i < line.tokens.size(); ++i) {
            if (spec && findOption(*spec, line.tokens[i].text, m_dialect))
                names.push_back(line.tokens[i].text);
        }
        return names;
    }

    void findOverriddenOptions()
    {
        std::map<std::pair<std::string, std::string>, int> last;
        for (auto line = m_executed.rbegin(); line != m_executed.rend(); ++line) {
            const std::string keyword((*line)->keyword());
            if (std::ranges::find(OneValueEach, keyword) == OneValueEach.end())
                continue;
            for (const std::string &name : options(**line)) {
                const auto [later, isLast] = last.emplace(std::pair(keyword, name), (*line)->number);
                if (!isLast && later->second != (*line)->number)
                    note((*line)->number, EffectKind::OptionOverridden,
                         {name, std::to_string(later->second)});
            }
        }
    }

    // Both daemons do all that is enabled first, and then all that is disabled, wherever the lines stand.
    void findSwitchedOff()
    {
        std::map<std::string, int> disabled;
        for (const Line *line : m_executed) {
            if (line->keyword() != "disable")
                continue;
            for (const std::string &name : options(*line))
                disabled.emplace(name, line->number);
        }
        for (const Line *line : m_executed) {
            if (line->keyword() != "enable" || disabled.empty())
                continue;
            for (const std::string &name : options(*line)) {
                if (const auto off = disabled.find(name); off != disabled.end())
                    note(line->number, EffectKind::OptionOverridden, {name, std::to_string(off->second)});
            }
        }
    }

    void findDuplicates()
    {
        std::map<std::string, int> first;
        for (const Line *line : m_executed) {
            const auto source = readSource(*line, m_dialect);
            if (!source || source->keyword == "pool" || source->keyword == "refclock")
                continue;
            const auto [earlier, isFirst] = first.emplace(source->address, line->number);
            if (!isFirst)
                note(line->number, EffectKind::DuplicateOf, {std::to_string(earlier->second)});
            if (!isFirst)
                at(*line).extent = Extent::Nothing;
        }
    }

    void findLostFudges()
    {
        std::set<std::string> clocks;
        for (const Line *line : m_executed) {
            if (const auto source = readSource(*line, m_dialect))
                clocks.insert(source->address);
        }
        for (const Line *line : m_executed) {
            const auto fudge = readFudge(*line, m_dialect);
            if (fudge && !clocks.contains(fudge->address))
                note(line->number, EffectKind::NoSuchClock, {fudge->address});
        }
    }

    void findMerged()
    {
        const AccessTable table = m_access.build();
        for (const Family family : {Family::V4, Family::V6}) {
            for (const AccessEntry &entry : table.entries(family)) {
                if (entry.origins.size() > 1)
                    noteMerged(entry);
            }
        }
    }

    void noteMerged(const AccessEntry &entry)
    {
        constexpr std::size_t MostNamed = 5;
        std::string flags;
        for (const std::string_view name : accessFlagNames(entry.flags))
            flags += (flags.empty() ? "" : " ") + std::string(name);
        for (const int line : entry.origins) {
            std::string others;
            std::size_t named = 0;
            for (std::size_t i = 0; i < entry.origins.size() && named < MostNamed; ++i) {
                if (entry.origins[i] == line)
                    continue;
                others += (named++ == 0 ? "" : ", ") + std::to_string(entry.origins[i]);
            }
            LineReading &reading = m_readings[static_cast<std::size_t>(line) - 1];
            // `default` makes an entry in each family, but says it once.
            if (!others.empty() && !reading.has(EffectKind::MergedWith))
                reading.effects.push_back({EffectKind::MergedWith, {others, flags}});
        }
    }

    void findUnhonoured()
    {
        if (m_dialect != Dialect::Noonmark)
            return;
        for (const NotHonoured &missing : notHonouredBesideRestrict(effectiveLines(m_document), m_dialect))
            note(missing.line, EffectKind::VoidWord, {missing.word});
    }

    const Document &m_document;
    Dialect m_dialect;
    AccessTableBuilder m_access;
    std::vector<LineReading> m_readings;
    std::vector<const Line *> m_executed;
};

} // namespace

bool LineReading::has(EffectKind kind) const
{
    return std::ranges::find(effects, kind, &Effect::kind) != effects.end();
}

bool countsOnce(std::string_view directive, Dialect dialect)
{
    const DirectiveSpec *spec = findDirective(directive);
    const bool appends = directive == "trustedkey" && dialect == Dialect::Ntpsec;
    return spec && !spec->repeatable && spec->group != DirectiveGroup::Removed && !appends &&
           std::ranges::find(AddsUp, directive) == AddsUp.end();
}

bool departs(const LineReading &reading)
{
    if (reading.extent != Extent::Whole)
        return reading.extent != Extent::Empty || !reading.effects.empty();
    return std::ranges::any_of(reading.effects, [](const Effect &effect) {
        switch (effect.kind) {
        case EffectKind::NameLookedUp:
        case EffectKind::EndsReading: // `end` says so
        case EffectKind::EndsDaemonWithoutKeys:
        case EffectKind::IncludesFile:
            return false;
        default:
            return true;
        }
    });
}

std::vector<LineReading> readings(const Document &document, Dialect dialect)
{
    return FileReader(document, dialect).read();
}

} // namespace noonmark::config
