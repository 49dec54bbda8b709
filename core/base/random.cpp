// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <bit>

namespace noonmark {

namespace {

void quarterRound(std::uint32_t &a, std::uint32_t &b, std::uint32_t &c, std::uint32_t &d)
{   // RFC 8439, section 2.1.
    a += b; d = std::rotl(d ^ a, 16);
    c += d; b = std::rotl(b ^ c, 12);
    a += b; d = std::rotl(d ^ a, 8);
    c += d; b = std::rotl(b ^ c, 7);
}

} // namespace

Random Random::fromNumber(std::uint64_t seed)
{
    return Random({static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), 0, 0, 0, 0, 0, 0});
}

std::uint32_t Random::next32()
{
    if (m_used == m_block.size())
        refill();
    return m_block[m_used++];
}

std::uint64_t Random::next64()
{
    const std::uint64_t high = next32();
    return high << 32 | next32();
}

std::uint32_t Random::below(std::uint32_t bound)
{
    const std::uint32_t unfair = -bound % bound;   // 2^32 mod bound values would make the small ones likelier
    std::uint32_t draw = next32();
    while (draw < unfair)
        draw = next32();
    return draw % bound;
}

double Random::uniform()
{
    return (static_cast<double>(next64() >> 11) + 1.0) * 0x1p-53;
}

Random Random::split()
{
    Seed seed;
    for (auto &word : seed)
        word = next32();
    return Random(seed);
}

void Random::refill()
{
    std::array<std::uint32_t, 16> state{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    for (std::size_t i = 0; i < m_seed.size(); ++i)
        state[4 + i] = m_seed[i];
    state[12] = static_cast<std::uint32_t>(m_counter);
    state[13] = static_cast<std::uint32_t>(m_counter >> 32);
    ++m_counter;
    m_block = state;
    auto &b = m_block;
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = 0; i < 4; ++i)
            quarterRound(b[i], b[4 + i], b[8 + i], b[12 + i]);
        for (std::size_t i = 0; i < 4; ++i)
            quarterRound(b[i], b[4 + (i + 1) % 4], b[8 + (i + 2) % 4], b[12 + (i + 3) % 4]);
    }
    for (std::size_t i = 0; i < b.size(); ++i)
        b[i] += state[i];
    m_used = 0;
}

} // namespace noonmark
