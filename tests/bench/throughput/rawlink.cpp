// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/throughput/rawlink.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace noonmark::bench {

namespace {

constexpr std::size_t EthernetSize = 14;
constexpr std::size_t IpSize = 20;
constexpr std::size_t UdpSize = 8;
constexpr std::size_t HeaderSize = EthernetSize + IpSize + UdpSize;
constexpr std::size_t RingBytes = 8U << 20;
constexpr std::size_t FrameSize = 2048;
constexpr std::size_t Frames = RingBytes / FrameSize;

void put16(std::byte *at, std::uint32_t value)
{
    at[0] = static_cast<std::byte>(value >> 8 & 0xff);
    at[1] = static_cast<std::byte>(value & 0xff);
}

std::uint32_t get16(const std::byte *at)
{
    return std::to_integer<std::uint32_t>(at[0]) << 8 | std::to_integer<std::uint32_t>(at[1]);
}

void put32(std::byte *at, std::uint32_t value)
{
    put16(at, value >> 16);
    put16(at + 2, value & 0xffff);
}

void writeIpHeader(std::byte *ip, std::uint32_t from, std::uint32_t to, std::size_t length)
{
    std::fill_n(ip, IpSize, std::byte{0});
    ip[0] = std::byte{0x45};
    put16(ip + 2, static_cast<std::uint32_t>(length));
    ip[6] = std::byte{0x40}; // do not fragment
    ip[8] = std::byte{64};
    ip[9] = std::byte{IPPROTO_UDP};
    put32(ip + 12, from);
    put32(ip + 16, to);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < IpSize; i += 2)
        sum += get16(ip + i);
    sum = (sum & 0xffff) + (sum >> 16);
    put16(ip + 10, ~((sum & 0xffff) + (sum >> 16)));
}

} // namespace

RawLink::RawLink(const std::string &interface, const Peer &peer)
    : m_peer(peer)
{
    m_sender = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    m_receiver = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    ifreq request{};
    interface.copy(request.ifr_name, IFNAMSIZ - 1);
    if (m_sender < 0 || m_receiver < 0 || ioctl(m_sender, SIOCGIFHWADDR, &request) != 0)
        return;
    std::memcpy(m_mac.data(), request.ifr_hwaddr.sa_data, m_mac.size());
    const unsigned index = if_nametoindex(interface.c_str());
    openSender(index);
    openReceiver(index);
}

RawLink::~RawLink()
{
    if (m_ring != nullptr)
        munmap(m_ring, RingBytes);
    for (const int descriptor : {m_sender, m_receiver}) {
        if (descriptor >= 0)
            close(descriptor);
    }
}

void RawLink::openSender(unsigned interface)
{
    const int one = 1;
    const int queue = 16 << 20;
    setsockopt(m_sender, SOL_PACKET, PACKET_QDISC_BYPASS, &one, sizeof one);
    setsockopt(m_sender, SOL_SOCKET, SO_SNDBUFFORCE, &queue, sizeof queue);
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_ifindex = static_cast<int>(interface);
    bind(m_sender, reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

void RawLink::openReceiver(unsigned interface)
{
    const int version = TPACKET_V2;
    const int one = 1;
    tpacket_req ring{};
    ring.tp_block_size = 1U << 16;
    ring.tp_block_nr = RingBytes >> 16;
    ring.tp_frame_size = FrameSize;
    ring.tp_frame_nr = Frames;
    if (setsockopt(m_receiver, SOL_PACKET, PACKET_VERSION, &version, sizeof version) != 0 ||
        setsockopt(m_receiver, SOL_PACKET, PACKET_RX_RING, &ring, sizeof ring) != 0)
        return;
    setsockopt(m_receiver, SOL_PACKET, PACKET_IGNORE_OUTGOING, &one, sizeof one);
    void *memory =
        mmap(nullptr, RingBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, m_receiver, 0);
    packet_mreq everything{};
    everything.mr_ifindex = static_cast<int>(interface);
    everything.mr_type = PACKET_MR_PROMISC;
    setsockopt(m_receiver, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &everything, sizeof everything);
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_ifindex = static_cast<int>(interface);
    address.sll_protocol = htons(ETH_P_IP);
    if (memory != MAP_FAILED &&
        bind(m_receiver, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        m_ring = static_cast<std::byte *>(memory);
}

void RawLink::add(std::uint32_t from, std::uint16_t port, std::span<const std::byte> payload)
{
    std::byte *frame = m_frames[m_used].data();
    std::memcpy(frame, m_peer.mac.data(), 6);
    std::memcpy(frame + 6, m_mac.data(), 6);
    put16(frame + 12, ETH_P_IP);
    writeIpHeader(frame + EthernetSize, from, m_peer.address, IpSize + UdpSize + payload.size());
    std::byte *udp = frame + EthernetSize + IpSize;
    put16(udp, port);
    put16(udp + 2, m_peer.port);
    put16(udp + 4, static_cast<std::uint32_t>(UdpSize + payload.size()));
    put16(udp + 6, 0); // no checksum: allowed with IPv4
    std::memcpy(frame + HeaderSize, payload.data(), payload.size());
    m_slices[m_used] = {frame, HeaderSize + payload.size()};
    m_messages[m_used].msg_hdr = {nullptr, 0, &m_slices[m_used], 1, nullptr, 0, 0};
    ++m_used;
}

void RawLink::flush()
{
    std::size_t done = 0;
    for (int tries = 0; done < m_used && tries < 1000; ++tries) {
        const int count = sendmmsg(m_sender, &m_messages[done], static_cast<unsigned>(m_used - done), 0);
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    m_used = 0;
}

RawLink::Frame RawLink::next()
{
    for (;;) {
        release();
        auto *header = reinterpret_cast<tpacket2_hdr *>(m_ring + m_at * FrameSize);
        std::atomic_ref<std::uint32_t> status(header->tp_status);
        if ((status.load(std::memory_order_acquire) & TP_STATUS_USER) == 0)
            return {};
        m_mustRelease = true;
        const auto *frame = reinterpret_cast<const std::byte *>(header) + header->tp_mac;
        const std::byte *udp = frame + EthernetSize + IpSize;
        const bool isReply = header->tp_snaplen > HeaderSize && get16(frame + 12) == ETH_P_IP &&
                             frame[EthernetSize + 9] == std::byte{IPPROTO_UDP} && get16(udp) == m_peer.port;
        if (!isReply)
            continue;
        const std::size_t length = std::min<std::size_t>(get16(udp + 4) - UdpSize, header->tp_snaplen - HeaderSize);
        const std::int64_t arrived = std::int64_t{header->tp_sec} * 1'000'000'000 + header->tp_nsec;
        return {{udp + UdpSize, length}, arrived};
    }
}

void RawLink::release()
{
    if (!m_mustRelease)
        return;
    auto *header = reinterpret_cast<tpacket2_hdr *>(m_ring + m_at * FrameSize);
    std::atomic_ref<std::uint32_t>(header->tp_status).store(TP_STATUS_KERNEL, std::memory_order_release);
    m_at = (m_at + 1) % Frames;
    m_mustRelease = false;
}

} // namespace noonmark::bench
