// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <sys/socket.h>
#include <sys/uio.h>

namespace noonmark::bench {

// One end of a cable without an IP stack: a million clients cost no more than one, and half of what sockets would.
class RawLink
{
public:
    static constexpr std::size_t BatchSize = 16;
    static constexpr std::size_t LargestPayload = 128;

    struct Peer
    {
        std::array<std::uint8_t, 6> mac{};
        std::uint32_t address = 0; // host order
        std::uint16_t port = 123;
    };
    // `now`: when the kernel got it, ns of CLOCK_REALTIME.
    struct Frame
    {
        std::span<const std::byte> payload;
        std::int64_t arrived = 0;
    };

    RawLink(const std::string &interface, const Peer &peer);
    ~RawLink();
    RawLink(const RawLink &) = delete;
    RawLink &operator=(const RawLink &) = delete;

    // False if the kernel does not have what this needs, or does not allow it.
    [[nodiscard]] bool isOpen() const { return m_ring != nullptr; }
    // Adds a datagram from this address and port to the next batch; at most BatchSize.
    void add(std::uint32_t from, std::uint16_t port, std::span<const std::byte> payload);
    void flush();
    // The next datagram of the peer that has arrived; empty if there is none. Valid until the next call.
    [[nodiscard]] Frame next();

private:
    void openSender(unsigned interface);
    void openReceiver(unsigned interface);
    void release();

    Peer m_peer;
    std::array<std::uint8_t, 6> m_mac{};
    int m_sender = -1;
    int m_receiver = -1;
    std::byte *m_ring = nullptr;
    std::size_t m_at = 0;
    bool m_mustRelease = false;
    std::size_t m_used = 0;
    std::array<std::array<std::byte, LargestPayload + 64>, BatchSize> m_frames{};
    std::array<iovec, BatchSize> m_slices{};
    std::array<mmsghdr, BatchSize> m_messages{};
};

} // namespace noonmark::bench
