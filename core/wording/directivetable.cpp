// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/directivetable.h"

#include "core/wording/text.h"

namespace noonmark::wording {
namespace {

constexpr DirectiveText Directives[] = {
    {"server", NOONMARK_TEXT("Asks this host for time; 127.127.1.0 stands for this machine's own clock.")},
    {"pool",
     NOONMARK_TEXT("Looks the name up and asks several of its servers, replacing those that go bad.")},
    {"peer",
     NOONMARK_TEXT("Exchanges time with an equal in both directions; ntpsec treats it as \"server\".")},
    {"broadcast",
     NOONMARK_TEXT("Sends time to a broadcast or multicast address, for clients that only listen.")},
    {"manycastclient", NOONMARK_TEXT("Searches for servers by sending questions to a multicast address.")},
    {"manycastserver", NOONMARK_TEXT("Answers clients that search for servers at this multicast address.")},
    {"broadcastclient", NOONMARK_TEXT("Listens for time that others broadcast; use it only with keys.")},
    {"multicastclient",
     NOONMARK_TEXT("Listens for time at these multicast addresses; use it only with keys.")},
    {"refclock",
     NOONMARK_TEXT(
         "Takes time from a reference clock at this machine (ntpsec); \"local\" is the machine's own "
         "clock.")},
    {"unpeer", NOONMARK_TEXT("Drops a source again that an earlier line added.")},
    {"unconfig", NOONMARK_TEXT("Drops a source again that an earlier line added.")},
    {"fudge",
     NOONMARK_TEXT("Sets up a reference clock, for example the stratum at which the own clock is served.")},
    {"device", NOONMARK_TEXT("Names the device files of a reference clock.")},
    {"phone", NOONMARK_TEXT("Telephone numbers for the modem clock driver.")},
    {"restrict",
     NOONMARK_TEXT(
         "Says what hosts of an address range may do; the narrowest range that matches decides alone.")},
    {"unrestrict", NOONMARK_TEXT("Takes flags away from an access rule, or the whole rule (ntpsec only).")},
    {"delrestrict", NOONMARK_TEXT("Removes an access rule (ntpd 4.2.8p18 only).")},
    {"discard", NOONMARK_TEXT("How often a host may ask where \"limited\" holds (classic ntpd only).")},
    {"limit", NOONMARK_TEXT("How often a host may ask where \"limited\" holds (ntpsec only).")},
    {"driftfile",
     NOONMARK_TEXT(
         "File in which the daemon keeps the frequency error of the machine's clock across restarts; "
         "it holds no delays and no comparison with the hardware clock.")},
    {"nonvolatile",
     NOONMARK_TEXT("How much the frequency must change before the drift file is written again.")},
    {"leapfile",
     NOONMARK_TEXT("File with the leap seconds; it expires every half year and must be renewed.")},
    {"leapsmearinterval",
     NOONMARK_TEXT("Spreads a leap second over this many seconds; never mix such servers with others.")},
    {"logfile", NOONMARK_TEXT("File for the daemon's messages instead of the system's log.")},
    {"logconfig", NOONMARK_TEXT("Which kinds of messages are logged.")},
    {"pidfile", NOONMARK_TEXT("File in which the daemon writes its process number.")},
    {"statsdir",
     NOONMARK_TEXT("Directory of the statistics files; it is a bare prefix and must end in \"/\".")},
    {"statistics", NOONMARK_TEXT("Which statistics are written to files.")},
    {"filegen", NOONMARK_TEXT("How the files of one statistic are named and when a new one begins.")},
    {"saveconfigdir", NOONMARK_TEXT("Directory into which ntpq may save the running configuration.")},
    {"includefile",
     NOONMARK_TEXT("Reads another file at this place; if it is missing, the daemon logs that and goes on.")},
    {"end", NOONMARK_TEXT("Ends the reading of the configuration here.")},
    {"keys", NOONMARK_TEXT("File with the symmetric keys; a key works only when \"trustedkey\" names it.")},
    {"trustedkey",
     NOONMARK_TEXT("Numbers of the keys that are trusted; in classic ntpd the last such line counts alone.")},
    {"controlkey",
     NOONMARK_TEXT("Number of the key with which ntpq may change the configuration at run time.")},
    {"requestkey", NOONMARK_TEXT("Number of the key for ntpdc, an old tool; ntpsec ignores it.")},
    {"keysdir", NOONMARK_TEXT("Directory of the keys and certificates of Autokey.")},
    {"crypto",
     NOONMARK_TEXT("Turns on Autokey, an authentication scheme that is broken and should not be used.")},
    {"ident", NOONMARK_TEXT("Group name for Autokey.")},
    {"revoke", NOONMARK_TEXT("How often Autokey changes a secret, as a power of two of seconds.")},
    {"automax", NOONMARK_TEXT("How often Autokey makes new keys, as a power of two of seconds.")},
    {"ntpsigndsocket",
     NOONMARK_TEXT("Directory of the socket at which Samba signs replies for Windows domains.")},
    {"nts", NOONMARK_TEXT("Certificates and keys for time that is secured with NTS (ntpsec only).")},
    {"extra", NOONMARK_TEXT("A second UDP port on which time is served (ntpsec 1.2.4 and later).")},
    {"tos",
     NOONMARK_TEXT("Rules for choosing among sources, and orphan mode for when all of them are gone.")},
    {"tinker",
     NOONMARK_TEXT("Thresholds of the clock's control: when it is stepped, and when the daemon gives up.")},
    {"enable", NOONMARK_TEXT("Turns features on; a \"disable\" of the same feature wins.")},
    {"disable", NOONMARK_TEXT("Turns features off, whatever \"enable\" says.")},
    {"mru", NOONMARK_TEXT("Size and memory of the list of clients.")},
    {"setvar", NOONMARK_TEXT("Adds a variable that ntpq can show; there must be blanks around the \"=\".")},
    {"reset", NOONMARK_TEXT("Sets counters back to zero.")},
    {"trap", NOONMARK_TEXT("Sends event messages to this host.")},
    {"interface",
     NOONMARK_TEXT("On which addresses the daemon listens; the last line that matches decides.")},
    {"nic", NOONMARK_TEXT("On which addresses the daemon listens; the last line that matches decides.")},
    {"rlimit", NOONMARK_TEXT("Limits of memory, stack and open files for the daemon.")},
    {"dscp", NOONMARK_TEXT("Priority mark of the packets that are sent, 0 to 63.")},
    {"ttl", NOONMARK_TEXT("How far multicast questions travel, ring by ring.")},
    {"broadcastdelay", NOONMARK_TEXT("Delay that is assumed for broadcasts when it cannot be measured.")},
    {"tick", NOONMARK_TEXT("Length of a clock tick in microseconds; modern systems need none.")},
    {"pollskewlist",
     NOONMARK_TEXT("How far questions are moved about by chance, so that clients do not ask all at once.")},
    {"mdnstries", NOONMARK_TEXT("How often the daemon tries to announce itself by multicast DNS.")},
    {"simulate", NOONMARK_TEXT("Runs the daemon as a simulator; never in a real configuration.")},
    {"authenticate",
     NOONMARK_TEXT("An old word for \"enable auth\" or \"disable auth\": both daemons reject it.")},
    {"authdelay", NOONMARK_TEXT("Removed long ago: both daemons reject it, and the line can go.")},
    {"clientlimit", NOONMARK_TEXT("Removed long ago: \"discard\" and \"limited\" do its work.")},
    {"clientperiod", NOONMARK_TEXT("Removed long ago: \"discard\" and \"limited\" do its work.")},
    {"precision", NOONMARK_TEXT("Removed long ago: the daemon measures the precision itself.")},
    {"monitor", NOONMARK_TEXT("Not a directive of its own: \"enable monitor\" or \"disable monitor\".")},
    {"maxskew", NOONMARK_TEXT("Removed long ago: both daemons reject it, and the line can go.")},
    {"minclock", NOONMARK_TEXT("Not a directive of its own: \"tos minclock\".")},
    {"maxclock", NOONMARK_TEXT("Not a directive of its own: \"tos maxclock\".")},
    {"pps", NOONMARK_TEXT("Removed long ago: a pulse is a reference clock, 127.127.22.0.")},
    {"resolver", NOONMARK_TEXT("Removed long ago: both daemons reject it, and the line can go.")},
    {"wander", NOONMARK_TEXT("Not a directive of its own: it belongs to the simulator.")},
};

} // namespace

std::span<const DirectiveText> directiveTexts()
{
    return Directives;
}

} // namespace noonmark::wording
