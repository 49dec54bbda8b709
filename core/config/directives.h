// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"

#include <optional>
#include <span>
#include <string_view>

// The one table of the language: it drives scanning, reading, checks, completion, forms, help and lowering.
namespace noonmark::config {

enum class ArgumentType : unsigned char {
    None,
    Address,        // numeric; of `restrict` also a name or one of the choices
    HostName,       // a name or a numeric address
    Path,
    Number,         // an integer or a double
    Integer,
    Boolean,        // 0, 1 or `true`
    Keyword,        // one of the choices
    Text,
    KeyList         // key numbers and ranges: 4 8 (20 ... 25)
};

struct DialectSet
{
    bool ntpd = false;
    bool ntpsec = false;
    bool ours = ntpd; // our engine speaks ntpd's language, and some words of ntpsec's
    [[nodiscard]] bool contains(Dialect dialect) const
    {
        return dialect == Dialect::Noonmark ? ours : dialect == Dialect::Ntpsec ? ntpsec : ntpd;
    }
};

// A word that may follow a directive, and the value it takes.
struct OptionSpec
{
    std::string_view name;
    ArgumentType type = ArgumentType::None;
    DialectSet dialects{true, true};
    std::optional<double> lowest = {};
    std::optional<double> highest = {};
    std::string_view defaultValue = {}; // for display; "" if none
    std::string_view choices = {};      // of a Keyword: the words, with one blank between them
};

enum class DirectiveGroup : unsigned char { Sources, Access, Files, Authentication, Monitoring, Tuning, System, Removed };

struct DirectiveSpec
{
    std::string_view name;
    DirectiveGroup group;
    ArgumentType argument = ArgumentType::None;    // of the first word behind the directive
    bool argumentOptional = false;
    DialectSet dialects{true, true};
    bool repeatable = false;            // several lines add up; else the last one wins
    bool nextIsString = false;          // the scanner reads the next word as a string: never a keyword or number
    bool restIsString = false;          // ... and all words to the end of the line
    std::span<const OptionSpec> options{};
    std::string_view choices = {};      // words that may stand for the argument, with one blank between them
    bool severalArguments = false;      // the argument may be repeated on the line
    std::optional<double> lowest = {};  // of the argument
    std::optional<double> highest = {};
    std::size_t heeded = 0;             // so many arguments count, further ones are read and ignored; 0: all count
};

[[nodiscard]] std::span<const DirectiveSpec> directives();
[[nodiscard]] const DirectiveSpec *findDirective(std::string_view name);
// Where the dialects differ in the range of an option, it stands there twice, ntpd's first.
[[nodiscard]] const OptionSpec *findOption(const DirectiveSpec &directive, std::string_view name);
// Null also if this dialect does not know the option.
[[nodiscard]] const OptionSpec *findOption(const DirectiveSpec &directive, std::string_view name, Dialect dialect);
// A keyword of any kind in this dialect: such a word can not be a host name in `restrict` unless it is quoted.
[[nodiscard]] bool isKeyword(std::string_view word, Dialect dialect);
// The word that was probably meant (Damerau-Levenshtein without case, at most a third of its letters wrong), or "".
// Removed directives are never meant; the options include the directive's choices ("default" of `restrict`).
[[nodiscard]] std::string_view nearestDirective(std::string_view word);
[[nodiscard]] std::string_view nearestOption(const DirectiveSpec &directive, std::string_view word);

} // namespace noonmark::config
