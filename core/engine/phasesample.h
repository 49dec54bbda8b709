// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace noonmark::engine {

// A source's phase against our oscillator as one exchange measured it, and how wrong it may be. Seconds.
struct PhaseSample
{
    double phase = 0;
    double reach =
        0; // where packets queued on both ways: it is off by anything up to this, all equally likely
    double blur = 0; // one standard deviation of what that bound itself, and the clocks' grain, are off by
    double variance = 0;    // where they queued on one way
    bool congested = false; // it was one way
};

// By what a sample moves a Kalman filter: its state by covariance x pull, where covariance is that of each of
// its variables with what was measured; its covariance by -covariance x covariance' x certainty.
struct Lesson
{
    double pull = 0;
    double certainty = 0;
    double evidence = 0; // logarithm of how likely the sample was, but for a constant
};

// `innovation`: by how much the sample is more than foretold; `variance`: of what was foretold.
[[nodiscard]] Lesson lessonOfOneQueue(const PhaseSample &sample, double innovation, double variance);
[[nodiscard]] Lesson lessonOfTwoQueues(const PhaseSample &sample, double innovation, double variance);

} // namespace noonmark::engine
