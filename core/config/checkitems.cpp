// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/directives.h"
#include "core/config/loweringfiles.h"
#include "core/config/number.h"

#include <algorithm>
#include <utility>

namespace noonmark::config {

namespace {

// Words that the parsers of the daemons take, and that what executes them does not (GRAMMAR, section 4).
class LineItems
{
public:
    LineItems(CheckContext &context, const Line &line)
        : m_context(context)
        , m_line(line)
        , m_words(context.words(line))
    {}

    void run();

private:
    using Items = std::span<const Token>;
    // The words behind the directive, or behind the first few of them.
    [[nodiscard]] Items items(std::size_t skipped = 0) const
    {
        return m_words.subspan(std::min(skipped + 1, m_words.size()));
    }
    [[nodiscard]] Fix without(const Token &item) const
    {
        return m_line.tokens.size() == 2 ? disableLineFix(m_context.document, m_line)
                                         : removeWordFix(m_context.document, item.range);
    }
    void checkLogItems();
    void checkRange(const Token &item, std::string_view name, int lowest, int highest);
    void checkArguments(const DirectiveSpec &spec);
    void checkPolls();
    void checkInterface();
    void checkKeyRanges();
    void checkIgnored(std::string_view option);
    void checkPeer();

    CheckContext &m_context;
    const Line &m_line;
    std::span<const Token> m_words;
};

void LineItems::run()
{
    const std::string_view keyword = m_line.keyword();
    const bool isNtpsec = m_context.dialect == Dialect::Ntpsec;
    if (keyword == "logconfig")
        checkLogItems();
    else if (keyword == "interface" || keyword == "nic")
        checkInterface();
    else if (keyword == "pollskewlist")
        checkPolls();
    else if (keyword == "trustedkey")
        checkKeyRanges();
    else if (keyword == "rlimit" && isNtpsec)
        checkIgnored("memlock");
    else if (keyword == "peer" && isNtpsec)
        checkPeer();
    if (const DirectiveSpec *spec = findDirective(keyword))
        checkArguments(*spec);
}

void LineItems::checkLogItems()
{
    std::uint32_t mask = 0;
    for (const Token &item : items()) {
        if (!applyLogItem(item.text, mask))
            m_context.report(item.range, Severity::Warning, Finding::LogItemUnknown, {item.text})
                .fixes.push_back(without(item));
    }
}

void LineItems::checkRange(const Token &item, std::string_view name, int lowest, int highest)
{
    const auto value = readInteger(item.text);
    if (!value || (*value >= lowest && *value <= highest))
        return;
    const std::string nearest = std::to_string(std::clamp(*value, lowest, highest));
    m_context
        .report(item.range, Severity::Warning, Finding::OutOfRange,
                {item.text, std::string(name), std::to_string(lowest), std::to_string(highest)})
        .fixes.push_back(replaceWordFix(m_context.document, item.range, nearest));
}

void LineItems::checkArguments(const DirectiveSpec &spec)
{
    if (spec.lowest && spec.highest) {
        for (const Token &item : items())
            checkRange(item, spec.name, static_cast<int>(*spec.lowest), static_cast<int>(*spec.highest));
    }
    if (spec.heeded == 0)
        return;
    for (const Token &item : items(spec.heeded))
        m_context.report(item.range, Severity::Warning, Finding::FlagWithoutEffect, {item.text})
            .fixes.push_back(removeWordFix(m_context.document, item.range));
}

// POLL EARLY|LATE ...
void LineItems::checkPolls()
{
    const Items all = items();
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        if (all[i + 2].text == "|")
            checkRange(all[i], "pollskewlist", 3, 17);
    }
}

// listen|ignore|drop ADDRESS/BITS
void LineItems::checkInterface()
{
    for (const Token &item : items(1)) {
        const std::size_t slash = item.text.find('/');
        const auto address = IpAddress::parse(std::string_view(item.text).substr(0, slash));
        const auto bits = slash < item.text.size() ? readInteger(item.text.substr(slash + 1)) : std::nullopt;
        const int highest = address && address->isV4() ? 32 : 128;
        if (!address || !bits || (*bits >= 0 && *bits <= highest))
            continue;
        const std::string nearest = std::to_string(std::clamp(*bits, 0, highest));
        m_context
            .report(
                item.range, Severity::Warning, Finding::OutOfRange,
                {item.text.substr(slash), item.text.substr(0, slash), "/0", '/' + std::to_string(highest)})
            .fixes.push_back(
                replaceWordFix(m_context.document, item.range, item.text.substr(0, slash + 1) + nearest));
    }
}

// ( first ... last )
void LineItems::checkKeyRanges()
{
    constexpr std::size_t Length = 5;
    const Items all = items();
    for (std::size_t i = 0; i + Length <= all.size(); ++i) {
        const auto first = readInteger(all[i + 1].text);
        const auto last = readInteger(all[i + 3].text);
        const bool isRange = all[i].text == "(" && all[i + 2].text == "..." && all[i + 4].text == ")";
        if (!isRange || !first || !last || *first <= *last)
            continue;
        const TextRange range{all[i].range.offset, all[i + 4].range.end() - all[i].range.offset};
        m_context.report(range, Severity::Warning, Finding::KeyRangeEmpty, {all[i + 1].text, all[i + 3].text})
            .fixes.push_back({FixKind::ReplaceWord,
                              {all[i + 1].text, all[i + 3].text},
                              {{all[i + 1].range, all[i + 3].text}, {all[i + 3].range, all[i + 1].text}}});
    }
}

void LineItems::checkIgnored(std::string_view option)
{
    const Items all = items();
    const auto word = std::ranges::find(all, option, &Token::text);
    if (word == all.end())
        return;
    const std::size_t end = word + 1 == all.end() ? word->range.end() : (word + 1)->range.end();
    Fix fix = m_line.tokens.size() <= 3
                  ? disableLineFix(m_context.document, m_line)
                  : removeWordFix(m_context.document, {word->range.offset, end - word->range.offset});
    m_context.report(word->range, Severity::Info, Finding::FlagWithoutEffect, {word->text})
        .fixes.push_back(std::move(fix));
}

void LineItems::checkPeer()
{
    const Token &word = m_line.tokens.front();
    m_context.report(word.range, Severity::Info, Finding::PeerReadAsServer)
        .fixes.push_back(replaceWordFix(m_context.document, word.range, "server"));
}

} // namespace

void checkItems(CheckContext &context)
{
    for (const Line *line : context.lines) {
        const bool isRestrict = line->keyword() == "restrict" || line->keyword() == "unrestrict";
        if (!isRestrict && context.looksAt(*line) && !context.isExplained(*line))
            LineItems(context, *line).run();
    }
}

} // namespace noonmark::config
