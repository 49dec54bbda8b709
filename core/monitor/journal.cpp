// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/journal.h"

#include "core/monitor/changes.h"
#include "core/monitor/targets.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace noonmark::monitor {

Journal::Journal(QObject *parent, std::size_t most)
    : QObject(parent)
    , m_most(std::max<std::size_t>(most, 1))
{}

void Journal::add(JournalEntry entry)
{
    entry.number = ++m_lastNumber;
    if (entry.unixMilliseconds == 0)
        entry.unixMilliseconds = QDateTime::currentMSecsSinceEpoch();
    if (m_entries.size() == m_most) {
        m_entries.pop_front();
        emit oldestGone();
    }
    m_entries.push_back(std::move(entry));
    emit added(m_entries.back());
}

void Journal::putBefore(std::vector<JournalEntry> entries)
{
    const std::size_t room = m_most - std::min(m_most, m_entries.size());
    const auto surplus = static_cast<std::ptrdiff_t>(entries.size() - std::min(entries.size(), room));
    m_entries.insert(m_entries.begin(), std::make_move_iterator(entries.begin() + surplus),
                     std::make_move_iterator(entries.end()));
    emit restored();
}

void Journal::follow(const Targets &targets)
{
    connect(&targets, &Targets::eventOf, this, [this, &targets](int index, const engine::Event &event) {
        add({.target = targets.nameOf(index), .kind = JournalKind::DaemonEvent, .event = event});
    });
    connect(&targets, &Targets::looked, this,
            [this, &targets](int index, const Frame &before, const Frame &now) {
                compare(targets.nameOf(index), before, now, targets.at(index).target->isBuiltIn());
            });
}

void Journal::compare(const QString &target, const Frame &before, const Frame &now, bool tellsEvents)
{
    const bool isFirst = before.unixMilliseconds == 0;
    const bool isNewTrouble = isFirst || before.answered || before.trouble != now.trouble;
    if (!now.answered && now.trouble && isNewTrouble)
        add({.unixMilliseconds = now.unixMilliseconds,
             .target = target,
             .kind = JournalKind::TargetSilent,
             .trouble = *now.trouble});
    if (!now.answered || tellsEvents)
        return;
    if (!before.answered)
        add({.unixMilliseconds = now.unixMilliseconds, .target = target, .kind = JournalKind::TargetAnswers});
    // Against the last answer, however long ago: what changed in a silence matters too.
    if (const auto last = m_lastSeen.constFind(target); last != m_lastSeen.constEnd())
        for (const engine::Event &event : changes(*last, now.snapshot))
            add({.unixMilliseconds = now.unixMilliseconds,
                 .target = target,
                 .kind = JournalKind::DaemonEvent,
                 .event = event});
    m_lastSeen.insert(target, now.snapshot);
}

} // namespace noonmark::monitor
