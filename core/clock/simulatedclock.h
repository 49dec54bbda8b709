// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/clock/clock.h"

#include <functional>

namespace noonmark::clock {

// How a simulated crystal errs. Fractions of a second per second.
struct Oscillator
{
    double offset = 0;                   // s; the clock minus true time at the start
    double frequency = 0;                // positive: fast
    double wander = 0;                   // standard deviation of the frequency's step, once a second
    double sineAmplitude = 0;            // the day's temperature
    double sinePeriod = 1;               // s
    double stepAmplitude = 0;            // a sudden change of temperature
    double stepAt = 0;                   // s
    std::function<double()> normal = {}; // where the walk takes its chance from; absent: the clock's own
};

// A clock on virtual time, with a crystal as bad as you like. True time is an Instant that counts from the
// start of the simulation; the caller moves it on, nothing else does.
class SimulatedClock final : public Clock
{
public:
    SimulatedClock(const Oscillator &oscillator, NtpTimestamp start, const Random &random);

    void advanceTo(Instant trueTime);
    [[nodiscard]] double error() const { return m_error; } // s; this clock minus true time
    [[nodiscard]] double frequencyError() const;           // fraction; corrections included
    // What the bare crystal does, whatever is corrected: its count minus true time, and how fast that grows.
    [[nodiscard]] double crystalError() const { return m_monotonicError; }
    [[nodiscard]] double crystalFrequency() const { return m_raw; }
    // A machine that sleeps, or a virtual one that is paused: its crystal does not count.
    void stop() { m_stopped = true; }
    void resume() { m_stopped = false; }
    [[nodiscard]] int steps() const { return m_steps; }

    [[nodiscard]] Now now() const override;
    [[nodiscard]] NtpTimestamp fromSystemTime(NtpTimestamp kernelStamp) const override { return kernelStamp; }
    Result<void> setRate(double correction) override;
    Result<void> step(NtpDuration by) override;
    [[nodiscard]] bool steerable() const override { return true; }

private:
    void nextSecond();
    double normal();

    Oscillator m_oscillator;
    NtpTimestamp m_start;
    Random m_random;
    Instant m_true;
    std::int64_t m_second = -1;
    double m_walk = 0;
    double m_raw = 0; // frequency error of the crystal now
    double m_correction = 0;
    double m_error = 0;
    double m_monotonicError = 0; // the monotonic reading runs with the bare crystal
    int m_steps = 0;
    bool m_stopped = false;
};

} // namespace noonmark::clock
