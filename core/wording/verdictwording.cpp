// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

using monitor::Reason;
using monitor::VerdictState;

QString peerOf(const monitor::Verdict &verdict)
{
    const QString address = plain(verdict.peer.address.toString());
    const QString name = quotable(verdict.peerName);
    if (name.isEmpty() || name == address)
        return address;
    return verdict.peer == Endpoint{} ? name : u"%1 (%2)"_s.arg(name, address);
}

const char *textOf(Reason reason)
{
    switch (reason) {
    case Reason::FollowsPeer:
        return NOONMARK_TEXT("It follows a good source; the offset is %1.");
    case Reason::RunsOnLocalClock:
        return NOONMARK_TEXT(
            "It serves this machine's own time at stratum %2: clients agree with each other, but nobody "
            "checks that this time is right.");
    case Reason::NoSourceConfigured:
        return NOONMARK_TEXT(
            "No time source is configured: add a server, or switch to the machine's own clock.");
    case Reason::NamesNotResolved:
        return NOONMARK_TEXT("Names of sources that cannot be resolved: %2. Is the name service reachable?");
    case Reason::NoSourceAnswers:
        return NOONMARK_TEXT("No source answers (asked: %2). Is the network up, and does a firewall let UDP "
                             "port 123 through?");
    case Reason::KeysUnusable:
        return NOONMARK_TEXT("Sources that cannot be asked, because their keys are not trusted or not there: %2. Look at "
                             "\"trustedkey\" and the keys file.");
    case Reason::SentAway:
        return NOONMARK_TEXT(
            "Sources that told us to slow down or to go away: %2. Ask less often, or ask their "
            "administrators.");
    case Reason::RepliesDropped:
        return NOONMARK_TEXT(
            "Sources whose answers our own access rules drop: %2. Look at the \"restrict\" lines.");
    case Reason::SourcesUnsynchronised:
        return NOONMARK_TEXT("The sources answer, but are not synchronised themselves.");
    case Reason::NoMajority:
        return NOONMARK_TEXT("The sources disagree and no majority can be found: at least one of them lies.");
    case Reason::TooFewSources:
        return NOONMARK_TEXT("Too few good sources: \"tos minsane\" demands %2.");
    case Reason::RootDistanceTooLarge:
        return NOONMARK_TEXT("The root distance of %3 is beyond the limit, so this time is not believed: it "
                             "may be wrong by as much.");
    case Reason::ClockNotCorrected:
        return NOONMARK_TEXT("The clock is off by %1 and is only observed, never corrected, by this engine.");
    case Reason::PanicRefused:
        return NOONMARK_TEXT(
            "The clock is off by %1, more than the panic threshold: the correction was refused. Set the "
            "clock once by hand, or start the daemon with -g.");
    case Reason::LargeOffset:
        return NOONMARK_TEXT("The clock is off by %1 and is being brought back slowly.");
    case Reason::WaitingForLocalClock:
        return NOONMARK_TEXT("All upstream servers are gone: the own clock takes over in %2 s.");
    case Reason::StillMeasuring:
        return NOONMARK_TEXT("It is still measuring: the first minutes tell little.");
    }
    return NOONMARK_TEXT("The reason is not known.");
}

QString figures(const monitor::Verdict &verdict)
{
    return translated(NOONMARK_TEXT("off by %1 · root distance %2 · %3 of %4 sources good"),
                      {offset(verdict.offset), span(verdict.rootDistance),
                       QString::number(verdict.goodSources), QString::number(verdict.allSources)});
}

struct SilenceText
{
    const char *headline;
    const char *brief;
};

// Who gives time but tells nothing is no dead host.
SilenceText textOf(const std::optional<Error> &silence)
{
    switch (silence ? silence->failure : Failure::NoAnswer) {
    case Failure::QueriesForbidden:
        return {NOONMARK_TEXT("It gives time, but forbids queries"), NOONMARK_TEXT("Queries forbidden")};
    case Failure::NameUnresolved:
        return {NOONMARK_TEXT("There is no host of this name"), NOONMARK_TEXT("Unknown name")};
    case Failure::Refused:
        return {NOONMARK_TEXT("No time daemon runs there"), NOONMARK_TEXT("No daemon")};
    default:
        return {NOONMARK_TEXT("No time daemon answers"), NOONMARK_TEXT("No answer")};
    }
}

} // namespace

QString headline(const monitor::Verdict &verdict, const std::optional<Error> &silence)
{
    const QString stratum = QString::number(verdict.stratum);
    switch (verdict.state) {
    case VerdictState::InSync:
        return translated(NOONMARK_TEXT("In sync with %1, stratum %2"), {peerOf(verdict), stratum});
    case VerdictState::OwnClock:
        return translated(NOONMARK_TEXT("Running on its own clock, stratum %1"), {stratum});
    case VerdictState::Starting:
        return translated(NOONMARK_TEXT("Starting: too early to tell"));
    case VerdictState::NotInSync:
        return translated(NOONMARK_TEXT("Not in sync"));
    case VerdictState::NoTarget:
        return translated(textOf(silence).headline);
    }
    return {};
}

QString details(const monitor::Verdict &verdict)
{
    switch (verdict.state) {
    case VerdictState::InSync:
        return figures(verdict);
    case VerdictState::NoTarget:
        return translated(NOONMARK_TEXT("Is it running, and does it allow queries from here?"));
    default:
        return verdict.reasons.empty() ? QString() : sentence(verdict.reasons.front());
    }
}

QString sentence(const monitor::ReasonValue &reason)
{
    return translated(textOf(reason.reason),
                      {offset(reason.value), QString::number(std::lround(reason.value)), span(reason.value)});
}

QString shortVerdict(const monitor::Verdict &verdict, const std::optional<Error> &silence)
{
    const QString stratum = QString::number(verdict.stratum);
    switch (verdict.state) {
    case VerdictState::InSync:
        return translated(NOONMARK_TEXT("In sync · stratum %1 · %2"), {stratum, offset(verdict.offset)});
    case VerdictState::OwnClock:
        return translated(NOONMARK_TEXT("Own clock · stratum %1"), {stratum});
    case VerdictState::Starting:
        return translated(NOONMARK_TEXT("Starting"));
    case VerdictState::NotInSync:
        return translated(NOONMARK_TEXT("Not in sync"));
    case VerdictState::NoTarget:
        return translated(textOf(silence).brief);
    }
    return {};
}

} // namespace noonmark::wording
