// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/association.h"

#include "core/engine/stagger.h"

#include <vector>

// How often one source is asked when it does not answer, and how its questions keep apart from those of the
// others.
namespace noonmark::engine {

namespace {

constexpr int PatienceInPolls = 10; // then an unreachable source is asked less and less
constexpr int QuickQuestions = 4;   // whatever is known: it may only have been a moment
constexpr double WorthAsking = 0.6; // of a sample's noise: by so much more we may be off while nobody answers
constexpr double AsksInSilence = 40; // no interval is shorter than this share of it

} // namespace

int Association::pollInVain(const Context &context) const
{
    // Quick questions find out whether another address, or pool member, is needed. Where there is no other,
    // nothing is won by them; but a crystal that walks wants to be caught soon.
    const bool noChoice = m_configured && IpAddress::parse(m_source.name).has_value();
    if (!noChoice || !m_model.knowsPhase())
        return std::clamp(m_minPoll + std::max(0, m_unreach - PatienceInPolls), m_minPoll, m_maxPoll);
    if (m_unreach <= QuickQuestions)
        return m_minPoll;
    const double silence = (context.now.monotonic - m_model.newest()).toSeconds();
    const Estimate estimate = m_model.estimate(context.now);
    const auto isShortEnough = [&](double interval) {
        const double growth = estimate.deviation(interval) - estimate.deviation();
        return interval * AsksInSilence <= silence || growth < WorthAsking * estimate.noise;
    };
    int poll = m_minPoll;
    while (poll < m_maxPoll && isShortEnough(std::ldexp(1.0, poll + 1)))
        ++poll;
    return poll;
}

bool Association::isSteady() const
{
    return m_source.kind == SourceKind::Server && reachable() && m_burst == 0 && m_nextPoll && !m_missed &&
           !m_model.doubtful();
}

double Association::interval() const
{
    return powerOfTwo(m_hostPoll);
}

void Association::keepApart(std::span<const std::unique_ptr<Association>> others, const Context &context)
{
    if (!isSteady())
        return;
    std::vector<double> moments;
    for (const auto &other : others)
        if (other.get() != this && other->isSteady() && other->interval() == interval())
            moments.push_back((*other->m_nextPoll - context.now.monotonic).toSeconds());
    if (moments.empty())
        return;
    const double planned = (*m_nextPoll - context.now.monotonic).toSeconds();
    const double soonest = powerOfTwo(m_minPoll);
    m_nextPoll =
        context.now.monotonic + NtpDuration::seconds(staggered(planned, interval(), soonest, moments));
}

} // namespace noonmark::engine
