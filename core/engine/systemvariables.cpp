// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlvariables.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace noonmark::engine {

namespace {

using Value = std::optional<std::string>;
using Subject = const ControlSubject &;
using enum Listing;

constexpr int LowestPoll = 3;

template <typename Number> Value number(Number value)
{
    return std::to_string(value);
}

Value code(DisciplineState state)
{
    return std::to_string(static_cast<unsigned>(state));
}

Value seconds(double value)
{
    return fixed(std::floor(std::max(value, 0.0)), 0);
}

// For what this engine does not do, so that nothing can ever have been counted: keys, MACs, NTS.
Value zero(const ControlSubject &)
{
    return "0";
}

const SystemSnapshot &sys(Subject subject)
{
    return subject.snapshot.system;
}

const ServerCounters &count(Subject subject)
{
    return subject.snapshot.counters;
}

// Empty without a panic, so that asking for it does not fail the whole request.
Value panicValue(const SystemSnapshot &system)
{
    return system.panicOffset ? fixed(*system.panicOffset, 6) : std::string();
}

const AssociationSnapshot *systemPeer(const Snapshot &snapshot)
{
    const auto peer =
        std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                     [&](const AssociationSnapshot &a) { return a.id == snapshot.system.peer && a.id != 0; });
    return peer == snapshot.associations.end() ? nullptr : &*peer;
}

Value systemPeerAddress(const Snapshot &snapshot)
{
    const AssociationSnapshot *peer = systemPeer(snapshot);
    return peer == nullptr ? "0.0.0.0:0" : remoteOf(*peer).toString();
}

Value systemPeerMode(const Snapshot &snapshot)
{
    const AssociationSnapshot *peer = systemPeer(snapshot);
    return number(peer == nullptr ? 0 : peer->hostMode);
}

std::uint64_t processed(const Snapshot &snapshot)
{
    std::uint64_t sum = snapshot.counters.answered;
    for (const AssociationSnapshot &association : snapshot.associations)
        sum += association.accepted;
    return sum;
}

