// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace noonmark {

// Which of nested ranges decides for an address: the places of the number line where the answer changes, in
// order. Ten thousand ranges cost one search of fifteen steps in memory that stays in the cache; Key is
// std::uint32_t for IPv4 and std::array<std::uint64_t, 2> for IPv6.
template <typename Key> class AccessIndex
{
public:
    // The number of the deciding entry, for a packet from port 123 and from any other port.
    struct Answer
    {
        std::uint32_t fromNtpPort = 0;
        std::uint32_t fromOthers = 0;
    };

    void clear()
    {
        m_starts.clear();
        m_answers.clear();
    }

    // Ranges begin in ascending order, the wider one first, the first at zero.
    void begin(const Key &at, const Answer &answer)
    {
        if (!m_starts.empty() && m_starts.back() == at) {
            m_answers.back() = answer;
            return;
        }
        m_starts.push_back(at);
        m_answers.push_back(answer);
    }

    [[nodiscard]] const Answer &at(const Key &key) const
    { // The last start that is not behind the key. Without a branch that the processor could guess wrong.
        std::size_t first = 0;
        std::size_t left = m_starts.size();
        while (left > 1) {
            const std::size_t half = left / 2;
            first += m_starts[first + half] <= key ? half : 0;
            left -= half;
        }
        return m_answers[first];
    }

private:
    std::vector<Key> m_starts;
    std::vector<Answer> m_answers;
};

using AccessIndexV4 = AccessIndex<std::uint32_t>;
using AccessIndexV6 = AccessIndex<std::array<std::uint64_t, 2>>;

} // namespace noonmark
