// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"
#include "core/wording/text.h"
#include "core/wording/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

using engine::Tally;
using monitor::SourceTrouble;

struct TallyText
{
    const char16_t *sign;
    const char *name;
    const char *explanation;
};

const TallyText &textOf(Tally tally)
{
    static constexpr TallyText Texts[] = {
        {u" ", NOONMARK_TEXT("rejected"),
         NOONMARK_TEXT("This source cannot be used now; the last column says why.")},
        {u"x", NOONMARK_TEXT("falseticker"),
         NOONMARK_TEXT(
             "This source disagrees with the majority: its time is wrong by more than its own error bounds "
             "allow.")},
        {u".", NOONMARK_TEXT("excess"),
         NOONMARK_TEXT("This source is good, but there are better ones in sufficient number.")},
        {u"-", NOONMARK_TEXT("outlier"),
         NOONMARK_TEXT("This source is honest, but lies farther off than the others: it still answers and is "
                       "left out of "
                       "the result.")},
        {u"+", NOONMARK_TEXT("candidate"),
         NOONMARK_TEXT(
             "This source is good, and its time is combined into the result. It is not the one that is "
             "followed: that one has the \"*\".")},
        {u"#", NOONMARK_TEXT("backup"),
         NOONMARK_TEXT("This source is good, and kept in reserve because enough others are better.")},
        {u"*", NOONMARK_TEXT("system peer"),
         NOONMARK_TEXT(
             "The clock follows this source now, and our stratum and reference id derive from it.")},
        {u"o", NOONMARK_TEXT("PPS peer"),
         NOONMARK_TEXT(
             "The clock follows the pulse per second of this source; another one numbers the seconds.")},
    };
    return Texts[std::min<std::size_t>(static_cast<std::size_t>(tally), std::size(Texts) - 1)];
}

const char *textOf(SourceTrouble trouble)
{
    switch (trouble) {
    case SourceTrouble::NameUnresolved:
        return NOONMARK_TEXT("its name is being looked up");
    case SourceTrouble::NameFailed:
        return NOONMARK_TEXT("its name cannot be resolved");
    case SourceTrouble::NotAskedYet:
        return NOONMARK_TEXT("not asked yet");
    case SourceTrouble::NoAnswer:
        return NOONMARK_TEXT("no answer: is UDP port 123 filtered?");
    case SourceTrouble::AnswersUnsynchronised:
        return NOONMARK_TEXT("it is not synchronised itself");
    case SourceTrouble::StratumTooHigh:
        return NOONMARK_TEXT("its stratum is too high");
    case SourceTrouble::DistanceTooLarge:
        return NOONMARK_TEXT("its root distance is too large");
    case SourceTrouble::Loop:
        return NOONMARK_TEXT("it takes its time from us");
    case SourceTrouble::KissedAway:
        return NOONMARK_TEXT("it told us to go away or to slow down");
    case SourceTrouble::Denied:
        return NOONMARK_TEXT("our own access rules drop its replies");
    case SourceTrouble::KeyUntrusted:
        return NOONMARK_TEXT("not asked: its key is not trusted");
    case SourceTrouble::KeyMissing:
        return NOONMARK_TEXT("not asked: its key is not in the keys file");
    case SourceTrouble::AuthenticationFailed:
        return NOONMARK_TEXT("its replies are not signed with the right key");
    case SourceTrouble::NoSelect:
        return NOONMARK_TEXT("watched only, by \"noselect\"");
    case SourceTrouble::Falseticker:
        return NOONMARK_TEXT("disagrees with the majority");
    case SourceTrouble::Outlier:
        return NOONMARK_TEXT("good, but farther off than the others");
    case SourceTrouble::Backup:
        return NOONMARK_TEXT("kept in reserve");
    case SourceTrouble::PacketsInvalid:
        return NOONMARK_TEXT("its packets do not answer our questions, or contradict themselves");
    case SourceTrouble::StillMeasuring:
        return NOONMARK_TEXT("it answers; some more answers are needed to judge it");
    case SourceTrouble::LocalClockWaits:
        return NOONMARK_TEXT("own clock: waits until all upstream servers are gone");
    }
    return NOONMARK_TEXT("not used");
}

