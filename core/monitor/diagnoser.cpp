// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/diagnoser.h"

#include "core/transport/controlclient.h"
#include "core/transport/portholder.h"

#include <QNetworkInterface>

namespace noonmark::monitor {

namespace {

constexpr std::size_t MostProbes = 16;

bool isOurAddress(const Endpoint &endpoint)
{
    const QHostAddress address(QString::fromStdString(endpoint.address.toString()));
    return endpoint.port != 0 &&
           (address.isLoopback() || QNetworkInterface::allAddresses().contains(address));
}

bool isSilent(const engine::AssociationSnapshot &association)
{
    return isUpstream(association) && !lacksKey(association) && association.reach == 0 &&
           !association.remote.address.isUnspecified();
}

} // namespace

Diagnoser::Diagnoser(DiagnoserOptions options, QObject *parent)
    : QObject(parent)
    , m_client(std::make_unique<transport::ControlClient>(nullptr, options.patienceMilliseconds))
    , m_query({.samples = 2, .patienceMilliseconds = options.patienceMilliseconds})
{
    connect(m_client.get(), &transport::ControlClient::snapshotRead, this,
            [this](const engine::Snapshot &snapshot) {
                m_facts.snapshot = snapshot;
                const auto &variables = m_client->lastReading().system;
                if (const std::string *version = protocol::findVariable(variables, "version"))
                    m_facts.version = *version;
                askForTime();
            });
    connect(m_client.get(), &transport::ControlClient::failed, this, [this](const Error &error) {
        m_facts.trouble = error;
        askForTime();
    });
    connect(&m_query, &Query::finished, this, &Diagnoser::timeCame);
}

Diagnoser::~Diagnoser() = default;

void Diagnoser::start(const transport::Place &place)
{
    stop();
    m_isRunning = true;
    m_place = place;
    m_facts = {};
    m_facts.host = place.host.toStdString();
    m_facts.port = place.port;
    m_client->read(place.host, place.port);
}

void Diagnoser::stop()
{
    m_isRunning = false;
    m_client->stop();
    m_query.stop();
}

void Diagnoser::askForTime()
{
    std::vector<transport::Place> places = {m_place};
    m_probed.clear();
    for (const auto &association : m_facts.snapshot.associations) {
        if (!isSilent(association) || m_probed.size() >= MostProbes)
            continue;
        m_probed.push_back(association.id);
        const std::uint16_t port = association.remote.port == 0 ? 123 : association.remote.port;
        places.push_back({QString::fromStdString(association.remote.address.toString()), port});
    }
    m_query.ask(places);
}

void Diagnoser::timeCame()
{
    const std::vector<QueryResult> results = m_query.results();
    m_facts.time = results.front();
    for (std::size_t i = 0; i < m_probed.size(); ++i)
        m_facts.probes.push_back({m_probed[i], results[i + 1]});
    m_facts.isHere = isOurAddress(m_facts.time.endpoint);
    if (m_facts.isHere)
        lookAtPort();
    m_isRunning = false;
    emit finished(diagnose(m_facts));
}

void Diagnoser::lookAtPort()
{
    const auto holder = transport::portHolder(m_facts.port);
    const bool answers = !m_facts.trouble || m_facts.time.gaveTime();
    m_facts.portHolder = holder.value_or("");
    m_facts.isPortTaken = answers || holder;
}

} // namespace noonmark::monitor
