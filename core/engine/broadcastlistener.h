// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/samplefilter.h"
#include "core/protocol/packet.h"

#include <optional>

namespace noonmark::engine {

// What may count as the next broadcast of one sender (mode 5), and what it measures. Nobody can be asked
// whether a broadcast is fresh: only time that goes forward tells it from a recorded one (CVE-2015-7973).
//
// The origin stamp of an interleaved one (RFC 9769, section 4) tells when the broadcast before it really
// left.
class BroadcastListener
{
public:
    struct Received
    {
        NtpTimestamp stamp;
        Now at;
    };
    struct Measured
    {
        Sample sample;
        Now at; // when what is measured came
        double slewedSince = 0;
        bool interleaved = false;
    };

    // `delay`: of the round trip; absent while it is not known.
    explicit BroadcastListener(std::optional<double> delay)
        : m_delay(delay)
    {}

    [[nodiscard]] bool isReady() const { return m_delay.has_value(); }
    void delayIs(double seconds) { m_delay = seconds; }
    [[nodiscard]] bool belongs(const protocol::Packet &packet, Instant now) const;
    void take(const protocol::Packet &packet, Instant now);
    // Of what was taken just now. Only when ready.
    [[nodiscard]] Measured measure(const protocol::Packet &packet, const Received &received);
    // The clock was stepped: its stamps of before are void.
    void forget() { m_previous.reset(); }
    void slewed(double seconds) { m_slewedSince += seconds; }

private:
    [[nodiscard]] bool tellsOfPrevious(const protocol::Packet &packet) const;

    std::optional<double> m_delay;
    NtpTimestamp m_lastTransmit;
    std::optional<Instant> m_lastHeard;
    // The one before, whose true stamp the next one may tell.
    struct Previous
    {
        NtpTimestamp transmit;
        Received received;
    };
    std::optional<Previous> m_previous;
    double m_slewedSince = 0; // s, since m_previous came
};

} // namespace noonmark::engine
