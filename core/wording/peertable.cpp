// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/peertable.h"

#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {

using engine::AssociationSnapshot;
using engine::SourceKind;

QString peerAddress(const AssociationSnapshot &association)
{
    if (association.source.kind == SourceKind::LocalClock)
        return u"LOCAL(%1)"_s.arg(association.source.localUnit);
    return association.remote == Endpoint{} ? plain(association.source.name)
                                            : plain(association.remote.address.toString());
}

QString peerName(const AssociationSnapshot &association, bool numeric)
{
    const bool hasName =
        !numeric && association.source.kind != SourceKind::LocalClock && !association.source.name.empty();
    return hasName ? plain(association.source.name) : peerAddress(association);
}

int pollSeconds(const AssociationSnapshot &association)
{
    return 1 << std::clamp<int>(std::min(association.hostPoll, association.peerPoll), 0, 17);
}

namespace {

const QLocale Machine = QLocale::c();

QString number(double seconds, bool sign)
{
    return milliseconds(seconds, 3, sign, Machine).left(8);
}

QString figure(double seconds)
{
    return number(seconds, false).left(7);
}

// What stands between the name and the times.
QString middle(const AssociationSnapshot &association, PeerColumns columns)
{
    const QString refid = wording::refid(association);
    const QString stratum = u"%1 %2"_s.arg(association.stratum, 2).arg(typeLetter(association));
    if (columns == PeerColumns::Association)
        return u" %1 %2 %3"_s.arg(refid.left(8).leftJustified(8),
                                  QString::number(association.id).leftJustified(6), stratum);
    const bool isLocal = columns == PeerColumns::Local;
    const QString text = isLocal ? plain(association.local.toString()) : refid;
    return u" %1 %2"_s.arg(text.left(15).leftJustified(15), stratum);
}

QStringList rows(const AssociationSnapshot &association, const PeerLayout &layout)
{
    const QString name = peerName(association, layout.numeric);
    const QString sign = tallySign(association.tally);
    const bool isLong = layout.wide && name.size() > 15;
    const QString who = isLong ? QString(16, u' ') : QString(sign + name.left(15).leftJustified(15));
    const QString times = u" %1 %2  %3"_s.arg(when(association.sinceReceived), 4)
                              .arg(when(pollSeconds(association)), 4)
                              .arg(reach(association.reach), 3);
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

} // namespace noonmark::wording
