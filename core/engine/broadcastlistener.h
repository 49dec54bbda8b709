// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/samplefilter.h"
#include "core/protocol/packet.h"

#include <optional>

namespace noonmark::engine {

// What may count as the next broadcast of one sender (mode 5), and what it measures. Nobody can be asked
// whether a broadcast is fresh: only time that goes forward tells it from a recorded one (CVE-2015-7973).
class BroadcastListener
{
public:
    // `delay`: of the round trip; absent while it is not known.
    explicit BroadcastListener(std::optional<double> delay)
        : m_delay(delay)
    {}

    [[nodiscard]] bool isReady() const { return m_delay.has_value(); }
    void delayIs(double seconds) { m_delay = seconds; }
    [[nodiscard]] bool belongs(const protocol::Packet &packet, Instant now) const;
    void take(const protocol::Packet &packet, Instant now);
    // Only when ready.
    [[nodiscard]] Sample measure(const protocol::Packet &packet, NtpTimestamp received, Instant now) const;

private:
    std::optional<double> m_delay;
    NtpTimestamp m_lastTransmit;
    std::optional<Instant> m_lastHeard;
};

} // namespace noonmark::engine
