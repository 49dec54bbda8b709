// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

namespace noonmark::wording {
namespace {

using monitor::Cause;
using monitor::Check;

struct CauseText
{
    Cause cause;
    const char *sentence;
    const char *remedy; // null: nothing to do
};

// What stands for %1, %2 ... is said in diagnose.h: words, counts, seconds.
constexpr CauseText Causes[] = {
    {Cause::DaemonAnswers, NOONMARK_TEXT("It answers queries: %1."), nullptr},
    {Cause::NameUnresolved, NOONMARK_TEXT("The name %1 cannot be resolved: %2."),
     NOONMARK_TEXT("Use the address, or mend the name service; /etc/hosts works without one.")},
    {Cause::NothingListens, NOONMARK_TEXT("%1 is up, but nothing listens on UDP port %2."),
     NOONMARK_TEXT("The daemon does not run. Look why, and start it.")},
    {Cause::NoAnswer, NOONMARK_TEXT("%1 answers neither queries nor requests for time."),
     NOONMARK_TEXT(
         "Look whether the host is up, whether the daemon runs, and whether a firewall drops UDP port 123.")},
    {Cause::QueriesForbidden,
     NOONMARK_TEXT("%1 gives time, but answers no queries: \"noquery\" forbids them from here."),
     NOONMARK_TEXT(
         "Allow queries from this machine with a \"restrict\" line of its own without \"noquery\" and "
         "\"limited\".")},
    {Cause::TimeGiven, NOONMARK_TEXT("It gives time to this machine: offset %1, delay %2."), nullptr},
    {Cause::TimeWithheld, NOONMARK_TEXT("%1 gives no time to this machine."),
     NOONMARK_TEXT("Look for \"noserve\" or \"ignore\" in its \"restrict\" lines, and at the firewall.")},
    {Cause::TimeRefusedByKiss, NOONMARK_TEXT("It refuses this machine with the kiss-o'-death %1."),
     NOONMARK_TEXT("Ask less often, or leave \"limited\" and \"kod\" out of the line for this machine.")},
    {Cause::PortHeld, NOONMARK_TEXT("UDP port %2 is held by %1."), nullptr},
    {Cause::PortHidden,
     NOONMARK_TEXT("UDP port %1 is in use; which program holds it can only be seen as root."), nullptr},
    {Cause::PortFree, NOONMARK_TEXT("Nobody holds UDP port %1: no time service runs on this machine."),
     NOONMARK_TEXT("Start the daemon.")},
    {Cause::SourcesNamed, NOONMARK_TEXT("Upstream sources: %1."), nullptr},
    {Cause::NoSources, NOONMARK_TEXT("No time source is configured."),
     NOONMARK_TEXT("Add a server, or switch to the machine's own clock.")},
    {Cause::OnlyLocalClock, NOONMARK_TEXT("No upstream is configured, only the machine's own clock."),
     NOONMARK_TEXT("That is right for an isolated master. To follow true time, add a server.")},
    {Cause::SourcesSought, NOONMARK_TEXT("No server has been found yet; they are sought by: %1."),
     NOONMARK_TEXT("Look whether a server answers there, and whether it is trusted: who is sought by "
                   "manycast must sign "
                   "with a trusted key.")},
    {Cause::NamesGood, NOONMARK_TEXT("All sources have an address."), nullptr},
    {Cause::NamesFail, NOONMARK_TEXT("These names cannot be resolved: %1."),
     NOONMARK_TEXT("Look whether the name service is reachable, or write addresses instead of names.")},
    {Cause::NamesPending, NOONMARK_TEXT("These names are still being looked up: %1."),
     NOONMARK_TEXT("If it lasts, the name service is not reachable: write addresses instead of names.")},
    {Cause::SourcesAnswer, NOONMARK_TEXT("%1 of %2 sources answer."), nullptr},
    {Cause::AllSilentHereToo,
     NOONMARK_TEXT("No source answers, neither to the daemon nor to this program (%1; asked: %2)."),
     NOONMARK_TEXT("The network is down, or a firewall between here and there drops UDP port 123: ask for "
                   "outgoing UDP 123 "
                   "and its answers to be let through.")},
    {Cause::SilentToDaemonOnly,
     NOONMARK_TEXT("The daemon hears nothing from %1, but this program gets answers from there."),
     NOONMARK_TEXT("Those hosts work. The daemon's own \"restrict\" lines drop the answers, or a firewall "
                   "on its way there bars packets from source port 123.")},
    {Cause::PortClosedThere, NOONMARK_TEXT("These hosts are up, but no time service listens there: %1."),
     NOONMARK_TEXT("Start the service there, or name another server.")},
    {Cause::NoWayThere, NOONMARK_TEXT("There is no way to %1: no route, or a firewall says no."),
     NOONMARK_TEXT("Look at the route, the cable and the firewall's reject rules.")},
    {Cause::SomeSilent, NOONMARK_TEXT("Silent sources: %1 (%2 of %3)."),
     NOONMARK_TEXT("The others answer, so the network is up: look at these hosts.")},
    {Cause::NoneAnswers, NOONMARK_TEXT("No source answers the daemon: %1 (asked: %2)."),
     NOONMARK_TEXT(
         "Look whether the network is up, whether a firewall lets UDP port 123 and its answers through, and "
         "whether a time service runs there.")},
    {Cause::NobodyAsked, NOONMARK_TEXT("No source can be asked: the other checks say why."), nullptr},
    {Cause::Welcomed, NOONMARK_TEXT("No source sends us away."), nullptr},
    {Cause::Kissed, NOONMARK_TEXT("%1 told the daemon to slow down or to go away (kiss-o'-death %2)."),
     NOONMARK_TEXT("Take \"burst\" and small \"minpoll\" values out of its line; with DENY or RSTR ask its "
                   "administrator.")},
    {Cause::DroppedByUs, NOONMARK_TEXT("The daemon's own access rules drop the answers of %1."),
     NOONMARK_TEXT(
         "\"restrict\" lines hold for the answers of sources, too: add the line \"restrict source nomodify "
         "notrap noquery\".")},
    {Cause::Unsigned, NOONMARK_TEXT("No source is signed by a key; nothing can fail there."), nullptr},
    {Cause::SignedWell, NOONMARK_TEXT("Sources whose signature is good: %1."), nullptr},
    {Cause::KeyWrong, NOONMARK_TEXT("The answers of %1 are not signed with the right key."),
     NOONMARK_TEXT(
         "Number, kind and secret must be the same in both keys files, and the number must stand in "
         "\"trustedkey\" on both sides.")},
    {Cause::KeyUnproven,
     NOONMARK_TEXT("%1: asked with a key, and no answer that counts. Who does not know the key answers so."),
     NOONMARK_TEXT(
         "Number, kind and secret must be the same in both keys files, and the number must stand in "
         "\"trustedkey\" on both sides.")},
    {Cause::KeyUntrusted, NOONMARK_TEXT("%1: not asked. Keys that are not trusted: %2."),
     NOONMARK_TEXT(
         "Write \"trustedkey %2\" into ntp.conf; keys that are trusted already stay on that line.")},
    {Cause::KeyMissing, NOONMARK_TEXT("%1: not asked. Keys that are not in the keys file: %2."),
     NOONMARK_TEXT(
         "Put %2 into the file that the \"keys\" line names, as the server has it, and the number into the "
         "\"trustedkey\" line.")},
    {Cause::UpstreamSynchronised, NOONMARK_TEXT("The sources that answer are synchronised."), nullptr},
    {Cause::UpstreamNot, NOONMARK_TEXT("These sources answer, but are not synchronised themselves: %1."),
     NOONMARK_TEXT(
         "Look there: this machine cannot mend it. A fresh start of a server takes a few minutes.")},
    {Cause::NearEnough, NOONMARK_TEXT("The root distance of the best source is %1, below the limit of %2."),
     nullptr},
    {Cause::TooFar, NOONMARK_TEXT("The best source, %1, has a root distance of %2; the limit is %3."),
     NOONMARK_TEXT(
         "It runs on its own clock for long, or the way is very slow. \"tos maxdist\" raises the limit.")},
    {Cause::Agreed, NOONMARK_TEXT("%1 of %2 sources agree and are used."), nullptr},
    {Cause::NoMajority, NOONMARK_TEXT("The sources contradict each other, and none is believed: %1."),
     NOONMARK_TEXT("Ask each of them, and take out the one that is wrong. With two sources nobody can tell: "
                   "use four.")},
    {Cause::Liars, NOONMARK_TEXT("These sources contradict the majority and are left out: %1."),
     NOONMARK_TEXT("Take them out, or look at them: their time is wrong.")},
    {Cause::TooFew, NOONMARK_TEXT("Good sources: %1; \"tos minsane\" demands %2."),
     NOONMARK_TEXT("Add sources, or lower \"tos minsane\".")},
    {Cause::Followed, NOONMARK_TEXT("%1 is followed; its offset is %2."), nullptr},
    {Cause::FollowsLocalClock,
     NOONMARK_TEXT(
         "The machine's own clock is followed, at stratum %1: clients agree, but nobody checks this time."),
     nullptr},
    {Cause::StillMeasuring, NOONMARK_TEXT("No source is chosen yet, %1 after the start."),
     NOONMARK_TEXT("Wait: choosing takes up to five minutes; \"iburst\" makes it seconds.")},
    {Cause::NothingToFollow, NOONMARK_TEXT("No source is followed."), nullptr},
    {Cause::ClockGood, NOONMARK_TEXT("The clock is steered; it is off by %1."), nullptr},
    {Cause::ClockLargeOffset, NOONMARK_TEXT("The clock is off by %1 and is being brought back."),
     NOONMARK_TEXT("Wait, or let the daemon step it: \"tinker step\" must not forbid it.")},
    {Cause::ClockObserved,
     NOONMARK_TEXT(
         "The clock is only observed, never corrected, as it was asked or because the right to set it "
         "(CAP_SYS_TIME) is missing: the log says which. It is off by %1."),
     nullptr},
    {Cause::ClockPanic, NOONMARK_TEXT("The clock is off by %1, and the daemon refuses to correct that much."),
     NOONMARK_TEXT("Set the clock once: stop the daemon and run the command, then start it again.")},
    {Cause::ClientsServed, NOONMARK_TEXT("Packets received from clients and servers: %1."), nullptr},
    {Cause::ClientsRefused, NOONMARK_TEXT("Refused by the access rules: %1 of %2 packets."),
     NOONMARK_TEXT("Look whether a network of yours is missing in the \"restrict\" lines.")},
    {Cause::ClientsLimited,
     NOONMARK_TEXT("Answered more slowly than asked, by \"limited\": %1 of %2 packets."),
     NOONMARK_TEXT("Look which clients ask too often.")},
};

const CauseText *find(Cause cause)
{
    const auto found = std::ranges::find(Causes, cause, &CauseText::cause);
    return found == std::end(Causes) ? nullptr : found;
}

bool isOffset(Cause cause)
{
    switch (cause) {
    case Cause::TimeGiven:
    case Cause::Followed:
    case Cause::ClockGood:
    case Cause::ClockLargeOffset:
    case Cause::ClockObserved:
    case Cause::ClockPanic:
        return true;
    default:
        return false;
    }
}

QStringList argumentsOf(const Check &check)
{
    QStringList arguments;
    for (const std::string &word : check.words)
        arguments += quotable(word);
    for (const std::uint64_t count : check.counts)
        arguments += QString::number(count);
    for (std::size_t i = 0; i < check.seconds.size(); ++i)
        arguments += i == 0 && isOffset(check.cause) ? offset(check.seconds[i]) : span(check.seconds[i]);
    return arguments;
}

} // namespace

QString title(monitor::CheckId check)
{
    // In the order of CheckId.
    static constexpr const char *Titles[] = {NOONMARK_TEXT("Does the daemon answer?"),
                                             NOONMARK_TEXT("Does it give time?"),
                                             NOONMARK_TEXT("Who holds the port?"),
                                             NOONMARK_TEXT("Are there sources?"),
                                             NOONMARK_TEXT("Are their names resolved?"),
                                             NOONMARK_TEXT("Do they answer?"),
                                             NOONMARK_TEXT("Are we welcome there?"),
                                             NOONMARK_TEXT("Are the signatures right?"),
                                             NOONMARK_TEXT("Are they synchronised?"),
                                             NOONMARK_TEXT("Are they near enough?"),
                                             NOONMARK_TEXT("Do they agree?"),
                                             NOONMARK_TEXT("Is one followed?"),
                                             NOONMARK_TEXT("Is the clock steered?"),
                                             NOONMARK_TEXT("Are clients served?")};
    return translated(Titles[std::min<std::size_t>(static_cast<std::size_t>(check), std::size(Titles) - 1)]);
}

QString sentence(const Check &check)
{
    const CauseText *text = find(check.cause);
    return text == nullptr ? QString() : translated(text->sentence, argumentsOf(check));
}

QString remedy(const Check &check)
{
    const CauseText *text = find(check.cause);
    const bool hasOne =
        text != nullptr && text->remedy != nullptr && check.state != monitor::CheckState::Good;
    return hasOne ? translated(text->remedy, argumentsOf(check)) : QString();
}

QString conclusion(const monitor::Diagnosis &diagnosis)
{
    const Check *cause = diagnosis.cause();
    const bool isFine = diagnosis.verdict.state == monitor::VerdictState::InSync ||
                        diagnosis.verdict.state == monitor::VerdictState::OwnClock;
    if (cause == nullptr)
        return translated(NOONMARK_TEXT("Nothing is wrong."));
    if (diagnosis.verdict.state == monitor::VerdictState::Starting)
        return translated(NOONMARK_TEXT("So far: %1"), {sentence(*cause)});
    return isFine ? translated(NOONMARK_TEXT("It works; worth a look: %1"), {sentence(*cause)})
                  : translated(NOONMARK_TEXT("The cause: %1"), {sentence(*cause)});
}

} // namespace noonmark::wording
