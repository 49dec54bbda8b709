// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {
namespace {

using engine::EventKind;

// %1 is the source, %2 the value as an offset.
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
        return NOONMARK_TEXT("A correction of %2 was refused: it is beyond the panic threshold.");
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

const char *textOfSourceEvent(EventKind kind)
{
    switch (kind) {
    case EventKind::Mobilised:
        return NOONMARK_TEXT("%1 is asked for time from now on.");
    case EventKind::Demobilised:
        return NOONMARK_TEXT("%1 is no longer asked for time.");
    case EventKind::Unreachable:
        return NOONMARK_TEXT("%1 left the last eight questions unanswered and counts as unreachable.");
    case EventKind::Reachable:
        return NOONMARK_TEXT("%1 answers.");
    case EventKind::NoReply:
        return NOONMARK_TEXT("%1 did not answer.");
    case EventKind::RateExceeded:
        return NOONMARK_TEXT("%1 says that we ask too often: it is asked less often now.");
    case EventKind::AccessDenied:
        return NOONMARK_TEXT("%1 refuses to give us time.");
    case EventKind::BecameSystemPeer:
        return NOONMARK_TEXT("%1 is followed now.");
    case EventKind::Popcorn:
        return NOONMARK_TEXT("A single bad measurement of %1 was ignored: %2.");
    case EventKind::NameUnresolved:
        return NOONMARK_TEXT("The name %1 cannot be resolved; it is tried again.");
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
    const char *ofSystem = textOf(event.kind);
    return translated(ofSystem ? ofSystem : textOfSourceEvent(event.kind),
                      {quotable(event.source), offset(event.value)});
}

} // namespace noonmark::wording
