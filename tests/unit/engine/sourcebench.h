// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/engine/sourcemodel.h"
#include "tests/support/moment.h"

#include <cmath>
#include <cstdint>

namespace noonmark::engine {

// A clock with a constant rate error, asked over a path with two exponential queues.
struct SourceBench
{
    [[nodiscard]] Now now() const
    {
        Now moment = momentAt(seconds);
        moment.wall = moment.wall + NtpDuration::seconds(corrected + stepped);
        return moment;
    }
    [[nodiscard]] double error() const { return frequency * seconds + walked + corrected + stepped; }
    void wanderBy(double rate)
    { // from now on; the phase does not leap with it
        frequency += rate;
        walked -= rate * seconds;
    }

    void ask(double oneSided = 0)
    {
        const double up = -jitter * std::log(random.uniform()) + oneSided;
        const double down = -jitter * std::log(random.uniform());
        Sample sample;
        sample.offset = -error() + (up - down) / 2 + asymmetry;
        sample.delay = 0.040 + up + down;
        sample.dispersion = 1e-6;
        sample.epoch = now().monotonic;
        model.take(sample, now(), belief);
    }

    void run(int samples, double interval)
    {
        for (int i = 0; i < samples; ++i) {
            seconds += interval;
            ask();
        }
    }

    [[nodiscard]] double wrong() const { return model.estimate(now()).offset + error(); }

    Random random = Random::fromNumber(1);
    SourceModel model;
    FrequencyBelief belief;
    double frequency = 0; // by which the oscillator is fast
    double jitter = 1e-3;
    double asymmetry = 0; // s, which the path adds to each offset
    double seconds = 0;
    double walked = 0;
    double corrected = 0;
    double stepped = 0;
};

} // namespace noonmark::engine
