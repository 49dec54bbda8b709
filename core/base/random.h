// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace noonmark {

// A repeatable source of chance that is still safe on the wire: the ChaCha20 key stream of a 256-bit seed (RFC 8439).
// One upstream sees our transmit nonces; it must not be able to compute those that we send to another
// (CVE-2020-13817), so an ordinary generator would not do. The caller takes the seed from the system or, in tests, names it.
class Random
{
public:
    using Seed = std::array<std::uint32_t, 8>;

    explicit Random(const Seed &seed) : m_seed(seed) {}
    static Random fromNumber(std::uint64_t seed);   // for tests and simulations

    std::uint32_t next32();
    std::uint64_t next64();
    // In [0, bound), without bias; bound > 0.
    std::uint32_t below(std::uint32_t bound);
    // In (0, 1].
    double uniform();
    // An independent stream, so that one consumer's appetite does not shift another's draws.
    Random split();

private:
    void refill();

    Seed m_seed;
    std::uint64_t m_counter = 0;
    std::array<std::uint32_t, 16> m_block{};
    std::size_t m_used = 16;
};

} // namespace noonmark
