// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/enginehost.h"

#include "core/protocol/packet.h"

#include <algorithm>
#include <array>

namespace noonmark::simulation {

namespace {

constexpr std::uint16_t NtpPort = 123;
constexpr double LookUpTime = 0.02;
constexpr double ShortestSleep = 1e-6;

} // namespace

EngineHost::EngineHost(const engine::EngineConfig &config, const clock::Oscillator &oscillator,
                       const IpAddress &address, World &world)
    : Host(address)
    , m_world(world)
    , m_clock(oscillator, world.start(), world.random().split())
    {
    m_engine.emplace(config, world.random().split(), now());
}

void EngineHost::begin()
{
    settle();
}

void EngineHost::arrive(const Datagram &datagram)
{
    if (m_asleep)
        return;
    engine::Arrival arrival;
    arrival.remote = datagram.from;
    arrival.local = address();
    if (datagram.to.address != address())
        arrival.group = datagram.to.address;
    arrival.fromLoopbackInterface = datagram.from.address == address();
    arrival.bytes = datagram.bytes;
    if (datagram.to.port != NtpPort) {
        const auto port = std::find_if(m_ports.begin(), m_ports.end(),
                                       [&](const auto &entry) { return entry.second == datagram.to.port; });
        if (port == m_ports.end())
            return;
        arrival.socket = port->first;
    }
    const Now moment = now();
    arrival.received = moment.wall;
    std::array<std::byte, engine::LargestReply> reply{};
    const auto length = arrival.socket == 0 ? m_engine->answer(arrival, moment, reply) : std::nullopt;
    if (!length)
        m_engine->arrived(arrival, moment);
    else if (*length > 0)
        m_world.send({{address(), datagram.to.port}, datagram.from, {reply.data(), reply.data() + *length}});
    settle();
}

void EngineHost::reconfigure(const engine::EngineConfig &config)
{
    m_engine->reconfigure(config, now());
    settle();
}

void EngineHost::restart(const engine::EngineConfig &config)
{
    m_ports.clear();
    m_engine.emplace(config, m_world.random().split(), now());
    settle();
}

void EngineHost::disturb(double seconds, engine::StepCause cause)
{
    const NtpDuration by = NtpDuration::seconds(seconds);
    catchUp();
    m_clock.step(by);
    m_engine->clockChanged({by, cause}, now());
    settle();
}

void EngineHost::pause(double seconds, bool noticed)
{
    catchUp();
    m_clock.stop();
    m_asleep = true;
    m_world.after(seconds, [this, seconds, noticed] {
        catchUp();
        m_clock.resume();
        m_asleep = false;
        m_wake.reset();
        if (noticed)
            disturb(seconds, engine::StepCause::Sleep);
        m_engine->expired(now());
        settle();
    });
}

double EngineHost::error()
{
    catchUp();
    return m_clock.error() + m_world.leapSecondsSoFar();
}

engine::Snapshot EngineHost::snapshot()
{
    return m_engine->snapshot(now());
}

std::size_t EngineHost::count(engine::EventKind kind) const
{
    return static_cast<std::size_t>(std::count_if(m_events.begin(), m_events.end(),
                                                  [&](const auto &event) { return event.kind == kind; }));
}

std::uint16_t EngineHost::portOf(std::uint16_t socket)
{
    const auto [entry, isNew] = m_ports.try_emplace(socket, m_nextPort);
    if (isNew)
        ++m_nextPort;
    return entry->second;
}

void EngineHost::catchUp()
{
    m_clock.advanceTo(m_world.now());
}

Now EngineHost::now()
{
    catchUp();
    return m_clock.now();
}

void EngineHost::settle()
{
    while (const auto effect = m_engine->takeEffect())
        std::visit([this](const auto &e) { perform(e); }, *effect);
    sleep();
}

void EngineHost::perform(const engine::Transmit &transmit)
{
    const std::uint16_t port = transmit.socket == 0 ? NtpPort : portOf(transmit.socket);
    m_world.send({{address(), port}, transmit.remote, transmit.bytes});
    if (transmit.request == 0)
        return;
    ++m_requests;
    const Now moment = now();
    m_engine->transmitted({transmit.request, moment.wall}, moment);
}

void EngineHost::perform(const engine::ClockCommand &command)
{
    ++m_commands;
    catchUp();
    if (const auto *rate = std::get_if<engine::SetRate>(&command)) {
        m_clock.setRate(rate->correction);
        return;
    }
    const NtpDuration by = std::get<engine::StepClock>(command).by;
    m_clock.step(by);
    m_engine->clockChanged({by, engine::StepCause::Engine}, now());
}

void EngineHost::perform(const engine::ResolveName &question)
{
    m_world.after(LookUpTime, [this, question] {
        engine::NameAnswer answer{question.question, m_world.lookUp(question.name), {}};
        if (answer.addresses.empty())
            answer.trouble = "no such name";
        m_engine->resolved(answer, now());
        settle();
    });
}

void EngineHost::perform(const engine::CloseSocket &close)
{
    m_ports.erase(close.socket);
}

void EngineHost::perform(const engine::ConfigureLines &lines)
{
    m_world.after(0, [this, lines] {
        m_engine->configured(lines.question, configure(lines.lines), now());
        settle();
    });
}

void EngineHost::sleep()
{
    const auto deadline = m_engine->nextDeadline();
    if (!deadline)
        return;
    const double left = std::max(ShortestSleep, (*deadline - now().monotonic).toSeconds());
    const Instant planned = m_world.now() + NtpDuration::seconds(left);
    if (m_wake && *m_wake <= planned && *m_wake > m_world.now())
        return; // wakes early enough; the engine then says how long it may sleep on
    m_wake = planned;
    m_world.after(left, [this, planned] { wake(planned); });
}

void EngineHost::wake(Instant planned)
{
    if (m_asleep || m_wake != planned)
        return; // nobody hears it, or an earlier alarm was set since
    m_wake.reset();
    m_engine->expired(now());
    settle();
}

} // namespace noonmark::simulation
