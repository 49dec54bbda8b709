// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/mrurows.h"

#include <map>
#include <optional>
#include <vector>

namespace noonmark::monitor {

// The clients of one daemon as its list tells them, one for each address, in the order in which they were
// first met: a row keeps its place as long as the list lives.
class MruClients
{
public:
    explicit MruClients(std::size_t most = 200'000)
        : m_most(most)
    {}

    // Which rows came (at the end) and which changed.
    struct Change
    {
        std::size_t added = 0;
        std::size_t firstChanged = 0; // of those that were there before
        std::size_t lastChanged = 0;
        bool changed = false;
    };
    // How many rows take() of these would add at the end.
    [[nodiscard]] std::size_t countNew(const std::vector<MruRow> &rows) const;
    Change take(const std::vector<MruRow> &rows);
    void clear();

    [[nodiscard]] const std::vector<MruRow> &rows() const { return m_rows; }
    [[nodiscard]] std::optional<std::size_t> placeOf(const IpAddress &address) const;
    [[nodiscard]] bool isFull() const { return m_rows.size() >= m_most; }

private:
    std::size_t m_most;
    std::vector<MruRow> m_rows;
    std::map<IpAddress, std::size_t> m_places;
};

} // namespace noonmark::monitor
