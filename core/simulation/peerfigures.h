// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace noonmark::simulation {

// What the best others reach in one of our rows: medians of 30 seeds, measured in 2026 with chronyd 4.3, ntpd of ntpsec
// 1.2.2, classic ntpd 4.3.91 and the clock algorithm of ntpd-rs 1.9, in a network simulator with the noise and the draws
// of rows.h. Times are us, rates ppb, reaching a millisecond s.
struct PeerFigures
{
    std::string_view row;
    double chrony = 0, ntpsec = 0, ntpd = 0, ntpdrs = 0; // RMS of the time error from 2000 s on
    double kf = 0, kfRequests = 0;                       // the yardstick: a Kalman filter that is told the noise
    double bestRms = 0, bestMax = 0, bestRate = 0, bestMillisecond = 0; // the best of the four; the worst maximum
    double aimRms = 0, aimMax = 0;                       // what we want to reach
};

[[nodiscard]] std::span<const PeerFigures> peerFigures();
[[nodiscard]] const PeerFigures *findPeerFigures(std::string_view row);

} // namespace noonmark::simulation
