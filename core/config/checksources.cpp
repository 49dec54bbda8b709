// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/addressguess.h"
#include "core/config/characters.h"
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/directives.h"
#include "core/config/number.h"

#include <algorithm>
#include <array>

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

const Line *disabledClock(const CheckContext &context, std::string_view address)
{
    const auto &lines = context.document.lines();
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line &line) {
        const bool isServer = line.kind == LineKind::Disabled && line.keyword() == "server";
        return isServer && line.tokens.size() > 1 && line.tokens[1].text == address;
    });
    return found == lines.end() ? nullptr : &*found;
}

void checkFudges(CheckContext &context)
{
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
        const bool hasClock =
            std::any_of(context.sources.begin(), context.sources.end(), [&](const auto &source) {
                const bool sameUnit = source.statement.localClock && fudge.statement.localClock &&
                                      source.statement.localUnit == fudge.statement.unit;
                return source.statement.address == text || sameUnit ||
                       (source.statement.keyword == "refclock" && !source.statement.localClock);
            });
        if (hasClock)
            continue;
        Diagnostic &found = context.report(range, Severity::Warning, Finding::FudgeWithoutClock, {text});
        if (!disabledClock(context, text))
            found.fixes.push_back(addLinesFix(context.document, {"server " + text}));
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
            if (words[i].text == "orphan" && readInteger(words[i + 1].text).value_or(OrphanOff) < OrphanOff)
                return true;
        }
    }
    return false;
}

void reportNoSource(CheckContext &context)
{
    const auto &lines = context.document.lines();
    const auto disabled = std::find_if(lines.begin(), lines.end(), [](const Line &line) {
        return line.kind == LineKind::Disabled && (line.keyword() == "server" || line.keyword() == "pool");
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
    for (const auto &source : context.sources) {
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
    if (context.sources.empty() && !listens && !hasOrphanMode(context))
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

// `trustedkey 1 2 (5 ... 8)`; a second line replaces the first in ntpd and adds to it in ntpsec.
std::set<int> trustedKeys(const CheckContext &context)
{
    std::set<int> keys;
    for (const Line *line : context.lines) {
        const auto words = context.words(*line);
        if (line->keyword() != "trustedkey" || words.empty())
            continue;
        if (!context.ntpsec())
            keys.clear();
        int last = 0;
        bool isRange = false;
        for (const Token &token : words.subspan(1)) {
            const auto key = readInteger(token.text);
            if (token.text == "...")
                isRange = true;
            if (!key)
                continue;
            constexpr int HighestKey = 65535;
            const int number = std::clamp(*key, 0, HighestKey);
            for (int i = isRange ? last + 1 : number; i <= number; ++i)
                keys.insert(i);
            last = number;
            isRange = false;
        }
    }
    return keys;
}

void reportUntrusted(CheckContext &context, TextRange range, const std::string &key)
{
    Diagnostic &found = context.report(range, Severity::Warning, Finding::KeysUntrusted, {key});
    const Line *line = context.lastLine("trustedkey");
    if (line && !line->tokens.empty())
        found.fixes.push_back(insertWordFix(line->tokens.back().range, key));
    else
        found.fixes.push_back(addLinesFix(context.document, {"trustedkey " + key}));
}

void checkKeys(CheckContext &context)
{
    const std::set<int> trusted = trustedKeys(context);
    const auto isUntrusted = [&](std::string_view text) {
        const auto key = readInteger(text);
        return key && *key > 0 && !trusted.contains(*key);
    };
    for (const auto &source : context.sources) {
        const Option *key = source.statement.option("key");
        if (key && isUntrusted(key->value))
            reportUntrusted(context, key->range, key->value);
    }
    for (const char *keyword : {"controlkey", "requestkey"}) {
        const Line *line = context.lastLine(keyword);
        if (line && line->tokens.size() > 1 && isUntrusted(line->tokens[1].text))
            reportUntrusted(context, line->tokens[1].range, line->tokens[1].text);
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
