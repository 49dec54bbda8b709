// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/packet.h"

#include <algorithm>
#include <array>

// What must hold for any bytes at all; nullptr, or the property that does not. For ctest and libFuzzer alike.
inline const char *brokenPacketProperty(noonmark::Bytes datagram)
{
    using namespace noonmark;
    const auto decoded = protocol::decode(datagram);
    if (!decoded)
        return decoded.error().failure == Failure::Malformed ? nullptr : "a refusal says Malformed";
    std::array<std::byte, protocol::HeaderSize> again{};
    protocol::encode(decoded->packet, again);
    if (!std::equal(again.begin(), again.end(), datagram.begin()))
        return "encode is the inverse of decode";
    if (protocol::HeaderSize + decoded->extensions.size() + decoded->mac.size() != datagram.size())
        return "every byte is header, field or MAC";
    constexpr auto macs = std::to_array<std::size_t>({0, 4, 20, 24, 36, 52, 68}); // the last before version 4 only
    if (std::find(macs.begin(), macs.end(), decoded->mac.size()) == macs.end())
        return "a MAC has a MAC's length";
    if (decoded->packet.version < 1 || decoded->packet.version > 4)
        return "only versions 1 to 4 are accepted";
    if (decoded->packet.version < 3 && !decoded->extensions.empty())
        return "old versions have no extension fields";
    return nullptr;
}
