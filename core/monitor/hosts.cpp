// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/hosts.h"

#include "core/protocol/packet.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <set>

namespace noonmark::monitor {

namespace {

constexpr std::string_view Blanks = " \t\r\"'";
constexpr std::size_t LongestName = 253;
constexpr unsigned ShortestPrefix = 16; // 65 534 hosts; who writes more means no list of hosts

std::string_view firstWord(std::string_view line)
{
    line = line.substr(0, line.find('#'));
    const std::size_t begin = line.find_first_not_of(Blanks);
    if (begin == std::string_view::npos)
        return {};
    line.remove_prefix(begin);
    return line.substr(0, line.find_first_of(" \t\r\"',;"));
}

bool isName(std::string_view word)
{
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
    };
    // Figures and points only are a mistyped address.
    const bool hasLetter =
        std::ranges::any_of(word, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
    return word.size() <= LongestName && hasLetter && std::ranges::all_of(word, fits) &&
           word.front() != '-' && word.front() != '.';
}

// The hosts of "192.168.31.0/28": without the network's own address and the broadcast.
bool addNetwork(std::string_view word, HostList &list)
{
    const std::size_t slash = word.find('/');
    const auto base = IpAddress::parse(word.substr(0, slash));
    unsigned bits = 0;
    const std::string_view length = word.substr(slash + 1);
    const auto parsed = std::from_chars(length.data(), length.data() + length.size(), bits);
    const bool isLength = parsed.ec == std::errc() && parsed.ptr == length.data() + length.size();
    if (!base || !base->isV4() || !isLength || bits < ShortestPrefix || bits > 32)
        return false;
    const std::uint32_t size = bits == 32 ? 1 : 1U << (32 - bits);
    const std::uint32_t first = base->toV4() & ~(size - 1);
    const bool hasEdges = size > 2;
    for (std::uint32_t i = hasEdges ? 1 : 0;
         i < (hasEdges ? size - 1 : size) && list.hosts.size() < MostHosts; ++i) {
        const IpAddress address = IpAddress::v4(first + i);
        list.hosts.push_back({address.toString(), {address}, false});
    }
    return true;
}

bool addHost(std::string_view word, HostList &list)
{
    if (const auto address = IpAddress::parse(word))
        list.hosts.push_back({address->toString(), {*address}, false});
    else if (word.find('/') != std::string_view::npos)
        return addNetwork(word, list);
    else if (isName(word))
        list.hosts.push_back({std::string(word), {}, true});
    else
        return false;
    return true;
}

void dropRepetitions(std::vector<WantedHost> &hosts)
{
    std::set<std::string> seen;
    std::erase_if(hosts, [&](const WantedHost &host) { return !seen.insert(host.text).second; });
}

} // namespace

HostList parseHosts(std::string_view text)
{
    HostList list;
    int number = 0;
    while (!text.empty() && list.hosts.size() < MostHosts) {
        const std::size_t end = text.find('\n');
        const std::string_view word = firstWord(text.substr(0, end));
        ++number;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!word.empty() && !addHost(word, list))
            list.unreadable.push_back(number);
    }
    list.isCut = !text.empty() || list.hosts.size() > MostHosts;
    dropRepetitions(list.hosts);
    return list;
}

bool asksForTime(const MruRow &row)
{
    return row.mode <= static_cast<std::uint8_t>(protocol::Mode::Client);
}

std::vector<HostPresence> compareHosts(const std::vector<WantedHost> &wanted,
                                       const std::vector<MruRow> &clients, NtpTimestamp now)
{
    std::map<IpAddress, const MruRow *> asking;
    for (const MruRow &row : clients)
        if (asksForTime(row))
            asking[row.remote.address] = &row;
    std::set<IpAddress> listed;
    std::vector<HostPresence> all;
    for (const WantedHost &host : wanted) {
        HostPresence presence{host.text, Presence::Silent, {}};
        for (const IpAddress &address : host.addresses) {
            listed.insert(address);
            const auto found = asking.find(address);
            if (found == asking.end())
                continue;
            const bool isLater =
                presence.row.last.isZero() || (found->second->last - presence.row.last).units() > 0;
            if (isLater)
                presence.row = *found->second;
            const bool isLate = (now - presence.row.last).toSeconds() > SilentAfter;
            presence.presence = isLate ? Presence::Stopped : Presence::Asks;
        }
        all.push_back(presence);
    }
    for (const auto &[address, row] : asking)
        if (!listed.contains(address))
            all.push_back({address.toString(), Presence::Unlisted, *row});
    return all;
}

} // namespace noonmark::monitor
