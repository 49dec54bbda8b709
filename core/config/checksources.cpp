// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/addressguess.h"
#include "core/config/characters.h"
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/directives.h"
#include "core/config/ntsword.h"
#include "core/config/number.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace noonmark::config {

namespace {

constexpr int PoolCounts = 4; // the servers that a pool usually becomes
constexpr int EnoughSources = 3;
constexpr int OrphanOff = 16;

bool isReferenceClock(const SourceStatement &source)
{
    const auto address = IpAddress::parse(source.address);
    return source.localClock || source.keyword == "refclock" || (address && address->isReferenceClock());
}

// A server's address as the file has it. Names are never looked up here.
class SourceAddress
{
public:
    SourceAddress(CheckContext &context, const Executed<SourceStatement> &source)
        : m_context(context)
        , m_source(source.statement)
        , m_line(*source.line)
    {}

    void run();

private:
    bool judgePort();
    bool judgeNumbers();

    CheckContext &m_context;
    const SourceStatement &m_source;
    const Line &m_line;
};

bool SourceAddress::judgePort()
{
    const std::size_t colon = m_source.address.rfind(':');
    const bool isPort = colon != std::string::npos && readInteger(m_source.address.substr(colon + 1)) &&
                        m_source.address.find(':') == colon && colon + 1 < m_source.address.size();
    if (!isPort)
        return false;
    m_context.report(m_source.addressRange, Severity::Error, Finding::AddressWithPort, {m_source.address})
        .fixes.push_back(
            replaceWordFix(m_context.document, m_source.addressRange, m_source.address.substr(0, colon)));
    return true;
}

bool SourceAddress::judgeNumbers()
{
    if (!looksNumeric(m_source.address))
        return false;
    const auto likely = repaired(m_source.address);
    const auto read = asResolverReads(m_source.address);
    const bool isShort = std::count(m_source.address.begin(), m_source.address.end(), '.') < 3;
    const Finding kind = !read     ? Finding::NotAnAddress
                         : isShort ? Finding::ShortAddress
                                   : Finding::OctalAddress;
    std::vector<std::string> arguments = {m_source.address};
    if (read)
        arguments.push_back(read->toString());
    Diagnostic &found = m_context.report(m_source.addressRange, Severity::Error, kind, std::move(arguments));
    if (likely && !isShort)
        found.fixes.push_back(replaceWordFix(m_context.document, m_source.addressRange, likely->toString()));
    return true;
}

void SourceAddress::run()
{
    constexpr std::string_view NameLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    if (m_context.isExplained(m_line) || isReferenceClock(m_source) || IpAddress::parse(m_source.address))
        return;
    const DirectiveSpec *spec = findDirective(m_source.keyword);
    if (spec && findOption(*spec, m_source.address)) { // "server iburst": an option where the name should be
        m_context.report(m_source.addressRange, Severity::Error, Finding::MissingArgument, {m_source.keyword})
            .fixes.push_back(disableLineFix(m_context.document, m_line));
        return;
    }
    if (judgePort() || judgeNumbers())
        return;
    if (m_source.address.find_first_not_of(NameLetters) != std::string::npos)
        m_context.report(m_source.addressRange, Severity::Error, Finding::NotAnAddress, {m_source.address})
            .fixes.push_back(disableLineFix(m_context.document, m_line));
}

void checkTwice(CheckContext &context)
{
    std::map<std::pair<std::string, std::optional<Family>>, int> seen;
    for (const auto &source : context.sources) {
        if (source.statement.keyword == "refclock" && !source.statement.localClock)
            continue;
        const auto [place, isNew] = seen.try_emplace(
            {lowerCase(source.statement.address), source.statement.family}, source.line->number);
        if (!isNew)
            context
                .report(source.statement.addressRange, Severity::Warning, Finding::SourceTwice,
                        {source.statement.address, std::to_string(place->second)})
                .fixes.push_back(removeLineFix(context.document, *source.line));
    }
}

// Fixes that add a line. Where it belongs is looked for once, however many findings ask for it.
class NewLines
{
public:
    explicit NewLines(const Document &document)
        : m_document(document)
    {}

    const Fix &adding(const std::string &line)
    {
        const auto [fix, isNew] = m_fixes.try_emplace(line);
        if (isNew)
            fix->second = addLinesFix(m_document, {line});
        return fix->second;
    }

private:
    const Document &m_document;
    std::map<std::string, Fix> m_fixes;
};

// The clocks of a file, by what a fudge line can call them.
struct Clocks
{
    explicit Clocks(const CheckContext &context);
    [[nodiscard]] bool hold(const FudgeStatement &fudge) const
    {
        return hasDriver || addresses.contains(fudge.address) ||
               (fudge.localClock && localUnits.contains(fudge.unit));
    }

