// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/time.h"
#include "core/engine/engineconfig.h"
#include "core/engine/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What can be seen of an engine from outside: copies, never views of its working state. Seconds throughout;
// frequencies in ppm because that is how the field reads them. Names are ntpq's.
namespace noonmark::engine {

// Select code of the peer status word; ntpq shows " x.-+#*o" in this order.
enum class Tally : std::uint8_t { Reject, Falseticker, Excess, Outlier, Candidate, Backup, SystemPeer, PpsPeer };

// Why a packet or a source was refused: ntpq's `flash` (RFC 5905 tests 1 to 13 with ntpd's bits).
namespace Flash {
inline constexpr std::uint32_t Duplicate = 0x0001, Bogus = 0x0002, Unsynchronised = 0x0004, Denied = 0x0008,
                               Authentication = 0x0010, Stratum = 0x0020, Header = 0x0040, PeerStratum = 0x0200,
                               PeerDistance = 0x0400, PeerLoop = 0x0800, PeerUnreachable = 0x1000;
}

enum class Resolution : std::uint8_t { NotNeeded, Pending, Done, Failed };

// Whether a source can be asked with the key that its line names. Without it nothing is sent: no answer would count.
enum class KeyState : std::uint8_t { NotNeeded, Ready, Untrusted, Missing };

struct FilterStage
{
    double delay = 0;
    double offset = 0;
    double dispersion = 16;

    friend bool operator==(const FilterStage &, const FilterStage &) = default;
};

struct AssociationSnapshot
{
    std::uint16_t id = 0;               // ntpq's associd; changes after a restart
    SourceConfig source;
    Endpoint remote;
    IpAddress local;
    bool configured = true;             // false: mobilised by a pool
    Resolution resolution = Resolution::NotNeeded;
    Tally tally = Tally::Reject;
    std::uint8_t leap = 3;
    std::uint8_t stratum = 16;
    std::uint8_t hostMode = 3;          // hmode
    std::uint8_t peerMode = 0;          // pmode
    std::int8_t hostPoll = 6;
    std::int8_t peerPoll = 10;
    std::int8_t precision = 0;
    double rootDelay = 0;
    double rootDispersion = 0;
    std::uint32_t refid = 0;            // as on the wire; text for stratum 0 and 1, see protocol/refid.h
    NtpTimestamp reftime;
    NtpTimestamp received;              // rec; zero = never
    std::optional<double> sinceReceived; // what ntpq shows as `when`
    std::uint8_t reach = 0;
    int unreach = 0;
    std::uint32_t flash = 0;
    double delay = 0;
    double offset = 0;                  // source minus us: positive means that we are slow
    double jitter = 0;
    double dispersion = 16;
    double rootDistance = 16;
    double headway = 0;
    std::array<FilterStage, 8> filter;  // newest first
    std::uint32_t kissCode = 0;         // last kiss-o'-death, 0 = none
    std::uint64_t sent = 0;
    std::uint64_t accepted = 0;
    std::uint64_t bogus = 0;
    std::uint64_t old = 0;              // of these what had come before
    std::uint64_t unsynchronised = 0;   // accepted, but of no use: no time, or a kiss
    std::uint64_t far = 0;              // accepted, but too far from the root
    double untilAsked = 0;              // s to the next question
    double sinceReachChanged = 0;       // s since it began to answer, or ceased
    std::uint64_t badAuth = 0;          // answers without the MAC that the source's key asks for
    bool authentic = false;             // the last one that counted was signed with it
    KeyState keyState = KeyState::NotNeeded;
    bool interleaved = false;           // the last one that counted told when the one before had really left
    std::uint8_t eventCount = 0;
    std::uint8_t lastEvent = 0;

    friend bool operator==(const AssociationSnapshot &, const AssociationSnapshot &) = default;
};

enum class DisciplineState : std::uint8_t { NotSet, FrequencySet, Spike, FrequencyMeasuring, Synchronised, Panicked };

struct SystemSnapshot
{
    std::uint8_t leap = 3;
    std::uint8_t stratum = 16;
    std::int8_t precision = -20;
    double rootDelay = 0;
    double rootDispersion = 0;          // aged to the moment of the snapshot
    double rootDistance = 0;
    std::uint32_t refid = 0;
    NtpTimestamp reftime;
    NtpTimestamp clock;
    std::uint16_t peer = 0;             // associd of the system peer, 0 = none
    std::uint8_t timeConstant = 6;      // tc
    double offset = 0;
    double uncertainty = 0;             // one standard deviation of `offset`
    double expectedError = 0;           // s; the same for the offset that the next update will find
    double frequencyUncertainty = 0;    // ppm; one standard deviation of `frequency`, the wander since included
    double frequency = 0;               // ppm
    double systemJitter = 0;
    double clockJitter = 0;
    double clockWander = 0;             // ppm
    DisciplineState state = DisciplineState::NotSet;
    bool observing = false;             // the clock is measured but not corrected
    std::optional<double> panicOffset;  // the correction that was refused
    std::uint8_t statusSource = 0;      // 0 none, 5 local clock, 6 NTP
    std::uint8_t eventCount = 0;
    std::uint8_t lastEvent = 0;

    friend bool operator==(const SystemSnapshot &, const SystemSnapshot &) = default;
};

// What we know of leap seconds, and what we make of them for our clients.
struct LeapFacts
{
    int taiMinusUtc = 0;                // 0: no table
    std::int64_t last = 0;              // the first second with that difference, or the next that is decreed; since 1970
    std::int64_t expires = 0;           // of the table, since 1970; 0: no table
    int smearInterval = 0;              // s; 0: nothing is smeared
    double smear = 0;                   // s that are added to our time now

    friend bool operator==(const LeapFacts &, const LeapFacts &) = default;
};

struct Snapshot
{
    SystemSnapshot system;
    LeapFacts leaps;
    std::vector<AssociationSnapshot> associations;
    ServerCounters counters;
    RecentCounters recent;
    std::uint64_t processed = 0;        // requests answered and answers used
    KeyCounters keys;
    ClientStatistics clients;
    IoFacts io;
    SelectionConfig selection;
    double uptime = 0;

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

// Something that happened, for journals and logs. Codes below 0x10 are those of the status words in ntpq.
enum class EventKind : std::uint8_t {
    // system events
    FrequencyNotSet, FrequencySet, Spike, FrequencyMode, ClockSync, Restart, PanicStop, NoSystemPeer, LeapArmed, LeapDisarmed,
    LeapEvent, ClockStep,
    // association events
    Mobilised, Demobilised, Unreachable, Reachable, NoReply, RateExceeded, AccessDenied, BecameSystemPeer, Popcorn,
    NameUnresolved, NameResolved, KeyUntrusted, KeyMissing,
    // what happened to the clock behind the engine's back; system events, too
    ClockDisturbed, ClockSlept, ClockContested
};

struct Event
{
    EventKind kind = EventKind::Restart;
    std::uint16_t association = 0;      // 0 = the system
    std::string source;                 // name and address of the association, for people
    NtpTimestamp at;
    double value = 0;                   // seconds stepped, offset refused, number of the key, ... by kind
    SourceKind role = SourceKind::Server; // of the association

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace noonmark::engine
