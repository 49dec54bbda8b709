// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/loweringfiles.h"

#include "core/config/number.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace noonmark::config {

namespace {

using Words = std::vector<std::string>;
using Arguments = std::span<const Token>;

constexpr std::pair<std::string_view, Statistic> Statistics[] = {
    {"clockstats", Statistic::Clock},    {"loopstats", Statistic::Loop}, {"peerstats", Statistic::Peer},
    {"protostats", Statistic::Protocol}, {"rawstats", Statistic::Raw},   {"sysstats", Statistic::System}};

constexpr std::pair<std::string_view, Generation> Generations[] = {
    {"none", Generation::None}, {"pid", Generation::Pid},     {"day", Generation::Day},
    {"week", Generation::Week}, {"month", Generation::Month}, {"year", Generation::Year},
    {"age", Generation::Age}};

template <typename Table> auto valueOf(const Table &table, std::string_view name)
{
    const auto row =
        std::find_if(std::begin(table), std::end(table), [name](const auto &r) { return r.first == name; });
    return row == std::end(table) ? std::nullopt : std::optional(row->second);
}

std::string first(Arguments arguments)
{
    return arguments.empty() ? std::string() : arguments.front().text;
}

// One unknown name: the names before it count.
Words readStatistics(Arguments arguments, Lowered &lowered)
{
    Words unknown;
    for (const Token &argument : arguments) {
        if (const auto statistic = valueOf(Statistics, argument.text))
            lowered.statistics.of(*statistic).isEnabled = true;
        else
            unknown.push_back(argument.text);
    }
    return unknown;
}

// Mentioning a file enables it; the defaults are a file a day with a link.
Words readGeneration(Arguments arguments, Lowered &lowered)
{
    const auto statistic = valueOf(Statistics, first(arguments));
    if (!statistic)
        return {first(arguments)};
    StatisticsFile &file = lowered.statistics.of(*statistic);
    file.isEnabled = true;
    Words unknown;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string &word = arguments[i].text;
        const bool hasValue = (word == "file" || word == "type") && i + 1 < arguments.size();
        const std::string value = hasValue ? arguments[++i].text : std::string();
        const auto generation = valueOf(Generations, value);
        if (word == "type" && generation)
            file.every = *generation;
        else if (word == "file" && !value.empty() && value.find('/') == std::string::npos)
            file.name = value;
        else if (word == "link" || word == "nolink")
            file.hasLink = word == "link";
        else if (word == "enable" || word == "disable")
            file.isEnabled = word == "enable";
        else
            unknown.push_back(hasValue ? value : word);
    }
    return unknown;
}

Words readLogItems(Arguments arguments, Lowered &lowered)
{
    Words unknown;
    std::uint32_t mask = lowered.logMask.value_or(LogBit::All << LogBit::Sync);
    for (const Token &argument : arguments) {
        if (!applyLogItem(argument.text, mask))
            unknown.push_back(argument.text);
    }
    lowered.logMask = mask;
    return unknown;
}

Words readLeapFile(Arguments arguments, Lowered &lowered)
{
    lowered.leapFile = first(arguments);
    lowered.checksLeapFile = arguments.size() < 2 || arguments[1].text != "ignorehash";
    return {};
}

Words readSmear(Arguments arguments, Lowered &lowered)
{
    lowered.engine.leapSmearInterval = std::max(0, readInteger(first(arguments)).value_or(0));
    return {};
}

template <std::string Lowered::*Name> Words readName(Arguments arguments, Lowered &lowered)
{
    lowered.*Name = first(arguments);
    return {};
}

Words readPrefix(Arguments arguments, Lowered &lowered)
{
    lowered.statistics.prefix = first(arguments);
    return {};
}

} // namespace

std::optional<Words> lowerFileLine(const Line &line, Lowered &lowered)
{
    using Reader = Words (*)(Arguments, Lowered &);
    static constexpr std::pair<std::string_view, Reader> Readers[] = {
        {"driftfile", readName<&Lowered::driftFile>},
        {"logfile", readName<&Lowered::logFile>},
        {"pidfile", readName<&Lowered::pidFile>},
        {"keys", readName<&Lowered::keysFile>},
        {"statsdir", readPrefix},
        {"statistics", readStatistics},
        {"filegen", readGeneration},
        {"logconfig", readLogItems},
        {"leapfile", readLeapFile},
        {"leapsmearinterval", readSmear},
    };
    const auto reader = valueOf(Readers, line.keyword());
    if (!reader)
        return std::nullopt;
    return (*reader)(Arguments(line.tokens).subspan(1), lowered);
}

bool applyLogItem(std::string_view item, std::uint32_t &mask)
{
    static constexpr std::pair<std::string_view, std::uint32_t> Classes[] = {
        {"sys", 1U << LogBit::System},
        {"peer", 1U << LogBit::Peer},
        {"clock", 1U << LogBit::Clock},
        {"sync", 1U << LogBit::Sync},
        {"all", 1U << LogBit::System | 1U << LogBit::Peer | 1U << LogBit::Clock | 1U << LogBit::Sync}};
    static constexpr std::pair<std::string_view, std::uint32_t> Kinds[] = {{"info", LogBit::Info},
                                                                           {"events", LogBit::Events},
                                                                           {"statistics", LogBit::Statistics},
                                                                           {"status", LogBit::Status},
                                                                           {"all", LogBit::All}};
    char sign = '=';
    if (!item.empty() && (item.front() == '=' || item.front() == '+' || item.front() == '-')) {
        sign = item.front();
        item.remove_prefix(1);
    }
    std::optional<std::uint32_t> bits;
    for (const auto &[name, places] : Classes) {
        const auto kind = item.starts_with(name) ? valueOf(Kinds, item.substr(name.size())) : std::nullopt;
        if (kind)
            bits = places * *kind;
    }
    if (!bits) // a kind by itself is of the class "sys"
        bits = valueOf(Kinds, item);
    if (const auto places = item.starts_with("all") ? valueOf(Classes, item.substr(3)) : std::nullopt; !bits && places)
        bits = *places * LogBit::All;
    if (!bits) // ntpd clears the mask for "=" and a word that it does not know: who mistypes a class hears nothing then
        return false;
    if (sign == '=')
        mask = *bits;
    else
        mask = sign == '+' ? mask | *bits : mask & ~*bits;
    return true;
}

} // namespace noonmark::config
