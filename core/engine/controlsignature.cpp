// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlsignature.h"

namespace noonmark::engine {

// Old clients put the MAC at the next 8 bytes, new ones at the next 4 (PROTOCOL 4.5): whichever verifies.
std::uint32_t controlSigner(const protocol::ControlHeader &header, Bytes request, const IpAddress &asker,
                            KeyRing &keys)
{
    const std::size_t end = protocol::ControlHeaderSize + header.count;
    for (const std::size_t alignment : {std::size_t{8}, std::size_t{4}}) {
        const std::size_t at = (end + alignment - 1) / alignment * alignment;
        const bool mayBeMac =
            request.size() > at + protocol::KeyNumberSize && request.size() <= at + protocol::LongestMac;
        if (!mayBeMac)
            continue;
        const std::uint32_t key = keys.verify(request.first(at), request.subspan(at), asker);
        if (key != 0)
            return key;
    }
    return 0;
}

// A reply's MAC stands at the next 8 bytes, where every client looks for it.
void signControl(std::vector<protocol::ControlDatagram> &datagrams, std::uint32_t key, KeyRing &keys)
{
    for (protocol::ControlDatagram &datagram : datagrams) {
        const std::size_t length = (datagram.size() + 7) / 8 * 8;
        datagram.resize(length + protocol::LongestMac);
        const std::size_t whole = keys.sign(key, datagram, length);
        datagram.resize(whole == 0 ? length : whole);
    }
}

} // namespace noonmark::engine
