// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"
#include "core/engine/systemstate.h"
#include "core/protocol/packet.h"

namespace noonmark::engine {

// What a packet of ours says about our time, to a client and to a peer alike; stamps, mode and poll are the
// caller's.
[[nodiscard]] inline protocol::Packet ownHeader(const SystemState &own, const EngineConfig &config,
                                                Instant now)
{
    protocol::Packet packet;
    packet.leap = static_cast<protocol::Leap>(own.leap & 3);
    packet.stratum = own.stratum >= 16 ? std::uint8_t{0} : own.stratum;
    packet.precision = static_cast<std::int8_t>(config.precision);
    packet.rootDelay = protocol::shortFromSeconds(own.rootDelay);
    packet.rootDispersion =
        protocol::shortFromSeconds(own.rootDispersionAt(now, config.discipline.dispersion));
    packet.refid = own.refid;
    packet.reference = own.reftime;
    return packet;
}

} // namespace noonmark::engine
