// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/engine/engine.h"
#include "core/engine/estimate.h"
#include "core/engine/keyring.h"
#include "core/engine/systemstate.h"

#include <deque>
#include <optional>
#include <utility>

namespace noonmark::engine {

// What the engine has decided and the driver has not yet done, in order.
class Outbox
{
public:
    void push(Effect effect) { m_effects.push_back(std::move(effect)); }
    std::optional<Effect> take()
    {
        if (m_effects.empty())
            return std::nullopt;
        Effect first = std::move(m_effects.front());
        m_effects.pop_front();
        return first;
    }

private:
    std::deque<Effect> m_effects;
};

// What every part of the engine may need in one step: handed down by Engine, kept by nobody.
struct Context
{
    Now now;
    const EngineConfig &config;
    Random &random;
    Outbox &outbox;
    KeyRing &keys;
    FrequencyBelief belief = {};
    SystemState own = {}; // what we say about our time
};

} // namespace noonmark::engine
