// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/verdict.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace noonmark::monitor {

namespace {

using engine::AssociationSnapshot;
using engine::DisciplineState;
using engine::KeyState;
using engine::Resolution;
using engine::Snapshot;
using engine::SourceKind;
using engine::Tally;

constexpr double LargestOffsetInSync = 0.128; // s; beyond it ntpd would step
constexpr double TimeToAnswer =
    30; // s; iburst is through by then, and without it the second question is near
constexpr double TimeToMeasure = 300;   // s; ntpd's stepout, in which the frequency is measured first
constexpr double LongestLocalPoll = 64; // s; the local clock is polled that often before it can be followed
constexpr std::uint32_t OrphanRefid = 0x7f000001;
constexpr std::uint8_t UnsynchronisedLeap = 3;
constexpr std::uint8_t UnsynchronisedStratum = 16;

bool isLocalClock(const AssociationSnapshot &association)
{
    return association.source.kind == SourceKind::LocalClock;
}

// A pool's own row asks nobody, and a manycast line only seeks; their servers have rows of their own. What is broadcast
// is for others.
bool isPlaceholder(const AssociationSnapshot &association)
{
    return seeks(association) || association.source.kind == SourceKind::Broadcast;
}

bool isResolved(const AssociationSnapshot &association)
{
    return association.resolution == Resolution::NotNeeded || association.resolution == Resolution::Done;
}

bool isTooFar(const AssociationSnapshot &association, double limit)
{
    return (association.flash & engine::Flash::PeerDistance) != 0 || !(association.rootDistance < limit);
}

// Each empty place of the filter counts 16 s, halved from place to place: young sources look far away.
bool isYoung(const AssociationSnapshot &association, double limit)
{
    return association.dispersion > limit / 2 && std::popcount(association.reach) < 4;
}

const AssociationSnapshot *systemPeer(const Snapshot &snapshot)
{
    const auto peer =
        std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                     [&](const AssociationSnapshot &a) { return a.id != 0 && a.id == snapshot.system.peer; });
    return peer == snapshot.associations.end() ? nullptr : &*peer;
}

template <typename Predicate> double count(const Snapshot &snapshot, Predicate predicate)
{
    return static_cast<double>(
        std::count_if(snapshot.associations.begin(), snapshot.associations.end(), predicate));
}

// The one conclusion that holds for every upstream that answers, if there is one.
ReasonValue judgeAnswers(const Snapshot &snapshot)
{
    const double limit = snapshot.selection.maxDistance;
    const auto answers = [](const AssociationSnapshot &a) { return isUpstream(a) && a.reach != 0; };
    const double usable = count(snapshot, [&](const auto &a) { return answers(a) && !isUnsynchronised(a); });
    const double near = count(
        snapshot, [&](const auto &a) { return answers(a) && !isUnsynchronised(a) && !isTooFar(a, limit); });
    const double liars = count(snapshot, [](const auto &a) { return a.tally == Tally::Falseticker; });
    const double good = count(snapshot, [](const auto &a) { return isUpstream(a) && isUsed(a); });
    if (usable == 0)
        return {Reason::SourcesUnsynchronised, 0};
    if (near == 0) {
        std::vector<double> distances;
        for (const AssociationSnapshot &a : snapshot.associations)
            if (answers(a) && !isUnsynchronised(a) && !isYoung(a, limit))
                distances.push_back(a.rootDistance);
        return distances.empty() ? ReasonValue{Reason::StillMeasuring, 0}
                                 : ReasonValue{Reason::RootDistanceTooLarge, std::ranges::min(distances)};
    }
    if (liars > 0 && good == 0)
        return {Reason::NoMajority, liars};
    if (near < snapshot.selection.minSane)
        return {Reason::TooFewSources, static_cast<double>(snapshot.selection.minSane)};
    return {Reason::StillMeasuring, 0};
}

// Why no upstream is followed. Names and silence come first: what follows from them explains nothing.
std::vector<ReasonValue> troublesOfUpstreams(const Snapshot &snapshot)
{
    const double named = count(
        snapshot, [](const auto &a) { return !isLocalClock(a) && a.source.kind != SourceKind::Broadcast; });
    if (named == 0)
        return {};
    if (count(snapshot, [](const auto &a) { return isUpstream(a) && a.reach != 0; }) > 0)
        return {judgeAnswers(snapshot)};
    std::vector<ReasonValue> reasons;
    const auto add = [&](Reason reason, auto holds) {
        if (const double number = count(snapshot, holds); number > 0)
            reasons.push_back({reason, number});
    };
    const auto isSilent = [](const auto &a) {
        return isResolved(a) && a.sent > 0 && a.kissCode == 0 && !isDropped(a);
    };
    add(Reason::NamesNotResolved,
        [](const auto &a) { return !isLocalClock(a) && a.resolution == Resolution::Failed; });
    add(Reason::KeysUnusable, [](const auto &a) { return isUpstream(a) && lacksKey(a); });
    add(Reason::SentAway, [](const auto &a) { return isUpstream(a) && a.kissCode != 0; });
    add(Reason::RepliesDropped, [](const auto &a) { return isUpstream(a) && isDropped(a); });
    add(Reason::NoSourceAnswers, [&](const auto &a) { return isUpstream(a) && isSilent(a); });
    if (reasons.empty())
        reasons.push_back({Reason::StillMeasuring, 0});
    return reasons;
}

