// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <vector>

// Damages datagrams in the ways that parsers fear, repeatably. Each test prints its seed; NOONMARK_SEED sets
// it.
namespace fuzz {

using Datagram = std::vector<std::byte>;

inline std::uint64_t seed()
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("NOONMARK_SEED", &isSet);
    const std::uint64_t seed = isSet ? static_cast<std::uint64_t>(wanted) : 20261120U;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    return seed;
}

class Mutator
{
public:
    Mutator(noonmark::Random random, std::vector<Datagram> seeds)
        : m_random(std::move(random))
        , m_seeds(std::move(seeds))
    {}

    // One of the seeds with one to eight wounds.
    Datagram next()
    {
        Datagram bytes = anySeed();
        const std::uint32_t wounds = 1 + m_random.below(8);
        for (std::uint32_t i = 0; i < wounds; ++i)
            wound(bytes);
        return bytes;
    }

private:
    const Datagram &anySeed() { return m_seeds[m_random.below(static_cast<std::uint32_t>(m_seeds.size()))]; }
    std::size_t place(const Datagram &bytes)
    {
        return m_random.below(static_cast<std::uint32_t>(bytes.size()) + 1);
    }
    std::byte anyByte()
    {
        constexpr auto feared =
            std::to_array<std::uint8_t>({0x00, 0x01, 0x7f, 0x80, 0xff, ',', '=', '"', '\r', '\n', ' '});
        if (m_random.below(2) == 0)
            return std::byte{feared[m_random.below(feared.size())]};
        return static_cast<std::byte>(m_random.below(256));
    }
    void wound(Datagram &bytes)
    {
        const auto at = static_cast<std::ptrdiff_t>(place(bytes));
        switch (m_random.below(6)) {
        case 0: // one bit
            if (at < std::ssize(bytes))
                bytes[static_cast<std::size_t>(at)] ^= static_cast<std::byte>(1U << m_random.below(8));
            break;
        case 1: // one byte
            if (at < std::ssize(bytes))
                bytes[static_cast<std::size_t>(at)] = anyByte();
            break;
        case 2: // the end is missing
            bytes.resize(static_cast<std::size_t>(at));
            break;
        case 3: // something in between
            bytes.insert(bytes.begin() + at, m_random.below(40), anyByte());
            break;
        case 4: { // a piece of another
            const Datagram &other = anySeed();
            const std::size_t from = place(other);
            bytes.insert(bytes.end(), other.begin() + static_cast<std::ptrdiff_t>(from), other.end());
            break;
        }
        default: // a number in the head
            if (bytes.size() > 12)
                bytes[m_random.below(12)] = anyByte();
        }
        bytes.resize(std::min<std::size_t>(bytes.size(), 4096));
    }

    noonmark::Random m_random;
    std::vector<Datagram> m_seeds;
};

} // namespace fuzz
