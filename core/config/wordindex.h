// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace noonmark::config {

// Finds rows of a table that stays by their `name`. Each word of a file is looked up several times, and most are
// none of the table: a look at the length and two letters sends those away.
template <typename Row> class WordIndex
{
public:
    explicit WordIndex(std::span<const Row> rows)
        : m_slots(std::bit_ceil(4 * rows.size() + 1))
    {
        for (const Row &row : rows)
            m_slots[freeSlot(row.name)] = &row;
    }

    // The first row of this name, or null.
    [[nodiscard]] const Row *find(std::string_view name) const
    {
        for (std::size_t slot = hash(name);; ++slot) {
            const Row *row = m_slots[slot & (m_slots.size() - 1)];
            if (!row || row->name == name)
                return row;
        }
    }

private:
    static std::size_t hash(std::string_view name)
    {
        std::size_t value = name.size();
        if (!name.empty()) {
            for (const std::size_t at : {std::size_t{0}, name.size() / 2, name.size() - 1})
                value = 31 * value + static_cast<unsigned char>(name[at]);
        }
        return value;
    }

    [[nodiscard]] std::size_t freeSlot(std::string_view name) const
    {
        std::size_t slot = hash(name) & (m_slots.size() - 1);
        while (m_slots[slot])
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }

    std::vector<const Row *> m_slots;
};

} // namespace noonmark::config
