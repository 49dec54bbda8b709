// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/control.h"

#include <iterator>

namespace noonmark::protocol {

namespace {

// An honest answer of 64 KiB has 140 fragments; ntpq itself stops at 32.
constexpr std::size_t MostFragments = 256;

} // namespace

ControlReassembly::State ControlReassembly::add(const ControlHeader &header, Bytes data)
{
    if (m_state != State::Incomplete)
        return m_state;
    const std::size_t offset = header.offset;
    const auto known = m_fragments.find(offset);
    const bool isRepeated = known != m_fragments.end() && known->second.size() == data.size();
    if (!isRepeated && !data.empty()) {
        if (!fits(offset, data.size()))
            return m_state = State::Broken;
        m_fragments.emplace(offset, std::string(reinterpret_cast<const char *>(data.data()), data.size()));
        m_received += data.size();
    }
    if (!header.more) {
        const std::size_t end = offset + data.size();
        if ((m_endKnown && m_end != end) || extent() > end)
            return m_state = State::Broken;
        m_end = end;
        m_endKnown = true;
    }
    // Fragments do not overlap and none lies behind the end, so as many bytes as the end says leave no hole.
    if (m_endKnown && m_received == m_end)
        m_state = State::Complete;
    return m_state;
}

bool ControlReassembly::fits(std::size_t offset, std::size_t size) const
{
    if (offset + size > ControlAnswerLimit || m_fragments.size() >= MostFragments)
        return false;
    if (m_endKnown && offset + size > m_end)
        return false;
    const auto next = m_fragments.lower_bound(offset);
    if (next != m_fragments.end() && next->first < offset + size)
        return false;
    if (next == m_fragments.begin())
        return true;
    const auto previous = std::prev(next);
    return previous->first + previous->second.size() <= offset;
}

std::size_t ControlReassembly::extent() const
{
    return m_fragments.empty() ? 0 : m_fragments.rbegin()->first + m_fragments.rbegin()->second.size();
}

std::string ControlReassembly::data() const
{
    std::string whole;
    for (const auto &[offset, fragment] : m_fragments)
        whole += fragment;
    return whole;
}

} // namespace noonmark::protocol
