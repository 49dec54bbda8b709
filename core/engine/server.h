// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/keyring.h"
#include "core/engine/interleavememory.h"
#include "core/engine/leapsmear.h"
#include "core/engine/ratelimiter.h"
#include "core/engine/systemstate.h"
#include "core/protocol/packet.h"

namespace noonmark::engine {

// Answers clients (RFC 5905, section 9.2), statelessly but for the rate limiter. Everything that could be
// wrong with a request is asked before anything is remembered, and no answer is longer than its request.
class Server
{
public:
    Server(const EngineConfig &config, KeyRing &keys, Random random);

    // Of the configuration that Engine holds: the access table is read there at every packet.
    void reconfigure(const EngineConfig &config);

    // See Engine::expect() and Engine::answer().
    void expect(std::span<const Arrival> arrivals) const;
    [[nodiscard]] std::optional<std::size_t> answer(const Arrival &arrival, Now now,
                                                    const SystemState &system, const EngineConfig &config,
                                                    MutableBytes reply);
    // What a packet in symmetric or broadcast mode (1, 5) is worth whose sender is no association of ours yet.
    struct Guest
    {
        bool isWelcome = false; // may become one,
        std::uint32_t key = 0;  // with this key
        protocol::Packet packet;
        std::size_t reply = 0; // what he is answered if he does not
    };
    [[nodiscard]] Guest receiveGuest(const Arrival &arrival, Now now, const SystemState &system,
                                     const EngineConfig &config, MutableBytes reply);
    [[nodiscard]] InterleaveMemory &interleaved() { return m_interleaved; }
    // Whether a control request may be looked at; counts it.
    [[nodiscard]] bool admitsControl(const Arrival &arrival, Now now, const EngineConfig &config);
    void countUnwanted()
    {
        ++m_counters.received;
        ++m_counters.declined;
    }
    [[nodiscard]] const ServerCounters &counters() const { return m_counters; }
    void clockStepped(NtpDuration by, NtpTimestamp wall)
    {
        m_clients.clockStepped(by);
        m_interleaved.forget();
        m_smear.clockStepped(wall);
    }
    // What is added to the time that we serve.
    [[nodiscard]] NtpDuration smearAt(NtpTimestamp wall, std::uint8_t announced) const
    {
        return m_smear.at(wall, announced).value_or(NtpDuration());
    }
    [[nodiscard]] const ClientTable &clients() const { return m_clients; }

private:
    // What a request's MAC is worth. Bad is any that does not verify.
    struct Signature
    {
        enum class Worth : std::uint8_t
        {
            None,
            Good,
            Bad
        };
        Worth worth = Worth::None;
        std::uint32_t key = 0;
        bool whole = false; // a long digest, uncut: so is ours
    };

    [[nodiscard]] RateLimiter::Ruling rule(const Arrival &arrival, Now now, std::uint32_t flags,
                                           const EngineConfig &config);
    [[nodiscard]] bool refusedByAccess(std::uint32_t flags, std::uint8_t version);
    void countVersion(const protocol::Packet &request);
    bool smear(protocol::Packet &packet, const SystemState &system, Now now) const;
    [[nodiscard]] Signature check(const protocol::Decoded &request, const Arrival &arrival);
    [[nodiscard]] bool refusedByTrust(const Signature &signature, std::uint32_t flags);
    [[nodiscard]] std::size_t finish(const protocol::Packet &packet, const Signature &signature,
                                     MutableBytes reply);

    KeyRing &m_keys;

    RateLimiter m_limiter;
    LeapSmear m_smear;
    InterleaveMemory m_interleaved;
    ClientTable m_clients;
    ServerCounters m_counters;
    Random m_random;
};

} // namespace noonmark::engine
