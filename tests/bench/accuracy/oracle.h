// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/enginehost.h"
#include "core/simulation/rows.h"

#include <cmath>
#include <cstdint>

namespace noonmark::accuracy {

// Gets the same answers as our client of a row, and is told what no client knows: how far the crystal walks,
// who lies, and how long the paths are without queues. Then the queues' share of an answer's error has a
// known variance, and a Kalman filter of phase and rate is the best linear estimate there is. (That the error has a bound,
// too, no linear estimate can know: that much it may be beaten by.)
class Oracle
{
public:
    explicit Oracle(const simulation::Row &row)
        : m_row(row)
    {}

    // What the client measured, with everything taken out that it did to its clock.
    void hear(const engine::AnswerSeen &answer, simulation::EngineHost &client)
    {
        if (lies(answer.remote.address))
            return;
        const auto up = (answer.packet.receive - answer.sent).toSeconds();
        const auto down = (answer.received - answer.packet.transmit).toSeconds();
        const double noise = (up - down) / 2 + client.error();
        const double queues = up + down - 2 * m_row.delay;
        advance(client.clock().now().monotonic);
        take(noise - client.clock().crystalError(), queues * queues / 12 + Grain * Grain);
    }

    // Once a second.
    void see(double second, simulation::EngineHost &client)
    {
        if (second < simulation::Settled)
            return;
        const double age = (client.clock().now().monotonic - m_at).toSeconds();
        const double error = m_phase + age * m_rate + client.clock().crystalError();
        m_squares += error * error;
        ++m_count;
    }

    [[nodiscard]] double rms() const { return std::sqrt(m_squares / m_count); }

private:
    static constexpr double Grain = 1e-6; // s

    [[nodiscard]] bool lies(const IpAddress &server) const
    {
        const bool lastLies = m_row.lastServerOffset != 0 || m_row.lastServerDrift != 0;
        return lastLies && server == simulation::serverAddress(m_row.servers - 1);
    }

    void advance(Instant to)
    {
        const double t = (to - m_at).toSeconds();
        m_at = to;
        const double q = m_row.wander * m_row.wander;
        m_phase += t * m_rate;
        m_pp += t * (2 * m_pf + t * (m_ff + t * q / 3));
        m_pf += t * (m_ff + t * q / 2);
        m_ff += t * q;
    }

    void take(double phase, double variance)
    {
        const double innovation = phase - m_phase;
        const double gain = m_pp / (m_pp + variance);
        const double rateGain = m_pf / (m_pp + variance);
        m_phase += gain * innovation;
        m_rate += rateGain * innovation;
        m_ff -= rateGain * m_pf;
        m_pf -= gain * m_pf;
        m_pp -= gain * m_pp;
    }

    const simulation::Row &m_row;
    Instant m_at;
    double m_phase = 0; // of true time against the bare crystal
    double m_rate = 0;
    double m_pp = 1;
    double m_pf = 0;
    double m_ff = 1e-8;
    double m_squares = 0;
    double m_count = 0;
};

} // namespace noonmark::accuracy
