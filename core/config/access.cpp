// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"

#include "core/config/effective.h"

#include <algorithm>
#include <utility>

namespace noonmark::config {

namespace {

// ntpsec accepts these words and drops them (RESTRICT, "Implications and nonsense").
constexpr std::uint32_t VoidInNtpsec = AccessFlag::NoPeer | AccessFlag::NoTrap;

std::uint32_t effectiveFlags(const RestrictStatement &statement, Dialect dialect)
{
    return dialect == Dialect::Ntpsec ? statement.flags & ~VoidInNtpsec : statement.flags;
}

bool isAuthenticated(const SourceStatement &source)
{
    return source.option("key") || source.option("autokey") || source.option("nts");
}

AccessAnswer answerOf(const AccessEntry &entry, Dialect dialect)
{
    const std::uint32_t flags = entry.flags;
    const auto has = [flags](std::uint32_t bits) { return (flags & bits) != 0; };
    const bool ntpsec = dialect == Dialect::Ntpsec;
    AccessAnswer answer;
    answer.flags = flags;
    answer.range = entry.range;
    answer.lines = entry.origins;
    answer.mayGetTime = !has(AccessFlag::Ignore | AccessFlag::NoServe);
    // ntpq speaks version 2, and ntpsec applies `version` to its packets too.
    answer.mayQuery = !has(AccessFlag::Ignore | AccessFlag::NoQuery) && !(ntpsec && has(AccessFlag::Version));
    answer.mayModify = answer.mayQuery && !has(AccessFlag::NoModify);
    answer.mayReadClients = answer.mayQuery && !has(AccessFlag::NoMruList);
    // ntpsec has neither traps nor symmetric associations, whatever the flags say.
    answer.mayTrap = !ntpsec && answer.mayQuery && !has(AccessFlag::NoTrap);
    answer.mayPeer =
        !ntpsec && answer.mayGetTime && !has(AccessFlag::NoPeer | AccessFlag::NoEpeer | AccessFlag::NoTrust);
    answer.needsKey = answer.mayGetTime && has(AccessFlag::NoTrust);
    answer.rateLimited = answer.mayGetTime && has(AccessFlag::Limited);
    answer.toldWhenLimited = answer.rateLimited && has(AccessFlag::KissOfDeath);
    answer.version4Only = answer.mayGetTime && has(AccessFlag::Version);
    return answer;
}

bool holds(const AccessAnswer &answer, Right right)
{
    switch (right) {
    case Right::GetTime:
        return answer.mayGetTime;
    case Right::Query:
        return answer.mayQuery;
    case Right::Modify:
        return answer.mayModify;
    case Right::Peer:
        return answer.mayPeer;
    case Right::ReadClients:
        return answer.mayReadClients;
    }
    return false;
}

} // namespace

void AccessTableBuilder::take(const RestrictStatement &statement, int line)
{
    const std::uint32_t flags = effectiveFlags(statement, m_table.dialect());
    if (statement.target == RestrictStatement::Target::Source && !statement.unrestrict) {
        m_table.setSourceTemplate(flags);
        return;
    }
    for (const AddressMask &range : statement.ranges)
        m_rules.push_back({range, statement.ntpPort, flags, line, statement.unrestrict});
}

// Where no `restrict default` of the file speaks, our own engine tells nothing by mode 6 but to its own machine. The other
// daemons have their built-in entries, to which such a line only adds.
void AccessTableBuilder::closeToStrangers()
{
    constexpr int noLine = -1;
    for (const Family family : {Family::V4, Family::V6}) {
        const AddressMask everything = AddressMask::everything(family);
        const bool isSpokenOf = std::ranges::any_of(m_rules, [&everything](const AccessRule &rule) {
            return !rule.takesAway && !rule.ntpPort && rule.range == everything;
        });
        if (isSpokenOf)
            continue;
        const bool isV4 = family == Family::V4;
        const AddressMask own = isV4 ? AddressMask::prefix(*IpAddress::parse("127.0.0.0"), 8)
                                     : AddressMask::host(*IpAddress::parse("::1"));
        // First, so that an `unrestrict` has them to take away.
        m_rules.insert(m_rules.begin(), {{everything, false, AccessFlag::NoQuery, noLine}, {own, false, 0, noLine}});
    }
}

AccessTable AccessTableBuilder::build()
{
    if (m_table.dialect() == Dialect::Noonmark)
        closeToStrangers();
    m_table.apply(std::exchange(m_rules, {}));
    return std::move(m_table);
}

std::optional<AccessTable::Source> accessSource(const SourceStatement &statement)
{
    const auto address = IpAddress::parse(statement.address);
    if (!address || address->isReferenceClock() || address->isMulticast())
        return std::nullopt;
    return AccessTable::Source{*address, isAuthenticated(statement)};
}

AccessTable accessTable(const Document &document, Dialect dialect)
{
    AccessTableBuilder builder(dialect);
    for (const Line *line : effectiveLines(document)) {
        if (const auto statement = readRestrict(*line, dialect))
            builder.take(*statement, line->number);
    }
    return builder.build();
}

AccessTable accessTableWithSources(const Document &document, Dialect dialect)
{
    AccessTable table = accessTable(document, dialect);
    std::vector<AccessTable::Source> sources;
    for (const Line *line : effectiveLines(document)) {
        const auto statement = readSource(*line, dialect);
        if (const auto source = statement ? accessSource(*statement) : std::nullopt)
            sources.push_back(*source);
    }
    table.openForSources(sources);
    return table;
}

AccessAnswer whatMay(const AccessTable &table, const IpAddress &host, std::uint16_t sourcePort)
{
    return answerOf(table.match(host, sourcePort), table.dialect());
}

bool grants(const AccessEntry &entry, Right right, Dialect dialect)
{
    return holds(answerOf(entry, dialect), right);
}

std::vector<AccessEntry> whoMay(const AccessTable &table, Right right)
{
    std::vector<AccessEntry> entries;
    for (const Family family : {Family::V4, Family::V6}) {
        const auto &list = table.entries(family);
        std::copy_if(list.begin(), list.end(), std::back_inserter(entries),
                     [&](const AccessEntry &entry) { return grants(entry, right, table.dialect()); });
    }
    return entries;
}

} // namespace noonmark::config
