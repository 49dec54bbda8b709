// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ancillary.h"

#include <algorithm>
#include <cstring>

#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <netinet/in.h>
#include <time.h>

namespace noonmark::transport {

namespace {

// Control data is only aligned for cmsghdr; copying is the one defined way to read it.
template <typename T> T payload(const cmsghdr *header)
{
    T value{};
    if (header->cmsg_len >= CMSG_LEN(sizeof(T)))
        std::memcpy(&value, CMSG_DATA(header), sizeof(T));
    return value;
}

bool is(const cmsghdr *header, int level, int type)
{
    return header->cmsg_level == level && header->cmsg_type == type;
}

std::optional<NtpTimestamp> timestamp(const timespec &value)
{
    if (value.tv_sec == 0 && value.tv_nsec == 0)
        return std::nullopt; // the slot of a kind of stamp that was not taken
    return NtpTimestamp::fromUnix(value.tv_sec, value.tv_nsec);
}

void readV6Local(const in6_pktinfo &info, AncillaryFacts &facts)
{
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(info.ipi6_addr.s6_addr, bytes.size(), bytes.begin());
    facts.interface = info.ipi6_ifindex;
    if (IN6_IS_ADDR_MULTICAST(&info.ipi6_addr)) {
        facts.group = IpAddress::v6(bytes);
        return;
    }
    const bool linkLocal = IN6_IS_ADDR_LINKLOCAL(&info.ipi6_addr);
    facts.local = IpAddress::v6(bytes, linkLocal ? info.ipi6_ifindex : 0);
}

void readOne(const cmsghdr *header, AncillaryFacts &facts)
{
    if (is(header, IPPROTO_IP, IP_PKTINFO)) {
        const auto info = payload<in_pktinfo>(header);
        // Not ipi_addr: for a broadcast that would be an address that no answer can leave from.
        facts.local = IpAddress::v4(ntohl(info.ipi_spec_dst.s_addr));
        if (info.ipi_addr.s_addr != info.ipi_spec_dst.s_addr)
            facts.group = IpAddress::v4(ntohl(info.ipi_addr.s_addr));
        facts.interface = static_cast<std::uint32_t>(info.ipi_ifindex);
    } else if (is(header, IPPROTO_IPV6, IPV6_PKTINFO)) {
        readV6Local(payload<in6_pktinfo>(header), facts);
    } else if (is(header, SOL_SOCKET, SCM_TIMESTAMPNS)) {
        facts.stamp = timestamp(payload<timespec>(header));
    } else if (is(header, SOL_SOCKET, SCM_TIMESTAMPING)) {
        facts.stamp = timestamp(payload<scm_timestamping>(header).ts[0]);
    } else if (is(header, IPPROTO_IP, IP_RECVERR) || is(header, IPPROTO_IPV6, IPV6_RECVERR)) {
        const auto error = payload<sock_extended_err>(header);
        if (error.ee_origin == SO_EE_ORIGIN_TIMESTAMPING && error.ee_info == SCM_TSTAMP_SND)
            facts.transmission = error.ee_data;
    }
}

template <typename T> void write(msghdr &message, int level, int type, const T &value)
{
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = level;
    header->cmsg_type = type;
    header->cmsg_len = CMSG_LEN(sizeof(T));
    std::memcpy(CMSG_DATA(header), &value, sizeof(T));
    message.msg_controllen = CMSG_SPACE(sizeof(T));
}

} // namespace

AncillaryFacts readAncillary(const msghdr &message)
{
    AncillaryFacts facts;
    msghdr copy = message; // CMSG_NXTHDR wants a mutable message, though it changes nothing
    for (cmsghdr *header = CMSG_FIRSTHDR(&copy); header != nullptr; header = CMSG_NXTHDR(&copy, header))
        readOne(header, facts);
    return facts;
}

void SourceChoice::attach(msghdr &message, const IpAddress &source)
{
    if (source.isUnspecified())
        return;
    message.msg_control = m_bytes.data();
    message.msg_controllen = m_bytes.size();
    if (source.isV4()) {
        in_pktinfo info{};
        info.ipi_spec_dst.s_addr = htonl(source.toV4());
        write(message, IPPROTO_IP, IP_PKTINFO, info);
        return;
    }
    in6_pktinfo info{};
    std::copy(source.bytes().begin(), source.bytes().end(), info.ipi6_addr.s6_addr);
    info.ipi6_ifindex = source.scope();
    write(message, IPPROTO_IPV6, IPV6_PKTINFO, info);
}

void SourceChoice::askForStamp(msghdr &message)
{
    const std::size_t before = message.msg_control != nullptr ? message.msg_controllen : 0;
    const std::uint32_t flags = SOF_TIMESTAMPING_TX_SOFTWARE;
    msghdr behind{}; // a message that begins where the other data end
    behind.msg_control = m_bytes.data() + before;
    behind.msg_controllen = m_bytes.size() - before;
    write(behind, SOL_SOCKET, SO_TIMESTAMPING, flags);
    message.msg_control = m_bytes.data();
    message.msg_controllen = before + behind.msg_controllen;
}

} // namespace noonmark::transport
