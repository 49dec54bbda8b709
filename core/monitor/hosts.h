// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/monitor/mrurows.h"

#include <string>
#include <string_view>
#include <vector>

// The admin's own list of hosts, held against those that ask: who is known, who is missing, who is a
// stranger.
namespace noonmark::monitor {

struct WantedHost
{
    std::string text;                 // as it was written
    std::vector<IpAddress> addresses; // one for an address; for a name, those that it was resolved to
    bool isName = false;              // to be resolved

    friend bool operator==(const WantedHost &, const WantedHost &) = default;
};

struct HostList
{
    std::vector<WantedHost> hosts;
    std::vector<int> unreadable; // lines, from 1
    bool isCut = false;          // more than MostHosts
};

inline constexpr std::size_t MostHosts = 65'536;
// One host at the head of each line (or of each field, with commas): an address, a name, or a small network
// such as 192.168.31.0/28, which stands for its hosts. Whatever follows a blank or "#" is the admin's note; a
// line of /etc/hosts and a table with addresses in its first column are understood alike.
[[nodiscard]] HostList parseHosts(std::string_view text);

enum class Presence : unsigned char
{
    Asks,    // wanted, and it asks
    Stopped, // wanted, it asked once, but not lately
    Silent,  // wanted, and never seen
    Unlisted // asks, but is not in the list
};

struct HostPresence
{
    std::string text; // of the list, or the address
    Presence presence = Presence::Silent;
    MruRow row; // the one heard last of its addresses; empty for Silent

    friend bool operator==(const HostPresence &, const HostPresence &) = default;
};

// Two hours: w32time asks every hour or so, everybody else at least every 68 minutes (poll 12).
inline constexpr double SilentAfter = 7200;
// In the order of the list, then the strangers. Queries and our own servers' answers (modes 4 to 7) make
// nobody a client.
[[nodiscard]] std::vector<HostPresence> compareHosts(const std::vector<WantedHost> &wanted,
                                                     const std::vector<MruRow> &clients, NtpTimestamp now);
[[nodiscard]] bool asksForTime(const MruRow &row);

} // namespace noonmark::monitor
