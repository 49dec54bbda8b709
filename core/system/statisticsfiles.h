// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/statisticsplan.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace noonmark::system {

// Writes the statistics files, a new generation when its time has come, linked under the plain name. Whatever fails is
// told once and tried again with the next line: a full disk must not cost more than the lines it had no room for.
class StatisticsFiles
{
public:
    // Called when a file stops to take lines, and without an error when it does again.
    using Tell = std::function<void(Statistic, const std::string &path, const Result<void> &state)>;

    explicit StatisticsFiles(Tell tell);
    ~StatisticsFiles();
    StatisticsFiles(const StatisticsFiles &) = delete;
    StatisticsFiles &operator=(const StatisticsFiles &) = delete;

    // Files whose part of the plan did not change stay open.
    void follow(const StatisticsPlan &plan);
    // Somebody may have renamed the files: the next lines go to new ones.
    void reopen();
    // `unixSeconds` is the time in the line; `line` has no end yet.
    void write(Statistic statistic, std::int64_t unixSeconds, std::string_view line);
    // Opens what is wanted at this time, so that what is wrong is told before there are lines to lose.
    void tryAll(std::int64_t unixSeconds);
    [[nodiscard]] bool wants(Statistic statistic) const;

    // "loopstats.20261120"; `age` is the time since the start.
    [[nodiscard]] static std::string generationName(const StatisticsFile &file, std::int64_t unixSeconds,
                                                    std::int64_t age);

private:
    struct Open
    {
        int descriptor = -1;
        std::string path;
        bool isBroken = false;
    };

    [[nodiscard]] std::string pathAt(Statistic statistic, std::int64_t unixSeconds);
    [[nodiscard]] Result<void> open(Statistic statistic, const std::string &path);
    void link(const StatisticsFile &file, const std::string &path);
    void close(Open &file);
    void state(Statistic statistic, const std::string &path, const Result<void> &result);

    Tell m_tell;
    StatisticsPlan m_plan;
    std::array<Open, StatisticCount> m_open;
    std::int64_t m_start = 0;
    int m_saved = 0;
};

} // namespace noonmark::system
