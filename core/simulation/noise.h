// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

// The chance of the public network simulator whose figures we compare with: same seed, same packets, so that
// a difference between two engines is the engines' own. Neither generator is fit for anything else.
namespace noonmark::simulation {

// glibc's random() after srandom(seed): deals out the seeds of the noise sources, in the order they are made.
class SeedDealer
{
public:
    explicit SeedDealer(std::uint32_t seed);
    [[nodiscard]] std::uint32_t deal();

private:
    std::array<std::uint32_t, 31> m_state{};
    std::size_t m_front = 3;
    std::size_t m_rear = 0;
};

// A linear congruence of 31 bits (glibc's TYPE_0).
class NoiseSource
{
public:
    explicit NoiseSource(std::uint32_t seed)
        : m_state(seed == 0 ? 1 : seed)
    {}
    [[nodiscard]] double uniform();     // in (0, 1]
    [[nodiscard]] double exponential(); // mean 1
    [[nodiscard]] double normal();

private:
    [[nodiscard]] std::uint32_t draw();

    std::uint32_t m_state;
};

} // namespace noonmark::simulation
