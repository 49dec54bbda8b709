// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/enginehost.h"
#include "core/simulation/timeserver.h"
#include "core/simulation/world.h"
#include "tests/support/moment.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

// Words in which scenarios are told.
namespace noonmark::scenario {

using engine::EngineConfig;
using engine::EventKind;
using engine::SourceConfig;
using engine::SourceKind;

inline IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

// NOONMARK_SEED changes the story; the failing one can be told again.
inline std::uint64_t seed()
{
    const char *text = std::getenv("NOONMARK_SEED");
    return text ? std::strtoull(text, nullptr, 10) : 1;
}

inline SourceConfig server(const std::string &name, bool iburst = true)
{
    SourceConfig source;
    source.name = name;
    source.iburst = iburst;
    return source;
}

inline SourceConfig localClock(int stratum = 10)
{
    SourceConfig source;
    source.kind = SourceKind::LocalClock;
    source.name = "127.127.1.0";
    source.localStratum = stratum;
    return source;
}

inline SourceConfig pool(const std::string &name)
{
    SourceConfig source = server(name);
    source.kind = SourceKind::Pool;
    return source;
}

inline SourceConfig peer(const std::string &name, std::uint32_t key = 0)
{
    SourceConfig source = server(name, false);
    source.kind = SourceKind::Peer;
    source.minPoll = 4;
    source.maxPoll = 6;
    source.key = key;
    return source;
}

// Trusted MD5 keys 1 to 3 with secrets that all hosts of a story share.
inline engine::AuthenticationConfig sharedKeys()
{
    engine::AuthenticationConfig config;
    for (std::uint32_t number = 1; number <= 3; ++number) {
        config.keys.push_back(
            {number, protocol::MacType::Md5, std::vector(16, static_cast<std::byte>(0x40 + number)), {}});
        config.trusted.push_back(number);
    }
    return config;
}

inline EngineConfig following(std::initializer_list<SourceConfig> sources)
{
    EngineConfig config;
    config.sources = sources;
    return config;
}

inline simulation::Link lan(double jitter = 100e-6)
{
    return {100e-6, jitter, 0, false};
}

inline bool synchronised(simulation::EngineHost &host)
{
    return host.snapshot().system.leap != 3;
}

inline const engine::AssociationSnapshot *find(const engine::Snapshot &snapshot, const std::string &name)
{
    const auto found = std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                                    [&](const auto &a) { return a.source.name == name; });
    return found == snapshot.associations.end() ? nullptr : &*found;
}

inline const engine::AssociationSnapshot *at(const engine::Snapshot &snapshot, const IpAddress &address)
{
    const auto found = std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                                    [&](const auto &a) { return a.remote.address == address; });
    return found == snapshot.associations.end() ? nullptr : &*found;
}

// The time error of a host, looked at every second while the world runs on.
struct ErrorStatistics
{
    double rms = 0;
    double largest = 0;
};

// `look(error)` after each second, for whoever wants to know more.
template <typename Look>
ErrorStatistics watch(simulation::World &world, simulation::EngineHost &host, double until, Look look)
{
    double squares = 0;
    double count = 0;
    ErrorStatistics result;
    while (world.seconds() + 1 <= until) {
        world.run(world.seconds() + 1);
        const double error = host.error();
        squares += error * error;
        ++count;
        result.largest = std::max(result.largest, std::fabs(error));
        look(error);
    }
    result.rms = count > 0 ? std::sqrt(squares / count) : 0;
    return result;
}

inline ErrorStatistics watch(simulation::World &world, simulation::EngineHost &host, double until)
{
    return watch(world, host, until, [](double) {});
}

// The first moment at which the condition holds, looked at every half second; `limit` if never.
template <typename Condition> double firstTime(simulation::World &world, double limit, Condition condition)
{
    while (!condition() && world.seconds() < limit)
        world.run(world.seconds() + 0.5);
    return world.seconds();
}

} // namespace noonmark::scenario
