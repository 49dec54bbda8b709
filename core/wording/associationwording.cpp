// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What the numbers of one association mean.

namespace noonmark::wording {
namespace {

using engine::AssociationSnapshot;
using engine::SourceKind;
namespace Flash = engine::Flash;

struct FlashText
{
    std::uint32_t bit;
    const char *sentence;
};

constexpr FlashText FlashTexts[] = {
    {Flash::Duplicate, NOONMARK_TEXT("The packet came twice.")},
    {Flash::Bogus, NOONMARK_TEXT("The packet does not belong to our last question: late, or forged.")},
    {Flash::Unsynchronised, NOONMARK_TEXT("The packet lacks a time stamp: the source has no time itself.")},
    {Flash::Denied, NOONMARK_TEXT("Our own access rules forbid the packet.")},
    {Flash::Authentication, NOONMARK_TEXT("The packet is not signed with the key that is asked for.")},
    {Flash::Stratum,
     NOONMARK_TEXT("The source says that it is not synchronised, or its stratum is invalid.")},
    {Flash::Header, NOONMARK_TEXT("The header of the packet contradicts itself.")},
    {0x0080, NOONMARK_TEXT("The packet's public key or certificate is not valid (Autokey).")},
    {0x0100, NOONMARK_TEXT("The packet's sequence of keys is broken (Autokey).")},
    {Flash::PeerStratum, NOONMARK_TEXT("The stratum of the source is too high to follow it.")},
    {Flash::PeerDistance, NOONMARK_TEXT("The root distance of the source is too large to follow it.")},
    {Flash::PeerLoop, NOONMARK_TEXT("The source takes its time from us: following it would be a loop.")},
    {Flash::PeerUnreachable, NOONMARK_TEXT("The source cannot be reached, or must not be selected.")},
};

struct CodeText
{
    std::string_view code;
    const char *sentence;
};

// Codes of a source that gives no time, RFC 5905 section 7.4 and what ntpd says besides.
constexpr CodeText KissTexts[] = {
    {"INIT", NOONMARK_TEXT("It has not answered yet, or has just started and has no time itself.")},
    {"STEP", NOONMARK_TEXT("Its clock was just set; it answers again in a moment.")},
    {"RATE", NOONMARK_TEXT("It says that we ask too often.")},
    {"DENY", NOONMARK_TEXT("It refuses to serve us.")},
    {"RSTR", NOONMARK_TEXT("Its access rules forbid us.")},
    {"ACST", NOONMARK_TEXT("It belongs to a unicast server that was asked by anycast.")},
    {"AUTH", NOONMARK_TEXT("It could not authenticate us.")},
    {"CRYP", NOONMARK_TEXT("Its cryptographic check failed.")},
    {"NKEY", NOONMARK_TEXT("It does not know the key that we use.")},
    {"XFAC", NOONMARK_TEXT("The way to it changed; the source starts anew.")},
    {"DROP", NOONMARK_TEXT("It lost its own peer.")},
    {"MCST", NOONMARK_TEXT("It belongs to a multicast server.")},
    {"NTSN", NOONMARK_TEXT("It does not accept our NTS cookie.")},
    {"POOL", NOONMARK_TEXT("This row stands for the pool; its servers have rows of their own.")},
};

constexpr CodeText ClockTexts[] = {
    {"GPS", NOONMARK_TEXT("It has a GPS receiver.")},
    {"GNSS", NOONMARK_TEXT("It has a receiver of navigation satellites.")},
    {"GAL", NOONMARK_TEXT("It has a Galileo receiver.")},
    {"BDS", NOONMARK_TEXT("It has a BeiDou receiver.")},
    {"GLON", NOONMARK_TEXT("It has a GLONASS receiver.")},
    {"PPS", NOONMARK_TEXT("It follows a pulse per second.")},
    {"ATOM", NOONMARK_TEXT("It follows an atomic clock or a pulse per second.")},
    {"PTP", NOONMARK_TEXT("It takes its time by PTP.")},
    {"DCF", NOONMARK_TEXT("It has a DCF77 radio receiver.")},
    {"DCFa", NOONMARK_TEXT("It has a DCF77 radio receiver.")},
    {"MSF", NOONMARK_TEXT("It has an MSF radio receiver.")},
    {"WWVB", NOONMARK_TEXT("It has a WWVB radio receiver.")},
    {"BPC", NOONMARK_TEXT("It has a BPC radio receiver.")},
    {"JJY", NOONMARK_TEXT("It has a JJY radio receiver.")},
    {"IRIG", NOONMARK_TEXT("It takes its time by IRIG.")},
    {"LOCL", NOONMARK_TEXT("It runs on its own undisciplined clock: nobody checks its time.")},
    {"LCL", NOONMARK_TEXT("It runs on its own undisciplined clock: nobody checks its time.")},
    {"FREE", NOONMARK_TEXT("It runs on its own undisciplined clock: nobody checks its time.")},
    {"SHM", NOONMARK_TEXT("It takes its time from another program through shared memory, often gpsd.")},
};

template <std::size_t Size> const char *find(const CodeText (&table)[Size], std::string_view code)
{
    const auto found = std::ranges::find(table, code, &CodeText::code);
    return found == std::end(table) ? nullptr : found->sentence;
}

} // namespace

QStringList explanationsOfFlash(std::uint32_t flash)
{
    QStringList sentences;
    for (const FlashText &row : FlashTexts)
        if ((flash & row.bit) != 0)
            sentences.append(translated(row.sentence));
    return sentences;
}

QString explanationOfRefid(const AssociationSnapshot &association)
{
    const std::string code = protocol::refidText(association.refid);
    const bool isClock = association.source.kind == SourceKind::LocalClock;
    if (isClock)
        return translated(NOONMARK_TEXT("This machine's own clock, through the local clock driver."));
    if (association.stratum == 0 || association.stratum >= 16) {
        if (const char *sentence = find(KissTexts, code))
            return translated(sentence);
        return association.refid == 0 ? translated(NOONMARK_TEXT("It has not said what it follows."))
                                      : translated(NOONMARK_TEXT("A code of the source itself."));
    }
    if (association.stratum == 1) {
        if (const char *sentence = find(ClockTexts, code))
            return translated(sentence);
        return translated(NOONMARK_TEXT("The source has a reference clock of its own, which it calls %1."),
                          {plain(code)});
    }
    const std::string text = protocol::refidForPeople(association.refid, association.stratum);
    if (association.refid >> 16 == 0x7f7f)
        return translated(NOONMARK_TEXT("The source follows a clock driver of its own: %1."), {plain(text)});
    if (association.refid >> 24 == 127)
        return translated(
            NOONMARK_TEXT("The source follows its own machine: it runs in orphan mode or asks itself."));
    // Whether it is one or the other cannot be seen: a hash looks like an address.
    return association.remote.address.isV4()
               ? translated(NOONMARK_TEXT("The source follows %1."), {plain(text)})
               : translated(
                     NOONMARK_TEXT("The source follows another server. %1 is either its IPv4 address or "
                                   "the hash of its IPv6 address."),
                     {plain(text)});
}

QString authentication(const AssociationSnapshot &association)
{
    if (association.source.key == 0)
        //: A source's packets carry no key.
        return translated(NOONMARK_TEXT("none"));
    const bool isBad = (association.flash & Flash::Authentication) != 0 || !association.authentic;
    //: A source's packets are signed with the right key, or not.
    return isBad ? translated(NOONMARK_TEXT("bad")) : translated(NOONMARK_TEXT("ok"));
}

} // namespace noonmark::wording
