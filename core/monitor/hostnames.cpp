// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/hostnames.h"

#include "core/transport/resolver.h"

namespace noonmark::monitor {

namespace {

constexpr int Pace = 50; // ms between two lookups
constexpr int MostAtOnce = 4;

} // namespace

HostNames::HostNames(QObject *parent)
    : QObject(parent)
    , m_resolver(std::make_unique<transport::Resolver>())
{
    m_pace.setInterval(Pace);
    connect(&m_pace, &QTimer::timeout, this, &HostNames::lookUpNext);
    connect(m_resolver.get(), &transport::Resolver::named, this,
            [this](const IpAddress &address, const std::string &name) {
                --m_running;
                m_asked.erase(address);
                m_names.insert_or_assign(address, name);
                emit found(address, name);
            });
}

HostNames::~HostNames() = default;

std::optional<std::string> HostNames::nameOf(const IpAddress &address)
{
    if (const auto known = m_names.find(address); known != m_names.end())
        return known->second;
    if (m_names.size() >= MostKept || !m_asked.insert(address).second)
        return std::nullopt;
    m_waiting.push_back(address);
    if (m_waiting.size() > MostWaiting) {
        m_asked.erase(m_waiting.front());
        m_waiting.pop_front();
    }
    if (!m_pace.isActive())
        m_pace.start();
    return std::nullopt;
}

std::string HostNames::knownName(const IpAddress &address) const
{
    const auto known = m_names.find(address);
    return known == m_names.end() ? std::string() : known->second;
}

void HostNames::lookUpNext()
{
    if (m_waiting.empty()) {
        m_pace.stop();
        return;
    }
    if (m_running >= MostAtOnce)
        return;
    const IpAddress address = m_waiting.back();
    m_waiting.pop_back();
    ++m_running;
    m_resolver->askName(address);
}

} // namespace noonmark::monitor
