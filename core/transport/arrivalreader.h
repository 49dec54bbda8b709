// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock.h"
#include "core/engine/engine.h"
#include "core/transport/batch.h"

#include <map>

namespace noonmark::transport {

// Makes of a datagram and what the kernel tells about it what the engine wants to know.
class ArrivalReader
{
public:
    explicit ArrivalReader(const clock::Clock &clock)
        : m_clock(clock)
    {}

    [[nodiscard]] engine::Arrival read(std::uint16_t socket, const ReceiveBatch::Datagram &datagram);
    // Indices are given anew when interfaces come and go.
    void forgetInterfaces() { m_loopbacks.clear(); }

private:
    [[nodiscard]] bool cameByLoopback(std::uint32_t interface);

    const clock::Clock &m_clock;
    std::map<std::uint32_t, bool> m_loopbacks;
};

} // namespace noonmark::transport
