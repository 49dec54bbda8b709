// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/rfc5905discipline.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double QuickTime = 2; // s; time constant of the phase
constexpr double MeasuringTime = 16;
constexpr double PhaseLockFactor = 4; // time constant of the phase: this many polls (the kernel loop of ntpd)
constexpr double Damping = 2;         // critical
constexpr double FrequencyLockGain = 0.25;
constexpr double Averaging = 8;
constexpr double PollGate = 0.7; // of the noise of one sample
constexpr double PollAlarm = 5;  // so far off is no noise: the temperature has changed
constexpr int PollLimit = 30;
constexpr int FrequencyLockPoll = 11;
constexpr double UsualFrequencyError =
    100e-6; // one standard deviation of what crystals are off, before measuring

} // namespace

Rfc5905Discipline::Rfc5905Discipline(const DisciplineConfig &config, double precision, Instant now)
    : m_config(config)
    , m_precision(precision)
    , m_mayPanic(config.mayPanicOnce)
    , m_steering(now)
    , m_started(now)
    , m_updated(now)
    , m_clockJitter(precision)
{
    if (!config.frequency)
        return;
    m_steering.setFrequency(*config.frequency);
    m_hasFrequency = true;
    m_state = DisciplineState::FrequencySet;
}

Decision Rfc5905Discipline::start(Instant now)
{
    m_steering.restart(now);
    Decision decision;
    const EventKind kind = m_hasFrequency ? EventKind::FrequencySet : EventKind::FrequencyNotSet;
    decision.notices.push_back({kind, m_steering.frequency()});
    if (m_hasFrequency && m_config.mayCorrect)
        decision.rate = m_steering.frequency();
    return decision;
}

Decision Rfc5905Discipline::update(const Measurement &measurement, Instant now)
{
    settle(now);
    m_poll = std::clamp(m_poll, measurement.minPoll, measurement.maxPoll);
    const double size = std::fabs(measurement.offset);
    const bool beyondPanic = m_config.panic > 0 && size > m_config.panic;
    if (beyondPanic && !(m_mayPanic && m_config.mayCorrect))
        return refuse(measurement);
    if (m_refused) {
        m_refused.reset();
        m_state = m_hasFrequency ? DisciplineState::FrequencySet : DisciplineState::NotSet;
    }
    if (!m_config.mayCorrect)
        return observe(measurement);
    const bool large = m_config.step > 0 && size > m_config.step;
    Decision decision = large ? largeOffset(measurement) : smallOffset(measurement);
    if (decision.outcome == Outcome::Ignored)
        return decision;
    m_mayPanic = false; // the gate closes at the first correction of any size (CVE-2015-5300)
    m_updated = measurement.at;
    m_anyUpdate = true;
    decision.rate = aimRate();
    return decision;
}

Decision Rfc5905Discipline::refuse(const Measurement &measurement)
{
    Decision decision;
    decision.outcome = Outcome::Refused;
    if (!m_refused)
        decision.notices.push_back({EventKind::PanicStop, measurement.offset});
    m_refused = measurement.offset;
    m_steering.setResidual(m_config.mayCorrect ? 0 : measurement.offset);
    m_state = DisciplineState::Panicked;
    return decision;
}

Decision Rfc5905Discipline::observe(const Measurement &measurement)
{
    // Nobody takes the offset off, so what counts is how it moves.
    adjustPoll(measurement, m_anyUpdate ? measurement.offset - m_lastOffset : 0);
    noteJitter(measurement);
    m_steering.setResidual(measurement.offset);
    m_state = DisciplineState::Synchronised;
    m_updated = measurement.at;
    m_anyUpdate = true;
    return {Outcome::Adjusted, std::nullopt, std::nullopt, {}};
}

Decision Rfc5905Discipline::largeOffset(const Measurement &measurement)
{
    if (m_state == DisciplineState::NotSet || m_state == DisciplineState::FrequencySet)
        return step(measurement);
    Decision ignored;
    if (m_state == DisciplineState::Synchronised) {
        m_state = DisciplineState::Spike;
        ignored.notices.push_back({EventKind::Spike, measurement.offset});
        return ignored;
    }
    return sinceUpdate(measurement) < m_config.stepOut ? ignored : step(measurement);
}

