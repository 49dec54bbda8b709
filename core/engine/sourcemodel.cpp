// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sourcemodel.h"

#include <algorithm>
#include <numbers>

namespace noonmark::engine {

namespace {

constexpr double UnknownSpread =
    0.125; // of the first round trip: its queues, until there are more to compare
constexpr double MedianToDeviation =
    0.43; // of the offset, from the median excess of a round trip through two queues
constexpr double LeastToTrue =
    1.77; // how far the least of n round trips lies above the true one, in noise / sqrt(n): the mean of
constexpr double LeastSquare =
    4 / std::numbers::pi;               // Rayleigh's distribution; its mean square is more by this
constexpr double LeastDeviation = 0.55; // of that distribution, in its means, and what is not known of them
constexpr double LeastAtMost =
    1.2; // likewise: a bound that is too narrow costs more than one that is too wide
constexpr double MostCompared = 64;        // round trips; more of them need not be independent
constexpr double LongestStretch = 256;     // s, of many samples: a path that became longer is one after hours
constexpr std::size_t QuickStretches = 16; // the first samples are one each
constexpr double UsualMedians = 3;         // an excess of up to so many medians is the queues' daily play
constexpr double StrangerGate = 6;         // standard deviations
constexpr int StrangersBelieved = 3;       // in a row, agreeing: it is we, or the source, that changed
constexpr double MaxFrequency = 500e-6;

} // namespace

double SourceModel::take(const Sample &sample, const Now &now, const FrequencyBelief &belief)
{
    noteDelay(sample.delay, now.monotonic);
    PhaseSample phase = weighed(sample);
    const double elapsed = std::max(0.0, (now.monotonic - m_newest).toSeconds());
    m_newest = now.monotonic;
    if (m_count == 1 || m_phaseLost) {
        if (m_count == 1)
            m_bank.start(phase.phase, phase.variance, belief);
        else
            m_bank.restart(phase.phase, phase.variance);
        m_origin = now;
        m_phaseLost = false;
        remember(phase, Fit::NewWorld);
        return 0;
    }
    phase.phase += correctionSince(m_origin, now);
    m_bank.advance(elapsed);
    const double innovation = phase.phase - m_bank.estimate(0).offset;
    const Fit fit = judge(innovation, phase.variance, elapsed);
    if (fit == Fit::Stranger)
        return 0;
    m_bank.take(phase);
    remember(phase, fit);
    return fit == Fit::NewWorld ? innovation : 0;
}

void SourceModel::remember(const PhaseSample &sample, Fit fit)
{
    m_last = sample;
    m_lastAt = m_newest;
    m_world += fit == Fit::NewWorld ? 1 : 0;
}

SourceModel::Fit SourceModel::judge(double innovation, double variance, double elapsed)
{
    const double expected = std::sqrt(m_bank.estimate(0).growth[0] + variance);
    if (std::fabs(innovation) < StrangerGate * expected) {
        m_strangers = 0;
        return Fit::Usual;
    }
    const bool agrees = m_strangers > 0 && std::fabs(innovation - m_strangerPhase) < StrangerGate * expected;
    m_strangers = agrees ? m_strangers + 1 : 1;
    m_strangerPhase = innovation;
    if (m_strangers < StrangersBelieved)
        return Fit::Stranger;
    m_bank.loosen(std::fabs(innovation), std::min(MaxFrequency, std::fabs(innovation) / (elapsed + 1)));
    m_strangers = 0;
    return Fit::NewWorld;
}

PhaseSample SourceModel::weighed(const Sample &sample) const
{ // With queues on both ways the error lies anywhere within half the excess; with one it is that half. Much
  // more than usual is a congestion, which errs to one side for many samples in a row: its weight falls
  // faster still.
    const double excess = sample.delay - m_leastDelay;
    const double hidden = LeastToTrue * m_noise / std::sqrt(std::min(m_leastOf, MostCompared));
    const double square = (excess * (excess + 2 * hidden) + LeastSquare * hidden * hidden) / 4;
    const double unusual = std::max(1.0, excess / usualExcess());
    const double grain = sample.dispersion * sample.dispersion;
    return {.phase = sample.offset,
            .reach = (excess + LeastAtMost * hidden) / 2,
            .blur = std::hypot(LeastDeviation * hidden / 2, sample.dispersion),
            .variance = square * unusual * unusual + grain,
            .congested = unusual > 1};
}

double SourceModel::usualExcess() const
{
    return UsualMedians * m_noise / MedianToDeviation;
}

void SourceModel::noteDelay(double delay, Instant now)
{
    ++m_count;
    Past &present = m_past[(m_stretches + Window - 1) % Window];
    if (m_stretches < QuickStretches || (now - present.began).toSeconds() >= m_stretchLength) {
        beginStretch(delay, now);
    } else {
        present.least = std::min(present.least, delay);
        ++present.samples;
    }
    m_leastDelay = delay;
    m_leastOf = 0;
    for (const Past &stretch : past()) {
        m_leastDelay = std::min(m_leastDelay, stretch.least);
        m_leastOf += stretch.samples;
    }
    m_noise = std::max(MedianToDeviation * (usualDelay() - m_leastDelay),
                       UnknownSpread * delay / static_cast<double>(m_count));
}

void SourceModel::beginStretch(double delay, Instant now)
{
    const bool isFull = m_stretches >= Window;
    const double covered = (now - m_past[m_stretches % Window].began).toSeconds();
    if (isFull && m_stretchLength < LongestStretch && covered < Window * LongestStretch / 2) {
        // Whoever asks often would know no more than the last hour's least: two stretches become one.
        std::rotate(m_past.begin(), m_past.begin() + static_cast<std::ptrdiff_t>(m_stretches % Window),
                    m_past.end());
        for (std::size_t i = 0; i < Window / 2; ++i)
            m_past[i] = together(m_past[2 * i], m_past[2 * i + 1]);
        m_stretches = Window / 2;
        m_stretchLength *= 2;
    }
    m_past[m_stretches % Window] = {now, delay, delay, 1};
    ++m_stretches;
}

SourceModel::Past SourceModel::together(const Past &one, const Past &next)
{
    return {one.began, one.delay, std::min(one.least, next.least), one.samples + next.samples};
}

double SourceModel::usualDelay() const
{ // Half of all stretches' were longer.
    std::array<double, Window> delays{};
    const auto end =
        std::transform(past().begin(), past().end(), delays.begin(), [](const Past &p) { return p.delay; });
    const auto middle = delays.begin() + (end - delays.begin() - 1) / 2;
    std::nth_element(delays.begin(), middle, end);
    return *middle;
}

Estimate SourceModel::estimate(const Now &now) const
{
    Estimate result = m_bank.estimate(std::max(0.0, (now.monotonic - m_newest).toSeconds()));
    result.at = now.monotonic;
    result.offset -= correctionSince(m_origin, now);
    result.noise = m_noise;
    return result;
}

} // namespace noonmark::engine
