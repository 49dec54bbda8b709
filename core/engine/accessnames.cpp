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

} // namespace

void AccessNames::configure(const AccessTable &table, const std::vector<NamedAccess> &rules,
                            const Context &context)
{
    m_rules = rules;
    m_table = rules.empty() ? AccessTable(table.dialect()) : table;
    auto old = std::exchange(m_names, {});
    for (const NamedAccess &rule : rules) {
        const auto [place, isNew] = m_names.try_emplace({rule.name, rule.family});
        const auto before = old.find(place->first);
        if (!isNew)
            continue;
        place->second.next = context.now.monotonic;
        if (before != old.end())
            place->second.addresses = std::move(before->second.addresses);
    }
    askWhatIsDue(context);
}

// Also sets when there is something to ask next.
void AccessNames::askWhatIsDue(const Context &context)
{
    auto underWay =
        std::ranges::count_if(m_names, [](const auto &name) { return name.second.question != 0; });
    m_deadline.reset();
    for (auto &[who, name] : m_names) {
        if (!name.next || underWay >= MostQuestions)
            continue;
        if (*name.next <= context.now.monotonic) {
            m_lastQuestion = (m_lastQuestion + 1) & ~Ours;
            name.question = Ours | m_lastQuestion;
            name.next.reset();
            ++underWay;
            context.outbox.push(ResolveName{name.question, who.first, who.second});
        } else if (!m_deadline || *name.next < *m_deadline) {
            m_deadline = name.next;
        }
    }
    if (underWay >= MostQuestions)
        m_deadline.reset(); // an answer comes first
}

bool AccessNames::resolved(const NameAnswer &answer, const Context &context)
{
    const auto asked = std::ranges::find_if(m_names, [&](const auto &name) {
        return name.second.question != 0 && name.second.question == answer.question;
    });
    if (asked == m_names.end())
        return false;
    const bool differs = take(*asked, answer.addresses, context);
    askWhatIsDue(context);
    return differs;
}

bool AccessNames::take(Names::value_type &asked, const std::vector<IpAddress> &found, const Context &context)
{
    auto &[who, name] = asked;
    name.question = 0;
    std::vector<IpAddress> addresses;
    for (const IpAddress &address : found)
        if ((!who.second || address.family() == *who.second) && addresses.size() < MostAddresses)
            addresses.push_back(address);
    const auto tell = [&](EventKind kind) {
        context.outbox.push(Event{kind, 0, who.first, context.now.wall, 0});
    };
    if (addresses.empty()) {
        name.pause = std::clamp(name.pause * 2, FirstPause, LongestPause);
        name.next = context.now.monotonic + NtpDuration::seconds(name.pause);
        if (!std::exchange(name.told, true))
            tell(EventKind::NameUnresolved);
        return false;
    }
    if (name.addresses.empty())
        tell(EventKind::NameResolved);
    return std::exchange(name.addresses, addresses) != addresses;
}

void AccessNames::poll(const Context &context)
{
    if (m_deadline && *m_deadline <= context.now.monotonic)
        askWhatIsDue(context);
}

AccessTable AccessNames::table() const
{
    std::vector<AccessRule> rules;
    for (const NamedAccess &rule : m_rules)
        for (const IpAddress &address : m_names.find({rule.name, rule.family})->second.addresses)
            rules.push_back(
                {AddressMask::host(address), rule.ntpPort, rule.flags, rule.origin, rule.takesAway});
    AccessTable table = m_table;
    table.apply(std::move(rules));
    return table;
}

} // namespace noonmark::engine
