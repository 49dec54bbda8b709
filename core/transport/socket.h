// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/descriptor.h"
#include "core/base/endpoint.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace noonmark::transport {

// A non-blocking UDP socket that tells for every datagram when the kernel received it and at which of our
// addresses. v4 and v6 are kept apart: a v6 socket never sees a mapped v4 address.
class UdpSocket
{
public:
    // Listens at a fixed place. The address need not exist yet, so that a daemon may start before its
    // network.
    // `beside`: a wildcard of ours that lets it join holds the same port, see letJoin().
    [[nodiscard]] static Result<UdpSocket> service(const Endpoint &where, bool beside = false);
    // Another one at the place of this service socket: the kernel deals the datagrams out between them.
    [[nodiscard]] Result<UdpSocket> twin() const;
    // As simulators of networks want it: socket(), bind(), sendto(), recvmsg() and no option, IPv4.
    [[nodiscard]] static Result<UdpSocket> plain(const Endpoint &where);
    // Asks from a random port of the kernel's choice and gets transmit stamps as well.
    [[nodiscard]] static Result<UdpSocket> client(Family family);

    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }
    [[nodiscard]] Endpoint where() const;
    // Whether others may take the port at other addresses. Only for as long as it takes to open ours: a stranger's
    // socket at one of our addresses would get what is meant for us.
    void letJoin(bool others);
    // Bound to an address of an interface that leads outside, it receives nothing else: the kernel need neither tell with
    // each datagram where it went nor be told with each answer where it leaves, a twentieth of what they cost.
    void serveOneAddress();
    [[nodiscard]] const std::optional<IpAddress> &oneAddress() const { return m_oneAddress; }

    // Nobody will read it: what strangers send there must not fill the kernel's memory for datagrams, of which the whole
    // machine has one share.
    void deafen();
    // What all that leaves is marked with (RFC 2474).
    void mark(int dscp);
    // True if the kernel took it. Without a network it did not, which is no error: the asker asks again.
    bool send(const Endpoint &remote, const std::optional<IpAddress> &local, Bytes bytes,
              std::uint64_t request = 0);

    // What has gone through it; whoever moves datagrams in batches counts them here.
    struct Traffic
    {
        std::uint64_t received = 0;
        std::uint64_t sent = 0;
        std::uint64_t failures = 0;

        void add(const Traffic &other)
        {
            received += other.received;
            sent += other.sent;
            failures += other.failures;
        }
    };
    [[nodiscard]] Traffic &traffic() { return m_traffic; }

    // A stamp of a datagram that send() took with this request number; drain it whenever the socket has
    // something to say.
    struct Sent
    {
        std::uint64_t request = 0;
        NtpTimestamp kernelStamp;
    };
    [[nodiscard]] std::optional<Sent> takeSent();
    // Throws away everything that waits: its stamps were taken before a step of the clock.
    void discard();

private:
    // A service socket; `prepare` sees it before it takes its place.
    [[nodiscard]] static Result<UdpSocket> open(const Endpoint &where, const std::function<void(int)> &prepare);
    explicit UdpSocket(Descriptor descriptor)
        : m_descriptor(std::move(descriptor))
    {}
    void beginStamping();
    void countFromZero();

    Descriptor m_descriptor;
    bool m_stampsTransmissions = false;
    bool m_isClient = false;
    bool m_plain = false;
    std::optional<IpAddress> m_oneAddress;
    Traffic m_traffic;
    std::uint32_t m_nextTransmission = 0;
    // The last few requests by the kernel's count; a stamp comes microseconds after its datagram or never.
    static constexpr std::size_t Remembered = 16;
    std::array<std::uint64_t, Remembered> m_requests{};
};

[[nodiscard]] bool isLoopbackInterface(std::uint32_t index);

} // namespace noonmark::transport
