// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"
#include "core/engine/estimate.h"
#include "core/engine/observation.h"

#include <optional>
#include <vector>

// How the clock is steered, as something that can be replaced whole: selection feeds it measurements, the
// engine's second hand ticks it, and it answers with what should be done to the clock and why. It never acts.
namespace noonmark::engine {

// What selection made of all sources at one moment.
struct Measurement
{
    Instant at;        // when the sample behind it arrived
    double offset = 0; // s; the sources minus us
    double jitter = 0; // s; one standard deviation, the drift of our own clock included
    double noise = 0;  // s; the same as round trips and the sources' disagreement tell it
    int minPoll = 6;   // log2 s; what the system peer allows
    int maxPoll = 10;
    // Of all survivors' models, for a discipline that learns from every sample.
    std::optional<Estimate> estimate = {};
};

struct Notice
{
    EventKind kind = EventKind::ClockStep;
    double value = 0;

    friend bool operator==(const Notice &, const Notice &) = default;
};

enum class Outcome : std::uint8_t
{
    Ignored,  // a spike, or nothing to learn: the time we serve is what it was
    Adjusted, // the clock follows; what we serve is synchronised
    Stepped,  // do `step`, and forget every measurement made before it
    Refused   // beyond the panic threshold: nothing may be corrected
};

struct Decision
{
    Outcome outcome = Outcome::Ignored;
    std::optional<double> rate; // run the clock faster by this fraction from now on
    std::optional<NtpDuration> step;
    std::vector<Notice> notices;
};

// One tick of the second hand.
struct Tick
{
    std::optional<double> rate;
    double slewed = 0; // s of offset taken off since the last call: older samples move by as much
};

struct DisciplineStatus
{
    DisciplineState state = DisciplineState::NotSet;
    double offset = 0;               // s still to be corrected; when observing, s measured
    double uncertainty = 0;          // s; one standard deviation of `offset`
    double expectedError = 0;        // s; of the offset at the next update
    double frequency = 0;            // fraction
    double frequencyUncertainty = 0; // fraction; one standard deviation
    double clockJitter = 0;          // s
    double clockWander = 0;          // fraction
    int poll = 6;                    // log2 s: how often the discipline wants to be fed
    bool measuringFrequency = false; // old samples mislead: use the newest
    std::optional<double> refusedOffset;
    ErrorForecast forecast;          // not known where the clock is only observed
};

class Discipline
{
public:
    virtual ~Discipline() = default;
    Discipline(const Discipline &) = delete;
    Discipline &operator=(const Discipline &) = delete;

    [[nodiscard]] virtual Decision start(Instant now) = 0;
    [[nodiscard]] virtual Decision update(const Measurement &measurement, Instant now) = 0;
    [[nodiscard]] virtual Tick tick(Instant now) = 0;
    // The clock was stepped by somebody else, or for a leap second: nothing learnt about phase holds any
    // more.
    virtual void disturbed(Instant now) = 0;
    virtual void reconfigure(const DisciplineConfig &config) = 0;
    [[nodiscard]] virtual DisciplineStatus status() const = 0;
    // False: only the clock filter's choice among the last eight samples counts, as in RFC 5905.
    [[nodiscard]] virtual bool learnsFromEverySample() const { return false; }
    // What a source that is asked for the first time may take for granted.
    [[nodiscard]] virtual FrequencyBelief belief() const { return {}; }

protected:
    Discipline() = default;
};

} // namespace noonmark::engine
