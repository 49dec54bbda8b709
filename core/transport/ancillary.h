// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/time.h"

#include <array>
#include <cstddef>
#include <optional>

#include <sys/socket.h>

// The sealed box around cmsghdr: what the kernel tells beside a datagram, and what we tell it. Nothing
// outside ancillary.cpp sees a control message.
namespace noonmark::transport {

struct AncillaryFacts
{
    std::optional<IpAddress> local;            // the address of ours that the datagram was sent to
    IpAddress group;                           // the group or broadcast address, if it was not sent to us alone
    std::uint32_t interface = 0;               // the index of the interface it came in by
    std::optional<NtpTimestamp> stamp;         // CLOCK_REALTIME when the kernel received or sent it
    std::optional<std::uint32_t> transmission; // on the error queue: which of our datagrams the stamp is for
};

// What the message tells.
[[nodiscard]] AncillaryFacts readAncillary(const msghdr &message);

// Room enough for everything that we ask the kernel to tell; give it to recvmsg().
struct AncillaryRoom
{
    alignas(cmsghdr) std::array<std::byte, 256> bytes;
};

// Tells the kernel from which of our addresses a datagram should leave.
class SourceChoice
{
public:
    // Puts itself into the message, which must not outlive it. Without an address the kernel chooses.
    void attach(msghdr &message, const IpAddress &source);
    // The kernel shall tell when this datagram really leaves. After attach().
    void askForStamp(msghdr &message);

private:
    alignas(cmsghdr) std::array<std::byte, 64> m_bytes{};
};

} // namespace noonmark::transport
