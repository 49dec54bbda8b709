// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/sourcemode.h"

#include "core/config/sourcelines.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace noonmark::config {

namespace {

// Every switch is a function of the lines as they are and of the marks on them: a mark is put on or taken
// off, never guessed. What we enabled or added vanishes again when it is not wanted, because the way there
// would make it anew; what a person wrote is commented out with a mark and comes back by it.
class Switch
{
public:
    Switch(const Document &document, Dialect dialect, int stratum)
        : m_document(document)
        , m_dialect(dialect)
        , m_stratum(std::clamp(stratum, 0, 15))
        , m_lines(sourceLines(document, dialect))
    {}

    // False if the file names no upstream at all.
    bool upstreamOn()
    {
        bool any = takeOffMarks({SourceRole::Upstream}) || has(SourceRole::Upstream, SourceState::Active);
        for (const SourceLine &line : m_lines) {
            if (!any && line.choosable && line.state == SourceState::Disabled)
                change(line, enabled(line.text));
        }
        return any || !m_changed.empty();
    }

    void upstreamOff(bool forgetEnabled)
    {
        for (const SourceLine &line : m_lines) {
            if (line.role != SourceRole::Upstream || line.state != SourceState::Active)
                continue;
            change(line,
                   line.wasDisabled && forgetEnabled ? withoutEnabled(line.text) : turnedOff(line.text));
        }
    }

    void clockOn()
    {
        const bool any = takeOffMarks({SourceRole::Clock, SourceRole::ClockFudge});
        if (any || has(SourceRole::Clock, SourceState::Active))
            return;
        if (const SourceLine *clock = first(SourceRole::Clock, SourceState::Disabled)) {
            change(*clock, enabled(clock->text));
            if (!clock->hasStratum)
                fudgeOn(clock->unit, clock->number + 1);
            return;
        }
        const int place = placeForClock();
        if (m_dialect == Dialect::Ntpsec) {
            add(place, "refclock local unit 0 stratum " + std::to_string(m_stratum));
            return;
        }
        add(place, "server 127.127.1.0");
        fudgeOn(0, place);
    }

    void clockOff()
    {
        std::set<int> units;
        for (const SourceLine &line : m_lines) {
            if (line.role == SourceRole::Clock && line.state == SourceState::Active && withdraw(line))
                units.insert(line.unit);
        }
        for (const SourceLine &line : m_lines) {
            const bool ours = line.added || line.wasDisabled;
            // A fudge of a person's without a clock was there before us and stays.
            if (line.role == SourceRole::ClockFudge && line.state == SourceState::Active &&
                (ours || units.contains(line.unit)))
                withdraw(line);
        }
    }

    [[nodiscard]] Edits edits() const
    {
        Edits result;
        for (const auto &[number, text] : m_changed) {
            const Line &line = lineNumbered(number);
            for (Edit edit : difference(m_document.text(line.range), text)) {
                edit.range.offset += line.range.offset;
                result.push_back(std::move(edit));
            }
        }
        removeLines(result);
        if (!m_added.empty())
            std::ranges::move(insertLines(m_document, m_addedBefore, m_added), std::back_inserter(result));
        return result;
    }

private:
    [[nodiscard]] const Line &lineNumbered(int number) const
    {
        return m_document.lines()[static_cast<std::size_t>(number - 1)];
    }

