// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/world.h"

#include "core/simulation/enginehost.h"
#include "core/simulation/timeserver.h"

#include <algorithm>
#include <cmath>

namespace noonmark::simulation {

namespace {

constexpr double DayInSeconds = 86400;
const IpAddress Broadcast = IpAddress::v4(0xffffffff);

} // namespace

World::World(std::uint64_t seed, NtpTimestamp start)
    : m_start(start)
    , m_random(Random::fromNumber(seed))
{}

World::~World() = default;

TimeServer &World::addServer(const ServerOptions &options)
{
    auto server = std::make_unique<TimeServer>(options, *this);
    TimeServer &reference = *server;
    m_hosts.push_back(std::move(server));
    return reference;
}

EngineHost &World::addEngine(const engine::EngineConfig &config, const clock::Oscillator &oscillator,
                             const IpAddress &address)
{
    auto host = std::make_unique<EngineHost>(config, oscillator, address, *this);
    EngineHost &reference = *host;
    m_hosts.push_back(std::move(host));
    reference.begin();
    return reference;
}

Link &World::link(const IpAddress &from, const IpAddress &to)
{
    return m_links.try_emplace({from, to}, defaultLink).first->second;
}

void World::cut(const IpAddress &one, const IpAddress &other, bool isCut)
{
    link(one, other).cut = isCut;
    link(other, one).cut = isCut;
}

void World::run(double untilSeconds)
{
    const Instant until = Instant() + NtpDuration::seconds(untilSeconds);
    while (!m_queue.empty() && m_queue.top().at <= until) {
        const Happening next = m_queue.top();
        m_queue.pop();
        m_now = std::max(m_now, next.at);
        next.action();
    }
    m_now = std::max(m_now, until);
}

void World::at(double seconds, std::function<void()> action)
{
    schedule(Instant() + NtpDuration::seconds(seconds), std::move(action));
}

void World::after(double seconds, std::function<void()> action)
{
    schedule(m_now + NtpDuration::seconds(std::max(0.0, seconds)), std::move(action));
}

void World::every(double seconds, std::function<void()> action)
{
    after(seconds, [this, seconds, action] {
        action();
        every(seconds, action);
    });
}

void World::schedule(Instant at, std::function<void()> action)
{
    m_queue.push({at, m_order++, std::move(action)});
}

void World::send(const Datagram &datagram)
{
    if (m_ear)
        m_ear(datagram);
    const Link &path = link(datagram.from.address, datagram.to.address);
    if (path.model) {
        const double delay = path.model(seconds());
        if (!path.cut && delay > 0)
            inject(datagram, delay);
        return;
    }
    const double queue = path.jitter > 0 ? -path.jitter * std::log(m_random.uniform()) : 0;
    const bool lost = path.loss > 0 && m_random.uniform() <= path.loss;
    if (!path.cut && !lost)
        inject(datagram, path.delay + queue);
}

void World::inject(const Datagram &datagram, double delay)
{
    after(delay, [this, datagram] { deliver(datagram); });
}

void World::deliver(const Datagram &datagram)
{
    const bool toMany = datagram.to.address.isMulticast() || datagram.to.address == Broadcast;
    for (const auto &host : m_hosts) {
        const bool reaches = toMany ? host->address() != datagram.from.address && host->hearsGroups()
                                    : host->address() == datagram.to.address;
        if (reaches)
            host->arrive(datagram);
    }
}

void World::leap(double atSeconds, int seconds)
{
    m_leaps.emplace_back(Instant() + NtpDuration::seconds(atSeconds), seconds);
}

int World::leapSecondsSoFar() const
{
    int sum = 0;
    for (const auto &[at, seconds] : m_leaps)
        if (at <= m_now)
            sum += seconds;
    return sum;
}

std::uint8_t World::leapAnnounced() const
{
    for (const auto &[at, seconds] : m_leaps) {
        const double left = (at - m_now).toSeconds();
        if (left > 0 && left < DayInSeconds)
            return seconds > 0 ? 1 : 2;
    }
    return 0;
}

NtpTimestamp World::utc() const
{
    return m_start + (m_now - Instant()) - NtpDuration::seconds(leapSecondsSoFar());
}

std::vector<IpAddress> World::lookUp(const std::string &name) const
{
    const auto found = m_names.find(name);
    return found == m_names.end() ? std::vector<IpAddress>() : found->second;
}

} // namespace noonmark::simulation
