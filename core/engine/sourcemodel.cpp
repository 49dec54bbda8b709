// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sourcemodel.h"

#include <algorithm>
#include <numeric>

namespace noonmark::engine {

namespace {

constexpr double UnknownSpread =
    0.125; // of the first round trip: its queues, until there are more to compare
constexpr double MedianToDeviation =
    0.43; // of the offset, from the median excess of a round trip through two queues
constexpr double LeastToTrue =
    1.77; // how far the least of n round trips lies above the true one, in noise / sqrt(n)
constexpr double Stretch = 64;             // s: a congestion must not fill the window, however often we ask
constexpr double LongestStretch = 1024;    // s; what one sample may stand for
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
    const double innovation = phase - m_bank.state().phase;
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
    const auto known = static_cast<double>(std::min(m_count, Window));
    const double hidden = LeastToTrue * m_noise / std::sqrt(known);
    const double error = (sample.delay - m_leastDelay + hidden) / 2;
    const double unusual = std::max(1.0, (sample.delay - m_leastDelay) / usualExcess());
    return error * error * unusual * unusual + sample.dispersion * sample.dispersion;
}

double SourceModel::usualExcess() const
{
    return UsualMedians * m_noise / MedianToDeviation;
}

void SourceModel::noteDelay(double delay, Instant now)
{
    ++m_count;
    const double since = (now - m_stretch).toSeconds();
    if (m_stretches < QuickStretches || since >= Stretch) {
        // What came before it, not after: a good sample is followed by a long pause.
        const double stands = m_stretches > 0 ? std::clamp(since, Stretch, LongestStretch) : Stretch;
        m_stretch = now;
        m_past[m_stretches % Window] = {delay, delay, stands};
        ++m_stretches;
    } else {
        double &least = m_past[(m_stretches - 1) % Window].least;
        least = std::min(least, delay);
    }
    m_leastDelay = delay;
    for (std::size_t i = 0; i < std::min(m_stretches, Window); ++i)
        m_leastDelay = std::min(m_leastDelay, m_past[i].least);
    m_noise = std::max(MedianToDeviation * (usualDelay() - m_leastDelay),
                       UnknownSpread * delay / static_cast<double>(m_count));
}

double SourceModel::usualDelay() const
{ // Half of the time it is longer. Of the time, not of the samples: in a congestion we ask more often.
    std::array<Past, Window> sorted = m_past;
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(m_stretches, Window));
    std::sort(sorted.begin(), end, [](const Past &a, const Past &b) { return a.delay < b.delay; });
    const double all = std::accumulate(sorted.begin(), end, 0.0,
                                       [](double sum, const Past &past) { return sum + past.standsFor; });
    double below = 0;
    const auto middle = std::find_if(sorted.begin(), end,
                                     [&](const Past &past) { return (below += past.standsFor) > all / 2; });
    return middle->delay;
}

Estimate SourceModel::estimate(const Now &now) const
{
    const double age = std::max(0.0, (now.monotonic - m_newest).toSeconds());
    WanderBank::State state = m_bank.state();
    Estimate result;
    result.at = now.monotonic;
    result.offset = state.phase + age * state.frequency - correction(now);
    result.frequency = state.frequency;
    result.noise = m_noise;
    result.growth = laterGrowth(state.growth, age);
    result.typical = laterGrowth(state.typical, age);
    return result;
}

} // namespace noonmark::engine
