// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/company.h"
#include "core/engine/discipline.h"
#include "core/engine/leapsecond.h"
#include "core/engine/sources.h"
#include "core/engine/systemstate.h"

#include <memory>
#include <optional>
#include <vector>

namespace noonmark::engine {

// The system process (RFC 5905, section 11): chooses among the sources, feeds the discipline, says what we
// are to our clients, and falls back to the local clock or to orphan mode when nobody is left above us.
class SystemProcess
{
public:
    SystemProcess(std::unique_ptr<Discipline> discipline, Instant now);

    void start(const Context &context);
    // Once a second.
    void tick(Sources &sources, const Context &context);
    // Takes what the clock was slewed into account, so that a sample arriving now meets its elders on equal
    // terms.
    void settle(Sources &sources, const Context &context);
    // A source has news, good or bad.
    void review(Sources &sources, const Context &context);
    void clockChanged(const ClockChange &change, Sources &sources, const Context &context);
    void reconfigured(Sources &sources, const Context &context);

    [[nodiscard]] const SystemState &variables() const { return m_variables; }
    [[nodiscard]] DisciplineStatus disciplineStatus() const { return m_discipline->status(); }
    // log2 s: how often sources should be asked. Where they contradict each other often: the younger an answer, the
    // narrower the range that it leaves, and the sooner it shows who is alone.
    [[nodiscard]] int poll() const { return m_divided ? 0 : m_discipline->status().poll; }
    [[nodiscard]] bool learnsFromEverySample() const { return m_discipline->learnsFromEverySample(); }
    [[nodiscard]] FrequencyBelief belief() const { return m_discipline->belief(); }
    void forgetEvents() { m_eventCount = 0; } // a reader with a key has seen them
    [[nodiscard]] SystemSnapshot snapshot(const Context &context) const;
    [[nodiscard]] std::optional<double> untilLeap(const Context &context) const;
    // By which a leap-seconds file is to be read, see LeapSchedule::unrepeated().
    [[nodiscard]] NtpTimestamp leapTime(NtpTimestamp wall) const { return m_leaps.unrepeated(wall); }

private:
    void selectAmong(Sources &sources, const std::vector<Association *> &fit, const Context &context);
    [[nodiscard]] bool convinces(const Selection &selection, const std::vector<Association *> &fit,
                                 const Context &context, const Sources &sources) const;
    void withdraw(const Context &context);
    void fallBack(Sources &sources, const Context &context);
    void becomePeer(Association *association, const Context &context);
    // Whom selection chose, and what it chose among.
    struct Choice
    {
        Selection selection;
        std::vector<Candidate> candidates;
        std::vector<Association *> associations;
        Association *peer = nullptr;
    };
    // Absent: those who were chosen have no model.
    [[nodiscard]] std::optional<Estimate> hear(const Choice &choice, const Context &context);
    void learnFrom(const Choice &choice, Sources &sources, const Context &context);
    void adoptIfCloser(const Choice &choice, const Context &context);
    void update(const Choice &choice, const Measurement &measurement, Sources &sources,
                const Context &context);
    void perform(const Decision &decision, Sources &sources, const Context &context);
    void adopt(const Selection &selection, const Association &peer, const Context &context);
    void adoptLocalClock(const Association &clock, const Context &context);
    void adoptOrphan(const Context &context);
    void relyOnOwnClock();
    [[nodiscard]] std::uint8_t lastHeard() const;
    void unsynchronise(std::string_view code, const Context &context);
    void announce(std::uint8_t leap, const Context &context);
    void leapIfDue(Sources &sources, const Context &context);
    // `wall`: what the clock read right before it.
    void leapHappened(NtpTimestamp wall, Sources &sources, const Context &context);
    [[nodiscard]] bool isLeap(NtpDuration step, const Context &context) const;
    void tell(EventKind kind, double value, const Context &context);

    std::unique_ptr<Discipline> m_discipline;
    Company m_company;
    SystemState m_variables;
    HopDamper m_damper;
    LeapSchedule m_leaps;
    std::uint16_t m_peer = 0;
    bool m_peerIsLocal = false;
    bool m_orphan = false;
    bool m_divided = false;   // several sources give time, and no majority agrees
    Instant m_lastUpstream;   // when a real source was last followed
    std::optional<Instant> m_claimedSince; // that we follow a majority
    Instant m_used;           // epoch of the sample used last
    bool m_following = false; // the discipline took the last measurement
    bool m_anyUsed = false;
    double m_systemJitter = 0;
    std::uint8_t m_eventCount = 0;
    std::uint8_t m_lastEvent = 0;
};

} // namespace noonmark::engine
