// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/replyschedule.h"

#include <algorithm>

namespace noonmark::transport {

namespace {

constexpr double Least = 10e-9; // s: nothing leaves sooner, whatever a coarse clock says

// Towards the middle of what is seen, a little below it, and not to the mean, which a few slow batches lift, or one during
// which the processor was taken away: a reply that leaves before its time makes the client see less than no delay
// (openntpd then does not ask again for an hour), one that leaves after it only a longer one.
void learn(double &known, double seen)
{
    constexpr double up = 1.025;
    constexpr double down = 0.97;
    known = std::max(Least, known * (seen > known ? up : down));
}

} // namespace

void ReplySchedule::begin(Now now, std::size_t requests)
{
    m_start = now;
    m_requests = requests;
    // A datagram passes the network card's stamp near the end of its part of the system call.
    const std::size_t size = place(requests);
    m_untilFirst = NtpDuration::seconds(static_cast<double>(requests) * m_perWriting[size] + m_perSend[size]);
    m_untilNext = NtpDuration::seconds(m_perSend[size]);
}

Now ReplySchedule::forReply(std::size_t position) const
{
    const auto others = static_cast<std::int64_t>(position);
    const NtpDuration ahead = m_untilFirst + NtpDuration::fromUnits(others * m_untilNext.units());
    return {m_start.monotonic + ahead, m_start.wall + ahead};
}

void ReplySchedule::sent(Instant now, std::size_t replies)
{
    if (m_requests == 0)
        return;
    const double writing = (m_written - m_start.monotonic).toSeconds();
    learn(m_perWriting[place(m_requests)], writing / static_cast<double>(m_requests));
    if (replies > 0)
        learn(m_perSend[place(replies)], (now - m_written).toSeconds() / static_cast<double>(replies));
}

std::size_t ReplySchedule::place(std::size_t size)
{
    return std::clamp<std::size_t>(size, 1, std::tuple_size_v<Costs>) - 1;
}

} // namespace noonmark::transport
