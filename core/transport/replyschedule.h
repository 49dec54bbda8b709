// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstddef>

namespace noonmark::transport {

// When each reply of a batch will leave. All of them are written before the first is sent, and a signature covers
// the time in it, so the time is foretold from what earlier batches took: without that the last of 32 would
// be fifty microseconds late.
class ReplySchedule
{
public:
    // A batch of so many requests is about to be answered.
    void begin(Now now, std::size_t requests);
    // The time for the next reply, the `position`th of those that are sent.
    [[nodiscard]] Now forReply(std::size_t position) const;
    // What it really took: all written, and all sent.
    void written(Instant now) { m_written = now; }
    void sent(Instant now, std::size_t replies);

private:
    // What one reply takes in a batch of so many: a call for one alone costs more than its share of a call for 32.
    // Sizes from 1, the last one for all that are larger.
    using Costs = std::array<double, 32>;
    static constexpr Costs uniform(double seconds)
    {
        Costs costs{};
        costs.fill(seconds);
        return costs;
    }
    [[nodiscard]] static std::size_t place(std::size_t size);

    Now m_start;
    Instant m_written;
    std::size_t m_requests = 0;
    NtpDuration m_untilFirst; // of this batch
    NtpDuration m_untilNext;
    Costs m_perWriting = uniform(0.5e-6); // s
    Costs m_perSend = uniform(3e-6);
};

} // namespace noonmark::transport