// The order of an answer to an empty request: leap, stratum, rootdelay, rootdisp, refid and tc must be in its
// first fragment for ntpstat, and leap must not be the last for ntpwait. Names that begin with nm_ are our
// own.
constexpr auto Rows = std::to_array<VariableRow>({
    {"leap", Default, false, [](Subject s) -> Value { return number(sys(s).leap); }},
    {"stratum", Default, false, [](Subject s) -> Value { return number(sys(s).stratum); }},
    {"precision", Default, false, [](Subject s) -> Value { return number(sys(s).precision); }},
    {"rootdelay", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).rootDelay); }},
    {"rootdisp", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).rootDispersion); }},
    {"refid", Default, false, [](Subject s) -> Value { return refidValue(sys(s).refid, sys(s).stratum); }},
    {"reftime", Default, false, [](Subject s) -> Value { return timestamp(sys(s).reftime); }},
    {"tc", Default, false, [](Subject s) -> Value { return number(sys(s).timeConstant); }},
    {"peer", Default, false, [](Subject s) -> Value { return number(sys(s).peer); }},
    {"offset", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).offset, 6); }},
    {"frequency", Default, false, [](Subject s) -> Value { return fixed(sys(s).frequency, 6); }},
    {"sys_jitter", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).systemJitter, 6); }},
    {"clk_jitter", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).clockJitter, 6); }},
    {"clock", Default, false, [](Subject s) -> Value { return timestamp(sys(s).clock); }},
    {"processor", Default, true, [](Subject s) -> Value { return s.facts.processor; }},
    {"system", Default, true, [](Subject s) -> Value { return s.facts.system; }},
    {"version", Default, true, [](Subject s) -> Value { return s.facts.version; }},
    {"clk_wander", Default, false, [](Subject s) -> Value { return fixed(sys(s).clockWander, 6); }},
    {"rootdist", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).rootDistance); }},
    {"mintc", Default, false, [](Subject) -> Value { return number(LowestPoll); }},
    {"peeradr", OnRequest, false, [](Subject s) -> Value { return systemPeerAddress(s.snapshot); }},
    {"peermode", OnRequest, false, [](Subject s) -> Value { return systemPeerMode(s.snapshot); }},
    {"bcastdelay", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"authdelay", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"ss_uptime", OnRequest, false, [](Subject s) -> Value { return seconds(s.snapshot.uptime); }},
    {"ss_reset", OnRequest, false, [](Subject s) -> Value { return seconds(s.snapshot.uptime); }},
    {"ss_numctlreq", OnRequest, false, [](Subject s) -> Value { return number(count(s).controlRequests); }},
    {"ss_received", OnRequest, false, [](Subject s) -> Value { return number(count(s).received); }},
    {"ss_badformat", OnRequest, false, [](Subject s) -> Value { return number(count(s).badFormat); }},
    {"ss_restricted", OnRequest, false, [](Subject s) -> Value { return number(count(s).restricted); }},
    {"ss_limited", OnRequest, false, [](Subject s) -> Value { return number(count(s).limited); }},
    {"ss_kodsent", OnRequest, false, [](Subject s) -> Value { return number(count(s).kissesSent); }},
    {"ss_processed", OnRequest, false, [](Subject s) -> Value { return number(processed(s.snapshot)); }},
    {"iostats_reset", OnRequest, false, [](Subject s) -> Value { return seconds(s.snapshot.uptime); }},
    {"authreset", OnRequest, false, [](Subject s) -> Value { return seconds(s.snapshot.uptime); }},
    {"ss_badauth", OnRequest, false, &zero},
    {"ss_declined", OnRequest, false, &zero},
    {"authkeys", OnRequest, false, &zero},
    {"authfreek", OnRequest, false, &zero},
    {"authklookups", OnRequest, false, &zero},
    {"authknotfound", OnRequest, false, &zero},
    {"authkuncached", OnRequest, false, &zero},
    {"authkexpired", OnRequest, false, &zero},
    {"authencrypts", OnRequest, false, &zero},
    {"authdecrypts", OnRequest, false, &zero},
    {"authdigestencrypts", OnRequest, false, &zero},
    {"authcmacencrypts", OnRequest, false, &zero},
    {"authdigestdecrypts", OnRequest, false, &zero},
    {"authdigestfails", OnRequest, false, &zero},
    {"authcmacdecrypts", OnRequest, false, &zero},
    {"authcmacfails", OnRequest, false, &zero},
    {"nts_client_send", OnRequest, false, &zero},
    {"nts_client_recv_good", OnRequest, false, &zero},
    {"nts_client_recv_bad", OnRequest, false, &zero},
    {"nts_server_recv_good", OnRequest, false, &zero},
    {"nts_server_recv_bad", OnRequest, false, &zero},
    {"nts_server_send", OnRequest, false, &zero},
    {"nts_cookie_make", OnRequest, false, &zero},
    {"nts_cookie_decode", OnRequest, false, &zero},
    {"nts_cookie_decode_old", OnRequest, false, &zero},
    {"nts_cookie_decode_old2", OnRequest, false, &zero},
    {"nts_cookie_decode_older", OnRequest, false, &zero},
    {"nts_cookie_decode_too_old", OnRequest, false, &zero},
    {"nts_cookie_decode_error", OnRequest, false, &zero},
    {"nts_ke_probes_good", OnRequest, false, &zero},
    {"nts_ke_probes_bad", OnRequest, false, &zero},
    {"nts_ke_serves_good", OnRequest, false, &zero},
    {"nts_ke_serves_bad", OnRequest, false, &zero},
    {"nm_observing", OnRequest, false, [](Subject s) -> Value { return number(sys(s).observing ? 1 : 0); }},
    {"nm_state", OnRequest, false, [](Subject s) -> Value { return code(sys(s).state); }},
    {"nm_uncertainty", OnRequest, false,
     [](Subject s) -> Value { return milliseconds(sys(s).uncertainty, 6); }},
    {"nm_panic", OnRequest, false, [](Subject s) -> Value { return panicValue(sys(s)); }},
    {"nm_maxdist", OnRequest, false,
     [](Subject s) -> Value { return fixed(s.snapshot.selection.maxDistance, 6); }},
    {"nm_minsane", OnRequest, false, [](Subject s) -> Value { return number(s.snapshot.selection.minSane); }},
    {"nm_orphanwait", OnRequest, false,
     [](Subject s) -> Value { return fixed(s.snapshot.selection.orphanWait, 3); }},
    {"nm_answered", OnRequest, false, [](Subject s) -> Value { return number(count(s).answered); }},
    {"sys_var_list", OnRequest, true, [](Subject s) -> Value { return namesOf(systemVariables(), s); }},
});

} // namespace

std::span<const VariableRow> systemVariables()
{
    return Rows;
}

} // namespace noonmark::engine
