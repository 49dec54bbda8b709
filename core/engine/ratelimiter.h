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
    struct Judgement
    {
        Ruling ruling = Ruling::Pass;
        double score = 0; // to be remembered of the host
    };

    RateLimiter(Dialect dialect, const RateLimitConfig &config)
        : m_dialect(dialect)
        , m_config(config)
    {}

    // As ntpsec; otherwise as ntpd. What either remembers of a host means nothing to the other.
    [[nodiscard]] bool countsByScore() const { return m_dialect == Dialect::Ntpsec || m_config.scored; }
    [[nodiscard]] Judgement judge(const ClientTable::Past &past) const;

private:
    [[nodiscard]] Judgement classic(double score, double interval) const;
    [[nodiscard]] Judgement scored(double score, double interval) const;

    Dialect m_dialect;
    RateLimitConfig m_config;
};

} // namespace noonmark::engine
