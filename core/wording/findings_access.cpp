// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/findings.h"

#include "core/wording/text.h"

namespace noonmark::wording {
namespace {

using config::Finding;

constexpr FindingText AddressTexts[] = {
    {Finding::NotAnAddress, NOONMARK_TEXT("\"%1\" is not a valid address: the daemon ignores the line, at "
                                          "best after it looked for a host of that name.")},
    {Finding::PrefixNotUnderstood,
     NOONMARK_TEXT("Classic ntpd does not understand \"%1\" and ignores the line: write \"mask %2\", which "
                   "both families "
                   "of daemons read."),
     NOONMARK_TEXT("Classic ntpd does not understand \"%1\" and ignores the line: write the network's mask "
                   "instead, which "
                   "both families of daemons read."),
     1},
    {Finding::PrefixOutOfRange, NOONMARK_TEXT("The prefix length %1 is not possible: ntpsec silently takes "
                                              "the single host, classic ntpd ignores the "
                                              "line.")},
    {Finding::HostBitsBeyondMask,
     NOONMARK_TEXT("%1 has bits beyond its mask %2: the rule holds for all of %3, not only for this host.")},
    {Finding::MaskMissing, NOONMARK_TEXT("%1 looks like a network but has no mask, so the rule holds for the "
                                         "single host %1: add \"mask %2\".")},
    {Finding::MaskInvalid, NOONMARK_TEXT("\"%1\" is not a network mask: the daemon ignores the line.")},
    {Finding::MaskNotContiguous,
     NOONMARK_TEXT("The mask %1 has holes and covers scattered addresses; did you mean %2?"),
     NOONMARK_TEXT("The mask %1 has holes and covers scattered addresses: check it for a slip of the pen."),
     1},
    {Finding::WildcardMask, NOONMARK_TEXT("%1 is a wildcard mask as routers use it, ntpd wants a network "
                                          "mask: as it stands the network is not "
                                          "covered; write %2.")},
    {Finding::MaskFamily,
     NOONMARK_TEXT(
         "The mask %1 is of another address family than %2: the daemon changes its default entry instead, or "
         "aborts.")},
    {Finding::MaskOnDefault,
     NOONMARK_TEXT("\"default\" takes no mask: the daemon drops the mask and all flags behind it.")},
    {Finding::MaskAfterFlags,
     NOONMARK_TEXT(
         "The mask must stand directly behind the address: here the rule holds for a single host, and what "
         "follows is dropped.")},
    {Finding::FamilyContradiction,
     NOONMARK_TEXT("\"%1\" contradicts the address %2: the daemon ignores the line.")},
    {Finding::FamilyAfterDefault,
     NOONMARK_TEXT("\"%1\" must stand before \"default\": as it stands, none of the flags is applied.")},
    {Finding::FamilyWithMask,
     NOONMARK_TEXT(
         "ntpsec accepts no \"%1\" together with a mask: it would open the single host and drop the flags; "
         "leave \"%1\" out.")},
    {Finding::OctalAddress, NOONMARK_TEXT("A number with a leading zero is octal: \"%1\" is read as %2.")},
    {Finding::ShortAddress, NOONMARK_TEXT("\"%1\" is not a whole address and is read as %2."),
     NOONMARK_TEXT("\"%1\" is a number and not an address: the daemon skips the line."), 1},
    {Finding::AddressWithPort,
     NOONMARK_TEXT(
         "An access rule takes no port: the daemon looks \"%1\" up as a name and ignores the line.")},
    {Finding::HostNameInRestrict,
     NOONMARK_TEXT("The name %1 is looked up once, when the daemon starts: addresses that it gets later are "
                   "not covered, "
                   "so write the address, or \"restrict source\" for time sources.")},
    {Finding::EverybodyByName,
     NOONMARK_TEXT("\"%1\" is not an address; the word for everybody is \"default\".")},
    {Finding::UnspecifiedHost,
     NOONMARK_TEXT(
         "Without a mask this is one single host that nobody has: for everybody write \"default\".")},
    {Finding::RestrictOnReferenceClock,
     NOONMARK_TEXT(
         "%1 is the local clock or another reference clock and not a host: it sends no packets, and the rule "
         "has no effect.")},
    {Finding::RestrictOnMulticast,
     NOONMARK_TEXT("%1 is a multicast address: no packet ever comes from one, and the rule has no effect.")},
    {Finding::MappedAddress,
     NOONMARK_TEXT(
         "%1 is an IPv4 address in IPv6 clothes: no client ever matches it; write the IPv4 address.")},
    {Finding::FlagBeforeAddress, NOONMARK_TEXT("\"%1\" stands where an address is expected: the address "
                                               "comes first, then the flags; as it stands the "
                                               "daemon skips the line.")},
    {Finding::SecondAddress,
     NOONMARK_TEXT("One rule holds for one address: the daemon drops %1 and the rest of the line.")},
    {Finding::MaskAfterSlash, NOONMARK_TEXT("A mask does not follow a \"/\": write \"%1 mask %2\"; as it "
                                            "stands ntpsec takes the single host, and "
                                            "classic ntpd ignores the line.")},
    {Finding::PrefixAndMask, NOONMARK_TEXT("The network is given twice, by the prefix length %1 and by the "
                                           "mask %2: ntpsec drops the mask, classic "
                                           "ntpd ignores the line.")},
    {Finding::MaskOnName,
     NOONMARK_TEXT("The daemons disagree on a mask behind the name %1: write the numeric address.")},
    {Finding::AddressRange, NOONMARK_TEXT("\"%1\": a range from one address to another is not understood, "
                                          "and the line is ignored; write networks "
                                          "with masks.")},
    {Finding::AddressWildcard,
     NOONMARK_TEXT("\"%1\": an asterisk is not understood, and the line is ignored; write \"%2\"."),
     NOONMARK_TEXT(
         "\"%1\": an asterisk is not understood, and the line is ignored; write the network with its mask."),
     1},
    {Finding::FamilyWithSource,
     NOONMARK_TEXT("\"restrict source\" takes no \"%1\": the daemon skips the line.")},
    {Finding::PeerLimitAfterFlags,
     NOONMARK_TEXT(
         "\"ippeerlimit\" must stand before the flags: here the daemon drops it and the rest of the line.")},
};

constexpr FindingText AccessTexts[] = {
    {Finding::KodWithoutLimited,
     NOONMARK_TEXT("\"kod\" does nothing without \"limited\": nobody is limited here, and nobody is told.")},
    {Finding::NotrustNeedsKeys, NOONMARK_TEXT("\"notrust\" refuses every packet without a valid key, and no "
                                              "keys are set up: these hosts get no time "
                                              "at all. It does not mean \"do not follow them\".")},
    {Finding::NopeerBlocksPool,
     NOONMARK_TEXT(
         "\"nopeer\" for everybody keeps out the servers that the pool in line %1 finds: add a \"restrict "
         "source\" line without nopeer.")},
    {Finding::UpstreamShutOut,
     NOONMARK_TEXT(
         "\"%2\" also drops the replies of our own server %1, so its time never arrives: add a \"restrict "
         "source\" line that lets it in.")},
    {Finding::DefaultOpen, NOONMARK_TEXT("Nothing is denied to anybody: every host may query this daemon, "
                                         "and attackers use such answers to flood "
                                         "others.")},
    {Finding::QueryOpenToAll,
     NOONMARK_TEXT(
         "Every host may query this daemon's state, and attackers use the large answers to flood others: add "
         "\"noquery\"; it never denies time.")},
    {Finding::LoopbackShutOut,
     NOONMARK_TEXT("Not even this machine itself may query the daemon at %1: ntpq gets no answer here.")},
    {Finding::OnlyOneFamily, NOONMARK_TEXT("The rule for everybody holds for %1 only: over the other address "
                                           "family everybody keeps full access.")},
    {Finding::WeakerFamily,
     NOONMARK_TEXT("The %1 default is weaker than that of the other family: it lacks %2.")},
    {Finding::MergedEntries,
     NOONMARK_TEXT(
         "Line %1 has a rule for the same addresses: the daemon merges both, flags only ever add up, and the "
         "result is \"%2\"."),
     NOONMARK_TEXT("Line %1 has a rule for the same addresses already: this one changes nothing."), 1},
    {Finding::UnreachableEntry,
     NOONMARK_TEXT("This rule is never reached: the one in line %1 matches all of its addresses first.")},
    {Finding::RedundantFlags, NOONMARK_TEXT("\"%1\" already includes %2: they can go.")},
    {Finding::FlagWithoutEffect, NOONMARK_TEXT("\"%1\" has no effect here: the daemon ignores it.")},
    {Finding::DangerousFlag,
     NOONMARK_TEXT("\"%1\" does more harm than it seems: remove it unless you are sure that you need it.")},
    {Finding::MonitorWithLimited, NOONMARK_TEXT("\"disable monitor\" has no effect while a rule has "
                                                "\"limited\", because the limit needs the list of "
                                                "clients.")},
    {Finding::SourceTemplateShutsOut,
     NOONMARK_TEXT("\"%1\" in \"restrict source\" shuts out the very servers that it is meant to let in.")},
    {Finding::NtpPortOnDefault, NOONMARK_TEXT("\"ntpport\" limits this rule to packets from port 123: most "
                                              "clients use other ports and escape it, and "
                                              "ntpd 4.2.8p18 never applies it to anybody.")},
    {Finding::PartlyShadowed, NOONMARK_TEXT("For some of its addresses the rule for %1 is not reached: the "
                                            "one in line %2 is found first, because "
                                            "the mask has holes.")},
    {Finding::SameAsEnclosing,
     NOONMARK_TEXT("This rule changes nothing: the wider one in line %1 has the same flags.")},
};

} // namespace

std::span<const FindingText> findingsOfAddresses()
{
    return AddressTexts;
}

std::span<const FindingText> findingsOfAccess()
{
    return AccessTexts;
}

} // namespace noonmark::wording
