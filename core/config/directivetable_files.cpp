// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directivetable.h"

#include <array>

namespace noonmark::config::table {

namespace {

using enum ArgumentType;

constexpr std::array LeapfileOptions = std::to_array<OptionSpec>({
    word("checkhash", Ntpd),
    word("ignorehash", Ntpd),
});

constexpr std::string_view StatisticsNames = "clockstats cryptostats loopstats peerstats protostats rawstats "
                                             "sysstats timingstats usestats ntsstats ntskestats "
                                             "ntskelog";

constexpr std::array StatisticsOptions = std::to_array<OptionSpec>({
    word("clockstats"),
    word("cryptostats", Ntpd),
    word("loopstats"),
    word("peerstats"),
    word("protostats"),
    word("rawstats"),
    word("sysstats"),
    word("timingstats", Ntpd),
    word("usestats", Ntpsec),
    word("ntsstats", Ntpsec),
    word("ntskestats", Ntpsec),
    word("ntskelog", Ntpsec),
});

constexpr std::array FilegenOptions = std::to_array<OptionSpec>({
    value("file", Path),
    choice("type", "none pid day week month year age", "day"),
    word("link"),
    word("nolink"),
    word("enable"),
    word("disable"),
});

constexpr std::array MruOptions = std::to_array<OptionSpec>({
    integer("maxdepth", {}, {}),
    integer("maxmem", {}, "1024"),
    integer("mindepth", {0, {}}, "600"),
    integer("maxage", {0, {}}, "64", Ntpd),
    integer("maxage", {0, {}}, "3600", Ntpsec),
    integer("minage", {0, {}}, "64", Ntpsec),
    integer("initalloc", {0, {}}, {}),
    integer("initmem", {0, {}}, "4"),
    integer("incalloc", {0, {}}, {}),
    integer("incmem", {0, {}}, "4"),
});

constexpr std::array Directives = std::to_array<DirectiveSpec>({
    {.name = "driftfile",
     .group = DirectiveGroup::Files,
     .argument = Path,
     .argumentOptional = true,
     .nextIsString = true},
    {.name = "leapfile",
     .group = DirectiveGroup::Files,
     .argument = Path,
     .nextIsString = true,
     .options = LeapfileOptions},
    {.name = "logfile", .group = DirectiveGroup::Files, .argument = Path, .nextIsString = true},
    {.name = "pidfile", .group = DirectiveGroup::Files, .argument = Path, .nextIsString = true},
    {.name = "statsdir", .group = DirectiveGroup::Files, .argument = Path, .nextIsString = true},
    {.name = "saveconfigdir",
     .group = DirectiveGroup::Files,
     .argument = Path,
     .dialects = Ntpd,
     .nextIsString = true},
    {.name = "includefile",
     .group = DirectiveGroup::Files,
     .argument = Path,
     .repeatable = true,
     .nextIsString = true},
    {.name = "statistics",
     .group = DirectiveGroup::Monitoring,
     .repeatable = true,
     .options = StatisticsOptions},
    {.name = "filegen",
     .group = DirectiveGroup::Monitoring,
     .argument = Keyword,
     .repeatable = true,
     .options = FilegenOptions,
     .choices = StatisticsNames},
    {.name = "logconfig",
     .group = DirectiveGroup::Monitoring,
     .argument = Text,
     .repeatable = true,
     .restIsString = true,
     .severalArguments = true},
    {.name = "mru", .group = DirectiveGroup::Monitoring, .repeatable = true, .options = MruOptions},
});

} // namespace

std::span<const DirectiveSpec> files()
{
    return Directives;
}

} // namespace noonmark::config::table
