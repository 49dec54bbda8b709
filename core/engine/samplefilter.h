// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/engine/observation.h"

#include <array>
#include <cstddef>

namespace noonmark::engine {

inline constexpr double MaxDispersion = 16; // RFC 5905, section 7.2; also "nothing known"

// One exchange with a source, reduced to what RFC 5905, section 8 makes of its four timestamps. Seconds.
struct Sample
{
    double offset = 0; // source minus us
    double delay = 0;
    double dispersion = MaxDispersion;
    Instant epoch; // when the answer arrived
};

// The clock filter (RFC 5905, section 10): of the last eight samples the one with the least delay is the
// truest, because queues only ever add. Each sample is used at most once. The clock may be slewed between
// samples: shift() keeps the older ones true.
class SampleFilter
{
public:
    struct Settings
    {
        double frequencyTolerance = 15e-6;
        double allanIntercept = 2048;
        double maxDistance = 1.5;
        double precision = 1e-6; // no jitter is ever shown smaller than this
    };
    enum class Order
    {
        LeastDelay,
        NewestFirst
    }; // newest while the frequency is not known: old samples mislead
    enum class News
    {
        None,
        Popcorn,
        Fresh
    };

    explicit SampleFilter(const Settings &settings)
        : m_settings(settings)
    {}

    // Fresh: the estimate below now rests on a sample that was not used before. `pollInterval` bounds how
    // long a lonely spike is held back as popcorn.
    News add(const Sample &sample, Order order, double pollInterval);
    void addMissing(Instant now);
    void shift(double seconds); // the clock went forward by this much
    // The source, or we, left the other at once by so many seconds: moves what was measured before that, which would
    // otherwise pass for so much jitter. `present` is the newest offset.
    void follow(double leap, double present);
    void clear();

    [[nodiscard]] double offset() const { return m_best.offset; }
    [[nodiscard]] double delay() const { return m_best.delay; }
    [[nodiscard]] double dispersion() const { return m_dispersion; }
    [[nodiscard]] double jitter() const { return m_jitter; }
    // Standard deviation of one sample's offset as its round trips tell it: blind to the drift of an unruly
    // clock.
    [[nodiscard]] double delayNoise() const;
    [[nodiscard]] Instant epoch() const { return m_best.epoch; }
    [[nodiscard]] std::array<FilterStage, 8> stages(Instant now) const;

private:
    static constexpr std::size_t Stages = 8;
    struct Ranked
    {
        double key = MaxDispersion;
        std::size_t stage = 0;
        double dispersion = MaxDispersion;
    };

    void push(const Sample &sample);
    [[nodiscard]] double aged(const Sample &sample, Instant now) const;
    [[nodiscard]] std::array<Ranked, Stages> ranked(Instant now, Order order) const;
    [[nodiscard]] std::size_t usable(const std::array<Ranked, Stages> &ranks) const;
    void summarise(const std::array<Ranked, Stages> &ranks, std::size_t count);

    Settings m_settings;
    std::array<Sample, Stages> m_samples; // newest first
    Sample m_best;
    Instant m_used; // epoch of the sample used last
    bool m_anyUsed = false;
    double m_dispersion = MaxDispersion;
    double m_jitter = 0;
};

} // namespace noonmark::engine
