// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/simulatedclock.h"
#include "core/engine/engine.h"
#include "core/simulation/world.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace noonmark::simulation {

// A host that runs our engine: does on virtual time what EngineDriver does on a real machine.
class EngineHost final : public Host
{
public:
    EngineHost(const engine::EngineConfig &config, const clock::Oscillator &oscillator,
               const IpAddress &address, World &world);

    void begin();
    void arrive(const Datagram &datagram) override;
    [[nodiscard]] bool hearsGroups() const override { return true; }
    void reconfigure(const engine::EngineConfig &config);
    // The daemon ends and begins: it has forgotten everything but what is in the configuration.
    void restart(const engine::EngineConfig &config);
    // Somebody sets this host's clock behind the engine's back.
    void disturb(double seconds, engine::StepCause cause = engine::StepCause::Stranger);
    // The machine sleeps for so long, and its crystal with it. Noticed: whoever drives the engine puts the clock
    // right by what the kernel says, as EngineDriver does; a virtual machine's kernel may know nothing.
    void pause(double seconds, bool noticed);

    [[nodiscard]] double error(); // s; this host's clock minus UTC
    [[nodiscard]] engine::Snapshot snapshot();
    [[nodiscard]] const std::vector<engine::Event> &events() const { return m_events; }
    [[nodiscard]] std::size_t count(engine::EventKind kind) const;
    [[nodiscard]] const clock::SimulatedClock &clock() const { return m_clock; }
    [[nodiscard]] std::uint64_t commands() const { return m_commands; }
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }
    [[nodiscard]] std::uint16_t portOf(std::uint16_t socket);

    // Told of every answer that counts.
    std::function<void(const engine::AnswerSeen &)> answered = [](const engine::AnswerSeen &) {};
    // What the reader of ntp.conf would say to lines that an administrator sends.
    std::function<std::string(const std::string &)> configure = [](const std::string &) { return "Config Succeeded\r\n"; };

private:
    void catchUp();
    [[nodiscard]] Now now();
    void settle();
    void perform(const engine::Transmit &transmit);
    void perform(const engine::ClockCommand &command);
    void perform(const engine::ResolveName &question);
    void perform(const engine::CloseSocket &close);
    void perform(const engine::SampleTaken &) {} // no statistics files here
    void perform(const engine::ClockUpdated &) {}
    void perform(const engine::AnswerSeen &answer) { answered(answer); }
    void perform(const engine::ConfigureLines &lines);
    void perform(const engine::Event &event) { m_events.push_back(event); }
    void sleep();
    void wake(Instant planned);

    World &m_world;
    clock::SimulatedClock m_clock;
    std::optional<engine::Engine> m_engine; // always there, but a restart makes another
    std::map<std::uint16_t, std::uint16_t> m_ports; // by socket
    std::uint16_t m_nextPort = 20000;
    std::optional<Instant> m_wake;
    bool m_asleep = false;
    std::vector<engine::Event> m_events;
    std::uint64_t m_commands = 0;
    std::uint64_t m_requests = 0;
};

} // namespace noonmark::simulation
