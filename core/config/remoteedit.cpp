// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/remoteedit.h"

#include "core/config/directives.h"
#include "core/config/execution.h"
#include "core/config/ntsword.h"
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
    {"server",          "pool",           "peer",           "broadcast",  "manycastclient", "broadcastclient",
     "multicastclient", "manycastserver", "broadcastdelay", "fudge",      "unpeer",         "unconfig",
     "restrict",        "unrestrict",     "delrestrict",    "enable",     "disable",        "tos",
     "tinker",          "discard",        "limit",          "interface",  "nic",            "dscp",
     "ttl",             "mru",            "logconfig",      "statistics", "filegen",        "trustedkey",
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

std::string wordsBehindKeyword(const Line &line)
{
    std::string words;
    for (std::size_t i = 1; i < line.tokens.size(); ++i)
        words.append(1, ' ').append(line.tokens[i].text);
    return words;
}

// ntpd's word for what ntpsec calls `unrestrict` without flags; as long as before, so that columns stay.
std::string asUnrestrict(std::string text, const Line &line)
{
    const std::size_t start = line.range.offset;
    const auto replace = [&](const Token &token, std::string_view word) {
        text.replace(token.range.offset - start, token.range.length, word);
    };
    replace(line.tokens[0], "unrestrict ");
    if (line.tokens.size() > 2 && line.tokens[1].text == "source")
        replace(line.tokens[1], "      ");
    return text;
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
    [[nodiscard]] const std::string &added() const { return m_added; }
    [[nodiscard]] const std::vector<int> &dismissed() const { return m_dismissed; }
    [[nodiscard]] const std::vector<std::string> &repeated() const { return m_repeated; }

private:
    std::optional<std::string> unpeer(const Line &line, std::size_t column);
    std::optional<std::string> add(const Document &lines, const Line &line);
    void append(std::string_view text);
    void trust(const Line &line);
    void switchOver(const Line &line);
    [[nodiscard]] bool isAsked(const SourceStatement &source) const;

    const Document &m_running;
    Dialect m_dialect;
    const UnpeerTargets &m_targetOf;
    std::vector<int> m_dismissed;
    std::vector<std::string> m_repeated;
    std::vector<bool> m_keep;
    std::string m_added;
    std::string m_trusted; // key numbers, old and new; "" as long as none was added
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
    if (keyword != "delrestrict")
        return add(lines, line);
    const Document asked(asUnrestrict(std::string(lines.text(line.range)), line));
    return add(asked, asked.lines().front());
}

std::optional<std::string> Remote::add(const Document &lines, const Line &line)
{
    const Execution execution = executionOf(line, m_dialect);
    if (execution.extent != Extent::Whole) {
        const std::size_t wrong = execution.stoppedAt.value_or(0);
        const TextRange last = line.tokens.back().range;
        const std::size_t at = wrong < line.tokens.size() ? line.tokens[wrong].range.offset : last.end();
        return answerAt(at - line.range.offset, "syntax error");
    }
    const auto source = readSource(line, m_dialect);
    if (const Token *unproved = source ? unmetNts(line, m_dialect) : nullptr)
        return answerAt(unproved->range.offset - line.range.offset, "NTS is not supported");
    if (source && isAsked(*source))
        m_repeated.push_back(source->address);
    else if (line.keyword() == "trustedkey")
        trust(line);
    else
        append(lines.text(line.range));
    if (line.keyword() == "enable" || line.keyword() == "disable")
        switchOver(line);
    return std::nullopt;
}

// What is said again counts where it is said last. Else whoever says the same every hour makes the file longer
// for ever.
void Remote::append(std::string_view text)
{
    for (std::size_t i = 0; i < m_running.lines().size(); ++i)
        m_keep[i] = m_keep[i] && m_running.text(m_running.lines()[i].range) != text;
    m_added.append(text).append("\n");
}

// In a file every `enable` is executed before any `disable`; what an administrator says last holds.
void Remote::switchOver(const Line &line)
{
    const std::string_view opposite = line.keyword() == "enable" ? "disable" : "enable";
    for (std::size_t i = 0; i < m_running.lines().size(); ++i) {
        const Line &known = m_running.lines()[i];
        if (!m_keep[i] || known.kind != LineKind::Directive || known.keyword() != opposite)
            continue;
        Line rest = known;
        std::erase_if(rest.tokens, [&](const Token &word) {
            return std::ranges::any_of(line.tokens, [&](const Token &said) { return said.text == word.text; });
        });
        m_keep[i] = rest.tokens.size() == known.tokens.size();
        if (!m_keep[i] && rest.tokens.size() > 1)
            m_added.append(opposite).append(wordsBehindKeyword(rest)).append("\n");
    }
}

// A second line of a file replaces the first; one from remote adds to what is trusted, as in ntpd. Else whoever adds a
// key would lock himself out.
void Remote::trust(const Line &line)
{
    const int stop = endOfReading(m_running);
    for (std::size_t i = 0; i < m_running.lines().size(); ++i) {
        const Line &known = m_running.lines()[i];
        if (!m_keep[i] || known.kind != LineKind::Directive || known.keyword() != "trustedkey" || known.number >= stop)
            continue;
        m_trusted = wordsBehindKeyword(known);
        m_keep[i] = false;
    }
    const std::string more = wordsBehindKeyword(line);
    if ((m_trusted + ' ').find(more + ' ') == std::string::npos)
        m_trusted += more;
}

bool Remote::isAsked(const SourceStatement &source) const
{
    const auto names = [&](const Line &line) {
        const auto known = line.kind == LineKind::Directive ? readSource(line, m_dialect) : std::nullopt;
        return known && known->address == source.address && known->family == source.family;
    };
    const int stop = endOfReading(m_running);
    for (std::size_t i = 0; i < m_running.lines().size(); ++i)
        if (m_keep[i] && m_running.lines()[i].number < stop && names(m_running.lines()[i]))
            return true;
    return std::ranges::any_of(Document(m_added).lines(), names);
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
    if (!m_trusted.empty())
        text.append("trustedkey").append(m_trusted).append("\n");
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
            return {std::nullopt, *refusal, {}, {}, {}};
    return {remote.result(), "Config Succeeded\r\n", remote.added(), remote.dismissed(), remote.repeated()};
}

} // namespace noonmark::config
