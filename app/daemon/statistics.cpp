// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/statistics.h"

#include "core/wording/wording.h"

#include <QDateTime>

#include <algorithm>
#include <utility>
#include <variant>

namespace noonmark::daemon {

namespace {

const engine::AssociationSnapshot *find(const engine::Snapshot &snapshot, std::uint16_t id)
{
    const auto found = std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                                    [id](const engine::AssociationSnapshot &a) { return a.id == id; });
    return found == snapshot.associations.end() ? nullptr : &*found;
}

} // namespace

Statistics::Statistics(Log &log)
    : m_log(log)
    , m_files([this](Statistic, const std::string &path, const Result<void> &state) { tell(path, state); })
{}

void Statistics::begin(const engine::Snapshot &now)
{
    m_hasBegun = true;
    for (const Waiting &one : std::exchange(m_waiting, {}))
        m_files.write(one.statistic, one.unixSeconds, one.line);
    m_files.tryAll(timeOf(now).unixSeconds);
}

void Statistics::write(Statistic statistic, std::int64_t unixSeconds, std::string line)
{
    constexpr std::size_t mostWaiting = 1000; // while the daemon starts
    if (m_hasBegun)
        m_files.write(statistic, unixSeconds, line);
    else if (m_files.wants(statistic) && m_waiting.size() < mostWaiting)
        m_waiting.push_back({statistic, unixSeconds, std::move(line)});
}

void Statistics::measured(const transport::Measured &what, const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    if (const auto *sample = std::get_if<engine::SampleTaken>(&what)) {
        if (const auto *association = find(now, sample->association))
            write(Statistic::Peer, time.unixSeconds, engine::peerLine(time, *association));
    } else if (const auto *answer = std::get_if<engine::AnswerSeen>(&what)) {
        write(Statistic::Raw, time.unixSeconds, engine::rawLine(time, *answer));
    } else {
        write(Statistic::Loop, time.unixSeconds, engine::loopLine(time, now.system));
    }
}

void Statistics::happened(const engine::Event &event, const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    write(Statistic::Protocol, time.unixSeconds, engine::protocolLine(time, event, now));
}

void Statistics::hourPassed(const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    const engine::ServerCounters counted = now.counters.since(m_counted);
    write(Statistic::System, time.unixSeconds,
                  engine::systemLine(time, counted, now.uptime - m_since));
    m_counted = now.counters;
    m_since = now.uptime;
}

void Statistics::tell(const std::string &path, const Result<void> &state)
{
    if (state)
        m_log.say(Level::Notice, tr("Statistics are written to %1 again.").arg(QString::fromStdString(path)));
    else
        m_log.say(Level::Warning, tr("Statistics are lost: %1").arg(wording::sentence(state.error())));
}

engine::LineTime Statistics::timeOf(const engine::Snapshot &now)
{
    const std::int64_t pivot = QDateTime::currentSecsSinceEpoch();
    constexpr std::int64_t billion = 1'000'000'000;
    return {now.system.clock, now.system.clock.toUnixNanoseconds(pivot) / billion};
}

} // namespace noonmark::daemon
