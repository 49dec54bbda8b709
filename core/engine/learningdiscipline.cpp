// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learningdiscipline.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double QuickTime = 2; // s
constexpr int YoungSamples = 16;
constexpr double YoungTime = 8;     // s; to take an offset off while the first samples come
constexpr double ShortestSlew = 16; // otherwise an offset is taken off evenly until the next sample
constexpr double LongestSlew = 1024;
constexpr double SlewsInSilence = 64; // what crept up over hours need not leave within a minute
constexpr double TickTime = 1;
constexpr double Negligible = 10e-9; // s; no clock here is read as well as that
constexpr double DriftFileDeviation = 1e-6; // what a day in a warmer room does to a crystal
constexpr double FrequencyKnown = 0.5e-6;   // one standard deviation that ends the first measuring
constexpr double PollGate =
    0.61; // of the noise of a sample: what the clock may be off when the next one comes
// No interval is longer than this share of all the time since we began: a rate that was watched for an hour says little
// about the next, and what is still learnt with every sample is cheap at first.
constexpr double AsksInAllTime = 8;
constexpr double PatienceInPolls = 0.9; // at an interval before the next longer one is tried
constexpr double Averaging = 8;

double movingRms(double rms, double value)
{
    return std::sqrt(rms * rms + (value * value - rms * rms) / Averaging);
}

} // namespace

LearningDiscipline::LearningDiscipline(const DisciplineConfig &config, double precision, Instant now)
    : m_config(config)
    , m_precision(precision)
    , m_mayPanic(config.mayPanicOnce)
    , m_steering(now)
    , m_updated(now)
    , m_clockJitter(precision)
{
    if (!config.frequency)
        return;
    m_steering.setFrequency(*config.frequency);
    m_belief = {m_steering.frequency(), DriftFileDeviation};
    m_state = DisciplineState::FrequencySet;
}

Decision LearningDiscipline::start(Instant now)
{
    m_steering.restart(now);
    m_began = now;
    const bool known = m_state == DisciplineState::FrequencySet;
    Decision decision;
    decision.notices.push_back(
        {known ? EventKind::FrequencySet : EventKind::FrequencyNotSet, m_steering.frequency()});
    if (known && m_config.mayCorrect)
        decision.rate = m_steering.frequency();
    return decision;
}

Decision LearningDiscipline::update(const Measurement &measurement, Instant now)
{
    m_steering.settle(now);
    const double size = std::fabs(measurement.offset);
    const bool beyondPanic = m_config.panic > 0 && size > m_config.panic;
    if (beyondPanic && !(m_mayPanic && m_config.mayCorrect))
        return refuse(measurement.offset);
    if (m_refused) {
        m_refused.reset();
        m_state = m_config.frequency ? DisciplineState::FrequencySet : DisciplineState::NotSet;
    }
    if (!m_config.mayCorrect) {
        learn(measurement);
        m_state = DisciplineState::Synchronised;
        return {Outcome::Adjusted, std::nullopt, std::nullopt, {}};
    }
    const bool large = m_config.step > 0 && size > m_config.step;
    Decision decision = large ? largeOffset(measurement) : follow(measurement);
    if (decision.outcome == Outcome::Ignored)
        return decision;
    m_mayPanic = false; // the gate closes at the first correction of any size (CVE-2015-5300)
    m_updated = measurement.at;
    decision.rate = m_steering.rate();
    return decision;
}

Decision LearningDiscipline::refuse(double offset)
{
    Decision decision;
    decision.outcome = Outcome::Refused;
    if (!m_refused)
        decision.notices.push_back({EventKind::PanicStop, offset});
    m_refused = offset;
    m_steering.setResidual(m_config.mayCorrect ? 0 : offset);
    m_state = DisciplineState::Panicked;
    return decision;
}

Decision LearningDiscipline::largeOffset(const Measurement &measurement)
{
    if (m_state == DisciplineState::NotSet || m_state == DisciplineState::FrequencySet)
        return step(measurement);
    Decision ignored;
    m_poll = measurement.minPoll; // whether it lasts should not take an hour to see
    m_pollSet = measurement.at;
    if (m_state == DisciplineState::Synchronised) {
        m_state = DisciplineState::Spike;
        ignored.notices.push_back({EventKind::Spike, measurement.offset});
        return ignored;
    }
    const bool lasts = (measurement.at - m_updated).toSeconds() >= m_config.stepOut;
    return lasts ? step(measurement) : ignored;
}

Decision LearningDiscipline::step(const Measurement &measurement)
{
    Decision decision;
    decision.outcome = Outcome::Stepped;
    decision.step = NtpDuration::seconds(measurement.offset);
    decision.notices.push_back({EventKind::ClockStep, measurement.offset});
    const bool measuring = m_state == DisciplineState::NotSet;
    learn(measurement);
    m_steering.forgetPhase();
    m_young = 0;
    m_clockJitter = m_precision;
    m_state = measuring ? DisciplineState::FrequencyMeasuring : DisciplineState::Synchronised;
    if (measuring) {
        m_measuringSince = measurement.at;
        decision.notices.push_back({EventKind::FrequencyMode, 0});
    }
    return decision;
}

