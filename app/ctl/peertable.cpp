// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/peertable.h"

#include "core/wording/peertable.h"
#include "core/wording/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {

using engine::AssociationSnapshot;

QJsonObject peerObject(const AssociationSnapshot &association)
{
    return {{u"association-id"_s, association.id},
            {u"tally"_s, wording::tallySign(association.tally)},
            {u"name"_s, wording::peerName(association, false)},
            {u"address"_s, wording::peerAddress(association)},
            {u"refid"_s, wording::refid(association)},
            {u"stratum"_s, association.stratum},
            {u"type"_s, QString(wording::typeLetter(association))},
            {u"when-seconds"_s,
             association.sinceReceived ? QJsonValue(*association.sinceReceived) : QJsonValue()},
            {u"poll-seconds"_s, wording::pollSeconds(association)},
            {u"reach"_s, wording::reach(association.reach)},
            {u"delay-seconds"_s, association.delay},
            {u"offset-seconds"_s, association.offset},
            {u"jitter-seconds"_s, association.jitter},
            {u"use"_s, wording::whyNotUsed(association)}};
}

} // namespace noonmark::ctl