Decision Rfc5905Discipline::step(const Measurement &measurement)
{
    Decision decision;
    decision.outcome = Outcome::Stepped;
    decision.step = NtpDuration::seconds(measurement.offset);
    decision.notices.push_back({EventKind::ClockStep, measurement.offset});
    m_steering.forgetPhase();
    m_quick = true;
    m_clockJitter = m_precision;
    m_lastOffset = 0;
    m_fit.clear();
    if (m_hasFrequency) {
        m_state = DisciplineState::Synchronised;
    } else {
        m_state = DisciplineState::FrequencyMeasuring;
        m_fitStarted = measurement.at;
        m_corrected = 0;
        decision.notices.push_back({EventKind::FrequencyMode, 0});
    }
    return decision;
}

Decision Rfc5905Discipline::smallOffset(const Measurement &measurement)
{
    Decision decision;
    decision.outcome = Outcome::Adjusted;
    noteJitter(measurement);
    switch (m_state) {
    case DisciplineState::NotSet:
        m_state = DisciplineState::FrequencyMeasuring;
        m_fit.clear();
        m_fitStarted = measurement.at;
        m_corrected = 0;
        decision.notices.push_back({EventKind::FrequencyMode, 0});
        [[fallthrough]];
    case DisciplineState::FrequencyMeasuring:
        learnFrequency(measurement);
        break;
    case DisciplineState::FrequencySet:
    case DisciplineState::Spike:
    case DisciplineState::Panicked:
        m_state = DisciplineState::Synchronised;
        break;
    case DisciplineState::Synchronised:
        lockLoops(measurement);
        adjustPoll(measurement, measurement.offset);
        break;
    }
    m_steering.setResidual(measurement.offset);
    return decision;
}

void Rfc5905Discipline::learnFrequency(const Measurement &measurement)
{ // What the clock would show uncorrected: its offset and all that was taken off since. Shrunk towards "no
  // error" by how
    // badly the slope is known, so that the first noisy seconds do no harm.
    const double elapsed = (measurement.at - m_fitStarted).toSeconds();
    m_fit.add(elapsed, measurement.offset + m_corrected, std::max(measurement.noise, m_precision));
    m_poll = measurement.minPoll;
    const auto line = m_fit.line();
    if (line) {
        const double prior = UsualFrequencyError * UsualFrequencyError;
        m_steering.setFrequency(line->slope * prior / (prior + line->deviation * line->deviation));
        m_clockWander = line->deviation;
    }
    if (elapsed < m_config.stepOut || !line)
        return;
    m_hasFrequency = true;
    m_clockWander = 0;
    m_state = DisciplineState::Synchronised;
}

void Rfc5905Discipline::lockLoops(const Measurement &measurement)
{
    const double interval = std::ldexp(1.0, m_poll);
    const double constant = PhaseLockFactor * interval;
    const double mu = std::max(1.0, sinceUpdate(measurement));
    const bool saturated = std::fabs(measurement.offset) > Steering::MaxSlew * constant;
    if (saturated || m_quick)
        return; // the phase is far off: integrating it would be mistaken for frequency
    double change =
        measurement.offset * std::min(m_config.allanIntercept, mu) / std::pow(Damping * constant, 2);
    if (m_poll >= FrequencyLockPoll)
        change += FrequencyLockGain * (measurement.offset - m_steering.residual()) / std::max(interval, mu);
    m_steering.setFrequency(m_steering.frequency() + change);
    m_clockWander = std::sqrt(m_clockWander * m_clockWander +
                              (change * change - m_clockWander * m_clockWander) / Averaging);
}

