// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directivetable.h"

#include <algorithm>
#include <array>

namespace noonmark::config::table {

namespace {

using enum ArgumentType;

// Some words mean the same behind several directives, or the same but for a number in both dialects.
template <std::size_t... Sizes> constexpr auto joined(const std::array<OptionSpec, Sizes> &...parts)
{
    std::array<OptionSpec, (Sizes + ...)> all{};
    auto end = all.begin();
    ((end = std::copy(parts.begin(), parts.end(), end)), ...);
    return all;
}

constexpr auto habits(DialectSet dialects)
{
    return std::to_array<OptionSpec>({
        word("iburst", dialects),
        word("burst", dialects),
        word("prefer", dialects),
        word("noselect", dialects),
        word("true", dialects),
    });
}

struct Limits
{
    double lowestPoll = 0;
    std::string_view usualMaxPoll;
    Range keys;
};

constexpr auto limits(const Limits &bounds, DialectSet dialects)
{
    return std::to_array<OptionSpec>({
        integer("minpoll", {bounds.lowestPoll, 17}, "6", dialects),
        integer("maxpoll", {bounds.lowestPoll, 17}, bounds.usualMaxPoll, dialects),
        integer("key", bounds.keys, {}, dialects),
    });
}

constexpr auto protocol(DialectSet dialects)
{
    return std::to_array<OptionSpec>({
        integer("version", {1, 4}, "4", dialects),
        integer("mode", {0, {}}, "0", dialects),
    });
}

// What `fudge` adjusts.
constexpr auto adjustments(DialectSet dialects)
{
    return std::to_array<OptionSpec>({
        number("time1", {}, "0", dialects),
        number("time2", {}, "0", dialects),
        integer("stratum", {0, 16}, {}, dialects),
        value("refid", Text, dialects),
        value("flag1", Boolean, dialects),
        value("flag2", Boolean, dialects),
        value("flag3", Boolean, dialects),
        value("flag4", Boolean, dialects),
    });
}

constexpr std::array ClassicOptions = std::to_array<OptionSpec>({
    word("preempt", Ntpd),
    word("xleave", Ntpd),
    word("autokey", Ntpd),
    word("xmtnonce", Ntpd),
    value("ident", Text, Ntpd),
    integer("ttl", {0, 7}, {}, Ntpd),
});

constexpr std::array SecureOptions = std::to_array<OptionSpec>({
    word("nts", Ntpsec),
    word("noval", Ntpsec),
    value("ca", Path, Ntpsec),
    value("aead", Text, Ntpsec),
    number("bias", {}, "0", Ntpsec),
});

constexpr std::array DriverOptions = std::to_array<OptionSpec>({
    value("path", Path, Ntpsec),
    value("ppspath", Path, Ntpsec),
    integer("baud", {1, {}}, {}, Ntpsec),
    integer("holdover", {}, {}, Ntpsec),
    integer("subtype", {0, {}}, "0", Ntpsec),
});

// Of server, pool, peer, broadcast and manycastclient; ntpsec takes the clock options here, ntpd in `fudge`.
constexpr std::array SourceOptions =
    joined(habits(Both), limits({3, "10", {1, 65535}}, Ntpd), limits({0, "10", {0, 65534}}, Ntpsec), protocol(Both),
           ClassicOptions, SecureOptions, adjustments(Ntpsec), DriverOptions);

constexpr std::array RefclockOptions =
    joined(std::to_array<OptionSpec>({integer("unit", {0, 255}, "0", Ntpsec)}), habits(Ntpsec), adjustments(Ntpsec),
           DriverOptions, limits({0, {}, {0, 65534}}, Ntpsec), protocol(Ntpsec), SecureOptions);

constexpr std::array FudgeOptions =
    joined(adjustments(Both), std::to_array<OptionSpec>({
                                  number("minjitter", {0, {}}, {}, Ntpd),
                                  value("abbrev", Text, Ntpd),
                              }));

constexpr std::array DeviceOptions = std::to_array<OptionSpec>({
    value("timedata", Path, Ntpd),
    value("ppsdata", Path, Ntpd),
});

constexpr std::array Directives = std::to_array<DirectiveSpec>({
    {.name = "server",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .repeatable = true,
     .nextIsString = true,
     .options = SourceOptions},
    {.name = "pool",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .repeatable = true,
     .nextIsString = true,
     .options = SourceOptions},
    {.name = "peer",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .repeatable = true,
     .nextIsString = true,
     .options = SourceOptions},
    {.name = "refclock",
     .group = DirectiveGroup::Sources,
     .argument = Text,
     .dialects = Ntpsec,
     .repeatable = true,
     .nextIsString = true,
     .options = RefclockOptions,
     .choices = "local generic arbiter gpsd hpgps jjy jupiter magnavox modem neoclock nmea oncore pps shm "
                "spectracom "
                "truetime trimble zyfer"},
    {.name = "fudge",
     .group = DirectiveGroup::Sources,
     .argument = Address,
     .repeatable = true,
     .nextIsString = true,
     .options = FudgeOptions},
    {.name = "broadcast",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .dialects = Ntpd,
     .repeatable = true,
     .nextIsString = true,
     .options = SourceOptions},
    {.name = "broadcastclient", .group = DirectiveGroup::Sources, .dialects = Ntpd},
    {.name = "multicastclient",
     .group = DirectiveGroup::Sources,
     .argument = Address,
     .dialects = Ntpd,
     .repeatable = true,
     .restIsString = true,
     .severalArguments = true},
    {.name = "manycastclient",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .dialects = Ntpd,
     .repeatable = true,
     .nextIsString = true,
     .options = SourceOptions},
    {.name = "manycastserver",
     .group = DirectiveGroup::Sources,
     .argument = Address,
     .dialects = Ntpd,
     .repeatable = true,
     .restIsString = true,
     .severalArguments = true},
    {.name = "device",
     .group = DirectiveGroup::Sources,
     .argument = Address,
     .dialects = Ntpd,
     .repeatable = true,
     .nextIsString = true,
     .options = DeviceOptions},
    {.name = "unpeer",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .repeatable = true,
     .nextIsString = true},
    {.name = "unconfig",
     .group = DirectiveGroup::Sources,
     .argument = HostName,
     .repeatable = true,
     .nextIsString = true},
    {.name = "mdnstries", .group = DirectiveGroup::Sources, .argument = Integer},
    {.name = "phone",
     .group = DirectiveGroup::Sources,
     .argument = Text,
     .restIsString = true,
     .severalArguments = true,
     .heeded = 10},
});

} // namespace

std::span<const DirectiveSpec> sources()
{
    return Directives;
}

} // namespace noonmark::config::table
