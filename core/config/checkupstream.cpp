// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "core/config/checkfixes.h"
#include "core/config/checksets.h"
#include "core/config/number.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace noonmark::config {

namespace {

using namespace AccessFlag;
using Target = RestrictStatement::Target;

constexpr std::uint16_t NtpPort = 123;

// Whether the answers of the file's own sources get through.
class Upstream
{
public:
    explicit Upstream(CheckContext &context)
        : m_context(context)
        , m_opened(context.table.hasSourceTemplate() ? std::optional(context.table) : std::nullopt)
        , m_table(m_opened ? *m_opened : context.table)
    {
        if (m_opened)
            openForSources();
        m_mayMatchOtherEntry = mayMatchOtherEntry();
        for (const auto &restriction : context.restrictions) {
            if (restriction.statement.target == Target::HostName)
                m_restrictedNames.insert(restriction.statement.address);
        }
    }

    void run();

private:
    void openForSources()
    {
        std::vector<AccessTable::Source> sources;
        for (const auto &source : m_context.sources) {
            if (const auto address = accessSource(source.statement))
                sources.push_back(*address);
        }
        m_opened->openForSources(sources);
    }

    void judge(const SourceStatement &source);
    [[nodiscard]] std::optional<std::uint32_t> flagsFor(const SourceStatement &source) const;
    [[nodiscard]] std::uint32_t flagsForName(const SourceStatement &source) const;
    [[nodiscard]] bool mayMatchOtherEntry() const;
    [[nodiscard]] Fix openFix(std::uint32_t flag) const;
    void checkPools();
    void checkDiscard();