// Whether a trouble may be no more than a beginning.
bool isEarly(Reason reason, double uptime)
{
    switch (reason) {
    case Reason::StillMeasuring:
    case Reason::RootDistanceTooLarge:
    case Reason::SourcesUnsynchronised:
        return uptime < TimeToMeasure;
    case Reason::NoSourceAnswers:
    case Reason::NamesNotResolved:
    case Reason::TooFewSources:
        return uptime < TimeToAnswer;
    default:
        return false;
    }
}

void judgeWithoutPeer(const Snapshot &snapshot, Verdict &verdict)
{
    verdict.reasons = troublesOfUpstreams(snapshot);
    const bool hasLocalClock =
        std::any_of(snapshot.associations.begin(), snapshot.associations.end(), isLocalClock);
    const double wait = snapshot.selection.orphanWait;
    if (hasLocalClock) {
        const ReasonValue waiting{Reason::WaitingForLocalClock, std::max(wait - snapshot.uptime, 0.0)};
        verdict.reasons.push_back(waiting);
    }
    if (verdict.reasons.empty())
        verdict.reasons.push_back({Reason::NoSourceConfigured, 0});
    const bool localClockIsOnlyLate = verdict.reasons.front().reason == Reason::WaitingForLocalClock &&
                                      snapshot.uptime < wait + LongestLocalPoll;
    const Reason first = verdict.reasons.front().reason;
    const bool isEarlyToTell = isEarly(first, snapshot.uptime);
    // What the sources say of themselves is a fact, however early; that they say nothing may yet change.
    const bool isSaid = first == Reason::SourcesUnsynchronised || first == Reason::RootDistanceTooLarge;
    if (isEarlyToTell && first != Reason::StillMeasuring)
        verdict.reasons.insert(isSaid ? verdict.reasons.end() : verdict.reasons.begin(),
                               {Reason::StillMeasuring, 0});
    const bool isStarting = localClockIsOnlyLate || isEarlyToTell;
    verdict.state = isStarting ? VerdictState::Starting : VerdictState::NotInSync;
}

// An own clock serves, and its clients agree, but nobody says that it is right: never a synchronised clock.
void judgeOwnClock(const Snapshot &snapshot, Verdict &verdict)
{
    verdict.state = VerdictState::OwnClock;
    if (!(snapshot.system.rootDistance < snapshot.selection.maxDistance)) // clients refuse it
        verdict.reasons.push_back({Reason::RootDistanceTooLarge, snapshot.system.rootDistance});
    verdict.reasons.push_back({Reason::RunsOnLocalClock, static_cast<double>(snapshot.system.stratum)});
    for (const ReasonValue &reason : troublesOfUpstreams(snapshot))
        verdict.reasons.push_back(reason);
}

void judgePeer(const Snapshot &snapshot, Verdict &verdict)
{
    const engine::SystemSnapshot &system = snapshot.system;
    const bool isFar = !(system.rootDistance < snapshot.selection.maxDistance);
    const bool isOff = !(std::fabs(system.offset) <= LargestOffsetInSync);
    if (isFar)
        verdict.reasons.push_back({Reason::RootDistanceTooLarge, system.rootDistance});
    if (isOff)
        verdict.reasons.push_back(
            {system.observing ? Reason::ClockNotCorrected : Reason::LargeOffset, system.offset});
    verdict.state = isFar || isOff ? VerdictState::NotInSync : VerdictState::InSync;
    verdict.reasons.push_back({Reason::FollowsPeer, system.offset});
}

Verdict figuresOf(const Snapshot &snapshot)
{
    Verdict verdict;
    verdict.stratum = snapshot.system.stratum;
    verdict.offset = snapshot.system.offset;
    verdict.rootDistance = snapshot.system.rootDistance;
    verdict.maxDistance = snapshot.selection.maxDistance;
    verdict.goodSources =
        static_cast<int>(count(snapshot, [](const auto &a) { return isUpstream(a) && isUsed(a); }));
    verdict.allSources = static_cast<int>(count(snapshot, isUpstream));
    if (const AssociationSnapshot *peer = systemPeer(snapshot)) {
        verdict.peerName = peer->source.name;
        verdict.peer = peer->remote;
    }
    return verdict;
}

} // namespace

bool isUpstream(const AssociationSnapshot &association)
{
    return !isLocalClock(association) && !isPlaceholder(association);
}

bool lacksKey(const AssociationSnapshot &association)
{
    return association.keyState == KeyState::Untrusted || association.keyState == KeyState::Missing;
}

