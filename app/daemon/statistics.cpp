// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/statistics.h"

#include "core/wording/wording.h"

#include <QDateTime>

#include <algorithm>
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

void Statistics::measured(const transport::Measured &what, const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    if (const auto *sample = std::get_if<engine::SampleTaken>(&what)) {
        if (const auto *association = find(now, sample->association))
            m_files.write(Statistic::Peer, time.unixSeconds, engine::peerLine(time, *association));
    } else if (const auto *answer = std::get_if<engine::AnswerSeen>(&what)) {
        m_files.write(Statistic::Raw, time.unixSeconds, engine::rawLine(time, *answer));
    } else {
        m_files.write(Statistic::Loop, time.unixSeconds, engine::loopLine(time, now.system));
    }
}

void Statistics::happened(const engine::Event &event, const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    m_files.write(Statistic::Protocol, time.unixSeconds, engine::protocolLine(time, event, now));
}

void Statistics::hourPassed(const engine::Snapshot &now)
{
    const engine::LineTime time = timeOf(now);
    const engine::ServerCounters counted = now.counters.since(m_counted);
    m_files.write(Statistic::System, time.unixSeconds,
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
