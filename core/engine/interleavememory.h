// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/protocol/packet.h"

#include <vector>

namespace noonmark::engine {

// The server's side of the interleaved mode (RFC 9769): remembers when its answers really left, and tells the
// client with the next one. One fixed table for everybody: who is pushed out of it gets a plain answer,
// nothing worse.
class InterleaveMemory
{
public:
    // Whether the datagram asks for a stamp that we remember: its answer needs a kernel stamp of its own.
    [[nodiscard]] bool isAskedFor(Bytes datagram) const;
    // Turns the plain answer into an interleaved one if it was asked for, and remembers it for the next.
    void answer(const protocol::Packet &request, protocol::Packet &reply);
    // Names the answer that was interleaved last, for the stamp that comes late; 0: the last one was plain.
    [[nodiscard]] std::uint64_t takeRequest();
    void transmitted(const TransmitStamp &stamp);
    void forget() { m_entries.clear(); } // the clock was stepped

private:
    static constexpr std::size_t Size = 8192;
    struct Entry
    {
        NtpTimestamp received; // of the answer: what the client names it by; zero: free
        NtpTimestamp sent;
        std::uint64_t request = 0;
    };

    [[nodiscard]] static std::size_t placeOf(NtpTimestamp received);

    std::vector<Entry> m_entries; // none until the first client asks
    std::uint64_t m_count = 0;
    std::uint64_t m_request = 0;
};

} // namespace noonmark::engine
