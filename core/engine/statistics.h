// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/kernelloop.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the engine and its driver have counted since the start. Names in comments are ntpq's.
namespace noonmark::engine {

struct ServerCounters
{
    std::uint64_t received = 0;
    std::uint64_t answered = 0;
    std::uint64_t badFormat = 0;
    std::uint64_t badAuth = 0;
    std::uint64_t declined = 0; // impossible senders, modes that are never answered
    std::uint64_t cryptoNaks = 0;
    std::uint64_t currentVersion = 0; // well-formed requests of version 4, of 1 to 3
    std::uint64_t oldVersion = 0;
    std::uint64_t version1Client = 0; // of the old ones: version 1 in mode 3, and without a mode
    std::uint64_t version1Zero = 0;
    std::uint64_t version1Symmetric = 0;
    std::uint64_t restricted = 0;
    std::uint64_t limited = 0;
    std::uint64_t kissesSent = 0;
    std::uint64_t controlRequests = 0;

    // What was counted after an earlier reading of the same counters.
    [[nodiscard]] ServerCounters since(const ServerCounters &earlier) const;

    friend bool operator==(const ServerCounters &, const ServerCounters &) = default;
};

inline ServerCounters ServerCounters::since(const ServerCounters &earlier) const
{
    static constexpr std::uint64_t ServerCounters::*all[] = {
        &ServerCounters::received,
        &ServerCounters::answered,
        &ServerCounters::badFormat,
        &ServerCounters::badAuth,
        &ServerCounters::declined,
        &ServerCounters::cryptoNaks,
        &ServerCounters::currentVersion,
        &ServerCounters::oldVersion,
        &ServerCounters::version1Client,
        &ServerCounters::version1Zero,
        &ServerCounters::version1Symmetric,
        &ServerCounters::restricted,
        &ServerCounters::limited,
        &ServerCounters::kissesSent,
        &ServerCounters::controlRequests};
    ServerCounters result = *this;
    for (const auto counter : all)
        result.*counter -= earlier.*counter;
    return result;
}

// ntpq's `_r` counters: since the last full hour of the daemon's life.
struct RecentCounters
{
    ServerCounters server;
    std::uint64_t processed = 0;
    double seconds = 0;

    friend bool operator==(const RecentCounters &, const RecentCounters &) = default;
};

// The table of the hosts that asked: ntpq's `monstats`.
struct ClientStatistics
{
    std::uint64_t depth = 0;
    std::uint64_t capacity = 0;
    std::uint64_t buckets = 0; // of the hash
    std::uint64_t entryBytes = 0;
    std::uint64_t known = 0;        // packets of hosts that were in the table
    std::uint64_t fresh = 0;        // hosts that found a free place
    std::uint64_t replacedOld = 0;  // that took the place of one not heard for a while
    std::uint64_t replacedBusy = 0; // of one that was
    std::uint64_t refused = 0;      // that got none
    double minAge = 0;              // s, what "a while" is
    double oldestAge = 0;           // s

    friend bool operator==(const ClientStatistics &, const ClientStatistics &) = default;
};

// What has been done with keys since the start: ntpq's `authinfo`.
struct KeyCounters
{
    std::uint64_t trusted = 0; // keys that can be used now
    std::uint64_t lookups = 0;
    std::uint64_t notFound = 0;
    std::uint64_t digestsMade = 0;
    std::uint64_t digestsChecked = 0;
    std::uint64_t digestsFailed = 0;
    std::uint64_t cmacsMade = 0;
    std::uint64_t cmacsChecked = 0;
    std::uint64_t cmacsFailed = 0;

    friend bool operator==(const KeyCounters &, const KeyCounters &) = default;
};

// One socket that listens.
struct InterfaceFacts
{
    std::string name;
    Endpoint address;
    std::uint32_t flags = 0;
    bool drops = false; // holds its port, and hears nothing
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
    std::uint64_t sendFailures = 0;
    double uptime = 0; // s
    int peers = 0;

    friend bool operator==(const InterfaceFacts &, const InterfaceFacts &) = default;
};

// What the driver tells of its sockets: ntpq's `iostats` and `ifstats`.
struct IoFacts
{
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
    std::uint64_t sendFailures = 0;
    std::uint64_t wakeups = 0;
    std::uint64_t goodWakeups = 0; // that found a datagram
    std::vector<InterfaceFacts> interfaces;
    std::optional<KernelLoop> kernel = {};

    friend bool operator==(const IoFacts &, const IoFacts &) = default;
};

} // namespace noonmark::engine
