// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/batch.h"

#include <algorithm>
#include <cerrno>

namespace noonmark::transport {

ReceiveBatch::ReceiveBatch()
    : m_bytes(BatchSize)
{
    for (std::size_t i = 0; i < BatchSize; ++i) {
        m_slices[i] = {m_bytes[i].data(), m_bytes[i].size()};
        msghdr &message = m_messages[i].msg_hdr;
        message.msg_iov = &m_slices[i];
        message.msg_iovlen = 1;
        message.msg_name = &m_addresses[i];
        message.msg_control = m_rooms[i].bytes.data();
    }
}

std::size_t ReceiveBatch::fill(int descriptor)
{
    for (std::size_t i = 0; i < m_filled; ++i) {
        msghdr &message = m_messages[i].msg_hdr;
        message.msg_namelen = sizeof(sockaddr_storage);
        message.msg_controllen = m_rooms[i].bytes.size();
        message.msg_flags = 0;
    }
    if (m_plain) {
        const ssize_t length = recvmsg(descriptor, &m_messages[0].msg_hdr, MSG_DONTWAIT);
        m_messages[0].msg_len = static_cast<unsigned>(std::max<ssize_t>(0, length));
        m_filled = 1;
        return length >= 0 ? 1 : 0;
    }
    const int count = recvmmsg(descriptor, m_messages.data(), BatchSize, MSG_DONTWAIT, nullptr);
    // One more than were taken: the call may have failed in the middle of it.
    m_filled = std::min<std::size_t>(BatchSize, static_cast<std::size_t>(std::max(0, count)) + 1);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

std::optional<ReceiveBatch::Datagram> ReceiveBatch::at(std::size_t index) const
{
    if (!isWhole(index) || remoteOf(index).port == 0)
        return std::nullopt;
    return Datagram{remoteOf(index), factsOf(index), bytesOf(index)};
}

bool ReceiveBatch::isWhole(std::size_t index) const
{
    return (m_messages[index].msg_hdr.msg_flags & MSG_TRUNC) == 0;
}

void SendBatch::add(std::size_t length, const Endpoint &remote, const IpAddress *local)
{
    m_slices[m_used] = {m_bytes[m_used].data(), length};
    m_addresses[m_used].assign(remote);
    msghdr &message = m_messages[m_used].msg_hdr;
    message = {};
    message.msg_iov = &m_slices[m_used];
    message.msg_iovlen = 1;
    message.msg_name = &m_addresses[m_used].storage;
    message.msg_namelen = m_addresses[m_used].length;
    if (local != nullptr)
        m_sources[m_used].attach(message, *local);
    ++m_used;
}

std::size_t SendBatch::flush(int descriptor)
{
    if (m_plain)
        return sendEach(descriptor);
    std::size_t done = 0;
    std::size_t taken = 0;
    while (done < m_used) {
        const auto rest = static_cast<unsigned>(m_used - done);
        const int count = sendmmsg(descriptor, &m_messages[done], rest, MSG_DONTWAIT);
        if (count < 0 && errno == EINTR)
            continue;
        taken += count > 0 ? static_cast<std::size_t>(count) : 0;
        done += count > 0 ? static_cast<std::size_t>(count) : 1;
    }
    m_used = 0;
    return taken;
}

std::size_t SendBatch::sendEach(int descriptor)
{
    std::size_t taken = 0;
    for (std::size_t i = 0; i < m_used; ++i) {
        const auto *to = static_cast<const sockaddr *>(static_cast<const void *>(&m_addresses[i].storage));
        const auto sent = sendto(descriptor, m_slices[i].iov_base, m_slices[i].iov_len, MSG_DONTWAIT, to,
                                 m_addresses[i].length);
        taken += sent >= 0 ? 1 : 0;
    }
    m_used = 0;
    return taken;
}

} // namespace noonmark::transport
