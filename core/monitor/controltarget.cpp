// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/controltarget.h"

#include "core/transport/controlclient.h"
#include "core/transport/timeprobe.h"

#include <QDateTime>

#include <algorithm>

namespace noonmark::monitor {

ControlTarget::ControlTarget(transport::Place place, ControlTargetOptions options, QObject *parent)
    : Target(parent)
    , m_place(std::move(place))
    , m_options(options)
    , m_pause(options.intervalMilliseconds)
    , m_client(std::make_unique<transport::ControlClient>(nullptr, options.patienceMilliseconds))
    , m_probe(std::make_unique<transport::TimeProbe>(nullptr, options.patienceMilliseconds))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ControlTarget::look);
    connect(m_client.get(), &transport::ControlClient::snapshotRead, this, &ControlTarget::snapshotRead);
    connect(m_client.get(), &transport::ControlClient::failed, this, &ControlTarget::readFailed);
    connect(m_probe.get(), &transport::TimeProbe::explained, this, &ControlTarget::report);
}

ControlTarget::~ControlTarget() = default;

QString ControlTarget::address() const
{
    return transport::toText(m_place);
}

void ControlTarget::start()
{
    m_pause = m_options.intervalMilliseconds;
    m_next.start(0);
}

void ControlTarget::stop()
{
    m_next.stop();
    m_client->stop();
    m_probe->stop();
}

void ControlTarget::applyConfiguration(const QByteArray & /*ntpConf*/)
{
    emit failed({Failure::NotPermitted, {address().toStdString()}});
}

int ControlTarget::interval() const
{
    return m_often ? m_options.intervalMilliseconds
                   : std::max(m_options.seldomMilliseconds, m_options.intervalMilliseconds);
}

void ControlTarget::lookOften(bool often)
{
    if (often == m_often)
        return;
    m_often = often;
    // Whoever turns to this daemon wants to see it now.
    if (often && m_next.isActive() && m_next.remainingTime() > m_options.intervalMilliseconds / 2)
        m_next.start(0);
}

protocol::ControlVariables ControlTarget::variablesOf(std::uint16_t association) const
{
    const transport::ControlReading &reading = m_client->lastReading();
    if (association == 0)
        return reading.system;
    const auto found =
        std::ranges::find(reading.associations, association, &transport::AssociationReading::id);
    if (found == reading.associations.end())
        return {};
    protocol::ControlVariables variables = found->variables;
    for (const auto &[name, value] : found->clock)
        variables.emplace_back("clock." + name, value); // others than those of the same name before them
    return variables;
}

void ControlTarget::look()
{
    m_client->read(m_place.host, m_place.port);
}

void ControlTarget::snapshotRead(const engine::Snapshot &snapshot)
{
    m_pause = interval();
    m_next.start(m_pause);
    emit frameArrived({QDateTime::currentMSecsSinceEpoch(), true, snapshot, judge(snapshot), {}});
}

void ControlTarget::readFailed(const Error &error)
{
    if (error.failure == Failure::NoAnswer)
        m_probe->explain(m_place, error);
    else
        report(error);
}

void ControlTarget::report(const Error &trouble)
{
    m_pause = std::min(2 * m_pause, std::max(m_options.longestPause, interval()));
    m_next.start(m_pause);
    emit frameArrived({QDateTime::currentMSecsSinceEpoch(), false, {}, {}, trouble});
}

} // namespace noonmark::monitor
