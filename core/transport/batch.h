// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/transport/ancillary.h"
#include "core/transport/socketaddress.h"

#include <array>
#include <vector>

#include <sys/uio.h>

// Many datagrams with one system call. A busy server spends nine tenths of its time in the kernel; batches
// win back about a tenth. They stay small because every reply of a batch leaves only after the last one was
// stamped.
namespace noonmark::transport {

inline constexpr std::size_t BatchSize = 32;
// NTP with NTS stays below 1500; the rest is nobody's. Not a power of two: or the beginnings of all buffers would
// fight for two places in the processor's cache.
inline constexpr std::size_t LargestDatagram = 2048 + 64;
inline constexpr std::size_t LargestBatchedReply = 128;

class ReceiveBatch
{
public:
    struct Datagram
    {
        Endpoint remote;
        AncillaryFacts facts;
        Bytes bytes; // valid until the next fill()
    };

    ReceiveBatch();
    ReceiveBatch(const ReceiveBatch &) = delete;
    ReceiveBatch &operator=(const ReceiveBatch &) = delete;

    // recvmsg() for one datagram instead of recvmmsg() for many.
    void usePlainCalls(bool plain) { m_plain = plain; }
    [[nodiscard]] bool takesOne() const { return m_plain; }
    // Takes what waits in the socket and returns the number. Never blocks.
    std::size_t fill(int descriptor);
    // Nothing for what was cut off or came from no usable address.
    [[nodiscard]] std::optional<Datagram> at(std::size_t index) const;
    // Its parts, for who makes something else of them: each is written where it belongs, because to copy what was
    // written a moment ago in smaller pieces makes the processor wait.
    [[nodiscard]] bool isWhole(std::size_t index) const;
    [[nodiscard]] Endpoint remoteOf(std::size_t index) const { return endpointOf(m_addresses[index]); }
    [[nodiscard]] AncillaryFacts factsOf(std::size_t index) const { return readAncillary(m_messages[index].msg_hdr); }
    [[nodiscard]] Bytes bytesOf(std::size_t index) const { return Bytes(m_bytes[index]).first(m_messages[index].msg_len); }

private:
    std::array<mmsghdr, BatchSize> m_messages{};
    std::array<iovec, BatchSize> m_slices{};
    std::array<sockaddr_storage, BatchSize> m_addresses{};
    std::array<AncillaryRoom, BatchSize> m_rooms;
    bool m_plain = false;
    std::size_t m_filled = BatchSize; // written to by the kernel since they were made ready
    std::vector<std::array<std::byte, LargestDatagram>> m_bytes;
};

class SendBatch
{
public:
    SendBatch() = default;
    SendBatch(const SendBatch &) = delete;
    SendBatch &operator=(const SendBatch &) = delete;

    // Where the next datagram may be written; there is always room for one more until BatchSize were added.
    [[nodiscard]] MutableBytes room() { return m_bytes[m_used]; }
    void add(std::size_t length, const Endpoint &remote, const IpAddress *local);
    // sendto() for each instead of sendmmsg() for all; the kernel chooses our address.
    void usePlainCalls(bool plain) { m_plain = plain; }
    // Sends and forgets. One that cannot be sent must not hold up the others: it is dropped, its asker will
    // ask again. The number that the kernel took.
    std::size_t flush(int descriptor);

private:
    [[nodiscard]] std::size_t sendEach(int descriptor);

    bool m_plain = false;
    std::size_t m_used = 0;
    std::array<mmsghdr, BatchSize> m_messages{};
    std::array<iovec, BatchSize> m_slices{};
    std::array<SocketAddress, BatchSize> m_addresses{};
    std::array<SourceChoice, BatchSize> m_sources;
    std::array<std::array<std::byte, LargestBatchedReply>, BatchSize> m_bytes{};
};

} // namespace noonmark::transport
