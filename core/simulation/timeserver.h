// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/packet.h"
#include "core/protocol/refid.h"
#include "core/simulation/world.h"

#include <optional>

namespace noonmark::simulation {

// A server that needs no engine: it knows true time, and says it or something else.
struct ServerOptions
{
    IpAddress address;
    std::uint8_t stratum = 1;
    std::uint32_t refid = protocol::refidFromText("GPS");
    double offset = 0; // s by which it is wrong
    double drift = 0;  // and by how much more each second
    double rootDelay = 0;
    double rootDispersion = 0;
    std::optional<protocol::Leap> leap = {}; // absent: what the world announces
    bool mute = false;
    std::int8_t precision = -26; // log2 s; the clock shows nothing finer
    std::uint32_t kiss = 0;      // answers with this kiss code instead
    std::int8_t kissPoll = 6;
};

class TimeServer final : public Host
{
public:
    TimeServer(const ServerOptions &options, World &world);

    void arrive(const Datagram &datagram) override;
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }

    ServerOptions options; // may be changed at any time

private:
    [[nodiscard]] NtpTimestamp time() const;

    World &m_world;
    std::uint64_t m_requests = 0;
};

} // namespace noonmark::simulation
