// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/directives.h"
#include "core/config/ntsword.h"
#include "core/config/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace noonmark::config {

namespace {

constexpr int DefaultMaxPoll = 10;
constexpr double LowestInteger = -2147483648.0;
constexpr double HighestInteger = 2147483647.0;

std::string shown(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.10g", value);
    return text.data();
}

bool isOneOf(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isSource(std::string_view keyword)
{
    static constexpr std::array<std::string_view, 6> Keywords = {"server",    "pool",           "peer",
                                                                 "broadcast", "manycastclient", "refclock"};
    return isOneOf(keyword, Keywords);
}

// Those whose words behind the argument are options in any order. Other directives have grammars of their
// own.
bool hasPlainOptions(std::string_view keyword)
{
    static constexpr std::array<std::string_view, 8> Keywords = {"fudge", "tos",    "tinker",  "discard",
                                                                 "limit", "enable", "disable", "mru"};
    return isSource(keyword) || isOneOf(keyword, Keywords);
}

bool takesOneWord(std::string_view keyword)
{
    static constexpr std::array<std::string_view, 8> Keywords = {"keys",        "logfile",       "pidfile",
                                                                 "statsdir",    "controlkey",    "requestkey",
                                                                 "nonvolatile", "ntpsigndsocket"};
    return isOneOf(keyword, Keywords);
}

bool isNumeric(ArgumentType type)
{
    return type == ArgumentType::Number || type == ArgumentType::Integer;
}

// Walks the words of a line as the daemon's parser does, and stops where it stops.
class LineValues
{
public:
    LineValues(CheckContext &context, const Line &line, const DirectiveSpec &spec)
        : m_context(context)
        , m_document(context.document)
        , m_line(line)
        , m_spec(spec)
        , m_words(context.words(line))
    {}

    void run();

private:
    void checkArguments();
    void walkOptions(std::size_t from);
    bool checkOption(std::size_t &at);
    bool checkValue(const OptionSpec &option, const Token &value);
    bool checkRange(const OptionSpec &option, const Token &value, double number);
    void reportStranger(const Token &token);
    void reportForeign(const Token &token, const OptionSpec &option);
    [[nodiscard]] std::pair<std::optional<double>, std::optional<double>>
    bounds(const OptionSpec &option) const;
    [[nodiscard]] std::size_t firstOption() const;
    void checkPolls();
    void checkNts();

    CheckContext &m_context;
    const Document &m_document;
    const Line &m_line;
    const DirectiveSpec &m_spec;
    std::span<const Token> m_words;
};

void LineValues::run()
{
    const std::string_view keyword = m_spec.name;
    if (keyword == "restrict" || keyword == "unrestrict" || keyword == "delrestrict")
        return;
    if (!m_context.isExplained(m_line))
        checkArguments();
    if (hasPlainOptions(keyword) && !m_spec.options.empty())
        walkOptions(firstOption());
    if (isSource(keyword))
        checkPolls();
    if (isSource(keyword))
        checkNts();
}

// Never mended unasked: that a source needs no proof is for a person to say.
void LineValues::checkNts()
{
    const Token *word = unmetNts(m_line, m_context.dialect);
    if (!word || m_context.isExplained(m_line))
        return;
    Diagnostic &found = m_context.report(word->range, Severity::Error, Finding::NtsNotDone);
    found.fixes.push_back(disableLineFix(m_document, m_line));
    found.fixes.push_back(removeWordFix(m_document, word->range));
}

void LineValues::checkArguments()
{
    const bool needsWord =
        (m_spec.argument != ArgumentType::None && !m_spec.argumentOptional) || hasPlainOptions(m_spec.name);
    const std::size_t least = m_spec.name == "fudge" ? 3 : 2;
    if (needsWord && m_words.size() < least && !m_context.isCut(m_line)) {
        m_context
            .report(directiveRange(m_line), Severity::Error, Finding::MissingArgument,
                    {std::string(m_spec.name)})
            .fixes.push_back(disableLineFix(m_document, m_line));
        return;
    }
    if (!takesOneWord(m_spec.name) || m_words.size() < 3)
        return;
    const Token &surplus = m_words[2];
    m_context
        .report(surplus.range, Severity::Warning, Finding::SurplusArgument,
                {surplus.text, std::string(m_spec.name)})
        .fixes.push_back({FixKind::MakeComment, {}, {{{surplus.range.offset, 0}, "# "}}});
}

std::size_t LineValues::firstOption() const
{
    if (!isSource(m_spec.name) && m_spec.name != "fudge")
        return 1;
    std::size_t at = 1;
    while (at < m_words.size() && (m_words[at].text == "-4" || m_words[at].text == "-6"))
        ++at;
    return at + 1;
}

void LineValues::walkOptions(std::size_t from)
{
    for (std::size_t at = from; at < m_words.size(); ++at) {
        if (!checkOption(at))
            return;
    }
}

// False where the daemon reads no further.
bool LineValues::checkOption(std::size_t &at)
{
    const Token &token = m_words[at];
    const OptionSpec *option = optionFor(m_spec, token.text, m_context.dialect);
    if (option && token.kind == TokenKind::Quoted) {
        m_context.report(token.range, Severity::Error, Finding::QuotedKeyword, {token.text})
            .fixes.push_back(replaceWordFix(m_document, token.range, token.text));
        return false;
    }
    if (!option || token.kind != TokenKind::Word) {
        reportStranger(token);
        return false;
    }
    const bool isNts = m_context.dialect == Dialect::Noonmark && isSource(m_spec.name) && option->name == "nts";
    if (isNts)
        return true; // has a finding of its own
    if (!option->dialects.contains(m_context.dialect)) {
        reportForeign(token, *option);
        return false;
    }
    if (option->type == ArgumentType::None)
        return true;
    if (at + 1 >= m_words.size()) {
        if (!m_context.isCut(m_line))
            m_context.report(token.range, Severity::Error, Finding::MissingArgument, {token.text})
                .fixes.push_back(removeWordFix(m_document, token.range));
        return false;
    }
    ++at;
    return checkValue(*option, m_words[at]);
}

void LineValues::reportForeign(const Token &token, const OptionSpec &option)
{
    const bool alone = m_spec.name == "enable" || m_spec.name == "disable";
    TextRange range = token.range;
    const auto next =
        std::find_if(m_words.begin(), m_words.end(), [&](const Token &t) { return t.range > token.range; });
    if (option.type != ArgumentType::None && next != m_words.end())
        range.length = next->range.end() - range.offset;
    m_context
        .report(token.range, Severity::Error, Finding::WrongDialect,
                {token.text, option.dialects.ntpsec ? "ntpsec" : "ntpd"})
        .fixes.push_back(alone && m_words.size() == 2 ? disableLineFix(m_document, m_line)
                                                      : removeWordFix(m_document, range));
}

void LineValues::reportStranger(const Token &token)
{
    const std::string lower = lowerCase(token.text);
    if (token.kind == TokenKind::Word && lower != token.text && findOption(m_spec, lower)) {
        m_context.report(token.range, Severity::Error, Finding::WordCase, {token.text, lower})
            .fixes.push_back(lowerCaseFix(token.range, lower));
        return;
    }
    const bool isFamily = token.text == "-4" || token.text == "-6";
    if (isFamily && isSource(m_spec.name)) {
        const Token &address = m_words[1];
        Diagnostic &found = m_context.report(token.range, Severity::Error, Finding::UnknownWord,
                                             {token.text, "", std::string(m_spec.name)});
        Fix fix = removeWordFix(m_document, token.range);
        fix.edits.insert(fix.edits.begin(), {{address.range.offset, 0}, token.text + ' '});
        found.fixes.push_back({FixKind::InsertWord, {token.text}, std::move(fix.edits)});
        return;
    }
    const std::string nearest(nearestOption(m_spec, lower));
    Diagnostic &found = m_context.report(token.range, Severity::Error, Finding::UnknownWord,
                                         {token.text, nearest, std::string(m_spec.name)});
    if (!nearest.empty())
        found.fixes.push_back(replaceWordFix(m_document, token.range, nearest));
    else
        found.fixes.push_back(removeWordFix(m_document, token.range));
}

bool LineValues::checkValue(const OptionSpec &option, const Token &value)
{
    const std::string name(option.name);
    if (option.type == ArgumentType::Boolean) {
        const auto number = readInteger(value.text);
        const bool isBoolean = value.text == "true" || number;
        if (!isBoolean)
            m_context.report(value.range, Severity::Error, Finding::NotANumber, {value.text, name});
        else if (number && *number != 0 && *number != 1)
            m_context.report(value.range, Severity::Warning, Finding::OutOfRange, {value.text, name, "0", "1"})
                .fixes.push_back(replaceWordFix(m_document, value.range, "1"));
        return isBoolean;
    }
    if (!isNumeric(option.type))
        return true;
    const auto number = readNumber(value.text);
    const bool right = number && value.kind == TokenKind::Word &&
                       (option.type != ArgumentType::Integer || std::trunc(*number) == *number);
    if (!right) {
        m_context.report(value.range, Severity::Error, Finding::NotANumber, {value.text, name});
        return false;
    }
    return checkRange(option, value, *number);
}

bool LineValues::checkRange(const OptionSpec &option, const Token &value, double number)
{
    const auto &lowest = option.lowest;
    const auto &highest = option.highest;
    const bool low = lowest && number < *lowest;
    const bool high = highest && number > *highest;
    if (!low && !high)
        return true;
    const std::string nearest = shown(low ? *lowest : *highest);
    // A wrong key drops the whole line, and ntpd serves a stratum that none may serve; other values are clamped or ignored.
    const Severity severity = option.name == "key" || option.name == "orphan" ? Severity::Error : Severity::Warning;
    m_context
        .report(value.range, severity, Finding::OutOfRange,
                {value.text, std::string(option.name), shown(lowest.value_or(LowestInteger)),
                 shown(highest.value_or(HighestInteger))})
        .fixes.push_back(replaceWordFix(m_document, value.range, nearest));
    return true;
}

const Token *valueOf(std::span<const Token> words, std::string_view option)
{
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i].kind == TokenKind::Word && words[i].text == option)
            return &words[i + 1];
    }
    return nullptr;
}

