// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directivetable.h"

#include <array>

namespace noonmark::config::table {

namespace {

using enum ArgumentType;

constexpr std::array TosOptions = std::to_array<OptionSpec>({
    integer("minclock", {1, {}}, "3", Ntpd),
    number("minclock", {1, {}}, "3", Ntpsec),
    integer("maxclock", {1, {}}, "10", Ntpd),
    number("maxclock", {1, {}}, "10", Ntpsec),
    integer("minsane", {}, "1"),
    integer("floor", {0, 15}, "0"),
    integer("ceiling", {0, 15}, "15"),
    integer("orphan", {1, 17}, "17"),
    integer("orphanwait", {0, {}}, "300"),
    number("mindist", {0, {}}, "0.001"),
    number("maxdist", {0, {}}, "1.5"),
    number("maxdisp", {0, {}}, "16", Ntpsec),
    value("cohort", Boolean, Ntpd),
    integer("beacon", {0, {}}, "7200", Ntpd),
    integer("bcpollbstep", {0, 4}, "0", Ntpd),
    value("basedate", Text, Ntpd),
});

constexpr std::array TinkerOptions = std::to_array<OptionSpec>({
    number("allan", {0, {}}, "11"),
    number("dispersion", {0, {}}, "15"),
    number("freq", {-500, 500}, {}),
    number("huffpuff", {900, {}}, {}),
    number("panic", {0, {}}, "1000"),
    number("step", {0, {}}, "0.128"),
    number("stepback", {0, {}}, "0.128"),
    number("stepfwd", {0, {}}, "0.128"),
    number("stepout", {300, {}}, "300"),
    number("tick", {}, {}),
});

constexpr std::array SwitchOptions = std::to_array<OptionSpec>({
    word("auth", Ntpd),
    word("bclient", Ntpd),
    word("calibrate"),
    word("kernel"),
    word("mode7", Ntpd),
    word("monitor"),
    word("ntp"),
    word("stats"),
    word("peer_clear_digest_early", Ntpd),
    word("unpeer_crypto_early", Ntpd),
    word("unpeer_crypto_nak_early", Ntpd),
    word("unpeer_digest_early", Ntpd),
});

constexpr std::string_view InterfaceTargets = "all ipv4 ipv6 wildcard";

// The target may also be an interface's name or an address with /BITS.
constexpr std::array InterfaceOptions = std::to_array<OptionSpec>({
    value("listen", HostName),
    value("ignore", HostName),
    value("drop", HostName),
});

constexpr std::array RlimitOptions = std::to_array<OptionSpec>({
    integer("memlock", {-1, {}}, "-1"),
    integer("stacksize", {0, {}}, "50"),
    integer("filenum", {0, {}}, {}),
});

constexpr std::array TrapOptions = std::to_array<OptionSpec>({
    integer("port", {1, 65535}, "18447", Ntpd),
    value("interface", Address, Ntpd),
});

constexpr std::array ResetOptions = std::to_array<OptionSpec>({
    word("allpeers"),
    word("auth"),
    word("ctl"),
    word("io"),
    word("mem"),
    word("sys"),
    word("timer"),
});

constexpr std::array SetvarOptions = std::to_array<OptionSpec>({
    word("default"),
});

constexpr std::array ExtraOptions = std::to_array<OptionSpec>({
    integer("port", {1, 65535}, {}, Ntpsec),
});

constexpr std::array Directives = std::to_array<DirectiveSpec>({
    {.name = "tos", .group = DirectiveGroup::Tuning, .repeatable = true, .options = TosOptions},
    {.name = "tinker", .group = DirectiveGroup::Tuning, .repeatable = true, .options = TinkerOptions},
    {.name = "nonvolatile", .group = DirectiveGroup::Tuning, .argument = Number},
    {.name = "leapsmearinterval",
     .group = DirectiveGroup::Tuning,
     .argument = Integer,
     .lowest = 0,
     .highest = 2147483647},
    {.name = "broadcastdelay", .group = DirectiveGroup::Tuning, .argument = Number, .dialects = Ntpd},
    {.name = "tick", .group = DirectiveGroup::Tuning, .argument = Number},
    {.name = "dscp", .group = DirectiveGroup::Tuning, .argument = Integer, .lowest = 0, .highest = 63},
    {.name = "ttl",
     .group = DirectiveGroup::Tuning,
     .argument = Integer,
     .dialects = Ntpd,
     .severalArguments = true,
     .heeded = 8},
    {.name = "pollskewlist",
     .group = DirectiveGroup::Tuning,
     .argument = Text,
     .dialects = Ntpd,
     .severalArguments = true},
    {.name = "enable", .group = DirectiveGroup::System, .repeatable = true, .options = SwitchOptions},
    {.name = "disable", .group = DirectiveGroup::System, .repeatable = true, .options = SwitchOptions},
    {.name = "interface",
     .group = DirectiveGroup::System,
     .repeatable = true,
     .options = InterfaceOptions,
     .choices = InterfaceTargets},
    {.name = "nic",
     .group = DirectiveGroup::System,
     .repeatable = true,
     .options = InterfaceOptions,
     .choices = InterfaceTargets},
    {.name = "rlimit", .group = DirectiveGroup::System, .repeatable = true, .options = RlimitOptions},
    {.name = "setvar",
     .group = DirectiveGroup::System,
     .argument = Text,
     .repeatable = true,
     .nextIsString = true,
     .options = SetvarOptions},
    {.name = "trap",
     .group = DirectiveGroup::System,
     .argument = HostName,
     .dialects = Ntpd,
     .repeatable = true,
     .nextIsString = true,
     .options = TrapOptions},
    {.name = "reset", .group = DirectiveGroup::System, .repeatable = true, .options = ResetOptions},
    {.name = "simulate",
     .group = DirectiveGroup::System,
     .argument = Text,
     .dialects = Ntpd,
     .repeatable = true,
     .severalArguments = true},
    {.name = "extra", .group = DirectiveGroup::System, .dialects = Ntpsec, .options = ExtraOptions},
    {.name = "end", .group = DirectiveGroup::System},
    // Found in old files and old pages; a syntax error in both daemons today.
    {.name = "authenticate", .group = DirectiveGroup::Removed, .argument = Text, .dialects = Neither},
    {.name = "authdelay", .group = DirectiveGroup::Removed, .argument = Number, .dialects = Neither},
    {.name = "clientlimit", .group = DirectiveGroup::Removed, .argument = Integer, .dialects = Neither},
    {.name = "clientperiod", .group = DirectiveGroup::Removed, .argument = Integer, .dialects = Neither},
    {.name = "maxclock", .group = DirectiveGroup::Removed, .argument = Integer, .dialects = Neither},
    {.name = "maxskew", .group = DirectiveGroup::Removed, .argument = Number, .dialects = Neither},
    {.name = "minclock", .group = DirectiveGroup::Removed, .argument = Integer, .dialects = Neither},
    {.name = "monitor", .group = DirectiveGroup::Removed, .argument = Text, .dialects = Neither},
    {.name = "pps", .group = DirectiveGroup::Removed, .argument = Path, .dialects = Neither},
    {.name = "precision", .group = DirectiveGroup::Removed, .argument = Integer, .dialects = Neither},
    {.name = "resolver", .group = DirectiveGroup::Removed, .argument = Path, .dialects = Neither},
    {.name = "wander", .group = DirectiveGroup::Removed, .argument = Number, .dialects = Neither},
});

} // namespace

std::span<const DirectiveSpec> tuning()
{
    return Directives;
}

} // namespace noonmark::config::table
