// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"
#include "core/wording/text.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

namespace noonmark::wording {
namespace {

using monitor::QueryResult;
using monitor::QueryTrouble;
using monitor::TraceEnd;
using monitor::TraceHop;

struct TroubleText
{
    const char *shortly;
    const char *sentence;
};

// In the order of QueryTrouble; %1 the address asked, %2 how often, %3 a kiss code, %4 the stratum, %5 the
// root distance, %6 what the name service said.
constexpr TroubleText Troubles[] = {
    {NOONMARK_TEXT("gives time"), NOONMARK_TEXT("It gives time that a client can follow.")},
    {NOONMARK_TEXT("name unknown"), NOONMARK_TEXT("Its name cannot be resolved: %6.")},
    {NOONMARK_TEXT("no answer"),
     NOONMARK_TEXT(
         "%1 was asked %2 times and did not answer: it is down, a firewall drops UDP port 123 on the way, or "
         "\"restrict … noserve\" or \"ignore\" keeps it silent towards this machine.")},
    {NOONMARK_TEXT("port closed"),
     NOONMARK_TEXT("%1 is up, but nothing listens on that UDP port: its time service does not run.")},
    {NOONMARK_TEXT("no way there"),
     NOONMARK_TEXT("There is no way to %1: no route leads there, or a firewall on the way says no.")},
    {NOONMARK_TEXT("wrong origin"),
     NOONMARK_TEXT(
         "Answers came that belong to no question of ours: somebody forges them, or %1 is broken.")},
    {NOONMARK_TEXT("no NTP answer"), NOONMARK_TEXT("%1 answered, but not as a time server does.")},
    {NOONMARK_TEXT("kiss-o'-death"), NOONMARK_TEXT("It sent the kiss-o'-death %3 instead of the time: RATE "
                                                   "means that it is asked too often, DENY and RSTR "
                                                   "that it does not serve this machine.")},
    {NOONMARK_TEXT("not signed"),
     NOONMARK_TEXT("Its answer is not signed although the question was: it knows no keys, or not this one.")},
    {NOONMARK_TEXT("key unknown"), NOONMARK_TEXT("It rejects the key: it does not know its number, does not "
                                                 "trust it, or has another secret under it.")},
    {NOONMARK_TEXT("wrong signature"),
     NOONMARK_TEXT("Its answer is signed with another key or another secret, or was changed on the way.")},
    {NOONMARK_TEXT("no time"), NOONMARK_TEXT("It answered, but its packet carries no time.")},
    {NOONMARK_TEXT("not synchronised"),
     NOONMARK_TEXT(
         "It answers, but says itself that it is not synchronised (leap indicator 3): clients refuse it.")},
    {NOONMARK_TEXT("stratum too high"),
     NOONMARK_TEXT("It answers with stratum %4, which means \"not synchronised\": clients refuse it.")},
    {NOONMARK_TEXT("too far away"),
     NOONMARK_TEXT(
         "Its root distance of %5 is beyond the limit of ntpd: its time may be wrong by as much, and clients "
         "refuse it.")},
};

const TroubleText &textOf(const QueryResult &result)
{
    static constexpr TroubleText Asking = {NOONMARK_TEXT("asking…"), NOONMARK_TEXT("It is being asked.")};
    static constexpr TroubleText SilentToKey = {
        NOONMARK_TEXT("no answer"),
        NOONMARK_TEXT("%1 was asked %2 times with a signed question and did not answer: ntpsec is silent "
                      "towards a key that it does "
                      "not know. Ask without the key to tell this from a firewall.")};
    if (!result.done && !result.gaveTime())
        return Asking;
    if (result.isSigned && result.trouble == QueryTrouble::Silent)
        return SilentToKey;
    return Troubles[std::min<std::size_t>(static_cast<std::size_t>(result.trouble), std::size(Troubles) - 1)];
}

// In the order of TraceEnd; %1 the next host.
constexpr const char *Ends[] = {
    NOONMARK_TEXT("follows %1"),
    NOONMARK_TEXT("has a reference clock: this is the root"),
    NOONMARK_TEXT("runs on its own clock: nobody checks this time"),
    NOONMARK_TEXT("is in orphan mode: the servers agree among themselves, without an upstream"),
    NOONMARK_TEXT("follows nobody: it is not synchronised"),
    NOONMARK_TEXT("follows %1, which was passed already: the chain is a loop"),
    NOONMARK_TEXT("the chain is longer than any stratum allows: given up here"),
    NOONMARK_TEXT(
        "is silent: it forbids queries and gives no time to this machine, or a firewall is between"),
    NOONMARK_TEXT("nothing listens on its UDP port: no time service runs there"),
    NOONMARK_TEXT("forbids queries, and its reference id does not tell whom it follows"),
    NOONMARK_TEXT("its name cannot be resolved"),
};

} // namespace

QString sentence(const QueryResult &result)
{
    const QString code = plain(protocol::refidText(result.kiss));
    return translated(textOf(result).sentence,
                      {plain(result.endpoint.address.toString()), QString::number(result.asked), code,
                       QString::number(result.figures.best.packet.stratum), span(result.figures.rootDistance),
                       quotable(result.systemText)});
}

QString shortly(const QueryResult &result)
{
    return translated(textOf(result).shortly);
}

QString refid(const protocol::Packet &packet)
{
    return plain(protocol::refidForPeople(packet.refid, packet.stratum));
}

QString leap(std::uint8_t leap)
{
    static constexpr const char *Texts[] = {
        NOONMARK_TEXT("no leap second"), NOONMARK_TEXT("leap second to insert"),
        NOONMARK_TEXT("leap second to delete"), NOONMARK_TEXT("not synchronised")};
    return translated(Texts[leap & 3]);
}

QString nameOf(const TraceHop &hop)
{
    const QString address = plain(hop.endpoint.address.toString());
    const QString name = quotable(hop.name);
    if (hop.endpoint.port == 0)
        return name;
    return name.isEmpty() || name == address ? address : QStringLiteral("%1 (%2)").arg(name, address);
}

QString sentence(const TraceHop &hop)
{
    const auto end = std::min<std::size_t>(static_cast<std::size_t>(hop.end), std::size(Ends) - 1);
    const QString next = hop.next ? plain(hop.next->address.toString()) : QString();
    const QString text = translated(Ends[end], {next});
    const bool isSilentGuess = hop.isGuess && (hop.end == TraceEnd::Silent || hop.end == TraceEnd::Refused);
    if (isSilentGuess)
        return translated(
            NOONMARK_TEXT("%1; this address is the reference id of the host before, and may be the hash of a "
                          "name or of an IPv6 address instead"),
            {text});
    return text;
}

} // namespace noonmark::wording
