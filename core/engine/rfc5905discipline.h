// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/discipline.h"
#include "core/engine/frequencyfit.h"
#include "core/engine/steering.h"

namespace noonmark::engine {

// The hybrid phase and frequency lock loop of RFC 5905, section 11.3, with ntpd's thresholds. Three things
// differ for the better: at the first start the phase is set at once, and the frequency is learnt meanwhile
// from a line through all measurements, instead of leaving the clock alone for five minutes; the loop is
// damped critically; and the poll interval grows only while the oscillator can take it.
class Rfc5905Discipline final : public Discipline
{
public:
    Rfc5905Discipline(const DisciplineConfig &config, double precision, Instant now);

    [[nodiscard]] Decision start(Instant now) override;
    [[nodiscard]] Decision update(const Measurement &measurement, Instant now) override;
    [[nodiscard]] Tick tick(Instant now) override;
    void disturbed(Instant now) override;
    void reconfigure(const DisciplineConfig &config) override;
    [[nodiscard]] DisciplineStatus status() const override;

private:
    [[nodiscard]] Decision refuse(const Measurement &measurement);
    [[nodiscard]] Decision observe(const Measurement &measurement);
    [[nodiscard]] Decision largeOffset(const Measurement &measurement);
    [[nodiscard]] Decision step(const Measurement &measurement);
    [[nodiscard]] Decision smallOffset(const Measurement &measurement);
    void learnFrequency(const Measurement &measurement);
    void lockLoops(const Measurement &measurement);
    void adjustPoll(const Measurement &measurement, double surprise);
    void noteJitter(const Measurement &measurement);
    void settle(Instant now);
    [[nodiscard]] double aimRate();
    [[nodiscard]] double sinceUpdate(const Measurement &measurement) const;

    DisciplineConfig m_config;
    double m_precision;
    bool m_mayPanic;
    DisciplineState m_state = DisciplineState::NotSet;
    bool m_hasFrequency = false;
    Steering m_steering;
    bool m_quick = true;    // until the phase is right for the first time after a start or step
    double m_corrected = 0; // s of correction, frequency included, since the line was begun
    Instant m_started;
    Instant m_updated;
    bool m_anyUpdate = false;
    double m_lastOffset = 0;
    double m_clockJitter;
    double m_clockWander = 0;
    double m_uncertainty = 0;
    int m_poll = 6;
    int m_pollCounter = 0;
    FrequencyFit m_fit;
    Instant m_fitStarted;
    std::optional<double> m_refused;
};

} // namespace noonmark::engine
