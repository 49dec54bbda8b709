// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlvariables.h"

#include "core/protocol/refid.h"

#include <array>

namespace noonmark::engine {

namespace {

using Value = std::optional<std::string>;
using Subject = const ControlSubject &;
using enum Listing;

template <typename Number> Value number(Number value)
{
    return std::to_string(value);
}

template <typename Enumeration> Value code(Enumeration value)
{
    return std::to_string(static_cast<unsigned>(value));
}

const AssociationSnapshot &peer(Subject subject)
{
    return *subject.association;
}

bool isPoolPlaceholder(const AssociationSnapshot &association)
{
    return association.source.kind == SourceKind::Pool && association.configured;
}

// ntpsec's ntpq knows a clock by the bracket in its name, and without a name for the others it would ask the
// DNS, which a closed network does not have. An address needs no name, nor does one of a pool's servers.
Value sourceHost(const AssociationSnapshot &association)
{
    if (association.source.kind == SourceKind::LocalClock)
        return "LOCAL(" + std::to_string(association.source.localUnit) + ')';
    if (!association.configured || association.source.name.empty())
        return std::nullopt;
    if (IpAddress::parse(association.source.name))
        return std::nullopt;
    return association.source.name;
}

Value localAddress(const AssociationSnapshot &association)
{
    if (association.source.kind == SourceKind::LocalClock)
        return "127.0.0.1";
    return association.local.toString();
}

// The random port of a question is told to nobody: it is half of what a forger has to guess (RFC 9109).
int localPort(const AssociationSnapshot &association)
{
    constexpr int ntpPort = 123;
    const bool isOpen = association.source.kind == SourceKind::Peer ||
                        association.source.kind == SourceKind::LocalClock || association.hostMode >= 5;
    return isOpen ? ntpPort : 0;
}

Value peerRefid(const AssociationSnapshot &association)
{
    if (isPoolPlaceholder(association))
        return "POOL";
    // A clock's refid is a code at any stratum.
    const bool isClock = association.source.kind == SourceKind::LocalClock;
    return refidValue(association.refid, isClock ? 0 : association.stratum);
}

Value filter(const AssociationSnapshot &association, double FilterStage::*column)
{
    std::string list;
    for (const FilterStage &stage : association.filter)
        list.append(1, ' ').append(milliseconds(stage.*column, 2));
    return list;
}

Value sinceValue(const AssociationSnapshot &association)
{
    return association.sinceReceived ? fixed(*association.sinceReceived, 3) : std::string();
}

// reftime stands before rec, because ntpsec's tools compute `when` from the last of the two. org and xmt are
// left out on purpose: they would tell an attacker what to forge (CVE-2015-8139). Names that begin with nm_
// are our own.
constexpr auto PeerRows = std::to_array<VariableRow>({
    {"srcadr", Default, false, [](Subject s) -> Value { return remoteOf(peer(s)).address.toString(); }},
    {"srcport", Default, false, [](Subject s) -> Value { return number(remoteOf(peer(s)).port); }},
    {"srchost", Default, true, [](Subject s) -> Value { return sourceHost(peer(s)); }},
    {"dstadr", Default, false, [](Subject s) -> Value { return localAddress(peer(s)); }},
    {"dstport", Default, false, [](Subject s) -> Value { return number(localPort(peer(s))); }},
    {"leap", Default, false, [](Subject s) -> Value { return number(peer(s).leap); }},
    {"hmode", Default, false, [](Subject s) -> Value { return number(peer(s).hostMode); }},
    {"stratum", Default, false, [](Subject s) -> Value { return number(peer(s).stratum); }},
    {"ppoll", Default, false, [](Subject s) -> Value { return number(peer(s).peerPoll); }},
    {"hpoll", Default, false, [](Subject s) -> Value { return number(peer(s).hostPoll); }},
    {"precision", Default, false, [](Subject s) -> Value { return number(peer(s).precision); }},
    {"rootdelay", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).rootDelay); }},
    {"rootdisp", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).rootDispersion); }},
    {"refid", Default, false, [](Subject s) -> Value { return peerRefid(peer(s)); }},
    {"reftime", Default, false, [](Subject s) -> Value { return timestamp(peer(s).reftime); }},
    {"rec", Default, false, [](Subject s) -> Value { return timestamp(peer(s).received); }},
    {"reach", Default, false, [](Subject s) -> Value { return hexadecimal(peer(s).reach); }},
    {"unreach", Default, false, [](Subject s) -> Value { return number(peer(s).unreach); }},
    {"delay", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).delay, 6); }},
    {"offset", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).offset, 6); }},
    {"jitter", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).jitter, 6); }},
    {"dispersion", Default, false, [](Subject s) -> Value { return milliseconds(peer(s).dispersion, 6); }},
    {"keyid", Default, false, [](Subject s) -> Value { return number(peer(s).source.key); }},
    {"filtdelay", Default, false, [](Subject s) -> Value { return filter(peer(s), &FilterStage::delay); }},
    {"filtoffset", Default, false, [](Subject s) -> Value { return filter(peer(s), &FilterStage::offset); }},
    {"pmode", Default, false, [](Subject s) -> Value { return number(peer(s).peerMode); }},
    {"filtdisp", Default, false,
     [](Subject s) -> Value { return filter(peer(s), &FilterStage::dispersion); }},
    {"flash", Default, false, [](Subject s) -> Value { return hexadecimal(peer(s).flash); }},
    {"headway", Default, false, [](Subject s) -> Value { return fixed(peer(s).headway, 0); }},
    {"ntscookies", Default, false, [](Subject) -> Value { return number(-1); }},
    {"ttl", OnRequest, false, [](Subject s) -> Value { return number(peer(s).source.ttl); }},
    {"mode", OnRequest, false, [](Subject) -> Value { return number(0); }},
    {"in", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"out", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"xleave", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"bias", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"config", OnRequest, false, [](Subject s) -> Value { return number(peer(s).configured ? 1 : 0); }},
    {"authenable", OnRequest, false,
     [](Subject s) -> Value { return number(peer(s).source.key != 0 ? 1 : 0); }},
    {"authentic", OnRequest, false, [](Subject s) -> Value { return number(peer(s).authentic ? 1 : 0); }},
    {"badauth", OnRequest, false, [](Subject s) -> Value { return number(peer(s).badAuth); }},
    {"sent", OnRequest, false, [](Subject s) -> Value { return number(peer(s).sent); }},
    {"received", OnRequest, false,
     [](Subject s) -> Value { return number(peer(s).accepted + peer(s).bogus + peer(s).badAuth); }},
    {"bogusorg", OnRequest, false, [](Subject s) -> Value { return number(peer(s).bogus); }},
    {"timerec", OnRequest, false,
     [](Subject s) -> Value { return fixed(peer(s).sinceReceived.value_or(s.snapshot.uptime), 0); }},
    {"timer", OnRequest, false, [](Subject s) -> Value { return fixed(peer(s).untilAsked, 0); }},
    {"timereach", OnRequest, false, [](Subject s) -> Value { return fixed(peer(s).sinceReachChanged, 0); }},
    {"oldpkt", OnRequest, false, [](Subject s) -> Value { return number(peer(s).old); }},
    {"seldisp", OnRequest, false, [](Subject s) -> Value { return number(peer(s).far); }},
    {"selbroken", OnRequest, false, [](Subject s) -> Value { return number(peer(s).unsynchronised); }},
    {"candidate", OnRequest, false, [](Subject s) -> Value { return number(static_cast<int>(peer(s).tally)); }},
    {"nm_interleaved", OnRequest, false,
     [](Subject s) -> Value { return number(peer(s).interleaved ? 1 : 0); }},
    {"nm_kind", OnRequest, false, [](Subject s) -> Value { return code(peer(s).source.kind); }},
    {"nm_name", OnRequest, true, [](Subject s) -> Value { return peer(s).source.name; }},
    {"nm_resolution", OnRequest, false, [](Subject s) -> Value { return code(peer(s).resolution); }},
    {"nm_key", OnRequest, false, [](Subject s) -> Value { return code(peer(s).keyState); }},
    {"nm_kiss", OnRequest, true, [](Subject s) -> Value { return protocol::refidText(peer(s).kissCode); }},
    {"nm_noselect", OnRequest, false,
     [](Subject s) -> Value { return number(peer(s).source.noSelect ? 1 : 0); }},
    {"nm_prefer", OnRequest, false, [](Subject s) -> Value { return number(peer(s).source.prefer ? 1 : 0); }},
    {"nm_rootdist", OnRequest, false,
     [](Subject s) -> Value { return milliseconds(peer(s).rootDistance, 6); }},
    {"nm_since", OnRequest, false, [](Subject s) -> Value { return sinceValue(peer(s)); }},
    {"peer_var_list", OnRequest, true, [](Subject s) -> Value { return namesOf(peerVariables(), s); }},
});

