// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socket.h"

#include "core/transport/ancillary.h"
#include "core/transport/portholder.h"
#include "core/transport/socketaddress.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <linux/net_tstamp.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>

namespace noonmark::transport {

namespace {

void setOption(int descriptor, int level, int name, int value)
{
    // All of these improve the service; none is worth refusing it.
    setsockopt(descriptor, level, name, &value, sizeof value);
}

// With each datagram the address it was sent to, and the interface it came in by.
void tellPlaces(int descriptor, Family family, bool on)
{
    const bool isV4 = family == Family::V4;
    setOption(descriptor, isV4 ? IPPROTO_IP : IPPROTO_IPV6, isV4 ? IP_PKTINFO : IPV6_RECVPKTINFO, on ? 1 : 0);
}

Result<Descriptor> openDescriptor(Family family)
{
    const int domain = family == Family::V4 ? AF_INET : AF_INET6;
    Descriptor opened(::socket(domain, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_UDP));
    const int descriptor = opened.number();
    if (descriptor < 0 && errno == EAFNOSUPPORT)
        return failed(Failure::Unsupported, {family == Family::V4 ? "IPv4" : "IPv6"});
    if (descriptor < 0)
        return failed(Failure::System, {"socket", std::strerror(errno)});
    // Never in fragments, however narrow a forged ICMP error calls the path: a stranger's could be put between ours. And
    // the kernel need not invent a number for each datagram, a fifteenth of what a reply costs.
    if (family == Family::V4) {
        setOption(descriptor, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_PROBE);
    } else {
        setOption(descriptor, IPPROTO_IPV6, IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE);
        setOption(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    }
    tellPlaces(descriptor, family, true);
    return opened;
}

Error bindError(const Endpoint &where, int number)
{
    const std::string port = std::to_string(where.port);
    if (number == EADDRINUSE)
        return {Failure::PortTaken, {port, portHolder(where.port).value_or("")}};
    if (number == EACCES || number == EPERM)
        return {Failure::NotPermitted, {"UDP " + port}};
    return {Failure::System, {"bind " + where.toString(), std::strerror(number)}};
}

Result<UdpSocket> bound(UdpSocket socket, const Endpoint &where)
{
    const SocketAddress address = SocketAddress::of(where);
    const auto *raw = static_cast<const sockaddr *>(static_cast<const void *>(&address.storage));
    if (bind(socket.descriptor(), raw, address.length) != 0)
        return tl::unexpected(bindError(where, errno));
    return socket;
}

// `all`: every datagram that leaves; else those that ask for it, as a service does for few of its replies.
void stampTransmissions(int descriptor, bool counted, bool all)
{
    const int every = all ? SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE : 0;
    const int flags = SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_TSONLY | every |
                      (counted ? SOF_TIMESTAMPING_OPT_ID : 0);
    setOption(descriptor, SOL_SOCKET, SO_TIMESTAMPING, flags);
}

} // namespace

Result<UdpSocket> UdpSocket::service(const Endpoint &where, bool beside)
{
    return open(where, [beside](int descriptor) {
        if (beside)
            setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
    });
}

// The port was ours alone when this socket took it: only now others may join, and only our own.
Result<UdpSocket> UdpSocket::twin() const
{
    setOption(descriptor(), SOL_SOCKET, SO_REUSEPORT, 1);
    const auto inherit = [this](int descriptor) {
        constexpr std::array<std::array<int, 2>, 3> kept{
            {{SOL_SOCKET, SO_REUSEADDR}, {IPPROTO_IP, IP_TOS}, {IPPROTO_IPV6, IPV6_TCLASS}}};
        for (const auto [level, name] : kept) {
            int value = 0;
            socklen_t size = sizeof value;
            if (getsockopt(this->descriptor(), level, name, &value, &size) == 0)
                setOption(descriptor, level, name, value);
        }
        setOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    };
    auto socket = open(where(), inherit);
    if (socket && m_oneAddress)
        socket->serveOneAddress();
    return socket;
}

void UdpSocket::letJoin(bool others)
{
    setOption(descriptor(), SOL_SOCKET, SO_REUSEADDR, others ? 1 : 0);
}

void UdpSocket::serveOneAddress()
{
    m_oneAddress = where().address;
    tellPlaces(descriptor(), m_oneAddress->family(), false);
}

void UdpSocket::deafen()
{
    setOption(descriptor(), SOL_SOCKET, SO_RCVBUF, 0);
}

Result<UdpSocket> UdpSocket::open(const Endpoint &where, const std::function<void(int)> &prepare)
{
    Result<Descriptor> opened = openDescriptor(where.address.family());
    if (!opened)
        return tl::unexpected(opened.error());
    UdpSocket socket(std::move(*opened));
    const int descriptor = socket.descriptor();
    setOption(descriptor, SOL_SOCKET, SO_TIMESTAMPNS, 1);
    setOption(descriptor, SOL_SOCKET, SO_BROADCAST, 1);
    prepare(descriptor);
    // The default holds 250 requests: a pause of a millisecond under load loses some.
    constexpr int queue = 4 << 20;
    setOption(descriptor, SOL_SOCKET, SO_RCVBUF, queue);
    setOption(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, queue);
    if (where.address.isV4())
        setOption(descriptor, IPPROTO_IP, IP_FREEBIND, 1);
    else
        setOption(descriptor, IPPROTO_IPV6, IPV6_FREEBIND, 1);
    return bound(std::move(socket), where);
}

Result<UdpSocket> UdpSocket::plain(const Endpoint &where)
{
    UdpSocket socket(Descriptor(::socket(AF_INET, SOCK_DGRAM, 0)));
    if (!socket.m_descriptor.isOpen())
        return failed(Failure::System, {"socket", std::strerror(errno)});
    socket.m_plain = true;
    return bound(std::move(socket), where);
}

Result<UdpSocket> UdpSocket::client(Family family)
{
    Result<Descriptor> opened = openDescriptor(family);
    if (!opened)
        return tl::unexpected(opened.error());
    UdpSocket socket(std::move(*opened));
    socket.m_stampsTransmissions = true;
    socket.m_isClient = true;
    stampTransmissions(socket.descriptor(), true, true);
    const Endpoint anywhere{family == Family::V4 ? IpAddress::v4(0) : IpAddress::v6({}), 0};
    return bound(std::move(socket), anywhere);
}

Endpoint UdpSocket::where() const
{
    SocketAddress address;
    address.length = sizeof address.storage;
    auto *raw = static_cast<sockaddr *>(static_cast<void *>(&address.storage));
    return getsockname(descriptor(), raw, &address.length) == 0 ? endpointOf(address.storage) : Endpoint{};
}

void UdpSocket::mark(int dscp)
{
    constexpr int congestionBits = 2;
    if (m_plain)
        return;
    const bool isV4 = where().address.isV4();
    setOption(descriptor(), isV4 ? IPPROTO_IP : IPPROTO_IPV6, isV4 ? IP_TOS : IPV6_TCLASS, dscp << congestionBits);
}

bool UdpSocket::send(const Endpoint &remote, const std::optional<IpAddress> &local, Bytes bytes,
                     std::uint64_t request)
{
    SocketAddress address = SocketAddress::of(remote);
    if (m_plain) {
        const auto *to = static_cast<const sockaddr *>(static_cast<const void *>(&address.storage));
        const bool sent = sendto(descriptor(), bytes.data(), bytes.size(), MSG_DONTWAIT, to, address.length) >= 0;
        ++(sent ? m_traffic.sent : m_traffic.failures);
        return sent;
    }
    iovec slice{const_cast<std::byte *>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_name = &address.storage;
    message.msg_namelen = address.length;
    message.msg_iov = &slice;
    message.msg_iovlen = 1;
    SourceChoice source;
    if (local)
        source.attach(message, *local);
    const bool isStamped = m_isClient || request != 0;
    if (isStamped && !m_isClient) {
        beginStamping();
        source.askForStamp(message);
    }
    m_requests[m_nextTransmission % Remembered] = request;
    // A pending ICMP error of an earlier datagram is reported, and cleared, by the next call: once more tells
    // the truth.
    bool taken = sendmsg(descriptor(), &message, MSG_DONTWAIT) >= 0;
    if (!taken && errno == ECONNREFUSED)
        taken = sendmsg(descriptor(), &message, MSG_DONTWAIT) >= 0;
    ++(taken ? m_traffic.sent : m_traffic.failures);
    if (!taken)
        countFromZero();
    else if (isStamped)
        ++m_nextTransmission;
    return taken;
}

std::optional<UdpSocket::Sent> UdpSocket::takeSent()
{
    if (!m_stampsTransmissions)
        return std::nullopt;
    std::array<std::byte, 1> nothing{};
    AncillaryRoom room;
    for (;;) {
        iovec slice{nothing.data(), nothing.size()};
        msghdr message{};
        message.msg_iov = &slice;
        message.msg_iovlen = 1;
        message.msg_control = room.bytes.data();
        message.msg_controllen = room.bytes.size();
        if (recvmsg(descriptor(), &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0)
            return std::nullopt;
        const AncillaryFacts facts = readAncillary(message);
        const bool remembered = facts.transmission && m_nextTransmission - *facts.transmission <= Remembered;
        if (remembered && facts.stamp)
            return Sent{m_requests[*facts.transmission % Remembered], *facts.stamp};
    }
}

void UdpSocket::discard()
{
    while (takeSent()) {
    }
    std::array<std::byte, 1> nothing{};
    iovec slice{nothing.data(), nothing.size()};
    msghdr message{};
    message.msg_iov = &slice;
    message.msg_iovlen = 1;
    while (recvmsg(descriptor(), &message, MSG_DONTWAIT | MSG_TRUNC) >= 0) {
    }
}

// Of a service only when the first peer or interleaving client needs it: for all others it would be work in vain.
void UdpSocket::beginStamping()
{
    if (std::exchange(m_stampsTransmissions, true))
        return;
    stampTransmissions(descriptor(), true, false);
    m_nextTransmission = 0;
}

// Whether the kernel counted a datagram that it then refused depends on its version: begin to count anew.
void UdpSocket::countFromZero()
{
    if (!m_stampsTransmissions)
        return;
    stampTransmissions(descriptor(), false, m_isClient);
    stampTransmissions(descriptor(), true, m_isClient);
    m_nextTransmission = 0;
}

bool isLoopbackInterface(std::uint32_t index)
{
    ifreq request{};
    if (if_indextoname(index, request.ifr_name) == nullptr)
        return false;
    const Result<Descriptor> any = openDescriptor(Family::V4);
    const bool known = any && ioctl(any->number(), SIOCGIFFLAGS, &request) == 0;
    return known && (request.ifr_flags & IFF_LOOPBACK) != 0;
}

} // namespace noonmark::transport
