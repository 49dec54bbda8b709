// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/association.h"

#include "core/engine/stagger.h"

#include <vector>

// How the questions of one source keep apart from those of the others.
namespace noonmark::engine {

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
