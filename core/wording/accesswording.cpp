// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

struct FlagText
{
    std::uint32_t flag;
    const char *explanation;
};

constexpr FlagText FlagTexts[] = {
    {AccessFlag::Ignore,
     NOONMARK_TEXT(
         "ignore: drops every packet of these hosts: no time, no queries, and replies of our own servers are "
         "dropped too.")},
    {AccessFlag::NoServe, NOONMARK_TEXT("noserve: gives these hosts no time; it also drops the replies of "
                                        "our own servers, and leaves queries "
                                        "allowed.")},
    {AccessFlag::NoTrust, NOONMARK_TEXT("notrust: demands a valid key in every packet of these hosts, so "
                                        "ordinary clients get no time. Since "
                                        "4.2 it no longer means \"do not follow them\".")},
    {AccessFlag::Version,
     NOONMARK_TEXT(
         "version: answers NTP version 4 only: older clients get nothing, and with ntpsec not even ntpq.")},
    {AccessFlag::NoPeer, NOONMARK_TEXT("nopeer: keeps these hosts from becoming our sources uninvited; it "
                                       "also keeps out servers found through "
                                       "\"pool\". It never denies time, and ntpsec ignores it.")},
    {AccessFlag::Limited,
     NOONMARK_TEXT(
         "limited: gives no answer to hosts that ask too often; that holds for replies of our own servers as "
         "well.")},
    {AccessFlag::NoQuery,
     NOONMARK_TEXT("noquery: gives these hosts no answer to ntpq; it never denies time.")},
    {AccessFlag::NoModify, NOONMARK_TEXT("nomodify: lets these hosts read the state but not change the "
                                         "configuration at run time, even with the "
                                         "key.")},
    {AccessFlag::NoTrap, NOONMARK_TEXT("notrap: keeps these hosts from subscribing to event messages; ntpsec "
                                       "has none and ignores the flag.")},
    {AccessFlag::LowPriorityTrap,
     NOONMARK_TEXT(
         "lowpriotrap: event subscriptions of these hosts give way to others; it has no effect on time.")},
    {AccessFlag::KissOfDeath, NOONMARK_TEXT("kod: sends a limited host one packet that tells it to slow "
                                            "down; without \"limited\" it does nothing.")},
    {AccessFlag::MsSntp, NOONMARK_TEXT("mssntp: hands requests of Windows domain members to Samba for "
                                       "signing; ntpsec up to 1.2.2 then answers "
                                       "nobody if Samba is not there.")},
    {AccessFlag::Flake, NOONMARK_TEXT("flake: drops one packet in ten by chance, for tests only.")},
    {AccessFlag::NoMruList,
     NOONMARK_TEXT("nomrulist: hides the list of clients from these hosts; other queries stay allowed.")},
    {AccessFlag::NoEpeer,
     NOONMARK_TEXT(
         "noepeer: keeps these hosts from becoming our sources uninvited, not even with a valid key.")},
    {AccessFlag::ServerResponseFuzz, NOONMARK_TEXT("serverresponse fuzz: blurs the low bits of the reference "
                                                   "time in replies, so that they tell attackers "
                                                   "less.")},
};

// One sentence a right, in its two forms.
QString right(bool holds, const char *may, const char *mayNot)
{
    return translated(holds ? may : mayNot);
}

QString timeSentence(const config::AccessAnswer &answer)
{
    if (!answer.mayGetTime)
        return translated(NOONMARK_TEXT("It gets no time."));
    if (answer.needsKey)
        return translated(
            NOONMARK_TEXT("It gets time only if its packets are signed with a key that we trust."));
    if (answer.version4Only)
        return translated(NOONMARK_TEXT("It gets time if it speaks NTP version 4."));
    return translated(NOONMARK_TEXT("It gets time."));
}

QString limitSentence(const config::AccessAnswer &answer)
{
    return right(answer.toldWhenLimited,
                 NOONMARK_TEXT("If it asks too often, it gets no answer, and is told once."),
                 NOONMARK_TEXT("If it asks too often, it gets no answer."));
}

QString originSentence(const config::AccessAnswer &answer)
{
    const QString range = plain(answer.range.toString());
    if (answer.lines.empty())
        return translated(
            NOONMARK_TEXT("No line of the file matches it: the daemon's built-in default decides."));
    QStringList numbers;
    for (const int line : answer.lines)
        numbers += QString::number(line);
    if (numbers.size() == 1)
        return translated(NOONMARK_TEXT("Line %1 decides, the rule for %2."), {numbers.front(), range});
    return translated(NOONMARK_TEXT("Lines %1 decide together, they are the rule for %2."),
                      {numbers.join(u", "_s), range});
}

} // namespace

QStringList sentences(const config::AccessAnswer &answer)
{
    QStringList result = {timeSentence(answer)};
    if (answer.rateLimited && answer.mayGetTime)
        result += limitSentence(answer);
    result += right(answer.mayQuery, NOONMARK_TEXT("It may query the state of this daemon (ntpq)."),
                    NOONMARK_TEXT("It may not query the state of this daemon (ntpq)."));
    result += right(answer.mayModify,
                    NOONMARK_TEXT("It may change the configuration at run time if it has the control key."),
                    NOONMARK_TEXT("It may not change the configuration at run time."));
    result +=
        right(answer.mayPeer, NOONMARK_TEXT("It may become a source of ours uninvited (symmetric mode)."),
              NOONMARK_TEXT("It may not become a source of ours uninvited."));
    result += right(answer.mayTrap, NOONMARK_TEXT("It may subscribe to event messages (trap)."),
                    NOONMARK_TEXT("It may not subscribe to event messages (trap)."));
    result += right(answer.mayReadClients, NOONMARK_TEXT("It may read the list of clients."),
                    NOONMARK_TEXT("It may not read the list of clients."));
    result += originSentence(answer);
    return result;
}

QString explanationOfFlag(std::uint32_t accessFlag)
{
    for (const auto &text : FlagTexts) {
        if (text.flag == accessFlag)
            return translated(text.explanation);
    }
    return {};
}

} // namespace noonmark::wording
