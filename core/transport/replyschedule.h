// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>

namespace noonmark::transport {

// When each reply of a batch will leave. All of them are written before the first is sent, and a signature covers
// the time in it, so the time is foretold from what earlier batches took: without that the last of sixteen would
// be thirty microseconds late.
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

    [[nodiscard]] double secondsPerSend() const { return m_perSend; }

private:
    Now m_start;
    Instant m_written;
    std::size_t m_requests = 0;
    double m_perWriting = 0.5e-6; // s
    double m_perSend = 3e-6;
};

} // namespace noonmark::transport
