// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/remoteedit.h"

#include "core/config/directives.h"
#include "core/config/execution.h"
#include "core/config/number.h"
#include "core/config/sourcelines.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>
#include <vector>

namespace noonmark::config {

namespace {

constexpr std::size_t LongestWord = 40; // of theirs that we repeat

constexpr std::array Allowed = std::to_array<std::string_view>(
    {"server",          "pool",           "peer",           "broadcast", "manycastclient", "broadcastclient",
     "multicastclient", "manycastserver", "broadcastdelay", "refclock",  "fudge",          "unpeer",
     "unconfig",        "restrict",       "unrestrict",     "enable",    "disable",        "tos",
     "tinker",          "discard",        "limit",          "interface", "nic",            "dscp",
     "ttl",             "mru",            "logconfig",      "statistics", "filegen",       "trustedkey",
     "controlkey",      "leapsmearinterval"});

// Of a `filegen` line what decides where is written.
bool namesFile(const Line &line)
{
    return line.keyword() == "filegen" && std::ranges::any_of(line.tokens, [](const Token &token) {
               return token.text == "file" || token.text == "type";
           });
}

std::string answerAt(std::size_t column, std::string_view text)
{
    return "column " + std::to_string(column) + ' ' + std::string(text) + "\r\n";
}

// One running configuration while lines are added to it.
class Remote
{
public:
    Remote(const Document &running, Dialect dialect, const UnpeerTargets &targetOf)
        : m_running(running)
        , m_dialect(dialect)
        , m_targetOf(targetOf)
        , m_keep(running.lines().size(), true)
    {}

    // Why the line cannot be carried out, or nothing.
    std::optional<std::string> take(const Document &lines, const Line &line);
    [[nodiscard]] Document result() const;
    [[nodiscard]] const std::vector<int> &dismissed() const { return m_dismissed; }

private:
    std::optional<std::string> unpeer(const Line &line, std::size_t column);

    const Document &m_running;
    Dialect m_dialect;
    const UnpeerTargets &m_targetOf;
    std::vector<int> m_dismissed;
    std::vector<bool> m_keep;
    std::string m_added;
};

std::optional<std::string> Remote::take(const Document &lines, const Line &line)
{
    if (line.kind == LineKind::Blank || line.kind == LineKind::Comment || line.kind == LineKind::Disabled)
        return std::nullopt;
    const std::string_view keyword = line.keyword();
    const std::size_t start = line.tokens.empty() ? 0 : line.tokens.front().range.offset - line.range.offset;
    if (!findDirective(keyword))
        return answerAt(start, "syntax error");
    if (std::find(Allowed.begin(), Allowed.end(), keyword) == Allowed.end() || namesFile(line))
        return answerAt(start, std::string(keyword.substr(0, LongestWord)) + " remote config ignored");
    if (keyword == "unpeer" || keyword == "unconfig")
        return unpeer(line, start);
    const Execution execution = executionOf(line, m_dialect);
    if (execution.extent != Extent::Whole) {
        const std::size_t wrong = execution.stoppedAt.value_or(0);
        const TextRange last = line.tokens.back().range;
        const std::size_t at = wrong < line.tokens.size() ? line.tokens[wrong].range.offset : last.end();
        return answerAt(at - line.range.offset, "syntax error");
    }
    m_added.append(lines.text(line.range)).append("\n");
    return std::nullopt;
}

std::optional<std::string> Remote::unpeer(const Line &line, std::size_t column)
{
    if (line.tokens.size() < 2)
        return answerAt(column, "syntax error");
    std::string address = line.tokens[1].text;
    const UnpeerTarget target = m_targetOf ? m_targetOf(address) : UnpeerTarget{};
    if (target.member) {
        m_dismissed.push_back(*target.member);
        return std::nullopt;
    }
    if (!target.line.empty() || readInteger(address))
        address = target.line;
    bool found = false;
    for (std::size_t i = 0; i < m_running.lines().size(); ++i) {
        const Line &known = m_running.lines()[i];
        const auto source = known.kind == LineKind::Directive ? readSource(known, m_dialect) : std::nullopt;
        if (!source || source->address != address || address.empty())
            continue;
        m_keep[i] = false;
        found = true;
    }
    if (!found)
        return answerAt(line.tokens[1].range.offset - line.range.offset, "no such association");
    return std::nullopt;
}

// Nothing behind `end` is read: the new lines stand in front of it.
Document Remote::result() const
{
    const int stop = endOfReading(m_running);
    std::string text;
    for (std::size_t i = 0; i < m_running.lines().size(); ++i) {
        const Line &line = m_running.lines()[i];
        if (line.number < stop && m_keep[i])
            text.append(m_running.text(line.range)).append("\n");
    }
    return Document(text + m_added);
}

} // namespace

RemoteEdit applyRemote(const Document &running, std::string_view lines, Dialect dialect,
                       const UnpeerTargets &targetOf)
{
    const Document sent{std::string(lines)};
    Remote remote(running, dialect, targetOf);
    for (const Line &line : sent.lines())
        if (auto refusal = remote.take(sent, line))
            return {std::nullopt, *refusal, {}};
    return {remote.result(), "Config Succeeded\r\n", remote.dismissed()};
}

} // namespace noonmark::config
