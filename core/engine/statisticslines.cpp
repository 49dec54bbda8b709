// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/statisticslines.h"

#include "core/engine/controlvariables.h"
#include "core/engine/statuswords.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace noonmark::engine {

namespace {

constexpr std::int64_t Day = 86'400;
constexpr std::int64_t JulianDayOfUnix = 40'587; // modified
constexpr double ShortUnit = 65'536;             // of the wire's 16.16 seconds

template <typename... Values> std::string printed(const char *format, Values... values)
{
    std::array<char, 256> text{};
    const int length = std::snprintf(text.data(), text.size(), format, values...);
    return {text.data(), std::min(text.size() - 1, static_cast<std::size_t>(std::max(0, length)))};
}

std::string begin(const LineTime &at)
{
    const auto milliseconds = static_cast<int>((at.wall.units() & 0xffffffffU) * 1000 >> 32);
    return printed("%lld %lld.%03d ", static_cast<long long>(at.unixSeconds / Day + JulianDayOfUnix),
                   static_cast<long long>(at.unixSeconds % Day), milliseconds);
}

std::string seconds(NtpTimestamp time)
{
    const std::uint64_t nanoseconds = (time.units() & 0xffffffffU) * 1'000'000'000 >> 32;
    return printed("%llu.%09llu", static_cast<unsigned long long>(time.units() >> 32),
                   static_cast<unsigned long long>(nanoseconds));
}

struct EventText
{
    EventKind kind;
    std::string_view text;
};

// ntpd's own words (ntp_control.h and libntp/statestr.c), which its users' scripts look for.
constexpr EventText EventTexts[] = {
    {EventKind::FrequencyNotSet, "freq_not_set"},
    {EventKind::FrequencySet, "freq_set"},
    {EventKind::Spike, "spike_detect"},
    {EventKind::FrequencyMode, "freq_mode"},
    {EventKind::ClockSync, "clock_sync"},
    {EventKind::Restart, "restart"},
    {EventKind::PanicStop, "panic_stop"},
    {EventKind::NoSystemPeer, "no_sys_peer"},
    {EventKind::LeapArmed, "leap_armed"},
    {EventKind::LeapDisarmed, "leap_disarmed"},
    {EventKind::LeapEvent, "leap_event"},
    {EventKind::ClockStep, "clock_step"},
    {EventKind::ClockDisturbed, "clock_step"},
    {EventKind::ClockSlept, "clock_step"},
    {EventKind::ClockContested, "clock_contested"},
    {EventKind::Mobilised, "mobilize"},
    {EventKind::Demobilised, "demobilize"},
    {EventKind::Unreachable, "unreachable"},
    {EventKind::Reachable, "reachable"},
    {EventKind::NoReply, "no_reply"},
    {EventKind::RateExceeded, "rate_exceeded"},
    {EventKind::AccessDenied, "access_denied"},
    {EventKind::BecameSystemPeer, "sys_peer"},
    {EventKind::KeyUntrusted, "bad_auth"},
    {EventKind::KeyMissing, "bad_auth"},
    {EventKind::Popcorn, "popcorn"},
};

std::string textOf(const Event &event)
{
    const auto found = std::find_if(std::begin(EventTexts), std::end(EventTexts),
                                    [&](const EventText &row) { return row.kind == event.kind; });
    std::string text = found == std::end(EventTexts) ? std::string() : std::string(found->text);
    constexpr double million = 1e6;
    switch (event.kind) {
    case EventKind::ClockStep:
    case EventKind::ClockDisturbed:
    case EventKind::ClockSlept:
    case EventKind::Spike:
        return text + printed(" %+.6f s", event.value);
    case EventKind::Popcorn:
        return text + printed(" %.6f s", event.value);
    case EventKind::FrequencySet:
        return text + printed(" ntpd %.3f PPM", event.value * million);
    case EventKind::Mobilised:
    case EventKind::Demobilised:
        return text + printed(" assoc %d", static_cast<int>(event.association));
    case EventKind::KeyUntrusted:
        return text + printed(" key %.0f not trusted", event.value);
    case EventKind::KeyMissing:
        return text + printed(" key %.0f not known", event.value);
    default:
        return text;
    }
}

} // namespace

std::string loopLine(const LineTime &at, const SystemSnapshot &system)
{
    return begin(at) + printed("%.9f %.3f %.9f %.6f %d", system.offset, system.frequency, system.clockJitter,
                               system.clockWander, static_cast<int>(system.timeConstant));
}

std::string peerLine(const LineTime &at, const AssociationSnapshot &association)
{
    return begin(at) + remoteOf(association).address.toString() +
           printed(" %04x %.9f %.9f %.9f %.9f", static_cast<unsigned>(statusWord(association)),
                   association.offset, association.delay, association.dispersion, association.jitter);
}

std::string rawLine(const LineTime &at, const AnswerSeen &answer)
{
    const protocol::Packet &packet = answer.packet;
    const std::string stamps = seconds(answer.sent) + ' ' + seconds(packet.receive) + ' ' +
                               seconds(packet.transmit) + ' ' + seconds(answer.received);
    return begin(at) + answer.remote.address.toString() + ' ' + answer.local.toString() + ' ' + stamps +
           printed(" %d %d %d %d %d %d %.6f %.6f ", static_cast<int>(packet.leap),
                   static_cast<int>(packet.version), static_cast<int>(packet.mode),
                   static_cast<int>(packet.stratum), static_cast<int>(packet.poll),
                   static_cast<int>(packet.precision), packet.rootDelay / ShortUnit,
                   packet.rootDispersion / ShortUnit) +
           refidValue(packet.refid, packet.stratum);
}

std::string protocolLine(const LineTime &at, const Event &event, const Snapshot &snapshot)
{
    constexpr unsigned peerEvent = 0x80;
    const auto association = std::find_if(
        snapshot.associations.begin(), snapshot.associations.end(),
        [&](const AssociationSnapshot &a) { return event.association != 0 && a.id == event.association; });
    if (association == snapshot.associations.end()) {
        const unsigned code = systemEventCode(event.kind).value_or(0);
        return begin(at) +
               printed("0.0.0.0 %04x %02x ", static_cast<unsigned>(statusWord(snapshot.system)), code) +
               textOf(event);
    }
    const unsigned code = peerEventCode(event.kind).value_or(0) | peerEvent;
    return begin(at) + remoteOf(*association).address.toString() +
           printed(" %04x %02x ", static_cast<unsigned>(statusWord(*association)), code) + textOf(event);
}

std::string systemLine(const LineTime &at, const ServerCounters &counters, double seconds)
{
    std::string line = begin(at) + printed("%.0f", seconds);
    for (const std::uint64_t count :
         {counters.received, counters.answered, counters.currentVersion, counters.oldVersion,
          counters.restricted, counters.badFormat, counters.badAuth, counters.declined, counters.limited,
          counters.kissesSent})
        line += ' ' + std::to_string(count);
    return line;
}

} // namespace noonmark::engine