    std::set<std::string_view> addresses;
    std::set<int> localUnits;
    bool hasDriver = false; // ntpsec's `refclock`, whose address is not written
    std::set<std::string_view> disabled;
};

Clocks::Clocks(const CheckContext &context)
{
    for (const auto &source : context.sources) {
        addresses.insert(source.statement.address);
        if (source.statement.localClock)
            localUnits.insert(source.statement.localUnit);
        else
            hasDriver = hasDriver || source.statement.keyword == "refclock";
    }
    for (const Line &line : context.document.lines()) {
        const bool isServer = line.kind == LineKind::Disabled && line.keyword() == "server";
        if (isServer && line.tokens.size() > 1)
            disabled.insert(line.tokens[1].text);
    }
}

void checkFudges(CheckContext &context)
{
    if (context.fudges.empty())
        return;
    const Clocks clocks(context);
    NewLines newLines(context.document);
    for (const auto &fudge : context.fudges) {
        const std::string &text = fudge.statement.address;
        const TextRange range =
            fudge.line->tokens.size() > 1 ? fudge.line->tokens[1].range : directiveRange(*fudge.line);
        const auto address = IpAddress::parse(text);
        if (!address || !address->isReferenceClock()) {
            context.report(range, Severity::Error, Finding::FudgeBadAddress, {text})
                .fixes.push_back(disableLineFix(context.document, *fudge.line));
            continue;
        }
        if (clocks.hold(fudge.statement))
            continue;
        Diagnostic &found = context.report(range, Severity::Warning, Finding::FudgeWithoutClock, {text});
        if (!clocks.disabled.contains(text))
            found.fixes.push_back(newLines.adding("server " + text));
        found.fixes.push_back(disableLineFix(context.document, *fudge.line));
    }
}

std::string stratumOf(const CheckContext &context, const SourceStatement &clock)
{
    std::string stratum = "5";
    if (const Option *option = clock.option("stratum"))
        stratum = option->value;
    for (const auto &fudge : context.fudges) {
        for (const Option &option : fudge.statement.options) {
            if (fudge.statement.localClock && fudge.statement.unit == clock.localUnit &&
                option.name == "stratum")
                stratum = option.value;
        }
    }
    return stratum;
}

bool hasOrphanMode(const CheckContext &context)
{
    for (const Line *line : context.lines) {
        const auto words = context.words(*line);
        for (std::size_t i = 1; line->keyword() == "tos" && i + 1 < words.size(); ++i) {
            const int stratum = words[i].text == "orphan" ? readInteger(words[i + 1].text).value_or(OrphanOff) : OrphanOff;
            if (stratum > 0 && stratum < OrphanOff)
                return true;
        }
    }
    return false;
}

void reportNoSource(CheckContext &context)
{
    const auto &lines = context.document.lines();
    const auto disabled = std::find_if(lines.begin(), lines.end(), [&](const Line &line) {
        return line.kind == LineKind::Disabled && (line.keyword() == "server" || line.keyword() == "pool") &&
               !unmetNts(line, context.dialect);
    });
    // Another file may name them; a broken line that does is reported by itself.
    const Severity severity = context.firstLine("includefile") ? Severity::Info : Severity::Warning;
    if (disabled == lines.end()) {
        context.report({}, severity, Finding::NoSource);
        return;
    }
    context.report(disabled->range, severity, Finding::NoSource)
        .fixes.push_back(enableLineFix(context.document, *disabled));
}

void checkCount(CheckContext &context)
{
    int count = 0;
    const Executed<SourceStatement> *local = nullptr;
    const Executed<SourceStatement> *first = nullptr;
    bool hasHardware = false;
    bool hasAny = false;
    for (const auto &source : context.sources) {
        if (unmetNts(*source.line, context.dialect))
            continue; // never asked
        hasAny = true;
        if (source.statement.localClock) {
            local = local ? local : &source;
        } else if (isReferenceClock(source.statement)) {
            hasHardware = true;
        } else if (source.statement.keyword != "broadcast" && !source.statement.option("noselect")) {
            count += source.statement.keyword == "pool" || source.statement.keyword == "manycastclient"
                         ? PoolCounts
                         : 1;
            first = first ? first : &source;
        }
    }
    static constexpr std::array<const char *, 2> Listening = {"broadcastclient", "multicastclient"};
    const bool listens =
        std::any_of(Listening.begin(), Listening.end(), [&](const char *k) { return context.firstLine(k); });
    if (local && count > 0)
        context.report(local->statement.addressRange, Severity::Info, Finding::LocalClockWithUpstream,
                       {stratumOf(context, local->statement)});
    if (!hasAny && !listens && !hasOrphanMode(context))
        reportNoSource(context);
    if (count > 0 && count < EnoughSources && !hasHardware && !listens)
        context.report(first->statement.addressRange, Severity::Info, Finding::FewSources,
                       {std::to_string(count)});
}

void checkDriftFile(CheckContext &context)
{
    if (context.firstLine("driftfile") || context.lines.empty())
        return;
    const char *path = context.ntpsec() ? "/var/lib/ntpsec/ntp.drift" : "/var/lib/ntp/drift";
    context.report({}, Severity::Info, Finding::NoDriftFile)
        .fixes.push_back(addLinesFix(context.document, {std::string("driftfile ") + path}));
}

// Files that are read must be there; of files that are written, the folder.
void checkFiles(CheckContext &context)
{
    static constexpr std::array<std::string_view, 3> Read = {"includefile", "keys", "leapfile"};
    static constexpr std::array<std::string_view, 2> Folders = {"statsdir", "keysdir"};
    static constexpr std::array<std::string_view, 3> Written = {"driftfile", "logfile", "pidfile"};
    if (!context.around.fileExists)
        return;
    for (const Line *line : context.lines) {
        const auto words = context.words(*line);
        if (words.size() < 2 || !words[1].text.starts_with('/'))
            continue;
        const auto isOneOf = [&](const auto &keywords) {
            return std::find(keywords.begin(), keywords.end(), line->keyword()) != keywords.end();
        };
        const std::string &path = words[1].text;
        const std::string folder =
            isOneOf(Written) ? path.substr(0, std::max<std::size_t>(1, path.rfind('/'))) : path;
        const bool isRead = isOneOf(Read);
        const bool matters = isRead || isOneOf(Folders) || isOneOf(Written);
        if (!matters || context.around.fileExists(folder))
            continue;
        Diagnostic &found = context.report(words[1].range, Severity::Warning,
                                           isRead ? Finding::FileMissing : Finding::DirectoryMissing,
                                           {folder, std::string(line->keyword())});
        if (isRead) // a folder is better made than done without
            found.fixes.push_back(disableLineFix(context.document, *line));
    }
}

constexpr int HighestKey = 65535;

// Ranges of key numbers, however many: their beginnings and ends are counted, and added up when they are
// asked.
class KeyRanges
{
public:
    void add(int first, int last)
    {
        if (first > last)
            return;
        ++m_changes[static_cast<std::size_t>(first)];
        --m_changes[static_cast<std::size_t>(last) + 1];
    }
    [[nodiscard]] std::vector<int> counts() const
    {
        std::vector<int> counts(m_changes.size());
        std::partial_sum(m_changes.begin(), m_changes.end(), counts.begin());
        return counts;
    }

private:
    std::vector<int> m_changes = std::vector<int>(HighestKey + 2);
};

// `trustedkey 1 2 (5 ... 8)`
void takeKeys(KeyRanges &keys, std::span<const Token> words)
{
    int last = 0;
    bool isRange = false;
    for (const Token &token : words.subspan(1)) {
        const auto key = readInteger(token.text);
        if (token.text == "...")
            isRange = true;
        if (!key)
            continue;
        const int number = std::clamp(*key, 0, HighestKey);
        keys.add(isRange ? last + 1 : number, number);
        last = number;
        isRange = false;
    }
}

// How often each key is trusted. A second line replaces the first in ntpd and adds to it in ntpsec.
std::vector<int> trustedKeys(const CheckContext &context)
{
    std::vector<std::span<const Token>> lines;
    for (const Line *line : context.lines) {
        const auto words = context.words(*line);
        if (line->keyword() != "trustedkey" || words.empty())
            continue;
        if (!context.ntpsec())
            lines.clear();
        lines.push_back(words);
    }
    KeyRanges keys;
    for (const auto words : lines)
        takeKeys(keys, words);
    return keys.counts();
}

void reportUntrusted(CheckContext &context, TextRange range, const std::string &key, NewLines &newLines)
{
    Diagnostic &found = context.report(range, Severity::Warning, Finding::KeysUntrusted, {key});
    const Line *line = context.lastLine("trustedkey");
    if (line && !line->tokens.empty())
        found.fixes.push_back(insertWordFix(line->tokens.back().range, key));
    else
        found.fixes.push_back(newLines.adding("trustedkey " + key));
}

bool usesKeys(const CheckContext &context)
{
    return context.firstLine("controlkey") || context.firstLine("requestkey") ||
           std::ranges::any_of(context.sources,
                               [](const auto &source) { return source.statement.option("key") != nullptr; });
}

void checkKeys(CheckContext &context)
{
    if (!usesKeys(context))
        return;
    const std::vector<int> trusted = trustedKeys(context);
    NewLines newLines(context.document);
    const auto isUntrusted = [&](std::string_view text) {
        const auto key = readInteger(text);
        return key && *key > 0 && (*key > HighestKey || trusted[static_cast<std::size_t>(*key)] == 0);
    };
    for (const auto &source : context.sources) {
        const Option *key = source.statement.option("key");
        if (key && isUntrusted(key->value))
            reportUntrusted(context, key->range, key->value, newLines);
    }
    for (const char *keyword : {"controlkey", "requestkey"}) {
        const Line *line = context.lastLine(keyword);
        if (line && line->tokens.size() > 1 && isUntrusted(line->tokens[1].text))
            reportUntrusted(context, line->tokens[1].range, line->tokens[1].text, newLines);
    }
}

} // namespace

void checkSources(CheckContext &context)
{
    for (const auto &source : context.sources)
        SourceAddress(context, source).run();
    checkTwice(context);
    checkFudges(context);
    checkCount(context);
    checkDriftFile(context);
    checkFiles(context);
    checkKeys(context);
}

} // namespace noonmark::config