    CheckContext &m_context;
    std::optional<AccessTable> m_opened; // a copy, if there is anything to open
    const AccessTable &m_table;
    bool m_mayMatchOtherEntry = false;
    std::set<std::string_view> m_restrictedNames;
    std::map<std::uint32_t, Fix> m_openFixes; // by the flag that shuts out
};

void Upstream::run()
{
    for (const auto &source : m_context.sources) {
        const auto address = IpAddress::parse(source.statement.address);
        const std::string &keyword = source.statement.keyword;
        const bool isClock = source.statement.localClock || (address && address->isReferenceClock());
        if (!isClock && (keyword == "server" || keyword == "pool" || keyword == "peer"))
            judge(source.statement);
    }
    checkPools();
    checkDiscard();
}

// An entry for a network could be the one that a name resolves into.
bool Upstream::mayMatchOtherEntry() const
{
    const auto isOpenNetwork = [](const AccessEntry &entry) {
        const bool isLoopback = entry.range.address().isLoopback();
        return !entry.range.isEverything() && !isLoopback && (entry.flags & (Ignore | NoServe)) == 0;
    };
    const auto &v4 = m_context.table.entries(Family::V4);
    const auto &v6 = m_context.table.entries(Family::V6);
    return std::any_of(v4.begin(), v4.end(), isOpenNetwork) ||
           std::any_of(v6.begin(), v6.end(), isOpenNetwork);
}

std::uint32_t Upstream::flagsForName(const SourceStatement &source) const
{
    std::uint32_t flags = ~0U;
    if (source.family != Family::V6)
        flags &= defaultEntry(m_table, Family::V4).flags;
    if (source.family != Family::V4)
        flags &= defaultEntry(m_table, Family::V6).flags;
    if (!m_table.hasSourceTemplate())
        return flags;
    if (m_context.dialect != Dialect::Ntpsec)
        return 0; // a hole is made for every source; a bad template is reported by itself
    return (flags & (Ignore | NoTrust)) != 0 ? 0 : flags;
}

// Absent if it can not be known.
std::optional<std::uint32_t> Upstream::flagsFor(const SourceStatement &source) const
{
    if (const auto address = IpAddress::parse(source.address)) {
        const bool templated = m_table.hasSourceTemplate() &&
                               m_table.match(*address, NtpPort).origins.empty() &&
                               m_table.match(*address, NtpPort).range.isHost();
        return templated ? 0 : m_table.match(*address, NtpPort).flags;
    }
    const bool isPool = source.address.find("pool.ntp.org") != std::string::npos;
    if (m_restrictedNames.contains(source.address) || (!isPool && m_mayMatchOtherEntry))
        return std::nullopt;
    return flagsForName(source);
}

// ntpsec makes no hole for noserve, only for ignore.
Fix Upstream::openFix(std::uint32_t flag) const
{
    Fix fix = addLinesFix(m_context.document, {SourceLine});
    if (!m_context.ntpsec() || flag != NoServe)
        return fix;
    for (const auto &restriction : m_context.restrictions) {
        for (const Option &word : restriction.statement.flagWords) {
            if (restriction.statement.target == Target::Default && word.name == "noserve")
                fix.edits.push_back({word.range, "ignore"});
        }
    }
    if (m_context.table.hasSourceTemplate())
        fix.edits.erase(fix.edits.begin());
    return fix;
}

void Upstream::judge(const SourceStatement &source)
{
    const auto flags = flagsFor(source);
    if (!flags)
        return;
    const bool isAuthenticated = source.option("key") || source.option("nts") || source.option("autokey");
    std::uint32_t flag = 0;
    if ((*flags & Ignore) != 0)
        flag = Ignore;
    else if ((*flags & NoServe) != 0)
        flag = NoServe;
    else if ((*flags & NoTrust) != 0 && !isAuthenticated)
        flag = NoTrust;
    if (flag == 0)
        return;
    Diagnostic &found = m_context.report(source.addressRange, Severity::Error, Finding::UpstreamShutOut,
                                         {source.address, std::string(accessFlagName(flag))});
    if (m_table.hasSourceTemplate() && flag != NoServe)
        return;
    const auto [fix, isNew] = m_openFixes.try_emplace(flag);
    if (isNew)
        fix->second = openFix(flag);
    found.fixes.push_back(fix->second);
}

void Upstream::checkPools()
{ // ntpd: what a pool finds must be authenticated under nopeer.
    const auto pool = std::find_if(m_context.sources.begin(), m_context.sources.end(),
                                   [](const auto &source) { return source.statement.keyword == "pool"; });
    const std::uint32_t both =
        defaultEntry(m_table, Family::V4).flags & defaultEntry(m_table, Family::V6).flags;
    const bool blocks = (both & NoPeer) != 0 && (both & (Ignore | NoServe)) == 0;
    if (m_context.ntpsec() || pool == m_context.sources.end() || m_table.hasSourceTemplate() || !blocks)
        return;
    for (const auto &restriction : m_context.restrictions) {
        for (const Option &word : restriction.statement.flagWords) {
            if (restriction.statement.target != Target::Default || word.name != "nopeer")
                continue;
            m_context
                .report(word.range, Severity::Error, Finding::NopeerBlocksPool,
                        {std::to_string(pool->line->number)})
                .fixes.push_back(addLinesFix(m_context.document, {SourceLine}));
            return;
        }
    }
}

void Upstream::checkDiscard()
{ // iburst sends every 2 s, and `limited` counts the replies of our own servers like everybody's packets.
    constexpr int LongestForIburst = 3;
    const Line *discard = m_context.lastLine("discard");
    const bool isLimited = (defaultEntry(m_table, Family::V4).flags & Limited) != 0;
    const bool bursts =
        std::any_of(m_context.sources.begin(), m_context.sources.end(),
                    [](const auto &source) { return source.statement.option("iburst") != nullptr; });
    if (!discard || m_context.dialect != Dialect::Ntpd || !isLimited || !bursts)
        return;
    const auto words = m_context.words(*discard);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto value = words[i].text == "minimum" ? readInteger(words[i + 1].text) : std::nullopt;
        if (value && *value > LongestForIburst)
            m_context
                .report(words[i + 1].range, Severity::Warning, Finding::DiscardHitsSources,
                        {words[i + 1].text})
                .fixes.push_back(replaceWordFix(m_context.document, words[i + 1].range, "1"));
    }
}

} // namespace

void checkUpstream(CheckContext &context)
{
    Upstream(context).run();
}

} // namespace noonmark::config
