// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directivetable.h"

#include <array>

namespace noonmark::config::table {

namespace {

using enum ArgumentType;

// The two that must stand before the flags come first: readRestrict() relies on it.
constexpr std::array RestrictOptions = std::to_array<OptionSpec>({
    value("mask", Address),
    integer("ippeerlimit", {-1, 100}, "-1", Ntpd),
    word("ignore"),
    word("kod"),
    word("limited"),
    word("lowpriotrap", Ntpd),
    word("mssntp"),
    word("noepeer", Ntpd),
    word("nomodify"),
    word("nomrulist"),
    word("nopeer"),
    word("noquery"),
    word("noserve"),
    word("notrap"),
    word("notrust"),
    word("ntpport"),
    choice("serverresponse", "fuzz", {}, Ntpd),
    word("version"),
    word("flake"),
    word("epeer", Ntpd),
});

constexpr std::array DelrestrictOptions = std::to_array<OptionSpec>({
    value("mask", Address, Ntpd),
});

constexpr std::array DiscardOptions = std::to_array<OptionSpec>({
    integer("average", {0, 255}, "3", Ntpd),
    integer("minimum", {0, {}}, "2", Ntpd),
    integer("monitor", {0, {}}, "3000", Ntpd),
});

constexpr std::array LimitOptions = std::to_array<OptionSpec>({
    number("average", {0, {}}, "1", NtpsecAndOurs),
    number("burst", {0, {}}, "20", NtpsecAndOurs),
    number("kod", {0, {}}, "0.5", NtpsecAndOurs),
});

constexpr std::array CryptoOptions = std::to_array<OptionSpec>({
    value("host", Text, Ntpd),
    value("ident", Text, Ntpd),
    value("pw", Text, Ntpd),
    value("randfile", Path, Ntpd),
    value("digest", Text, Ntpd),
    integer("revoke", {3, 31}, {}, Ntpd),
});

constexpr std::array NtsOptions = std::to_array<OptionSpec>({
    word("enable", Ntpsec),
    word("disable", Ntpsec),
    value("cert", Path, Ntpsec),
    value("key", Path, Ntpsec),
    value("cookie", Path, Ntpsec),
    value("ca", Path, Ntpsec),
    value("aead", Text, Ntpsec),
    value("mintls", Text, Ntpsec),
    value("maxtls", Text, Ntpsec),
    value("tlsciphersuites", Text, Ntpsec),
    value("tlsecdhcurves", Text, Ntpsec),
    integer("port", {1, 65535}, "4460", Ntpsec),
    word("tlscipherserverpreference", Ntpsec),
});

constexpr std::array Directives = std::to_array<DirectiveSpec>({
    {.name = "restrict",
     .group = DirectiveGroup::Access,
     .argument = Address,
     .repeatable = true,
     .options = RestrictOptions,
     .choices = "default source"},
    {.name = "unrestrict",
     .group = DirectiveGroup::Access,
     .argument = Address,
     .dialects = NtpsecAndOurs,
     .repeatable = true,
     .options = RestrictOptions,
     .choices = "default source"},
    {.name = "delrestrict",
     .group = DirectiveGroup::Access,
     .argument = Address,
     .dialects = Ntpd,
     .repeatable = true,
     .options = DelrestrictOptions,
     .choices = "source"},
    {.name = "discard",
     .group = DirectiveGroup::Access,
     .dialects = Ntpd,
     .repeatable = true,
     .options = DiscardOptions},
    {.name = "limit",
     .group = DirectiveGroup::Access,
     .dialects = NtpsecAndOurs,
     .repeatable = true,
     .options = LimitOptions},
    {.name = "keys", .group = DirectiveGroup::Authentication, .argument = Path, .nextIsString = true},
    {.name = "trustedkey",
     .group = DirectiveGroup::Authentication,
     .argument = KeyList,
     .severalArguments = true},
    {.name = "controlkey", .group = DirectiveGroup::Authentication, .argument = Integer},
    {.name = "requestkey", .group = DirectiveGroup::Authentication, .argument = Integer},
    {.name = "keysdir",
     .group = DirectiveGroup::Authentication,
     .argument = Path,
     .dialects = Ntpd,
     .nextIsString = true},
    {.name = "crypto",
     .group = DirectiveGroup::Authentication,
     .dialects = Ntpd,
     .repeatable = true,
     .options = CryptoOptions},
    {.name = "ident",
     .group = DirectiveGroup::Authentication,
     .argument = Text,
     .dialects = Ntpd,
     .nextIsString = true},
    {.name = "revoke", .group = DirectiveGroup::Authentication, .argument = Integer, .dialects = Ntpd},
    {.name = "automax", .group = DirectiveGroup::Authentication, .argument = Integer, .dialects = Ntpd},
    {.name = "nts",
     .group = DirectiveGroup::Authentication,
     .dialects = Ntpsec,
     .repeatable = true,
     .options = NtsOptions},
    {.name = "ntpsigndsocket",
     .group = DirectiveGroup::Authentication,
     .argument = Path,
     .nextIsString = true},
});

} // namespace

std::span<const DirectiveSpec> access()
{
    return Directives;
}

} // namespace noonmark::config::table
