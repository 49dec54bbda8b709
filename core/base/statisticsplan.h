// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace noonmark {

// The statistics that ntpd keeps files of.
enum class Statistic : std::uint8_t
{
    Clock,
    Loop,
    Peer,
    Protocol,
    Raw,
    System
};
inline constexpr std::size_t StatisticCount = 6;

// When a new file begins: `filegen ... type`.
enum class Generation : std::uint8_t
{
    None,
    Pid,
    Day,
    Week,
    Month,
    Year,
    Age
};

// Bits of `logconfig`: four kinds of messages for each of four classes.
namespace LogBit {
inline constexpr std::uint32_t Info = 1, Events = 2, Statistics = 4, Status = 8, All = 15;
inline constexpr int System = 0, Peer = 4, Clock = 8, Sync = 12; // shifts
} // namespace LogBit

struct StatisticsFile
{
    std::string name;
    Generation every = Generation::Day;
    bool hasLink = true;
    bool isEnabled = false;

    friend bool operator==(const StatisticsFile &, const StatisticsFile &) = default;
};

// `statsdir`, `statistics` and `filegen`.
struct StatisticsPlan
{
    std::string prefix = "/var/NTP/"; // put in front of the names as it is: a folder ends with a slash
    bool isEnabled = true;            // `disable stats`
    std::array<StatisticsFile, StatisticCount> files{{{"clockstats"},
                                                      {"loopstats"},
                                                      {"peerstats"},
                                                      {"protostats"},
                                                      {"rawstats"},
                                                      {"sysstats"}}};

    [[nodiscard]] StatisticsFile &of(Statistic statistic) { return files[static_cast<std::size_t>(statistic)]; }
    [[nodiscard]] const StatisticsFile &of(Statistic statistic) const
    {
        return files[static_cast<std::size_t>(statistic)];
    }
    friend bool operator==(const StatisticsPlan &, const StatisticsPlan &) = default;
};

} // namespace noonmark
