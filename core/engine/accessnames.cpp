// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/accessnames.h"

#include <algorithm>
#include <utility>

namespace noonmark::engine {

namespace {

constexpr double FirstPause = 2; // s
constexpr double LongestPause = 900;
constexpr int MostQuestions = 2;           // at once: the sources' names wait for the same few helpers
constexpr std::size_t MostAddresses = 256; // of one name, whoever answers for its zone
constexpr std::uint32_t Ours = 0x80000000; // the sources count their questions from 1

template <typename Names> auto find(Names &names, const NamedAccess &rule)
{
    return std::find_if(names.begin(), names.end(), [&](const auto &name) {
        return name.name == rule.name && name.family == rule.family;
    });
}

} // namespace

void AccessNames::configure(const AccessTable &table, const std::vector<NamedAccess> &rules, const Context &context)
{
    m_rules = rules;
    m_table = rules.empty() ? AccessTable(table.dialect()) : table;
    std::vector<Name> old = std::exchange(m_names, {});
    for (const NamedAccess &rule : rules) {
        if (find(m_names, rule) != m_names.end())
            continue;
        Name name{rule.name, rule.family, {}, 0, context.now.monotonic, 0, false};
        if (const auto before = find(old, rule); before != old.end())
            name.addresses = std::move(before->addresses);
        m_names.push_back(std::move(name));
    }
    poll(context);
}

void AccessNames::ask(Name &name, const Context &context)
{
    m_lastQuestion = (m_lastQuestion + 1) & ~Ours;
    name.question = Ours | m_lastQuestion;
    name.next.reset();
    context.outbox.push(ResolveName{name.question, name.name, name.family});
}

bool AccessNames::resolved(const NameAnswer &answer, const Context &context)
{
    const auto name = std::find_if(m_names.begin(), m_names.end(), [&](const Name &n) {
        return n.question != 0 && n.question == answer.question;
    });
    if (name == m_names.end())
        return false;
    name->question = 0;
    std::vector<IpAddress> addresses;
    for (const IpAddress &address : answer.addresses)
        if ((!name->family || address.family() == *name->family) && addresses.size() < MostAddresses)
            addresses.push_back(address);
    if (addresses.empty()) {
        name->pause = std::clamp(name->pause * 2, FirstPause, LongestPause);
        name->next = context.now.monotonic + NtpDuration::seconds(name->pause);
        if (!std::exchange(name->told, true))
            tell(*name, EventKind::NameUnresolved, context);
        return false;
    }
    const bool isNew = name->addresses.empty();
    const bool differs = name->addresses != addresses;
    name->addresses = std::move(addresses);
    if (isNew)
        tell(*name, EventKind::NameResolved, context);
    return differs;
}

void AccessNames::tell(const Name &name, EventKind kind, const Context &context)
{
    context.outbox.push(Event{kind, 0, name.name, context.now.wall, 0});
}

void AccessNames::poll(const Context &context)
{
    for (Name &name : m_names)
        if (mayAsk() && name.next && *name.next <= context.now.monotonic)
            ask(name, context);
}

bool AccessNames::mayAsk() const
{
    return std::ranges::count_if(m_names, [](const Name &name) { return name.question != 0; }) < MostQuestions;
}

std::optional<Instant> AccessNames::deadline() const
{
    std::optional<Instant> first;
    if (!mayAsk())
        return first;
    for (const Name &name : m_names)
        if (name.next && (!first || *name.next < *first))
            first = name.next;
    return first;
}

AccessTable AccessNames::table() const
{
    std::vector<AccessRule> rules;
    for (const NamedAccess &rule : m_rules)
        for (const IpAddress &address : find(m_names, rule)->addresses)
            rules.push_back({AddressMask::host(address), rule.ntpPort, rule.flags, rule.origin, rule.takesAway});
    AccessTable table = m_table;
    table.apply(std::move(rules));
    return table;
}

} // namespace noonmark::engine
