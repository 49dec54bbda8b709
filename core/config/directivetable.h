// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"

// The rows of the directive table, by group of files; directives.cpp joins them. Nobody else includes this.
namespace noonmark::config::table {

inline constexpr DialectSet Both{true, true};
inline constexpr DialectSet Ntpd{true, false};
inline constexpr DialectSet Ntpsec{false, true};
inline constexpr DialectSet NtpsecAndOurs{false, true, true};
inline constexpr DialectSet Neither{false, false};

struct Range
{
    std::optional<double> lowest = {};
    std::optional<double> highest = {};
};

constexpr OptionSpec word(std::string_view name, DialectSet dialects = Both)
{
    return {.name = name, .dialects = dialects};
}

constexpr OptionSpec integer(std::string_view name, Range range, std::string_view usual = {},
                             DialectSet dialects = Both)
{
    return {name, ArgumentType::Integer, dialects, range.lowest, range.highest, usual};
}

constexpr OptionSpec number(std::string_view name, Range range, std::string_view usual = {},
                            DialectSet dialects = Both)
{
    return {name, ArgumentType::Number, dialects, range.lowest, range.highest, usual};
}

constexpr OptionSpec value(std::string_view name, ArgumentType type, DialectSet dialects = Both)
{
    return {.name = name, .type = type, .dialects = dialects};
}

constexpr OptionSpec choice(std::string_view name, std::string_view choices, std::string_view usual = {},
                            DialectSet dialects = Both)
{
    return {.name = name,
            .type = ArgumentType::Keyword,
            .dialects = dialects,
            .defaultValue = usual,
            .choices = choices};
}

[[nodiscard]] std::span<const DirectiveSpec> sources();
[[nodiscard]] std::span<const DirectiveSpec> access();
[[nodiscard]] std::span<const DirectiveSpec> files();
[[nodiscard]] std::span<const DirectiveSpec> tuning();

} // namespace noonmark::config::table
