// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/noise.h"

#include <cmath>

namespace noonmark::simulation {

namespace {

constexpr int DrawsThrownAway = 310;
constexpr double Range = 2147483648.0; // 2^31

} // namespace

SeedDealer::SeedDealer(std::uint32_t seed)
{ // The minimal standard generator fills the state (Schrage's way to stay within 32 bits).
    std::int64_t word = seed == 0 ? 1 : static_cast<std::int32_t>(seed);
    m_state[0] = static_cast<std::uint32_t>(word);
    for (std::size_t i = 1; i < m_state.size(); ++i) {
        word = 16807 * (word % 127773) - 2836 * (word / 127773);
        if (word < 0)
            word += 2147483647;
        m_state[i] = static_cast<std::uint32_t>(word);
    }
    for (int i = 0; i < DrawsThrownAway; ++i)
        static_cast<void>(deal());
}

std::uint32_t SeedDealer::deal()
{
    m_state[m_front] += m_state[m_rear];
    const std::uint32_t result = m_state[m_front] >> 1;
    m_front = (m_front + 1) % m_state.size();
    m_rear = (m_rear + 1) % m_state.size();
    return result;
}

std::uint32_t NoiseSource::draw()
{
    m_state = (m_state * 1103515245U + 12345U) & 0x7fffffffU;
    return m_state;
}

double NoiseSource::uniform()
{
    const double a = draw();
    const double b = draw();
    return (b + (a + 1) / (Range + 1)) / Range;
}

double NoiseSource::exponential()
{
    return -std::log(uniform());
}

double NoiseSource::normal()
{ // Marsaglia's polar method; the second value is thrown away.
    while (true) {
        const double x = 2 * uniform() - 1;
        const double y = 2 * uniform() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1)
            return x * std::sqrt(-2 * std::log(square) / square);
    }
}

} // namespace noonmark::simulation
