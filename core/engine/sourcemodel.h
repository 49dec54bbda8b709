// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/samplefilter.h"
#include "core/engine/wanderbank.h"

#include <algorithm>
#include <optional>
#include <span>

namespace noonmark::engine {

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

    // By default it has none.
    void joins(const WanderBank::Company &company) { m_bank.joins(company); }
    [[nodiscard]] WanderBank::Evidence evidence() const { return m_bank.evidence(); }

    [[nodiscard]] bool ready() const { return m_count > 0; }
    [[nodiscard]] bool knowsPhase() const { return ready() && !m_phaseLost; }
    [[nodiscard]] Instant newest() const { return m_newest; }
    [[nodiscard]] Estimate estimate(const Now &now) const;
    // What is to be combined with others: less smooth, because they smooth together. As uncertain as it is
    // alone.
    [[nodiscard]] Estimate share(const Now &now) const;
    // The last samples do not fit: ask again soon.
    [[nodiscard]] bool doubtful() const { return m_strangers > 0; }

private:
    static constexpr std::size_t Window = 64;
    static constexpr double Stretch = 64; // s; at first
    // What round trips were like during one stretch of time.
    struct Past
    {
        double delay = 0;     // of one sample
        double least = 0;     // of all
        double standsFor = 0; // s
        double samples = 0;
    };

    [[nodiscard]] Estimate estimate(const WanderBank::State &state, const WanderBank::Line &line,
                                    const Now &now) const;
    [[nodiscard]] double correction(const Now &now) const;
    [[nodiscard]] double variance(const Sample &sample) const;
    [[nodiscard]] double usualExcess() const;
    [[nodiscard]] double usualDelay() const;
    void noteDelay(double delay, Instant now);
    [[nodiscard]] static Past together(const Past &one, const Past &next);
    [[nodiscard]] double coveredTime() const;
    void beginStretch(double delay, double stands, Instant now);
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

    WanderBank m_bank;
    std::array<Past, Window> m_past{};
    std::size_t m_stretches = 0;
    Instant m_stretch;           // when the present one began
    double m_stretchLength = Stretch; // s: a congestion must not fill the window, however often we ask
    std::size_t m_count = 0;
    double m_leastDelay = 0;
    double m_leastOf = 0; // so many samples
    double m_noise = 0; // one standard deviation of a sample's offset, as round trips tell it
    Now m_origin;
    Instant m_newest;
    int m_strangers = 0; // samples in a row that did not fit
    double m_strangerPhase = 0;
    bool m_phaseLost = false;
};

} // namespace noonmark::engine
