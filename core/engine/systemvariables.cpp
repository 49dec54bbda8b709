// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlvariables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

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

// Whole seconds since the start; never 0, because ntpq divides its counters by it.
Value age(Subject subject)
{
    return seconds(std::max(1.0, subject.snapshot.uptime));
}

// Both families' form, "201701010000"; nothing for a date that is not known.
Value date(std::int64_t unixSeconds)
{
    using namespace std::chrono;
    if (unixSeconds == 0)
        return std::nullopt;
    const sys_seconds moment{std::chrono::seconds(unixSeconds)};
    const year_month_day day(floor<days>(moment));
    const hh_mm_ss time(moment - floor<days>(moment));
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    return std::string(text.data());
}

const LeapFacts &leaps(Subject subject)
{
    return subject.snapshot.leaps;
}

Value whereKnown(bool isKnown, const std::string &value)
{
    return isKnown ? Value(value) : std::nullopt;
}

// "6.1.0" of "Linux/6.1.0"
Value release(Subject subject)
{
    const std::size_t slash = subject.facts.system.find('/');
    return slash == std::string::npos ? std::string() : subject.facts.system.substr(slash + 1);
}

// For what this engine does not do, so that nothing can ever have been counted: NTS, version 1's symmetric
// mode.
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

const KeyCounters &keys(Subject subject)
{
    return subject.snapshot.keys;
}

std::uint64_t version1(const ServerCounters &counters)
{
    return counters.version1Client + counters.version1Zero + counters.version1Symmetric;
}

const ClientStatistics &mru(Subject subject)
{
    return subject.snapshot.clients;
}

const IoFacts &io(Subject subject)
{
    return subject.snapshot.io;
}

Value kilobytes(std::uint64_t bytes)
{
    return std::to_string((bytes + 512) / 1024);
}

std::uint64_t sent(const Snapshot &snapshot)
{
    std::uint64_t sum = 0;
    for (const AssociationSnapshot &association : snapshot.associations)
        sum += association.sent;
    return sum;
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

const ServerCounters &recent(Subject subject)
{
    return subject.snapshot.recent.server;
}

std::string shortest(double value)
{ // As C's %g writes it, whatever the user's locale is.
    constexpr int digits = 6;
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits);
    return {text.data(), end.ptr};
}

// Zeros where the kernel does not tell: a missing name would cost the whole answer.
KernelLoop kernel(Subject subject)
{
    return io(subject).kernel.value_or(KernelLoop());
}

// ntpd's words for timex's status, in the order of the bits.
Value kernelStatus(Subject subject)
{
    static constexpr std::array<std::string_view, 16> words{
        "pll",      "ppsfreq",   "ppstime",   "fll",       "ins",      "del",  "unsync",   "freqhold",
        "ppssignal", "ppsjitter", "ppswander", "ppserror", "clockerr", "nano", "mode=fll", "src=B"};
    std::string text;
    for (std::size_t bit = 0; bit < words.size(); ++bit)
        if ((kernel(subject).status >> bit & 1U) != 0)
            text.append(text.empty() ? "" : " ").append(words[bit]);
    return text;
}

// The order of an answer to an empty request: leap, stratum, rootdelay, rootdisp, refid and tc must be in its
// first fragment for ntpstat, and leap must not be the last for ntpwait. Names that begin with nm_ are our
// own.
// What ntpsec counts of NTS and MS-SNTP, which are not spoken here; a name too few would cost its ntpq the whole answer.
constexpr auto Uncounted = std::to_array<std::string_view>({
    "nts_client_send", "nts_client_recv_good", "nts_client_recv_bad", "nts_server_recv_good",
    "nts_server_recv_bad", "nts_server_send", "nts_cookie_make", "nts_cookie_decode",
    "nts_cookie_decode_old", "nts_cookie_decode_old2", "nts_cookie_decode_older",
    "nts_cookie_decode_too_old", "nts_cookie_decode_error", "nts_cookie_not_server",
    "nts_cookie_decode_total", "nts_cookie_decode_current", "nts_ke_probes_good", "nts_ke_probes_bad",
    "nts_ke_serves_good", "nts_ke_serves_bad", "nts_ke_serves_nossl", "nts_ke_serves_good_wall",
    "nts_ke_serves_good_cpu", "nts_ke_serves_nossl_wall", "nts_ke_serves_nossl_cpu",
    "nts_ke_serves_bad_wall", "nts_ke_serves_bad_cpu", "nts_client_send_r", "nts_client_recv_good_r",
    "nts_client_recv_bad_r", "nts_server_recv_good_r", "nts_server_recv_bad_r", "nts_server_send_r",
    "nts_cookie_make_r", "nts_cookie_decode_r", "nts_cookie_decode_old_r", "nts_cookie_decode_old2_r",
    "nts_cookie_decode_older_r", "nts_cookie_decode_too_old_r", "nts_cookie_decode_error_r",
    "nts_cookie_not_server_r", "nts_cookie_decode_total_r", "nts_cookie_decode_current_r",
    "nts_ke_probes_good_r", "nts_ke_probes_bad_r", "nts_ke_serves_good_r", "nts_ke_serves_bad_r",
    "nts_ke_serves_nossl_r", "nts_ke_serves_good_wall_r", "nts_ke_serves_good_cpu_r",
    "nts_ke_serves_nossl_wall_r", "nts_ke_serves_nossl_cpu_r", "nts_ke_serves_bad_wall_r",
    "nts_ke_serves_bad_cpu_r", "mssntp_serves", "mssntp_serves_no", "mssntp_serves_err",
    "mssntp_serves_good", "mssntp_serves_good_wall", "mssntp_serves_good_slowest", "mssntp_serves_bad",
    "mssntp_serves_bad_wall", "mssntp_serves_bad_slowest", "mssntp_serves_r", "mssntp_serves_no_r",
    "mssntp_serves_err_r", "mssntp_serves_good_r", "mssntp_serves_good_wall_r",
    "mssntp_serves_good_slowest_r", "mssntp_serves_bad_r", "mssntp_serves_bad_wall_r",
    "mssntp_serves_bad_slowest_r",
});

