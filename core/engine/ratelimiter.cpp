// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double BucketIntervals = 8;
constexpr double ScoreBurst = 20; // ntpsec: limit average 1.0 burst 20 kod 0.5
constexpr double ScoreAverage = 1.0;
constexpr double ScoreKiss = 0.5;

} // namespace

RateLimiter::Ruling RateLimiter::judge(ClientRecord &client, Instant now) const
{
    const bool firstTime = client.packets == 0;
    const double interval = firstTime ? 1e9 : std::max(0.0, (now - client.last).toSeconds());
    return m_dialect == Dialect::Ntpsec ? scored(client, interval) : classic(client, interval);
}

RateLimiter::Ruling RateLimiter::classic(ClientRecord &client, double interval) const
{
    const double packet = std::ldexp(1.0, std::clamp(m_config.average, 0, 17));
    const double limit = BucketIntervals * packet;
    client.score = std::max(0.0, client.score - interval);
    const bool tooSoon = std::round(interval) + 1 < m_config.minimum;
    if (!tooSoon && client.score + packet <= limit) {
        client.score += packet;
        return Ruling::Pass;
    }
    if (client.score >= limit)
        return Ruling::Drop;
    client.score = 2 * limit; // told once; the next time only after it has been quiet for a while
    return Ruling::Kiss;
}

RateLimiter::Ruling RateLimiter::scored(ClientRecord &client, double interval)
{
    client.score = client.score * std::exp(-interval / ScoreBurst) + 1 / ScoreBurst;
    if (client.score < ScoreAverage)
        return Ruling::Pass;
    return client.score < ScoreAverage + ScoreKiss ? Ruling::Kiss : Ruling::Drop;
}

} // namespace noonmark::engine
