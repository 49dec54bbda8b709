// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/sourcemodel.h"

#include <cstdint>
#include <span>
#include <vector>

namespace noonmark::engine {

// Those whom the clock follows, listened to at once: one filter of all their samples, which knows our
// oscillator once and what the path of each may add. (Filters that each smooth enough for themselves smooth
// too much together, and each sees only its own samples of a crystal that is the same for all.)
class Company
{
public:
    struct Member
    {
        std::uint16_t id = 0;
        const SourceModel *model = nullptr; // knows its phase
        double pathLength =
            0; // s; one way to the reference clock, its uncertainty included: bounds what asymmetry hides
        double grain = 0; // s; of the source's clock, which may err to one side
    };

    // What they make of our clock: with every sample that is new, `members` (one at least) as they are now.
    // `liars`: nothing is believed any more of what these taught.
    [[nodiscard]] Estimate hear(std::span<const Member> members, std::span<const std::uint16_t> liars,
                                const Now &now);
    // See SourceModel.
    void leapt(NtpDuration by) { m_origin.wall = m_origin.wall + by; }

private:
    struct Known
    {
        std::uint16_t id = 0;
        unsigned world = 0;
        Instant heard; // its last sample
    };

    void partFrom(std::span<const Member> members, std::span<const std::uint16_t> liars);
    void begin(std::span<const Member> members, const Now &now);
    void take(const Member &member);
    void admit(std::span<const Member> members, const Now &now);
    [[nodiscard]] std::vector<Known>::iterator find(const Member &member);
    [[nodiscard]] std::size_t indexOf(const Member &member);

    WanderBank m_bank;
    std::vector<Known> m_known; // in the bank's order; empty: it is yet to begin
    Now m_origin;
    Instant m_newest;
};

} // namespace noonmark::engine
