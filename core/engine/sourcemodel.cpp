// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sourcemodel.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace noonmark::engine {

namespace {

constexpr double UnknownSpread =
    0.125; // of the first round trip: its queues, until there are more to compare
constexpr double MedianToDeviation =
    0.43; // of the offset, from the median excess of a round trip through two queues
constexpr double LeastToTrue =
    1.77; // how far the least of n round trips lies above the true one, in noise / sqrt(n): the mean of
constexpr double LeastSquare =
    4 / std::numbers::pi;                  // Rayleigh's distribution; its mean square is more by this
constexpr double MostCompared = 64;        // round trips; more of them need not be independent
constexpr double LongestStretch = 256;     // s, of many samples: a path that became longer is one after hours
constexpr double LongestPause = 1024;      // s; what one sample may stand for
constexpr std::size_t QuickStretches = 16; // the first samples are one each
constexpr double UsualMedians = 2;         // an excess of up to so many medians is the queues' daily play
constexpr double StrangerGate = 6;         // standard deviations
constexpr int StrangersBelieved = 3;       // in a row, agreeing: it is we, or the source, that changed
constexpr double MaxFrequency = 500e-6;

} // namespace

double SourceModel::take(const Sample &sample, const Now &now, const FrequencyBelief &belief)
{
    noteDelay(sample.delay, now.monotonic);
    const double spread = variance(sample);
    if (m_count == 1 || m_phaseLost) {
        if (m_count == 1)
            m_bank.start(sample.offset, spread, belief);
        else
            m_bank.restart(sample.offset, spread);
        m_origin = now;
        m_phaseLost = false;
        m_newest = now.monotonic;
        return 0;
    }
    const double phase = sample.offset + correction(now);
    const double elapsed = std::max(0.0, (now.monotonic - m_newest).toSeconds());
    m_newest = now.monotonic;
    m_bank.advance(elapsed);
    const double innovation = phase - m_bank.state().alone.phase;
    const Fit fit = judge(innovation, spread, elapsed);
    if (fit == Fit::Stranger)
        return 0;
    m_bank.take(phase, spread, sample.delay - m_leastDelay > usualExcess());
    return fit == Fit::NewWorld ? innovation : 0;
}

SourceModel::Fit SourceModel::judge(double innovation, double variance, double elapsed)
{
    const double expected = std::sqrt(m_bank.state().growth[0] + variance);
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

double SourceModel::correction(const Now &now) const
{
    return ((now.wall - m_origin.wall) - (now.monotonic - m_origin.monotonic)).toSeconds();
}

double SourceModel::variance(const Sample &sample) const
{ // With queues on both ways the error lies anywhere within half the excess; with one it is that half. Much
  // more than usual is a congestion, which errs to one side for many samples in a row: its weight falls
  // faster still.
    const double excess = sample.delay - m_leastDelay;
    const double hidden = LeastToTrue * m_noise / std::sqrt(std::min(m_leastOf, MostCompared));
    const double square = (excess * (excess + 2 * hidden) + LeastSquare * hidden * hidden) / 4;
    const double unusual = std::max(1.0, excess / usualExcess());
    return square * unusual * unusual + sample.dispersion * sample.dispersion;
}

double SourceModel::usualExcess() const
{
    return UsualMedians * m_noise / MedianToDeviation;
}

void SourceModel::noteDelay(double delay, Instant now)
{
    ++m_count;
    const double since = (now - m_stretch).toSeconds();
    if (m_stretches < QuickStretches || since >= m_stretchLength) {
        // What came before it, not after: a good sample is followed by a long pause.
        beginStretch(delay, m_stretches > 0 ? std::clamp(since, Stretch, LongestPause) : Stretch, now);
    } else {
        Past &present = m_past[(m_stretches - 1) % Window];
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

void SourceModel::beginStretch(double delay, double stands, Instant now)
{
    const bool mayMerge = m_stretches >= Window && m_stretchLength < LongestStretch;
    if (mayMerge && coveredTime() < Window * LongestStretch / 2) {
        // Whoever asks often would know no more than the last hour's least: two stretches become one.
        std::rotate(m_past.begin(), m_past.begin() + static_cast<std::ptrdiff_t>(m_stretches % Window),
                    m_past.end());
        for (std::size_t i = 0; i < Window / 2; ++i)
            m_past[i] = together(m_past[2 * i], m_past[2 * i + 1]);
        m_stretches = Window / 2;
        m_stretchLength *= 2;
    }
    m_stretch = now;
    m_past[m_stretches % Window] = {delay, delay, stands, 1};
    ++m_stretches;
}

SourceModel::Past SourceModel::together(const Past &one, const Past &next)
{
    return {one.delay, std::min(one.least, next.least), one.standsFor + next.standsFor,
            one.samples + next.samples};
}

double SourceModel::coveredTime() const
{
    const auto all = past();
    return std::accumulate(all.begin(), all.end(), 0.0,
                           [](double sum, const Past &stretch) { return sum + stretch.standsFor; });
}

double SourceModel::usualDelay() const
{ // Half of the time it is longer. Of the time, not of the samples: in a congestion we ask more often.
    std::array<Past, Window> sorted = m_past;
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(m_stretches, Window));
    std::sort(sorted.begin(), end, [](const Past &a, const Past &b) { return a.delay < b.delay; });
    const double all = coveredTime();
    double below = 0;
    const auto middle = std::find_if(sorted.begin(), end,
                                     [&](const Past &past) { return (below += past.standsFor) > all / 2; });
    return middle->delay;
}

Estimate SourceModel::estimate(const Now &now) const
{
    const WanderBank::State state = m_bank.state();
    return estimate(state, state.alone, now);
}

Estimate SourceModel::share(const Now &now) const
{
    const WanderBank::State state = m_bank.state();
    return estimate(state, state.shared, now);
}

Estimate SourceModel::estimate(const WanderBank::State &state, const WanderBank::Line &line,
                               const Now &now) const
{
    const double age = std::max(0.0, (now.monotonic - m_newest).toSeconds());
    Estimate result;
    result.at = now.monotonic;
    result.offset = line.phase + age * line.frequency - correction(now);
    result.frequency = line.frequency;
    result.noise = m_noise;
    result.growth = laterGrowth(state.growth, age);
    result.typical = laterGrowth(state.typical, age);
    return result;
}

} // namespace noonmark::engine
