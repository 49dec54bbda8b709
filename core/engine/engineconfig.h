// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"
#include "core/base/endpoint.h"
#include "core/base/interfacerules.h"
#include "core/engine/leaptable.h"
#include "core/protocol/mac.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the engine is told to do: plain values, made from ntp.conf by config/lowering.h and by tests by hand.
// Lengths of time are seconds; polls are log2 seconds; frequencies are fractions (1e-6 = 1 ppm).
namespace noonmark::engine {

// Broadcast: we send, nobody answers. BroadcastClient: a host whose broadcasts we heard; never configured.
enum class SourceKind : std::uint8_t { Server, Pool, Peer, LocalClock, Broadcast, BroadcastClient, ManycastClient };

struct SourceConfig
{
    SourceKind kind = SourceKind::Server;
    std::string name;                   // as the file has it: an address or a host name
    std::optional<Family> family;       // -4, -6
    int minPoll = 6;
    int maxPoll = 10;
    int version = 4;
    std::uint32_t key = 0;              // 0: none; else only answers with this key's MAC count
    bool iburst = false;
    bool burst = false;
    bool prefer = false;
    bool noSelect = false;
    bool trueChimer = false;            // `true`: survives selection whatever the others say
    bool interleave = false;            // `xleave`: ask for the true transmit stamps (RFC 9769)
    int ttl = 0;                        // of what goes to a multicast group; of a manycast client the largest; 0: 1, and 255
    int localUnit = 0;                  // LocalClock: the u of 127.127.1.u
    int localStratum = 5;               // LocalClock: `fudge stratum`, what ntpd gives driver 1 without one
    std::string localRefid = "LOCL";
    std::uint8_t localFlags = 0;        // LocalClock: `fudge flag1` to `flag4`, the first in the lowest bit; only told

    friend bool operator==(const SourceConfig &, const SourceConfig &) = default;
};

// `tos`; the defaults of ntpd 4.2.8.
struct SelectionConfig
{
    int minClock = 3;
    bool keepsMinClock = false;         // a line says so: outliers stay while fewer would be left
    int maxClock = 10;
    int minSane = 1;
    int floor = 0;
    int ceiling = 15;
    double minDistance = 0.001;
    double maxDistance = 1.5;
    int orphanStratum = 17;             // 17 = off
    double orphanWait = 300;

    friend bool operator==(const SelectionConfig &, const SelectionConfig &) = default;
};

// How the clock is steered: by what is learnt about the oscillator, or as RFC 5905 has it, which is kept as a yardstick.
enum class DisciplineMethod : std::uint8_t { Learning, Rfc5905 };

// `tinker` and the daemon's options about large corrections.
struct DisciplineConfig
{
    bool mayCorrect = true;             // false: the clock is only observed, nothing is ever commanded
    bool mayPanicOnce = false;          // -g: the first correction may exceed `panic`
    double step = 0.128;                // 0 = never step
    double stepOut = 300;
    double panic = 1000;                // 0 = never panic
    double dispersion = 15e-6;          // PHI
    double allanIntercept = 2048;
    std::optional<double> frequency;    // from the drift file
    DisciplineMethod method = DisciplineMethod::Learning;

    friend bool operator==(const DisciplineConfig &, const DisciplineConfig &) = default;
};

// ntpsec's `limit`
struct ScoreLimit
{
    double average = 1.0;               // packets per second
    double burst = 20;                  // s in which a packet is nearly forgotten
    double kiss = 0.5;                  // packets per second above the average that are still told

    friend bool operator==(const ScoreLimit &, const ScoreLimit &) = default;
};

// `discard`
struct RateLimitConfig
{
    int average = 3;                    // log2 s
    int minimum = 2;                    // s
    int monitor = 3000;
    bool scored = false;                // as ntpsec does, by `score`; always where its dialect is spoken
    ScoreLimit score;

    friend bool operator==(const RateLimitConfig &, const RateLimitConfig &) = default;
};

// A `restrict` line with a host name: an entry for each of the addresses that the name turns out to have.
struct NamedAccess
{
    std::string name;
    std::optional<Family> family;
    std::uint32_t flags = 0;
    bool ntpPort = false;
    int origin = -1;                    // its line
    bool takesAway = false;             // `unrestrict`

    friend bool operator==(const NamedAccess &, const NamedAccess &) = default;
};

// One line of ntp.keys.
struct SymmetricKey
{
    std::uint32_t number = 0;
    protocol::MacType type = protocol::MacType::Md5;
    std::vector<std::byte> secret;
    std::vector<AddressMask> users;     // who may use it; empty: everybody (CVE-2015-7974)

    friend bool operator==(const SymmetricKey &, const SymmetricKey &) = default;
};

// `keys`, `trustedkey` and `controlkey`. A key that is not trusted is as good as absent.
struct AuthenticationConfig
{
    std::vector<SymmetricKey> keys;
    std::vector<std::uint32_t> trusted;
    std::uint32_t controlKey = 0;       // what mode 6 must be signed with where it needs a signature; 0: nothing is
    bool required = true;               // `enable auth`: strangers mobilise associations only with a trusted key

    friend bool operator==(const AuthenticationConfig &, const AuthenticationConfig &) = default;
};

// Where we are heard. `broadcastclient`, `multicastclient`, `manycastserver`: what else than questions to our own address.
struct ListeningConfig
{
    bool broadcasts = false;
    double broadcastDelay = 0;          // s; what the way here takes; 0: learn it by asking the sender
    std::vector<IpAddress> broadcastGroups;
    std::vector<IpAddress> manycastGroups;
    std::vector<InterfaceRule> interfaces; // `interface`, `nic`, in the order of the file; none: everywhere
    int dscp = 46;                         // of all that we send; 46: expedited forwarding, as ntpd

    [[nodiscard]] std::vector<IpAddress> groups() const
    {
        std::vector<IpAddress> all = broadcastGroups;
        all.insert(all.end(), manycastGroups.begin(), manycastGroups.end());
        return all;
    }

    friend bool operator==(const ListeningConfig &, const ListeningConfig &) = default;
};

struct EngineConfig
{
    std::vector<SourceConfig> sources;
    AccessTable access;
    std::vector<NamedAccess> namedAccess;
    SelectionConfig selection;
    DisciplineConfig discipline;
    RateLimitConfig rateLimit;
    AuthenticationConfig authentication;
    std::size_t rememberedClients = 8192; // `mru`
    LeapTable leaps;                    // of the leap file
    int leapSmearInterval = 0;          // s; 0: clients are told of a leap second and make it
    ListeningConfig listening;
    std::vector<int> rings;             // `ttl`: how far a manycast client asks, step by step; none: ntpd's
    int precision = -20;                // log2 s, measured by the driver
    std::string version = "noonmark";   // what `ntpq -c rv` shows
    std::string processor = "unknown";
    std::string system = "unknown";
};

} // namespace noonmark::engine
