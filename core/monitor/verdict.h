// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"

#include <vector>

namespace noonmark::monitor {

enum class VerdictState : unsigned char {
    InSync,             // leap != 3, a system peer, root distance below the limit
    OwnClock,           // serving from the local clock: never called synchronised
    Starting,           // nothing wrong yet, too early to tell
    NotInSync,
    NoTarget            // no daemon, or it does not answer
};

// Why a verdict is what it is; wording/ has a sentence for each.
enum class Reason : unsigned char
{
    FollowsPeer,      // value: offset s
    RunsOnLocalClock, // value: stratum
    NoSourceConfigured,
    NamesNotResolved,      // value: how many
    NoSourceAnswers,       // value: how many
    KeysUnusable,          // none is asked: their keys are not trusted, or not there; value: how many
    SentAway,              // a kiss-o'-death was all they said; value: how many
    RepliesDropped,        // by the daemon's own access rules; value: how many
    SourcesUnsynchronised, // they answer, but say leap 3 or stratum 16
    NoMajority,            // the sources disagree
    TooFewSources,         // value: minsane
    RootDistanceTooLarge,  // value: s
    ClockNotCorrected,     // observing, and the clock is off; value: offset s
    PanicRefused,          // value: the refused correction, s
    LargeOffset,           // value: s, being slewed
    WaitingForLocalClock,  // orphanwait runs; value: s
    StillMeasuring
};

struct ReasonValue
{
    Reason reason = Reason::StillMeasuring;
    double value = 0;

    friend bool operator==(const ReasonValue &, const ReasonValue &) = default;
};

struct Verdict
{
    VerdictState state = VerdictState::NoTarget;
    std::vector<ReasonValue> reasons;   // the deciding one first
    std::string peerName;               // of the system peer
    Endpoint peer;
    int stratum = 16;
    double offset = 0;
    double rootDistance = 0;
    double maxDistance = 1.5;
    int goodSources = 0;                // candidates and the system peer
    int allSources = 0;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

// Pure: the same snapshot, the same verdict.
[[nodiscard]] Verdict judge(const engine::Snapshot &snapshot);

// May bring time from elsewhere: neither an own clock nor a line that only sends, or only stands for others.
[[nodiscard]] bool isUpstream(const engine::AssociationSnapshot &association);
// It cannot be asked, because the key that its line names cannot be used.
[[nodiscard]] bool lacksKey(const engine::AssociationSnapshot &association);
// It may answer, but the daemon's own access rules drop that.
[[nodiscard]] bool isDropped(const engine::AssociationSnapshot &association);
// It says itself that it has no time to give.
[[nodiscard]] bool isUnsynchronised(const engine::AssociationSnapshot &association);
// Its time counts: it is followed, or combined.
[[nodiscard]] bool isUsed(const engine::AssociationSnapshot &association);
// A line that gives no time itself but stands for servers that it finds.
[[nodiscard]] bool seeks(const engine::AssociationSnapshot &association);

// Why one association is not used, in the order a person would ask. Empty for one that is used.
enum class SourceTrouble : unsigned char {
    NameUnresolved, NameFailed, NotAskedYet, NoAnswer, AnswersUnsynchronised, StratumTooHigh, DistanceTooLarge, Loop, KissedAway,
    Denied, KeyUntrusted, KeyMissing, AuthenticationFailed, NoSelect, Falseticker, Outlier, Backup, LocalClockWaits,
    PacketsInvalid, StillMeasuring
};
[[nodiscard]] std::vector<SourceTrouble> troublesOf(const engine::AssociationSnapshot &association);

} // namespace noonmark::monitor