    [[nodiscard]] const SourceLine *first(SourceRole role, SourceState state,
                                          std::optional<int> unit = {}) const
    {
        const auto found = std::ranges::find_if(m_lines, [&](const SourceLine &line) {
            return line.role == role && line.state == state && unit.value_or(line.unit) == line.unit;
        });
        return found == m_lines.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool has(SourceRole role, SourceState state) const { return first(role, state) != nullptr; }

    void change(const SourceLine &line, std::string text) { m_changed[line.number] = std::move(text); }

    // True if a source came back by it; a fudge alone is none.
    bool takeOffMarks(const std::set<SourceRole> &roles)
    {
        bool any = false;
        for (const SourceLine &line : m_lines) {
            if (line.state != SourceState::Off || !roles.contains(line.role))
                continue;
            change(line, withoutOff(line.text));
            any = any || line.role != SourceRole::ClockFudge;
        }
        return any;
    }

    // True if a person wrote the line.
    bool withdraw(const SourceLine &line)
    {
        if (line.added)
            m_removed.insert(line.number);
        else
            change(line, line.wasDisabled ? withoutEnabled(line.text) : turnedOff(line.text));
        return !line.added && !line.wasDisabled;
    }

    void fudgeOn(int unit, int place)
    {
        const bool kept = first(SourceRole::ClockFudge, SourceState::Active, unit) ||
                          first(SourceRole::ClockFudge, SourceState::Off, unit);
        if (kept)
            return;
        if (const SourceLine *fudge = first(SourceRole::ClockFudge, SourceState::Disabled, unit))
            change(*fudge, enabled(fudge->text));
        else
            add(place, "fudge 127.127.1." + std::to_string(unit) + " stratum " + std::to_string(m_stratum));
    }

    void add(int before, const std::string &text)
    {
        m_addedBefore = before;
        m_added.push_back(markedAdded(text));
    }

    // Behind the last source that is or was in use, else behind the last example, else where reading ends.
    [[nodiscard]] int placeForClock() const
    {
        const auto behind = [&](bool examples) -> std::optional<int> {
            const auto last = std::find_if(m_lines.rbegin(), m_lines.rend(), [&](const SourceLine &line) {
                return line.association && (line.state == SourceState::Disabled) == examples;
            });
            return last == m_lines.rend() ? std::nullopt : std::optional(last->number + 1);
        };
        return behind(false).value_or(behind(true).value_or(endOfReading(m_document)));
    }

    void removeLines(Edits &result) const
    {
        int kept = static_cast<int>(m_document.lines().size());
        if (lineNumbered(kept).terminator.empty() && m_removed.contains(kept)) {
            // The file ended without a newline before we added to it, and shall again.
            while (kept > 0 && m_removed.contains(kept))
                --kept;
            const std::size_t start = kept > 0 ? lineNumbered(kept).range.end() : 0;
            result.push_back({{start, m_document.bytes().size() - start}, {}});
        }
        for (const int number : m_removed) {
            if (number <= kept)
                std::ranges::move(removeLine(m_document, number), std::back_inserter(result));
        }
    }

    const Document &m_document;
    Dialect m_dialect;
    int m_stratum;
    std::vector<SourceLine> m_lines;
    std::map<int, std::string> m_changed;
    std::set<int> m_removed;
    std::vector<std::string> m_added;
    int m_addedBefore = 0;
};

Edits toUpstream(const Document &document, SourceMode wish, Dialect dialect, int stratum)
{
    Switch change(document, dialect, stratum);
    if (!change.upstreamOn())
        return {};
    if (wish == SourceMode::Fallback)
        change.clockOn();
    else
        change.clockOff();
    return change.edits();
}

// Lines that we enabled turn into a person's comments again, if switching back would enable the very same
// ones. It would not if a person has added an upstream since: then they are turned off like all others.
Edits toIsolated(const Document &document, Dialect dialect, int stratum)
{
    const auto isolate = [&](bool forgetEnabled) {
        Switch change(document, dialect, stratum);
        change.upstreamOff(forgetEnabled);
        change.clockOn();
        return change.edits();
    };
    Edits edits = isolate(true);
    const SourceMode before = sourceModeOf(document, dialect);
    if (before == SourceMode::Sourceless)
        return edits;
    Document there = document;
    there.apply(edits);
    there.apply(toUpstream(there, before, dialect, stratum));
    return there == document ? edits : isolate(false);
}

} // namespace

SourceMode sourceModeOf(const Document &document, Dialect dialect)
{
    bool upstream = false;
    bool clock = false;
    for (const SourceLine &line : sourceLines(document, dialect)) {
        const bool active = line.state == SourceState::Active;
        upstream = upstream || (active && line.role == SourceRole::Upstream);
        clock = clock || (active && line.role == SourceRole::Clock);
    }
    if (upstream)
        return clock ? SourceMode::Fallback : SourceMode::Upstream;
    return clock ? SourceMode::Isolated : SourceMode::Sourceless;
}

Edits switchSourceMode(const Document &document, SourceMode wish, Dialect dialect, int stratum)
{
    if (wish == SourceMode::Sourceless || sourceModeOf(document, dialect) == wish)
        return {};
    return wish == SourceMode::Isolated ? toIsolated(document, dialect, stratum)
                                        : toUpstream(document, wish, dialect, stratum);
}

} // namespace noonmark::config
