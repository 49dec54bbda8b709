// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/peertable.h"

#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using engine::AssociationSnapshot;
using engine::SourceKind;

const QLocale Machine = QLocale::c();

QString address(const AssociationSnapshot &association)
{
    if (association.source.kind == SourceKind::LocalClock)
        return u"LOCAL(%1)"_s.arg(association.source.localUnit);
    return association.remote == Endpoint{} ? wording::plain(association.source.name)
                                            : wording::plain(association.remote.address.toString());
}

QString remote(const AssociationSnapshot &association, bool numeric)
{
    const bool hasName =
        !numeric && association.source.kind != SourceKind::LocalClock && !association.source.name.empty();
    return hasName ? wording::plain(association.source.name) : address(association);
}

int pollSeconds(const AssociationSnapshot &association)
{
    return 1 << std::clamp<int>(std::min(association.hostPoll, association.peerPoll), 0, 17);
}

QString number(double seconds, bool sign)
{
    return wording::milliseconds(seconds, 3, sign, Machine).left(8);
}

QString figure(double seconds)
{
    return number(seconds, false).left(7);
}

// What stands between the name and the times.
QString middle(const AssociationSnapshot &association, PeerColumns columns)
{
    const QString refid = wording::refid(association);
    const QString stratum = u"%1 %2"_s.arg(association.stratum, 2).arg(wording::typeLetter(association));
    if (columns == PeerColumns::Association)
        return u" %1 %2 %3"_s.arg(refid.left(8).leftJustified(8)).arg(association.id, -6).arg(stratum);
    const bool isLocal = columns == PeerColumns::Local;
    const QString text = isLocal ? wording::plain(association.local.toString()) : refid;
    return u" %1 %2"_s.arg(text.left(15).leftJustified(15), stratum);
}

QStringList rows(const AssociationSnapshot &association, const PeerLayout &layout)
{
    const QString name = remote(association, layout.numeric);
    const QString sign = wording::tallySign(association.tally);
    const bool isLong = layout.wide && name.size() > 15;
    const QString who = isLong ? QString(16, u' ') : QString(sign + name.left(15).leftJustified(15));
    const QString times = u" %1 %2  %3"_s.arg(wording::when(association.sinceReceived), 4)
                              .arg(wording::when(pollSeconds(association)), 4)
                              .arg(wording::reach(association.reach), 3);
    const bool isLocal = layout.columns == PeerColumns::Local;
    const QString figures = u"  %1 %2 %3"_s.arg(figure(association.delay), 7)
                                .arg(number(association.offset, true), 8)
                                .arg(figure(isLocal ? association.dispersion : association.jitter), 7);
    const QString row = who + middle(association, layout.columns) + times + figures;
    return isLong ? QStringList{sign + name, row} : QStringList{row};
}

QString head(PeerColumns columns)
{
    switch (columns) {
    case PeerColumns::Association:
        return u"     remote       refid   assid  st t when poll reach   delay   offset  jitter"_s;
    case PeerColumns::Local:
        return u"     remote           local      st t when poll reach   delay   offset    disp"_s;
    case PeerColumns::Refid:
        break;
    }
    return u"     remote           refid      st t when poll reach   delay   offset  jitter"_s;
}

} // namespace

QStringList peerTable(const std::vector<AssociationSnapshot> &associations, const PeerLayout &layout)
{
    QStringList lines = {head(layout.columns), QString(78, u'=')};
    for (const auto &association : associations)
        lines += rows(association, layout);
    return lines;
}

QJsonObject peerObject(const AssociationSnapshot &association)
{
    return {{u"association-id"_s, association.id},
            {u"tally"_s, wording::tallySign(association.tally)},
            {u"name"_s, remote(association, false)},
            {u"address"_s, address(association)},
            {u"refid"_s, wording::refid(association)},
            {u"stratum"_s, association.stratum},
            {u"type"_s, QString(wording::typeLetter(association))},
            {u"when-seconds"_s,
             association.sinceReceived ? QJsonValue(*association.sinceReceived) : QJsonValue()},
            {u"poll-seconds"_s, pollSeconds(association)},
            {u"reach"_s, wording::reach(association.reach)},
            {u"delay-seconds"_s, association.delay},
            {u"offset-seconds"_s, association.offset},
            {u"jitter-seconds"_s, association.jitter},
            {u"use"_s, wording::whyNotUsed(association)}};
}

} // namespace noonmark::ctl
