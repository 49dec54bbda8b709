// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/discipline.h"
#include "core/engine/steering.h"

namespace noonmark::engine {

// Steers by an estimate that knows its own uncertainty (METHOD.md): the frequency is set at once, what is
// left of the phase is taken off evenly until about the next sample, and the sources are asked as rarely as
// the oscillator allows. What may be corrected at all follows ntpd: panic, step, stepout and their options
// mean what they always meant.
class LearningDiscipline final : public Discipline
{
public:
    LearningDiscipline(const DisciplineConfig &config, double precision, Instant now);

    [[nodiscard]] Decision start(Instant now) override;
    [[nodiscard]] Decision update(const Measurement &measurement, Instant now) override;
    [[nodiscard]] Tick tick(Instant now) override;
    void disturbed(Instant now) override;
    void reconfigure(const DisciplineConfig &config) override;
    [[nodiscard]] DisciplineStatus status() const override;
    [[nodiscard]] bool learnsFromEverySample() const override { return true; }
    [[nodiscard]] FrequencyBelief belief() const override { return m_belief; }

private:
    [[nodiscard]] Decision refuse(double offset);
    [[nodiscard]] Decision largeOffset(const Measurement &measurement);
    [[nodiscard]] Decision step(const Measurement &measurement);
    [[nodiscard]] Decision follow(const Measurement &measurement);
    void learn(const Measurement &measurement);
    void choosePoll(const Measurement &measurement);
    void planSlew(Instant at);

    DisciplineConfig m_config;
    double m_precision;
    bool m_mayPanic;
    DisciplineState m_state = DisciplineState::NotSet;
    FrequencyBelief m_belief;
    Estimate m_estimate;
    Steering m_steering;
    int m_young = 0; // samples since a start or a step, up to a few
    Instant m_began; // with nothing known
    Instant m_updated;
    Instant m_unhurried; // until then an offset may take to leave
    Instant m_measuringSince;
    double m_clockJitter;
    double m_clockWander = 0;
    int m_poll = 6;
    Instant m_pollSet; // when it was changed last
    std::optional<double> m_refused;
};

} // namespace noonmark::engine