QString noAnswer(const engine::AssociationSnapshot &association)
{
    const QString asked =
        QString::number(association.sent - std::min(association.sent, association.accepted));
    if (association.source.key == 0)
        return translated(NOONMARK_TEXT("no answer, asked %1 times: is UDP port 123 filtered?"), {asked});
    return translated(NOONMARK_TEXT("no good answer, asked %1 times and signed: does it know key %2?"),
                      {asked, QString::number(association.source.key)});
}

// Of a line that gives no time itself.
QString purpose(const engine::AssociationSnapshot &association)
{
    switch (association.source.kind) {
    case engine::SourceKind::Broadcast:
        return translated(NOONMARK_TEXT("time is broadcast to it"));
    case engine::SourceKind::ManycastClient:
        return translated(NOONMARK_TEXT("servers are sought there; those found have rows of their own"));
    default:
        return translated(NOONMARK_TEXT("its servers have rows of their own"));
    }
}

// The same trouble, with what the association knows about it.
QString withEvidence(SourceTrouble trouble, const engine::AssociationSnapshot &association)
{
    switch (trouble) {
    case SourceTrouble::NoAnswer:
        return noAnswer(association);
    case SourceTrouble::KeyUntrusted:
        return translated(NOONMARK_TEXT("not asked: key %1 is not trusted; \"trustedkey %1\" is missing"),
                          {QString::number(association.source.key)});
    case SourceTrouble::KeyMissing:
        return translated(NOONMARK_TEXT("not asked: key %1 is not in the keys file"),
                          {QString::number(association.source.key)});
    case SourceTrouble::StratumTooHigh:
        return translated(NOONMARK_TEXT("its stratum %1 is too high"),
                          {QString::number(association.stratum)});
    case SourceTrouble::DistanceTooLarge:
        return translated(NOONMARK_TEXT("its root distance of %1 is too large"),
                          {span(association.rootDistance)});
    case SourceTrouble::KissedAway:
        return translated(NOONMARK_TEXT("it told us to go away or to slow down (%1)"),
                          {plain(protocol::refidText(association.kissCode))});
    default:
        return name(trouble);
    }
}

} // namespace

QString tallySign(Tally tally)
{
    return QString::fromUtf16(textOf(tally).sign);
}

QString name(Tally tally)
{
    return translated(textOf(tally).name);
}

QString explanation(Tally tally)
{
    return translated(textOf(tally).explanation);
}

QString name(SourceTrouble trouble)
{
    return translated(textOf(trouble));
}

QString whyNotUsed(const engine::AssociationSnapshot &association)
{
    const bool isOwnClock = association.source.kind == engine::SourceKind::LocalClock;
    switch (association.tally) {
    case Tally::SystemPeer:
        return isOwnClock ? translated(NOONMARK_TEXT("own clock, followed now"))
                          : translated(NOONMARK_TEXT("followed now"));
    case Tally::PpsPeer:
        return translated(NOONMARK_TEXT("its pulse is followed now"));
    case Tally::Candidate:
        return translated(NOONMARK_TEXT("combined into the result"));
    default:
        break;
    }
    const auto troubles = monitor::troublesOf(association);
    if (troubles.empty() && !monitor::isUpstream(association))
        return purpose(association);
    return troubles.empty() ? name(association.tally) : withEvidence(troubles.front(), association);
}

QStringList allReasonsNotUsed(const engine::AssociationSnapshot &association)
{
    QStringList reasons;
    for (const SourceTrouble trouble : monitor::troublesOf(association))
        reasons.append(withEvidence(trouble, association));
    return reasons;
}

QString refid(const engine::AssociationSnapshot &association)
{
    // A clock's refid is a code at any stratum.
    const bool isClock = association.source.kind == engine::SourceKind::LocalClock;
    return plain(
        protocol::refidForPeople(association.refid, isClock ? std::uint8_t{0} : association.stratum));
}

QChar typeLetter(const engine::AssociationSnapshot &association)
{
    switch (association.source.kind) {
    case engine::SourceKind::LocalClock:
        return u'l';
    case engine::SourceKind::Peer:
        return association.hostMode == 2 ? u'S' : u's';
    case engine::SourceKind::Pool:
        return association.configured ? u'p' : u'u';
    case engine::SourceKind::ManycastClient:
        return u'a';
    case engine::SourceKind::Broadcast:
        return association.remote.address.isMulticast() ? u'M' : u'B';
    case engine::SourceKind::BroadcastClient:
        return association.hostMode == 6 ? u'b' : u'u';
    case engine::SourceKind::Server:
        break;
    }
    return u'u';
}

} // namespace noonmark::wording
