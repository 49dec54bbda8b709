// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/timesocket.h"

#include "core/transport/ancillary.h"
#include "core/transport/socketaddress.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <ctime>

#include <netinet/in.h>

namespace noonmark::transport {

namespace {

constexpr std::size_t LargestDatagram = 2048;
constexpr int MostDatagramsAtOnce = 64; // then the event loop has its turn, whoever floods us

NtpTimestamp systemTime()
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    return NtpTimestamp::fromUnix(time.tv_sec, time.tv_nsec);
}

void setOption(int descriptor, int level, int name)
{
    const int on = 1;
    setsockopt(descriptor, level, name, &on, sizeof on);
}

} // namespace

TimeSocket::TimeSocket(QObject *parent)
    : QObject(parent)
{}

TimeSocket::~TimeSocket()
{
    close();
}

bool TimeSocket::open(const Endpoint &remote)
{
    close();
    const bool isV4 = remote.address.isV4();
    m_descriptor = Descriptor(::socket(isV4 ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_UDP));
    if (!m_descriptor.isOpen())
        return false;
    const int descriptor = m_descriptor.number();
    setOption(descriptor, SOL_SOCKET, SO_TIMESTAMPNS);
    // Else the kernel keeps to itself that a host cannot be reached, and tells of closed ports only.
    if (isV4)
        setOption(descriptor, IPPROTO_IP, IP_RECVERR);
    else
        setOption(descriptor, IPPROTO_IPV6, IPV6_RECVERR);
    const SocketAddress address = SocketAddress::of(remote);
    const auto *raw = static_cast<const sockaddr *>(static_cast<const void *>(&address.storage));
    if (::connect(descriptor, raw, address.length) != 0) {
        close();
        return false;
    }
    m_notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TimeSocket::read);
    return true;
}

void TimeSocket::close()
{
    if (m_notifier != nullptr) { // perhaps it is the one whose signal brought us here
        m_notifier->setEnabled(false);
        m_notifier->deleteLater();
        m_notifier = nullptr;
    }
    m_descriptor = Descriptor();
}

std::optional<NtpTimestamp> TimeSocket::send(Bytes datagram)
{
    if (!m_descriptor.isOpen())
        return std::nullopt;
    // What an earlier datagram met is told by the next call, which then sends nothing: once more tells the
    // truth.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const NtpTimestamp at = systemTime();
        if (::send(m_descriptor.number(), datagram.data(), datagram.size(), MSG_DONTWAIT) >= 0)
            return at;
    }
    return std::nullopt;
}

void TimeSocket::read()
{
    for (int i = 0; i < MostDatagramsAtOnce && m_descriptor.isOpen(); ++i) {
        QByteArray bytes(LargestDatagram, '\0');
        AncillaryRoom room;
        iovec slice{bytes.data(), LargestDatagram};
        msghdr message{};
        message.msg_iov = &slice;
        message.msg_iovlen = 1;
        message.msg_control = room.bytes.data();
        message.msg_controllen = room.bytes.size();
        const ssize_t size = recvmsg(m_descriptor.number(), &message, MSG_DONTWAIT);
        if (size < 0) {
            const int number = errno;
            drainErrors();
            tell(number);
            return;
        }
        bytes.truncate(size);
        const AncillaryFacts facts = readAncillary(message);
        emit received(bytes, facts.stamp.value_or(systemTime()));
    }
}

void TimeSocket::drainErrors()
{
    std::array<std::byte, 1> nothing{};
    while (recv(m_descriptor.number(), nothing.data(), nothing.size(), MSG_ERRQUEUE | MSG_DONTWAIT) >= 0) {
    }
}

void TimeSocket::tell(int number)
{
    if (number == ECONNREFUSED)
        emit refused();
    else if (number == EHOSTUNREACH || number == ENETUNREACH || number == EACCES || number == EPERM)
        emit unreachable();
}

} // namespace noonmark::transport
