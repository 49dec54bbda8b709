// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace noonmark::transport {

// How often the clock was stepped, by anybody: what was received at another count bears a stamp of another time.
// Counted once the clock is set and all that waited in the sockets is gone. So whoever reads the count before it reads
// a socket has nothing of before the step in its hands as long as the count stays: what it read in between counts as
// old, though it may not be, and its sender asks again.
class StepCount
{
public:
    void note() { m_count.fetch_add(1, std::memory_order_release); }
    [[nodiscard]] unsigned count() const { return m_count.load(std::memory_order_acquire); }

private:
    std::atomic<unsigned> m_count = 0;
};

} // namespace noonmark::transport
