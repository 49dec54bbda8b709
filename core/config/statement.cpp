// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/statement.h"

#include "core/config/optionreader.h"
#include "core/config/wordindex.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace noonmark::config {

namespace {

constexpr std::array SourceKeywords =
    std::to_array<std::string_view>({"server", "pool", "peer", "broadcast", "manycastclient"});

constexpr std::uint8_t LocalClockType = 1;

std::optional<int> localClockUnit(std::string_view address)
{
    const auto parsed = IpAddress::parse(address);
    if (!parsed || !parsed->isReferenceClock() || parsed->bytes()[2] != LocalClockType)
        return std::nullopt;
    return parsed->bytes()[3];
}

const DirectiveSpec *directiveOf(const Line &line, Dialect dialect)
{
    if (!isStatement(line))
        return nullptr;
    const DirectiveSpec *spec = findDirective(line.keyword());
    return spec && spec->dialects.contains(dialect) ? spec : nullptr;
}

std::optional<SourceStatement> readAssociation(const Line &line, const DirectiveSpec &spec, Dialect dialect)
{
    TokenCursor cursor(line, dialect);
    SourceStatement statement;
    statement.keyword = spec.name;
    statement.family = takeFamily(cursor);
    if (!cursor.is(Lexeme::String))
        return std::nullopt;
    statement.address = cursor.token().text;
    statement.addressRange = cursor.token().range;
    ++cursor.at;
    OptionReading reading = readOptions(cursor, spec, Integers::Unsigned);
    if (reading.end == OptionsEnd::UnfinishedPair)
        return std::nullopt;
    statement.options = std::move(reading.options);
    // The address of a pool is taken for a name, whatever it looks like.
    const auto unit =
        spec.name == "server" || spec.name == "peer" ? localClockUnit(statement.address) : std::nullopt;
    statement.localClock = unit.has_value();
    statement.localUnit = unit.value_or(0);
    return statement;
}

// refclock DRIVER [unit N] options
std::optional<SourceStatement> readRefclock(const Line &line, const DirectiveSpec &spec, Dialect dialect)
{
    TokenCursor cursor(line, dialect);
    if (!cursor.is(Lexeme::String))
        return std::nullopt;
    SourceStatement statement;
    statement.keyword = spec.name;
    statement.address = cursor.token().text;
    statement.addressRange = cursor.token().range;
    ++cursor.at;
    OptionReading reading = readOptions(cursor, spec, Integers::Unsigned);
    if (reading.end == OptionsEnd::UnfinishedPair)
        return std::nullopt;
    // `unit` stands right behind the driver or the line ends there.
    const auto late = std::find_if(reading.options.begin(), reading.options.end(), [&](const Option &option) {
        return option.name == "unit" && &option != &reading.options.front();
    });
    reading.options.erase(late, reading.options.end());
    statement.options = std::move(reading.options);
    if (const Option *unit = statement.option("unit"))
        std::from_chars(unit->value.data(), unit->value.data() + unit->value.size(), statement.localUnit);
    statement.localClock = statement.address == "local";
    if (statement.localClock)
        statement.address = "127.127.1." + std::to_string(statement.localUnit);
    return statement;
}

struct FlagName
{
    std::string_view name;
    std::uint32_t bit;
};

// In the order of the manual page.
constexpr std::array FlagNames = std::to_array<FlagName>({
    {"ignore", AccessFlag::Ignore},
    {"kod", AccessFlag::KissOfDeath},
    {"limited", AccessFlag::Limited},
    {"lowpriotrap", AccessFlag::LowPriorityTrap},
    {"mssntp", AccessFlag::MsSntp},
    {"noepeer", AccessFlag::NoEpeer},
    {"nomodify", AccessFlag::NoModify},
    {"nomrulist", AccessFlag::NoMruList},
    {"nopeer", AccessFlag::NoPeer},
    {"noquery", AccessFlag::NoQuery},
    {"noserve", AccessFlag::NoServe},
    {"notrap", AccessFlag::NoTrap},
    {"notrust", AccessFlag::NoTrust},
    {"serverresponse", AccessFlag::ServerResponseFuzz},
    {"version", AccessFlag::Version},
    {"flake", AccessFlag::Flake},
});

} // namespace

const Option *SourceStatement::option(std::string_view name) const
{
    const auto last = std::find_if(options.rbegin(), options.rend(),
                                   [&](const Option &option) { return option.name == name; });
    return last == options.rend() ? nullptr : &*last;
}

std::optional<SourceStatement> readSource(const Line &line, Dialect dialect)
{
    const DirectiveSpec *spec = directiveOf(line, dialect);
    if (!spec)
        return std::nullopt;
    if (spec->name == "refclock")
        return readRefclock(line, *spec, dialect);
    const bool source = std::ranges::find(SourceKeywords, spec->name) != SourceKeywords.end();
    return source ? readAssociation(line, *spec, dialect) : std::nullopt;
}

std::optional<FudgeStatement> readFudge(const Line &line, Dialect dialect)
{
    const DirectiveSpec *spec = directiveOf(line, dialect);
    if (!spec || spec->name != "fudge")
        return std::nullopt;
    TokenCursor cursor(line, dialect);
    static_cast<void>(takeFamily(cursor));
    if (!cursor.is(Lexeme::String))
        return std::nullopt;
    FudgeStatement statement;
    statement.address = cursor.token().text;
    ++cursor.at;
    OptionReading reading = readOptions(cursor, *spec, Integers::Signed);
    if (reading.end == OptionsEnd::UnfinishedPair || reading.options.empty())
        return std::nullopt;
    statement.options = std::move(reading.options);
    const auto unit = localClockUnit(statement.address);
    statement.localClock = unit.has_value();
    if (const auto address = IpAddress::parse(statement.address); address && address->isReferenceClock())
        statement.unit = address->bytes()[3];
    return statement;
}

std::uint32_t accessFlag(std::string_view word)
{
    static const WordIndex<FlagName> index(FlagNames);
    const FlagName *found = index.find(word);
    return found ? found->bit : 0;
}

std::string_view accessFlagName(std::uint32_t bit)
{
    const auto found = std::ranges::find(FlagNames, bit, &FlagName::bit);
    return found == FlagNames.end() ? std::string_view() : found->name;
}

std::vector<std::string_view> accessFlagNames(std::uint32_t flags)
{
    std::vector<std::string_view> names;
    for (const FlagName &flag : FlagNames) {
        if (flags & flag.bit)
            names.push_back(flag.name);
    }
    return names;
}

} // namespace noonmark::config
