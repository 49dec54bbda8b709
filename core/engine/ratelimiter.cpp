// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double BucketIntervals = 8;
constexpr double LongAgo = 1e9; // s

} // namespace

RateLimiter::Judgement RateLimiter::judge(const ClientTable::Past &past) const
{
    const double interval = past.isNew ? LongAgo : past.interval;
    return countsByScore() ? scored(past.score, interval) : classic(past.score, interval);
}

RateLimiter::Judgement RateLimiter::classic(double score, double interval) const
{
    const double packet = std::ldexp(1.0, std::clamp(m_config.average, 0, 17));
    const double limit = BucketIntervals * packet;
    score = std::max(0.0, score - interval);
    const bool tooSoon = std::round(interval) + 1 < m_config.minimum;
    if (!tooSoon && score + packet <= limit)
        return {Ruling::Pass, score + packet};
    if (score >= limit)
        return {Ruling::Drop, score};
    return {Ruling::Kiss, 2 * limit}; // told once; the next time only after it has been quiet for a while
}

RateLimiter::Judgement RateLimiter::scored(double score, double interval) const
{
    const ScoreLimit &limit = m_config.score;
    score = score * std::exp(-interval / limit.burst) + 1 / limit.burst;
    if (score < limit.average)
        return {Ruling::Pass, score};
    return {score < limit.average + limit.kiss ? Ruling::Kiss : Ruling::Drop, score};
}

} // namespace noonmark::engine