constexpr auto ClockRows = std::to_array<VariableRow>({
    {"name", Default, true, [](Subject) -> Value { return std::string("LOCAL"); }},
    {"type", OnRequest, false, [](Subject) -> Value { return number(1); }},
    {"device", Default, true, [](Subject) -> Value { return std::string("local clock"); }},
    {"timecode", Default, true, [](Subject) -> Value { return std::string(); }},
    {"poll", Default, false, [](Subject s) -> Value { return number(peer(s).sent); }},
    {"noreply", Default, false, [](Subject) -> Value { return number(0); }},
    {"badformat", Default, false, [](Subject) -> Value { return number(0); }},
    {"baddata", Default, false, [](Subject) -> Value { return number(0); }},
    {"fudgetime1", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"fudgetime2", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"stratum", Default, false, [](Subject s) -> Value { return number(peer(s).source.localStratum); }},
    {"refid", Default, false,
     [](Subject s) -> Value { return refidValue(protocol::refidFromText(peer(s).source.localRefid), 0); }},
    {"flags", Default, false, [](Subject s) -> Value { return number(+peer(s).source.localFlags); }},
    {"clock_var_list", OnRequest, true, [](Subject s) -> Value { return namesOf(clockVariables(), s); }},
});

} // namespace

Endpoint remoteOf(const AssociationSnapshot &association)
{
    constexpr std::uint32_t localClocks = 0x7f7f0100;
    constexpr std::uint16_t ntpPort = 123;
    if (association.source.kind != SourceKind::LocalClock)
        return association.remote;
    return {IpAddress::v4(localClocks + (static_cast<std::uint32_t>(association.source.localUnit) & 0xff)),
            ntpPort};
}

std::span<const VariableRow> peerVariables()
{
    return PeerRows;
}

std::span<const VariableRow> clockVariables()
{
    return ClockRows;
}

} // namespace noonmark::engine