// A lone `maxpoll 4` does what it says: minpoll follows it down without a word, and nothing is lost.
void LineValues::checkPolls()
{
    const Token *low = valueOf(m_words, "minpoll");
    const Token *high = valueOf(m_words, "maxpoll");
    if (!low)
        return;
    const auto minPoll = readInteger(low->text);
    const auto maxPoll = high ? readInteger(high->text) : DefaultMaxPoll;
    const bool isDefault = maxPoll == 0 && !m_context.ntpsec();
    const bool reference = m_words.size() > 1 && m_words[1].text.starts_with("127.127.");
    if (!minPoll || !maxPoll || *minPoll <= *maxPoll || isDefault || reference || m_spec.name == "refclock")
        return;
    Diagnostic &found = m_context.report(low->range, Severity::Warning, Finding::MinPollAboveMaxPoll,
                                         {std::to_string(*minPoll), std::to_string(*maxPoll)});
    if (high)
        found.fixes.push_back({FixKind::ReplaceWord,
                               {low->text, high->text},
                               {{low->range, high->text}, {high->range, low->text}}});
    else
        found.fixes.push_back(insertWordFix(low->range, "maxpoll " + low->text));
}

} // namespace

void checkValues(CheckContext &context)
{
    for (const Line *line : context.lines) {
        const DirectiveSpec *spec = findDirective(line->keyword());
        const bool known =
            spec && spec->dialects.contains(context.dialect) && spec->group != DirectiveGroup::Removed;
        if (known && context.looksAt(*line) && !context.words(*line).empty())
            LineValues(context, *line, *spec).run();
    }
}

} // namespace noonmark::config
