// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/targets.h"

#include "core/monitor/controltarget.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace noonmark::monitor {

namespace {

// A day of every quantity of a hundred daemons would be a gigabyte: the first few have it, of the others the
// last hours are kept as they were measured and the time before in columns.
constexpr std::size_t MostInFull = 8;
constexpr std::size_t SamplesOfOthers = 512;

} // namespace

Targets::Targets(Target &own, QObject *parent)
    : Target(parent)
{
    m_entries.push_back(std::make_unique<Entry>());
    m_entries.front()->target = &own;
    connectEntry(*m_entries.front());
}

Targets::~Targets() = default;

QStringList Targets::watched() const
{
    QStringList places;
    for (int i = 1; i < count(); ++i)
        places.append(at(i).target->address());
    return places;
}

QString Targets::nameOf(int index) const
{
    const Target &target = *at(index).target;
    return target.isBuiltIn() ? QString() : target.address();
}

void Targets::putBefore(const QString &name, const QString &source, const QString &sourceName,
                        const RecentHistory::Pasts &pasts)
{
    for (int i = 0; i < count(); ++i)
        if (nameOf(i) == name)
            m_entries[static_cast<std::size_t>(i)]->history.putBefore(source, sourceName, pasts);
    m_history = current().history;
}

void Targets::choose(int index)
{
    if (index < 0 || index >= count() || index == m_chosen)
        return;
    current().target->lookOften(false);
    m_chosen = index;
    current().target->lookOften(true);
    m_history = current().history;
    emit chosenChanged(index);
    Frame present = current().last;
    if (present.unixMilliseconds == 0)
        present.unixMilliseconds = QDateTime::currentMSecsSinceEpoch();
    emit frameArrived(present);
}

int Targets::watch(const transport::Place &place)
{
    const QString address = transport::toText(place);
    for (int i = 1; i < count(); ++i)
        if (at(i).target->address() == address)
            return i;
    return watch(std::make_unique<ControlTarget>(place));
}

int Targets::watch(std::unique_ptr<Target> target)
{
    auto entry = std::make_unique<Entry>();
    if (m_entries.size() >= MostInFull)
        entry->history = RecentHistory(SamplesOfOthers);
    entry->owned = std::move(target);
    entry->target = entry->owned.get();
    m_entries.push_back(std::move(entry));
    connectEntry(*m_entries.back());
    emit listChanged();
    m_entries.back()->target->start();
    m_entries.back()->target->lookOften(false);
    return count() - 1;
}

void Targets::forget(int index)
{
    if (index < 1 || index >= count())
        return;
    const bool wasChosen = index == m_chosen;
    if (wasChosen)
        choose(0);
    m_entries.erase(m_entries.begin() + index);
    if (m_chosen > index)
        --m_chosen;
    emit listChanged();
}

QString Targets::address() const
{
    return current().target->address();
}

bool Targets::isBuiltIn() const
{
    return current().target->isBuiltIn();
}

void Targets::start()
{
    for (const auto &entry : m_entries)
        entry->target->start();
}

void Targets::stop()
{
    for (const auto &entry : m_entries)
        entry->target->stop();
}

void Targets::applyConfiguration(const QByteArray &ntpConf)
{
    own().applyConfiguration(ntpConf);
}

void Targets::connectEntry(Entry &entry)
{
    connect(entry.target, &Target::frameArrived, this,
            [this, &entry](const Frame &frame) { take(entry, frame); });
    connect(entry.target, &Target::eventHappened, this, [this, &entry](const engine::Event &event) {
        emit eventOf(indexOf(entry), event);
        if (&entry == &current())
            emit eventHappened(event);
    });
    connect(entry.target, &Target::failed, this, &Target::failed);
}

void Targets::take(Entry &entry, const Frame &frame)
{
    const Frame before = std::exchange(entry.last, frame);
    entry.history.add(frame);
    const int index = indexOf(entry);
    emit looked(index, before, frame);
    emit stateChanged(index);
    if (index != m_chosen)
        return;
    m_history = entry.history;
    emit frameArrived(frame);
}

int Targets::indexOf(const Entry &entry) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&entry](const auto &candidate) { return candidate.get() == &entry; });
    return static_cast<int>(found - m_entries.begin());
}

Targets::Entry &Targets::current() const
{
    return *m_entries.at(static_cast<std::size_t>(m_chosen));
}

} // namespace noonmark::monitor