void Rfc5905Discipline::adjustPoll(const Measurement &measurement, double surprise)
{
    // Slower only while what the oscillator did in between drowns in the noise: ntpd compares with four times
    // its own jitter, which grows with the poll, and so lets a temperature change run away for hours.
    const bool quiet = std::fabs(surprise) < PollGate * std::max(measurement.noise, m_precision);
    if (std::fabs(surprise) > PollAlarm * std::max(measurement.noise, m_precision)) {
        m_pollCounter = 0;
        m_poll = std::max(m_poll - 2, measurement.minPoll);
        return;
    }
    m_pollCounter += quiet ? m_poll : -2 * m_poll;
    if (m_pollCounter > PollLimit) {
        m_pollCounter = 0;
        m_poll = std::min(m_poll + 1, measurement.maxPoll);
    } else if (m_pollCounter < -PollLimit) {
        m_pollCounter = 0;
        m_poll = std::max(m_poll - 1, measurement.minPoll);
    }
}

void Rfc5905Discipline::noteJitter(const Measurement &measurement)
{
    const double difference = m_anyUpdate ? measurement.offset - m_lastOffset : 0;
    const double square = m_clockJitter * m_clockJitter;
    const double now = std::max(difference * difference, m_precision * m_precision);
    m_clockJitter = std::sqrt(square + (now - square) / Averaging);
    m_lastOffset = measurement.offset;
    m_uncertainty = std::max(measurement.jitter, m_clockJitter);
}

Tick Rfc5905Discipline::tick(Instant now)
{
    settle(now);
    Tick tick;
    if (!m_config.mayCorrect)
        return tick;
    tick.slewed = m_steering.takeSlewed();
    const double phaseRateBefore = m_steering.phaseRate();
    const double rate = aimRate();
    if (std::fabs(m_steering.phaseRate() - phaseRateBefore) > 1e-12)
        tick.rate = rate;
    return tick;
}

void Rfc5905Discipline::settle(Instant now)
{
    const double elapsed = m_steering.settle(now);
    m_lastOffset -= m_steering.phaseRate() * elapsed;
    m_corrected += m_steering.rate() * elapsed;
}

double Rfc5905Discipline::aimRate()
{
    const double size = std::fabs(m_steering.residual());
    if (m_quick && m_anyUpdate && size < Steering::QuickWorth)
        m_quick = false;
    const bool quick = m_quick && size <= Steering::QuickLimit;
    const bool measuring = m_state == DisciplineState::FrequencyMeasuring;
    const double constant = quick       ? QuickTime
                            : measuring ? MeasuringTime
                                        : PhaseLockFactor * std::ldexp(1.0, m_poll);
    if (size < 1e-10)
        m_steering.stopSlewing();
    else
        m_steering.slew(constant, quick ? Steering::MaxQuickSlew : Steering::MaxSlew);
    return m_steering.rate();
}

double Rfc5905Discipline::sinceUpdate(const Measurement &measurement) const
{
    return (measurement.at - m_updated).toSeconds();
}

void Rfc5905Discipline::disturbed(Instant now)
{
    settle(now);
    m_steering.forgetPhase();
    m_lastOffset = 0;
    m_fit.clear();
    m_fitStarted = now;
    m_corrected = 0;
    m_quick = true;
    if (m_state != DisciplineState::FrequencyMeasuring)
        m_state = m_hasFrequency ? DisciplineState::FrequencySet : DisciplineState::NotSet;
}

void Rfc5905Discipline::reconfigure(const DisciplineConfig &config)
{
    const auto frequency = m_config.frequency;
    m_config = config;
    m_config.frequency = frequency; // what was learnt since is better than any file
    if (!m_config.mayCorrect)
        m_steering.stopSlewing();
}

DisciplineStatus Rfc5905Discipline::status() const
{
    DisciplineStatus status;
    status.state = m_state;
    status.offset = m_steering.residual();
    status.uncertainty = m_uncertainty;
    status.expectedError = std::hypot(m_uncertainty, m_clockWander * std::ldexp(1.0, m_poll));
    status.frequencyUncertainty = m_clockWander;
    status.frequency = m_steering.frequency();
    status.clockJitter = m_clockJitter;
    status.clockWander = m_clockWander;
    status.poll = m_poll;
    status.measuringFrequency =
        m_state == DisciplineState::NotSet || m_state == DisciplineState::FrequencyMeasuring;
    status.refusedOffset = m_refused;
    return status;
}

} // namespace noonmark::engine
