// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/samplefilter.h"
#include "core/engine/wanderbank.h"

#include <algorithm>
#include <optional>
#include <span>

namespace noonmark::engine {

// By how much our clock has been corrected since then, by whomever. Seconds.
[[nodiscard]] inline double correctionSince(const Now &origin, const Now &now)
{
    return ((now.wall - origin.wall) - (now.monotonic - origin.monotonic)).toSeconds();
}

// What a source's samples tell about our clock, every one of them weighted by how long its own round trip
// was. What is modelled is the source against our bare oscillator (the monotonic reading), which no
// correction touches: slews and steps of ours, or of anybody else, do not disturb it.
class SourceModel
{
public:
    // Returns by how many seconds the source has left us at once, where it is believed now that it did; else
    // 0.
    double take(const Sample &sample, const Now &now, const FrequencyBelief &belief);
    void clear() { *this = SourceModel(); }
    // True time itself leapt by this much, as announced, and we with it.
    void leapt(NtpDuration by) { m_origin.wall = m_origin.wall + by; }
    // The oscillator's count itself was interrupted, or nobody knows.
    void forgetPhase() { m_phaseLost = true; }

    [[nodiscard]] bool ready() const { return m_count > 0; }
    [[nodiscard]] bool knowsPhase() const { return ready() && !m_phaseLost; }
    [[nodiscard]] Instant newest() const { return m_newest; }
    [[nodiscard]] Estimate estimate(const Now &now) const;
    [[nodiscard]] double noise() const { return m_noise; }
    // The last samples do not fit: ask again soon.
    [[nodiscard]] bool doubtful() const { return m_strangers > 0; }

    // For those who listen to several sources at once: what is known as of newest(), the last sample that
    // fitted and when it came, against what moment their phases are counted, and in which world, see
    // Fit::NewWorld.
    [[nodiscard]] const WanderBank &bank() const { return m_bank; }
    [[nodiscard]] const PhaseSample &last() const { return m_last; }
    [[nodiscard]] Instant lastAt() const { return m_lastAt; }
    [[nodiscard]] const Now &origin() const { return m_origin; }
    [[nodiscard]] unsigned world() const { return m_world; }

private:
    static constexpr std::size_t Window = 64;
    static constexpr double Stretch = 64; // s; at first
    // What round trips were like during one stretch of time.
    struct Past
    {
        Instant began;
        double delay = 0; // of one sample
        double least = 0; // of all
        double samples = 0;
    };

    // What its own round trip tells of a sample; of when it was taken, its phase is the offset.
    [[nodiscard]] PhaseSample weighed(const Sample &sample) const;
    [[nodiscard]] double usualExcess() const;
    [[nodiscard]] double usualDelay() const;
    void noteDelay(double delay, Instant now);
    [[nodiscard]] static Past together(const Past &one, const Past &next);
    void beginStretch(double delay, Instant now);
    [[nodiscard]] std::span<const Past> past() const
    {
        return std::span(m_past).first(std::min(m_stretches, Window));
    }
    enum class Fit
    {
        Usual,
        Stranger,
        NewWorld // so many strangers agree that it is we, or the source, that changed
    };
    [[nodiscard]] Fit judge(double innovation, double variance, double elapsed);
    void remember(const PhaseSample &sample, Fit fit);

    WanderBank m_bank;
    std::array<Past, Window> m_past{};
    std::size_t m_stretches = 0;
    double m_stretchLength = Stretch; // s: a congestion must not fill the window, however often we ask
    std::size_t m_count = 0;
    double m_leastDelay = 0;
    double m_leastOf = 0; // so many samples
    double m_noise = 0;   // one standard deviation of a sample's offset, as round trips tell it
    Now m_origin;
    Instant m_newest;
    PhaseSample m_last;
    Instant m_lastAt;
    unsigned m_world = 0;
    int m_strangers = 0; // samples in a row that did not fit
    double m_strangerPhase = 0;
    bool m_phaseLost = false;
};

} // namespace noonmark::engine
