// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/simulatedclock.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace noonmark::clock {

namespace {

constexpr std::int64_t NanosecondsPerSecond = 1'000'000'000;
constexpr double MaxCorrection = 0.1;

} // namespace

SimulatedClock::SimulatedClock(const Oscillator &oscillator, NtpTimestamp start, const Random &random)
    : m_oscillator(oscillator)
    , m_start(start)
    , m_random(random)
    , m_error(oscillator.offset)
{
    nextSecond();
}

void SimulatedClock::advanceTo(Instant trueTime)
{
    while (m_true < trueTime) {
        const Instant boundary = Instant::fromNanoseconds((m_second + 1) * NanosecondsPerSecond);
        const Instant until = std::min(boundary, trueTime);
        const double elapsed = static_cast<double>(until.nanoseconds() - m_true.nanoseconds()) * 1e-9;
        m_error += elapsed * (m_stopped ? -1 : frequencyError());
        m_monotonicError += elapsed * (m_stopped ? -1 : m_raw);
        m_true = until;
        if (until == boundary)
            nextSecond();
    }
}

double SimulatedClock::frequencyError() const
{
    return (1 + m_raw) * (1 + m_correction) - 1;
}

Now SimulatedClock::now() const
{
    const NtpDuration elapsed = m_true - Instant();
    return {m_true + NtpDuration::seconds(m_monotonicError),
            m_start + elapsed + NtpDuration::seconds(m_error)};
}

Result<void> SimulatedClock::setRate(double correction)
{
    m_correction = std::clamp(correction, -MaxCorrection, MaxCorrection);
    return {};
}

Result<void> SimulatedClock::step(NtpDuration by)
{
    m_error += by.toSeconds();
    ++m_steps;
    return {};
}

void SimulatedClock::nextSecond()
{ // As in the simulator whose figures the project compares with: frequency changes at full seconds of true
  // time.
    ++m_second;
    const auto seconds = static_cast<double>(m_second);
    if (m_oscillator.wander > 0)
        m_walk += m_oscillator.wander * (m_oscillator.normal ? m_oscillator.normal() : normal());
    const double sine =
        m_oscillator.sineAmplitude * std::sin(2 * std::numbers::pi * seconds / m_oscillator.sinePeriod);
    const bool warm = m_oscillator.stepAmplitude != 0 && seconds >= m_oscillator.stepAt;
    m_raw = m_oscillator.frequency + m_walk + sine + (warm ? m_oscillator.stepAmplitude : 0);
}

double SimulatedClock::normal()
{ // Marsaglia's polar method.
    while (true) {
        const double x = 2 * m_random.uniform() - 1;
        const double y = 2 * m_random.uniform() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1)
            return x * std::sqrt(-2 * std::log(square) / square);
    }
}

} // namespace noonmark::clock
