// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/transport/stepcount.h"

#include <memory>
#include <mutex>
#include <utility>

namespace noonmark::transport {

// The engine of one driver, and of its workers if it has any: then every call through -> holds the lock for
// as long as it takes, and so does whoever sets the clock or reads it in another thread. Without workers
// nothing is locked.
class SharedEngine
{
public:
    using Lock = std::unique_lock<std::recursive_mutex>;

    class Held
    {
    public:
        Held(Lock lock, engine::Engine *engine)
            : m_lock(std::move(lock))
            , m_engine(engine)
        {}
        engine::Engine *operator->() const { return m_engine; }

    private:
        Lock m_lock;
        engine::Engine *m_engine;
    };

    [[nodiscard]] explicit operator bool() const { return m_engine != nullptr; }
    [[nodiscard]] Held operator->() const { return {hold(), m_engine.get()}; }
    [[nodiscard]] Lock hold() const { return m_isShared ? Lock(m_lock) : Lock(); }
    [[nodiscard]] std::recursive_mutex &lock() const { return m_lock; }

    // Before the first worker begins.
    void share() { m_isShared = true; }
    void replace(std::unique_ptr<engine::Engine> engine)
    {
        const Lock held = hold();
        m_engine = std::move(engine);
    }

    [[nodiscard]] StepCount &steps() { return m_steps; }

private:
    mutable std::recursive_mutex m_lock;
    bool m_isShared = false;
    StepCount m_steps;
    std::unique_ptr<engine::Engine> m_engine;
};

} // namespace noonmark::transport
