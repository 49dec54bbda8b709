// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/statuswords.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

QString eventCount(int count)
{
    return count == 0 ? u"no events"_s : count == 1 ? u"1 event"_s : u"%1 events"_s.arg(count);
}

} // namespace

QString conditionWord(const protocol::PeerStatus &status)
{
    static const QStringList Words = {u"reject"_s,    u"falsetick"_s, u"excess"_s,   u"outlier"_s,
                                      u"candidate"_s, u"backup"_s,    u"sys.peer"_s, u"pps.peer"_s};
    return Words.value(status.select);
}

QString eventWord(const protocol::PeerStatus &status)
{
    static const QStringList Words = {
        QString(),          u"mobilize"_s,   u"demobilize"_s,      u"unreachable"_s,
        u"reachable"_s,     u"restart"_s,    u"no_reply"_s,        u"rate_exceeded"_s,
        u"access_denied"_s, u"leap_armed"_s, u"sys_peer"_s,        u"clock_event"_s,
        u"bad_auth"_s,      u"popcorn"_s,    u"interleave_mode"_s, u"interleave_error"_s};
    return Words.value(status.lastEvent);
}

QString sentence(const protocol::SystemStatus &status)
{
    static const QStringList Leaps = {u"leap_none"_s, u"leap_add_sec"_s, u"leap_del_sec"_s, u"leap_alarm"_s};
    static const QStringList Sources = {
        u"sync_unspec"_s, u"sync_pps"_s, u"sync_lf_radio"_s, u"sync_hf_radio"_s,   u"sync_uhf_radio"_s,
        u"sync_local"_s,  u"sync_ntp"_s, u"sync_other"_s,    u"sync_wristwatch"_s, u"sync_telephone"_s};
    static const QStringList Events = {
        u"unspecified"_s, u"freq_not_set"_s, u"freq_set"_s,      u"spike_detect"_s,
        u"freq_mode"_s,   u"clock_sync"_s,   u"restart"_s,       u"panic_stop"_s,
        u"no_sys_peer"_s, u"leap_armed"_s,   u"leap_disarmed"_s, u"leap_event"_s,
        u"clock_step"_s,  u"kern"_s,         u"TAI..."_s,        u"stale leapsecond values"_s};
    return QStringList{Leaps.value(status.leap), Sources.value(status.source), eventCount(status.eventCount),
                       Events.value(status.lastEvent)}
        .join(u", "_s);
}

QString sentence(const protocol::PeerStatus &status)
{
    QStringList words;
    if (status.configured)
        words += u"conf"_s;
    if (status.authenticationEnabled)
        words += u"authenb"_s;
    if (status.authentic)
        words += u"auth"_s;
    if (status.reachable)
        words += u"reach"_s;
    if (status.broadcast)
        words += u"bcast"_s;
    words += u"sel_"_s + conditionWord(status);
    words += eventCount(status.eventCount);
    if (const QString event = eventWord(status); !event.isEmpty())
        words += event;
    return words.join(u", "_s);
}

} // namespace noonmark::ctl