constexpr auto Counted = std::to_array<VariableRow>({
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
    {"tai", WhereKnown, false,
     [](Subject s) -> Value { return whereKnown(leaps(s).expires != 0, std::to_string(leaps(s).taiMinusUtc)); }},
    {"leapsec", WhereKnown, false, [](Subject s) -> Value { return date(leaps(s).last); }},
    {"expire", WhereKnown, false, [](Subject s) -> Value { return date(leaps(s).expires); }},
    {"leapsmearinterval", WhereKnown, false,
     [](Subject s) -> Value { return whereKnown(leaps(s).smearInterval > 0, std::to_string(leaps(s).smearInterval)); }},
    {"leapsmearoffset", WhereKnown, false,
     [](Subject s) -> Value { return whereKnown(leaps(s).smearInterval > 0, milliseconds(leaps(s).smear)); }},
    {"rootdist", Default, false, [](Subject s) -> Value { return milliseconds(sys(s).rootDistance); }},
    {"mintc", Default, false, [](Subject) -> Value { return number(LowestPoll); }},
    {"peeradr", OnRequest, false, [](Subject s) -> Value { return systemPeerAddress(s.snapshot); }},
    {"peermode", OnRequest, false, [](Subject s) -> Value { return systemPeerMode(s.snapshot); }},
    {"bcastdelay", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"authdelay", OnRequest, false, [](Subject) -> Value { return fixed(0, 3); }},
    {"ss_uptime", OnRequest, false, [](Subject s) -> Value { return age(s); }},
    {"ss_reset", OnRequest, false, [](Subject s) -> Value { return age(s); }},
    {"ss_numctlreq", OnRequest, false, [](Subject s) -> Value { return number(count(s).controlRequests); }},
    {"ss_received", OnRequest, false, [](Subject s) -> Value { return number(count(s).received); }},
    {"ss_badformat", OnRequest, false, [](Subject s) -> Value { return number(count(s).badFormat); }},
    {"ss_restricted", OnRequest, false, [](Subject s) -> Value { return number(count(s).restricted); }},
    {"ss_limited", OnRequest, false, [](Subject s) -> Value { return number(count(s).limited); }},
    {"ss_kodsent", OnRequest, false, [](Subject s) -> Value { return number(count(s).kissesSent); }},
    {"ss_processed", OnRequest, false, [](Subject s) -> Value { return number(s.snapshot.processed); }},
    {"ss_thisver", OnRequest, false, [](Subject s) -> Value { return number(count(s).currentVersion); }},
    {"ss_oldver", OnRequest, false, [](Subject s) -> Value { return number(count(s).oldVersion); }},
    {"ss_ver1", OnRequest, false, [](Subject s) -> Value { return number(version1(count(s))); }},
    {"ss_ver1client", OnRequest, false, [](Subject s) -> Value { return number(count(s).version1Client); }},
    {"ss_ver1zero", OnRequest, false, [](Subject s) -> Value { return number(count(s).version1Zero); }},
    {"ss_ver1symm", OnRequest, false, [](Subject s) -> Value { return number(count(s).version1Symmetric); }},
    {"ss_reset_r", OnRequest, false, [](Subject s) -> Value { return seconds(std::max(1.0, s.snapshot.recent.seconds)); }},
    {"ss_received_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).received); }},
    {"ss_thisver_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).currentVersion); }},
    {"ss_oldver_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).oldVersion); }},
    {"ss_badformat_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).badFormat); }},
    {"ss_badauth_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).badAuth); }},
    {"ss_declined_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).declined); }},
    {"ss_restricted_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).restricted); }},
    {"ss_limited_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).limited); }},
    {"ss_kodsent_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).kissesSent); }},
    {"ss_processed_r", OnRequest, false, [](Subject s) -> Value { return number(s.snapshot.recent.processed); }},
    {"ss_ver1_r", OnRequest, false, [](Subject s) -> Value { return number(version1(recent(s))); }},
    {"ss_ver1client_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).version1Client); }},
    {"ss_ver1zero_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).version1Zero); }},
    {"ss_ver1symm_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).version1Symmetric); }},
    {"ss_numctlreq_r", OnRequest, false, [](Subject s) -> Value { return number(recent(s).controlRequests); }},
    {"release", OnRequest, true, &release},
    {"savedconfig", OnRequest, true, [](Subject) -> Value { return std::string(); }},
    {"fuzz", OnRequest, false, &zero},
    {"clk_wander_threshold", OnRequest, false, &zero},
    {"tick", OnRequest, false, &zero},
    {"io_pkt_reads", OnRequest, false, [](Subject s) -> Value { return number(io(s).received); }},
    {"io_ref_reads", OnRequest, false, &zero},
    {"iostats_reset", OnRequest, false, [](Subject s) -> Value { return age(s); }},
    {"mru_enabled", OnRequest, false, [](Subject) -> Value { return hexadecimal(3); }},
    {"mru_depth", OnRequest, false, [](Subject s) -> Value { return number(mru(s).depth); }},
    {"mru_deepest", OnRequest, false, [](Subject s) -> Value { return number(mru(s).depth); }},
    {"mru_maxdepth", OnRequest, false, [](Subject s) -> Value { return number(mru(s).capacity); }},
    {"mru_mindepth", OnRequest, false, [](Subject s) -> Value { return number(mru(s).capacity); }},
    {"mru_maxage", OnRequest, false, [](Subject s) -> Value { return fixed(mru(s).minAge, 0); }},
    {"mru_minage", OnRequest, false, [](Subject s) -> Value { return fixed(mru(s).minAge, 0); }},
    {"mru_mem", OnRequest, false,
     [](Subject s) -> Value { return kilobytes(mru(s).depth * mru(s).entryBytes); }},
    {"mru_maxmem", OnRequest, false,
     [](Subject s) -> Value { return kilobytes(mru(s).capacity * mru(s).entryBytes); }},
    {"mru_hashslots", OnRequest, false, [](Subject s) -> Value { return number(mru(s).buckets); }},
    {"mru_exists", OnRequest, false, [](Subject s) -> Value { return number(mru(s).known); }},
    {"mru_new", OnRequest, false, [](Subject s) -> Value { return number(mru(s).fresh); }},
    {"mru_recycleold", OnRequest, false, [](Subject s) -> Value { return number(mru(s).replacedOld); }},
    {"mru_recyclefull", OnRequest, false, [](Subject s) -> Value { return number(mru(s).replacedBusy); }},
    {"mru_none", OnRequest, false, [](Subject s) -> Value { return number(mru(s).refused); }},
    {"mru_oldest_age", OnRequest, false, [](Subject s) -> Value { return fixed(mru(s).oldestAge, 0); }},
    {"io_received", OnRequest, false, [](Subject s) -> Value { return number(io(s).received); }},
    {"io_sent", OnRequest, false, [](Subject s) -> Value { return number(io(s).sent); }},
    {"io_sendfailed", OnRequest, false, [](Subject s) -> Value { return number(io(s).sendFailures); }},
    {"io_wakeups", OnRequest, false, [](Subject s) -> Value { return number(io(s).wakeups); }},
    {"io_goodwakeups", OnRequest, false, [](Subject s) -> Value { return number(io(s).goodWakeups); }},
    {"timerstats_reset", OnRequest, false, [](Subject s) -> Value { return age(s); }},
    {"timer_xmts", OnRequest, false, [](Subject s) -> Value { return number(sent(s.snapshot)); }},
    {"total_rbuf", OnRequest, false, &zero},
    {"free_rbuf", OnRequest, false, &zero},
    {"used_rbuf", OnRequest, false, &zero},
    {"rbuf_lowater", OnRequest, false, &zero},
    {"io_dropped", OnRequest, false, &zero},
    {"io_ignored", OnRequest, false, &zero},
    {"timer_overruns", OnRequest, false, &zero},
    {"koffset", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).offset * 1e3); }},
    {"kfreq", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).frequency); }},
    {"kmaxerr", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).maxError); }},
    {"kesterr", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).estimatedError); }},
    {"kstflags", OnRequest, true, &kernelStatus},
    {"ktimeconst", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).timeConstant); }},
    {"kprecis", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).precision); }},
    {"kfreqtol", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).tolerance); }},
    {"kppsfreq", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).ppsFrequency); }},
    {"kppsstab", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).ppsStability); }},
    {"kppsjitter", OnRequest, false, [](Subject s) -> Value { return shortest(kernel(s).ppsJitter * 1e3); }},
    {"kppscalibdur", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).ppsInterval); }},
    {"kppscalibs", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).ppsCalibrations); }},
    {"kppscaliberrs", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).ppsErrors); }},
    {"kppsjitexc", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).ppsJitterExceeded); }},
    {"kppsstbexc", OnRequest, false, [](Subject s) -> Value { return number(kernel(s).ppsStabilityExceeded); }},
    {"authreset", OnRequest, false, [](Subject s) -> Value { return age(s); }},
    {"ss_badauth", OnRequest, false, [](Subject s) -> Value { return number(count(s).badAuth); }},
    {"ss_declined", OnRequest, false, [](Subject s) -> Value { return number(count(s).declined); }},
    {"authkeys", OnRequest, false, [](Subject s) -> Value { return number(keys(s).trusted); }},
    {"authfreek", OnRequest, false, &zero},
    {"authklookups", OnRequest, false, [](Subject s) -> Value { return number(keys(s).lookups); }},
    {"authknotfound", OnRequest, false, [](Subject s) -> Value { return number(keys(s).notFound); }},
    {"authkuncached", OnRequest, false, &zero},
    {"authkexpired", OnRequest, false, &zero},
    {"authencrypts", OnRequest, false,
     [](Subject s) -> Value { return number(keys(s).digestsMade + keys(s).cmacsMade); }},
    {"authdecrypts", OnRequest, false,
     [](Subject s) -> Value { return number(keys(s).digestsChecked + keys(s).cmacsChecked); }},
    {"authdigestencrypts", OnRequest, false, [](Subject s) -> Value { return number(keys(s).digestsMade); }},
    {"authcmacencrypts", OnRequest, false, [](Subject s) -> Value { return number(keys(s).cmacsMade); }},
    {"authdigestdecrypts", OnRequest, false,
     [](Subject s) -> Value { return number(keys(s).digestsChecked); }},
    {"authdigestfails", OnRequest, false, [](Subject s) -> Value { return number(keys(s).digestsFailed); }},
    {"authcmacdecrypts", OnRequest, false, [](Subject s) -> Value { return number(keys(s).cmacsChecked); }},
    {"authcmacfails", OnRequest, false, [](Subject s) -> Value { return number(keys(s).cmacsFailed); }},
    {"nm_observing", OnRequest, false, [](Subject s) -> Value { return number(sys(s).observing ? 1 : 0); }},
    {"nm_state", OnRequest, false, [](Subject s) -> Value { return code(sys(s).state); }},
    {"nm_uncertainty", OnRequest, false,
     [](Subject s) -> Value { return milliseconds(sys(s).uncertainty, 6); }},
    {"nm_expected_error", OnRequest, false,
     [](Subject s) -> Value { return milliseconds(sys(s).expectedError, 6); }},
    {"nm_frequency_uncertainty", OnRequest, false,
     [](Subject s) -> Value { return fixed(sys(s).frequencyUncertainty, 6); }},
    {"nm_panic", OnRequest, false, [](Subject s) -> Value { return panicValue(sys(s)); }},
    {"nm_maxdist", OnRequest, false,
     [](Subject s) -> Value { return fixed(s.snapshot.selection.maxDistance, 6); }},
    {"nm_minsane", OnRequest, false, [](Subject s) -> Value { return number(s.snapshot.selection.minSane); }},
    {"nm_orphanwait", OnRequest, false,
     [](Subject s) -> Value { return fixed(s.snapshot.selection.orphanWait, 3); }},
    {"nm_answered", OnRequest, false, [](Subject s) -> Value { return number(count(s).answered); }},
    {"sys_var_list", OnRequest, true, [](Subject s) -> Value { return namesOf(systemVariables(), s); }},
});

constexpr auto Rows = [] {
    std::array<VariableRow, Counted.size() + Uncounted.size()> rows{};
    const auto rest = std::ranges::copy(Counted, rows.begin()).out;
    std::ranges::transform(Uncounted, rest, [](std::string_view name) { return VariableRow{name, OnRequest, false, &zero}; });
    return rows;
}();

} // namespace

std::span<const VariableRow> systemVariables()
{
    return Rows;
}

} // namespace noonmark::engine
