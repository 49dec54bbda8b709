// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/samplefilter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace noonmark::engine {

namespace {

constexpr double PopcornGate = 3; // SGATE

} // namespace

SampleFilter::News SampleFilter::add(const Sample &sample, Order order, double pollInterval)
{
    push(sample);
    const auto ranks = ranked(sample.epoch, order);
    const std::size_t count = usable(ranks);
    const Sample before = m_best;
    const double jitterBefore = m_jitter;
    const double dispersionBefore = m_dispersion;
    summarise(ranks, count);
    if (count == 0)
        return News::None;

    const Sample &best = m_samples[ranks[0].stage];
    const bool settled =
        m_anyUsed && dispersionBefore < m_settings.maxDistance && sample.dispersion < m_settings.maxDistance;
    const bool spike = std::fabs(best.offset - before.offset) > PopcornGate * jitterBefore &&
                       (best.epoch - m_used).toSeconds() < 2 * pollInterval;
    if (settled && spike && order == Order::LeastDelay && best.epoch > m_used) {
        m_best = before;
        return News::Popcorn;
    }
    m_best = best;
    if (m_anyUsed && best.epoch <= m_used)
        return News::None;
    m_used = best.epoch;
    m_anyUsed = true;
    return News::Fresh;
}

void SampleFilter::addMissing(Instant now)
{
    Sample none;
    none.epoch = now;
    push(none);
    const auto ranks = ranked(now, Order::LeastDelay);
    const std::size_t count = usable(ranks);
    summarise(ranks, count);
    if (count > 0)
        m_best = m_samples[ranks[0].stage];
}

void SampleFilter::follow(double leap, double present)
{
    const auto move = [&](Sample &sample) {
        if (std::fabs(sample.offset - present) > std::fabs(leap) / 2)
            sample.offset += leap;
    };
    std::for_each(m_samples.begin(), m_samples.end(), move);
    move(m_best);
}

void SampleFilter::shift(double seconds)
{
    for (Sample &sample : m_samples)
        sample.offset -= seconds;
    m_best.offset -= seconds;
}

void SampleFilter::clear()
{
    *this = SampleFilter(m_settings);
}

double SampleFilter::delayNoise() const
{ // A queue on one leg shifts the offset by half of what it adds to the round trip.
    double least = MaxDispersion;
    for (const Sample &sample : m_samples)
        if (sample.dispersion < MaxDispersion)
            least = std::min(least, sample.delay);
    double squares = 0;
    double count = 0;
    for (const Sample &sample : m_samples) {
        if (sample.dispersion >= MaxDispersion)
            continue;
        squares += std::pow((sample.delay - least) / 2, 2);
        ++count;
    }
    const double rms = count > 1 ? std::sqrt(squares / (count - 1)) : 0;
    return std::max(rms, m_settings.precision);
}

std::array<FilterStage, 8> SampleFilter::stages(Instant now) const
{
    std::array<FilterStage, 8> result;
    for (std::size_t i = 0; i < Stages; ++i) {
        const double dispersion = aged(m_samples[i], now);
        if (dispersion < MaxDispersion)
            result[i] = {m_samples[i].delay, m_samples[i].offset, dispersion};
    }
    return result;
}

void SampleFilter::push(const Sample &sample)
{
    std::shift_right(m_samples.begin(), m_samples.end(), 1);
    m_samples[0] = sample;
}

double SampleFilter::aged(const Sample &sample, Instant now) const
{
    const double age = std::max(0.0, (now - sample.epoch).toSeconds());
    return std::min(MaxDispersion, sample.dispersion + m_settings.frequencyTolerance * age);
}

std::array<SampleFilter::Ranked, SampleFilter::Stages> SampleFilter::ranked(Instant now, Order order) const
{
    std::array<Ranked, Stages> ranks;
    for (std::size_t i = 0; i < Stages; ++i) {
        const Sample &sample = m_samples[i];
        ranks[i] = {MaxDispersion, i, aged(sample, now)};
        if (ranks[i].dispersion >= MaxDispersion)
            continue;
        const bool old = (now - sample.epoch).toSeconds() > m_settings.allanIntercept;
        ranks[i].key = std::min(MaxDispersion, old ? sample.delay + ranks[i].dispersion : sample.delay);
    }
    const auto unknown = [](const Ranked &rank) { return rank.key >= MaxDispersion; };
    std::sort(ranks.begin(), ranks.end(), [&](const Ranked &a, const Ranked &b) {
        if (order == Order::LeastDelay)
            return std::pair(a.key, a.stage) < std::pair(b.key, b.stage);
        return std::pair(unknown(a), a.stage) < std::pair(unknown(b), b.stage);
    });
    return ranks;
}

std::size_t SampleFilter::usable(const std::array<Ranked, Stages> &ranks) const
{
    std::size_t count = 0;
    for (const Ranked &rank : ranks) {
        const double limit = count < 2 ? MaxDispersion : m_settings.maxDistance;
        if (rank.key >= limit)
            break;
        ++count;
    }
    return count;
}

void SampleFilter::summarise(const std::array<Ranked, Stages> &ranks, std::size_t count)
{
    m_dispersion = 0;
    for (std::size_t i = Stages; i-- > 0;)
        m_dispersion = 0.5 * (m_dispersion + ranks[i].dispersion); // sum of dispersion_i / 2^(i+1)
    double squares = 0;
    for (std::size_t i = 1; i < count; ++i)
        squares += std::pow(m_samples[ranks[0].stage].offset - m_samples[ranks[i].stage].offset, 2);
    const double rms = count > 1 ? std::sqrt(squares / static_cast<double>(count - 1)) : 0;
    m_jitter = std::max(rms, m_settings.precision);
}

} // namespace noonmark::engine
