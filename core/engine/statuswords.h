// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"

#include <cstdint>
#include <optional>

namespace noonmark::engine {

// The codes that ntpq knows (RFC 9327, section 3): only these fit into the four bits of a status word.
[[nodiscard]] constexpr std::optional<std::uint8_t> systemEventCode(EventKind kind)
{
    if (kind == EventKind::ClockDisturbed || kind == EventKind::ClockSlept)
        kind = EventKind::ClockStep; // ntpq knows no other word for it
    if (kind > EventKind::ClockStep)
        return std::nullopt;
    return static_cast<std::uint8_t>(static_cast<int>(kind) + 1);
}

[[nodiscard]] constexpr std::optional<std::uint8_t> peerEventCode(EventKind kind)
{
    switch (kind) {
    case EventKind::Mobilised:
        return 1;
    case EventKind::Demobilised:
        return 2;
    case EventKind::Unreachable:
        return 3;
    case EventKind::Reachable:
        return 4;
    case EventKind::NoReply:
        return 6;
    case EventKind::RateExceeded:
        return 7;
    case EventKind::AccessDenied:
        return 8;
    case EventKind::BecameSystemPeer:
        return 10;
    case EventKind::KeyUntrusted:
    case EventKind::KeyMissing:
        return 12; // ntpq's bad_auth
    case EventKind::Popcorn:
        return 13;
    default:
        return std::nullopt;
    }
}

} // namespace noonmark::engine
