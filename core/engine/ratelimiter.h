// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/clienttable.h"
#include "core/engine/engineconfig.h"

namespace noonmark::engine {

// How `restrict limited` slows a host down, in the manner of each family: classic ntpd fills a bucket
// (`discard`), ntpsec keeps a decaying score (`limit`). Both tell the host once, and then are silent: answers
// to a flood would be one.
class RateLimiter
{
public:
    enum class Ruling
    {
        Pass,
        Kiss,
        Drop
    };

    RateLimiter(Dialect dialect, const RateLimitConfig &config)
        : m_dialect(dialect)
        , m_config(config)
    {}

    // Judges the packet that arrives now and notes it in `client`, whose times it leaves alone.
    [[nodiscard]] Ruling judge(ClientRecord &client, Instant now) const;

private:
    [[nodiscard]] Ruling classic(ClientRecord &client, double interval) const;
    [[nodiscard]] static Ruling scored(ClientRecord &client, double interval);

    Dialect m_dialect;
    RateLimitConfig m_config;
};

} // namespace noonmark::engine