bool isDropped(const AssociationSnapshot &association)
{
    return (association.flash & engine::Flash::Denied) != 0 && association.kissCode == 0;
}

bool isUnsynchronised(const AssociationSnapshot &association)
{
    return association.leap == UnsynchronisedLeap || association.stratum == 0 ||
           association.stratum >= UnsynchronisedStratum;
}

bool isUsed(const AssociationSnapshot &association)
{
    return association.tally == Tally::Candidate || association.tally == Tally::SystemPeer ||
           association.tally == Tally::PpsPeer;
}

bool seeks(const AssociationSnapshot &association)
{
    const SourceKind kind = association.source.kind;
    return kind == SourceKind::ManycastClient || (kind == SourceKind::Pool && association.configured);
}

Verdict judge(const Snapshot &snapshot)
{
    Verdict verdict = figuresOf(snapshot);
    const engine::SystemSnapshot &system = snapshot.system;
    if (system.state == DisciplineState::Panicked || system.panicOffset) {
        verdict.state = VerdictState::NotInSync;
        verdict.reasons = {{Reason::PanicRefused, system.panicOffset.value_or(system.offset)}};
        return verdict;
    }
    const AssociationSnapshot *peer = systemPeer(snapshot);
    const bool isServing = system.leap < UnsynchronisedLeap && system.stratum < UnsynchronisedStratum;
    const bool isOrphan = peer == nullptr && system.refid == OrphanRefid;
    const bool isOwnClock = isOrphan || (peer != nullptr && isLocalClock(*peer));
    if (isServing && isOwnClock)
        judgeOwnClock(snapshot, verdict);
    else if (isServing && peer != nullptr)
        judgePeer(snapshot, verdict);
    else
        judgeWithoutPeer(snapshot, verdict);
    return verdict;
}

namespace {

// What keeps the answers of a source from being used, in the order a person would ask.
std::vector<SourceTrouble> troublesOfAnswers(const AssociationSnapshot &association)
{
    const double limit = engine::SelectionConfig{}.maxDistance;
    std::vector<SourceTrouble> troubles;
    if (association.source.noSelect)
        troubles.push_back(SourceTrouble::NoSelect);
    if (isUnsynchronised(association))
        troubles.push_back(SourceTrouble::AnswersUnsynchronised);
    else if ((association.flash & (engine::Flash::Stratum | engine::Flash::PeerStratum)) != 0)
        troubles.push_back(SourceTrouble::StratumTooHigh);
    if ((association.flash & engine::Flash::PeerLoop) != 0)
        troubles.push_back(SourceTrouble::Loop);
    if ((association.flash & (engine::Flash::Header | engine::Flash::Bogus)) != 0)
        troubles.push_back(SourceTrouble::PacketsInvalid);
    const bool isRejected = association.tally == Tally::Reject;
    if (isRejected && troubles.empty() && isTooFar(association, limit))
        troubles.push_back(isYoung(association, limit) ? SourceTrouble::StillMeasuring
                                                       : SourceTrouble::DistanceTooLarge);
    if (isRejected && troubles.empty())
        troubles.push_back(SourceTrouble::StillMeasuring);
    if (association.tally == Tally::Falseticker)
        troubles.push_back(SourceTrouble::Falseticker);
    if (association.tally == Tally::Outlier)
        troubles.push_back(SourceTrouble::Outlier);
    if (association.tally == Tally::Backup || association.tally == Tally::Excess)
        troubles.push_back(SourceTrouble::Backup);
    return troubles;
}

} // namespace

std::vector<SourceTrouble> troublesOf(const AssociationSnapshot &association)
{
    if (isUsed(association))
        return {};
    if (association.resolution == Resolution::Pending)
        return {SourceTrouble::NameUnresolved};
    if (association.resolution == Resolution::Failed)
        return {SourceTrouble::NameFailed};
    if (isPlaceholder(association))
        return {};
    if (isLocalClock(association))
        return {SourceTrouble::LocalClockWaits};

    std::vector<SourceTrouble> troubles;
    if (association.kissCode != 0)
        troubles.push_back(SourceTrouble::KissedAway);
    if (isDropped(association))
        troubles.push_back(SourceTrouble::Denied);
    if (lacksKey(association))
        troubles.push_back(association.keyState == KeyState::Untrusted ? SourceTrouble::KeyUntrusted
                                                                       : SourceTrouble::KeyMissing);
    else if ((association.flash & engine::Flash::Authentication) != 0)
        troubles.push_back(SourceTrouble::AuthenticationFailed);
    if (association.reach == 0) {
        if (troubles.empty())
            troubles.push_back(association.sent == 0 ? SourceTrouble::NotAskedYet : SourceTrouble::NoAnswer);
        return troubles;
    }
    for (const SourceTrouble trouble : troublesOfAnswers(association))
        troubles.push_back(trouble);
    return troubles;
}

} // namespace noonmark::monitor