Decision LearningDiscipline::follow(const Measurement &measurement)
{
    Decision decision;
    decision.outcome = Outcome::Adjusted;
    if (m_state == DisciplineState::NotSet) {
        m_state = DisciplineState::FrequencyMeasuring;
        m_measuringSince = measurement.at;
        decision.notices.push_back({EventKind::FrequencyMode, 0});
    }
    const double silence = (measurement.at - m_updated).toSeconds();
    const double unhurried = std::min(silence / SlewsInSilence, LongestSlew);
    m_unhurried = std::max(m_unhurried, measurement.at + NtpDuration::seconds(unhurried));
    learn(measurement);
    const bool known = m_belief.deviation < FrequencyKnown ||
                       (measurement.at - m_measuringSince).toSeconds() >= m_config.stepOut;
    if (m_state != DisciplineState::FrequencyMeasuring || known)
        m_state = DisciplineState::Synchronised;
    planSlew(measurement.at);
    return decision;
}

void LearningDiscipline::learn(const Measurement &measurement)
{
    m_clockJitter =
        std::max(m_precision, movingRms(m_clockJitter, measurement.offset - m_steering.residual()));
    m_steering.setResidual(measurement.offset);
    m_young = std::min(m_young + 1, YoungSamples);
    if (!measurement.estimate)
        return;
    m_estimate = *measurement.estimate;
    const double before = m_steering.frequency();
    m_steering.setFrequency(m_estimate.frequency);
    m_belief = {m_steering.frequency(), m_estimate.frequencyDeviation()};
    if (m_state == DisciplineState::Synchronised)
        m_clockWander = movingRms(m_clockWander, m_steering.frequency() - before);
    choosePoll(measurement);
}

void LearningDiscipline::choosePoll(const Measurement &measurement)
{
    const double allowed = PollGate * std::max(m_estimate.noise, m_precision);
    int poll = measurement.minPoll;
    const double known = (measurement.at - m_began).toSeconds();
    const auto isShortEnough = [&](double interval) {
        return m_estimate.deviation(interval) < allowed && AsksInAllTime * interval <= known;
    };
    while (poll < measurement.maxPoll && isShortEnough(std::ldexp(1.0, poll + 1)))
        ++poll;
    const bool mayRise =
        (measurement.at - m_pollSet).toSeconds() >= PatienceInPolls * std::ldexp(1.0, m_poll);
    const int before = m_poll;
    m_poll =
        std::clamp(std::min(poll, mayRise ? m_poll + 1 : m_poll), measurement.minPoll, measurement.maxPoll);
    if (m_poll != before)
        m_pollSet = measurement.at;
}

void LearningDiscipline::planSlew(Instant at)
{
    const double size = std::fabs(m_steering.residual());
    const bool young = m_young < YoungSamples;
    const bool quick = young && size > Steering::QuickWorth && size <= Steering::QuickLimit;
    const double due = std::max(std::ldexp(1.0, m_poll), (m_unhurried - at).toSeconds());
    const double even = std::clamp(due, ShortestSlew, LongestSlew);
    const double time = quick ? QuickTime : young ? YoungTime : even;
    m_steering.slew(time, quick ? Steering::MaxQuickSlew : Steering::MaxSlew);
}

Tick LearningDiscipline::tick(Instant now)
{
    m_steering.settle(now);
    Tick tick;
    if (!m_config.mayCorrect)
        return tick;
    tick.slewed = m_steering.takeSlewed();
    const double phaseRate = m_steering.phaseRate();
    if (phaseRate == 0 || m_steering.residual() / phaseRate >= TickTime)
        return tick;
    if (std::fabs(m_steering.residual()) < Negligible)
        m_steering.stopSlewing();
    else // it would be done before the next tick, and then overshoot
        m_steering.slew(TickTime, std::fabs(phaseRate));
    tick.rate = m_steering.rate();
    return tick;
}

void LearningDiscipline::disturbed(Instant now)
{
    m_steering.settle(now);
    m_steering.forgetPhase();
    m_estimate.growth = {};
    m_estimate.typical = {};
    m_young = 0;
    if (m_state != DisciplineState::FrequencyMeasuring && m_state != DisciplineState::NotSet)
        m_state = DisciplineState::FrequencySet;
}

void LearningDiscipline::reconfigure(const DisciplineConfig &config)
{
    const auto frequency = m_config.frequency;
    m_config = config;
    m_config.frequency = frequency; // what was learnt since is better than any file
    if (!m_config.mayCorrect)
        m_steering.stopSlewing();
}

DisciplineStatus LearningDiscipline::status() const
{
    DisciplineStatus status;
    status.state = m_state;
    status.offset = m_steering.residual();
    const double age = std::max(0.0, (m_steering.settled() - m_estimate.at).toSeconds());
    const double interval = std::ldexp(1.0, m_poll);
    status.uncertainty = m_estimate.deviation(age);
    status.expectedError = m_estimate.deviation((std::floor(age / interval) + 1) * interval);
    status.frequencyUncertainty =
        m_estimate.growth[0] > 0 ? m_estimate.frequencyDeviation(age) : m_belief.deviation;
    status.frequency = m_steering.frequency();
    status.clockJitter = m_clockJitter;
    status.clockWander = m_clockWander;
    status.poll = m_poll;
    status.measuringFrequency =
        m_state == DisciplineState::NotSet || m_state == DisciplineState::FrequencyMeasuring;
    status.refusedOffset = m_refused;
    if (!m_config.mayCorrect)
        return status;
    status.forecast = {m_estimate.at, m_estimate.typical, std::fabs(m_steering.residual())};
    // Of a crystal beyond what may be corrected it is known how fast it leaves us.
    const double uncorrectable = m_estimate.frequency - m_steering.frequency();
    if (status.forecast.known())
        status.forecast.growth[2] += uncorrectable * uncorrectable;
    return status;
}

} // namespace noonmark::engine
