// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include "tests/support/moment.h"

namespace noonmark::engine {

inline IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

inline EngineConfig ownClock()
{
    EngineConfig config;
    SourceConfig local;
    local.kind = SourceKind::LocalClock;
    local.name = "127.127.1.0";
    local.localStratum = 10;
    config.sources = {local};
    return config;
}

// A server that has been up for a few seconds, and the whole internet before it.
struct ServerBench
{
    explicit ServerBench(const EngineConfig &config)
        : engine(config, Random::fromNumber(1), now())
    {
        for (int i = 0; i < 3; ++i)
            advance(1);
        while (engine.takeEffect())
            ;
    }

    [[nodiscard]] Now now() const { return momentAt(seconds); }

    void advance(double by)
    {
        seconds += by;
        engine.expired(now());
    }

    [[nodiscard]] Arrival arrival(Bytes bytes, const Endpoint &from) const
    {
        Arrival arrival;
        arrival.remote = from;
        arrival.local = ip("10.0.0.1");
        arrival.received = now().wall;
        arrival.bytes = bytes;
        return arrival;
    }

    double seconds = 1000;
    Engine engine;
};

} // namespace noonmark::engine
