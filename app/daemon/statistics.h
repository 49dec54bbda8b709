// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"
#include "core/engine/statisticslines.h"
#include "core/system/statisticsfiles.h"
#include "core/transport/enginedriver.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace noonmark::daemon {

// Writes what the engine tells into the statistics files.
class Statistics
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Statistics)

public:
    explicit Statistics(Log &log);

    // Lines wait until then: a file that root made for them the user that the daemon becomes could not open again.
    // What cannot be written is told now, not when the first line comes.
    void begin(const engine::Snapshot &now);
    void follow(const StatisticsPlan &plan) { m_files.follow(plan); }
    void reopen() { m_files.reopen(); }
    void measured(const transport::Measured &what, const engine::Snapshot &now);
    void happened(const engine::Event &event, const engine::Snapshot &now);
    // Once an hour, as ntpd: what was counted since the last time.
    void hourPassed(const engine::Snapshot &now);

private:
    void write(Statistic statistic, std::int64_t unixSeconds, std::string line);
    void tell(const std::string &path, const Result<void> &state);
    [[nodiscard]] static engine::LineTime timeOf(const engine::Snapshot &now);

    Log &m_log;
    system::StatisticsFiles m_files;
    struct Waiting
    {
        Statistic statistic{};
        std::int64_t unixSeconds = 0;
        std::string line;
    };
    std::vector<Waiting> m_waiting;
    bool m_hasBegun = false;
    engine::ServerCounters m_counted;
    double m_since = 0; // the engine's uptime when counting began
};

} // namespace noonmark::daemon
