// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {
namespace {

using engine::EventKind;
using engine::SourceKind;

// %1 is the source, %2 the value as an offset, %3 as a plain number.
const char *textOf(EventKind kind)
{
    switch (kind) {
    case EventKind::FrequencyNotSet:
        return NOONMARK_TEXT("The clock's frequency is not known yet: it will be measured first.");
    case EventKind::FrequencySet:
        return NOONMARK_TEXT("The clock's frequency was taken from the drift file.");
    case EventKind::Spike:
        return NOONMARK_TEXT("The offset jumped to %2: the engine waits whether it stays.");
    case EventKind::FrequencyMode:
        return NOONMARK_TEXT("The clock's frequency is being measured.");
    case EventKind::ClockSync:
        return NOONMARK_TEXT("The clock has a source now that it follows.");
    case EventKind::Restart:
        return NOONMARK_TEXT("The engine started.");
    case EventKind::PanicStop:
        return NOONMARK_TEXT("The clock would need a correction of %2: that is beyond the panic threshold, so none is made "
                             "and no time is served.");
    case EventKind::NoSystemPeer:
        return NOONMARK_TEXT("There is no source left that can be followed.");
    case EventKind::LeapArmed:
        return NOONMARK_TEXT("A leap second is announced.");
    case EventKind::LeapDisarmed:
        return NOONMARK_TEXT("The announcement of a leap second was withdrawn.");
    case EventKind::LeapEvent:
        return NOONMARK_TEXT("The leap second happened.");
    case EventKind::ClockStep:
        return NOONMARK_TEXT("The clock was stepped by %2.");
    case EventKind::ClockDisturbed:
        return NOONMARK_TEXT("Somebody else set the clock by %2; the sources are asked anew.");
    case EventKind::ClockSlept:
        return NOONMARK_TEXT("The machine slept, and its clock was put forward by %2; the sources are asked anew.");
    case EventKind::ClockContested:
        return NOONMARK_TEXT("Another program steers the machine's clock, too: end it (systemd-timesyncd, chronyd or "
                             "ntpd), or neither keeps time.");
    default:
        return nullptr;
    }
}

// What a line begins to do, and ceases to.
const char *textOfUse(SourceKind role, bool begins)
{
    switch (role) {
    case SourceKind::Broadcast:
        return begins ? NOONMARK_TEXT("Time is broadcast to %1 from now on.")
                      : NOONMARK_TEXT("Time is no longer broadcast to %1.");
    case SourceKind::ManycastClient:
        return begins ? NOONMARK_TEXT("Servers are sought at %1 from now on.")
                      : NOONMARK_TEXT("Servers are no longer sought at %1.");
    case SourceKind::Pool:
        return begins ? NOONMARK_TEXT("Servers of the pool %1 are asked for time from now on.")
                      : NOONMARK_TEXT("Servers of the pool %1 are no longer asked for time.");
    case SourceKind::BroadcastClient:
        return begins ? NOONMARK_TEXT("The broadcasts of %1 are listened to from now on.")
                      : NOONMARK_TEXT("The broadcasts of %1 are no longer listened to.");
    case SourceKind::LocalClock:
        return begins ? NOONMARK_TEXT("The own clock %1 stands by for the time when all sources are gone.")
                      : NOONMARK_TEXT("The own clock %1 no longer stands by.");
    default:
        return begins ? NOONMARK_TEXT("%1 is asked for time from now on.")
                      : NOONMARK_TEXT("%1 is no longer asked for time.");
    }
}

const char *textOfSourceEvent(const engine::Event &event)
{
    switch (event.kind) {
    case EventKind::Mobilised:
    case EventKind::Demobilised:
        return textOfUse(event.role, event.kind == EventKind::Mobilised);
    case EventKind::Unreachable:
        return NOONMARK_TEXT("%1 left the last eight questions unanswered and counts as unreachable.");
    case EventKind::Reachable:
        return NOONMARK_TEXT("%1 answers.");
    case EventKind::NoReply:
        return NOONMARK_TEXT("%1 did not answer.");
    case EventKind::RateExceeded:
        return NOONMARK_TEXT("%1 says that we ask too often: it is asked less often now.");
    case EventKind::AccessDenied:
        return event.value != 0 ? NOONMARK_TEXT("Our own \"restrict\" lines drop the answers of %1.")
                                : NOONMARK_TEXT("%1 refuses to give us time.");
    case EventKind::BecameSystemPeer:
        return NOONMARK_TEXT("%1 is followed now.");
    case EventKind::Popcorn:
        return NOONMARK_TEXT("A single bad measurement of %1 was ignored: it was %2 away from those before.");
    case EventKind::NameUnresolved:
        return NOONMARK_TEXT("The name %1 cannot be resolved; it is tried again.");
    case EventKind::KeyUntrusted:
        return NOONMARK_TEXT("%1 is not asked: key %3 is not trusted. The line \"trustedkey %3\" is missing.");
    case EventKind::KeyMissing:
        return NOONMARK_TEXT("%1 is not asked: key %3 is not in the keys file.");
    case EventKind::NameResolved:
        return NOONMARK_TEXT("The name %1 was resolved.");
    default:
        return NOONMARK_TEXT("Something happened to %1.");
    }
}

} // namespace

QString sentence(const engine::Event &event)
{
    // Of a daemon that is only asked now and then it is known that it stepped, not how far.
    if (event.kind == EventKind::ClockStep && event.value == 0)
        return translated(NOONMARK_TEXT("The clock was stepped."));
    if (event.kind == EventKind::ClockSync && event.value > 0)
        return translated(NOONMARK_TEXT("No source is followed: the own time is served at stratum %1 from now on (orphan mode)."),
                          {QString::number(event.value)});
    const char *ofSystem = textOf(event.kind);
    return translated(ofSystem ? ofSystem : textOfSourceEvent(event),
                      {quotable(event.source), offset(event.value), QString::number(event.value, 'f', 0)});
}

} // namespace noonmark::wording
