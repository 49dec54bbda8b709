// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/discipline.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

inline Instant at(double seconds)
{
    return Instant() + NtpDuration::seconds(seconds);
}

inline bool notes(const Decision &decision, EventKind kind)
{
    return std::any_of(decision.notices.begin(), decision.notices.end(),
                       [&](const Notice &notice) { return notice.kind == kind; });
}

inline DisciplineConfig knownFrequency(double frequency = 0)
{
    DisciplineConfig config;
    config.frequency = frequency;
    return config;
}

// A discipline and the clock that obeys it. `measurement(offset, seconds)` makes what the discipline is told.
template <typename Discipline, auto measurement> struct DisciplineBench
{
    explicit DisciplineBench(const DisciplineConfig &config)
        : discipline(config, 1e-6, at(0))
    {
        obey(discipline.start(at(0)).rate);
    }

    void obey(const std::optional<double> &wanted) { rate = wanted.value_or(rate); }

    Decision measure()
    {
        const Decision decision = discipline.update(measurement(offset, now), at(now));
        if (decision.step)
            offset -= decision.step->toSeconds();
        obey(decision.rate);
        return decision;
    }

    void run(double seconds)
    {
        for (const double end = now + seconds; now < end; now += 1) {
            offset -= oscillator + rate;
            fastest = std::max(fastest, std::fabs(rate));
            obey(discipline.tick(at(now + 1)).rate);
        }
    }

    Discipline discipline;
    double oscillator = 0; // how much too fast it runs
    double offset = 0;     // source minus us
    double rate = 0;
    double fastest = 0;
    double now = 0;
};

} // namespace noonmark::engine
