// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"
#include "core/engine/statisticslines.h"
#include "core/system/statisticsfiles.h"
#include "core/transport/enginedriver.h"

#include <QCoreApplication>

namespace noonmark::daemon {

// Writes what the engine tells into the statistics files.
class Statistics
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Statistics)

public:
    explicit Statistics(Log &log);

    void follow(const StatisticsPlan &plan) { m_files.follow(plan); }
    void reopen() { m_files.reopen(); }
    void measured(const transport::Measured &what, const engine::Snapshot &now);
    void happened(const engine::Event &event, const engine::Snapshot &now);
    // Once an hour, as ntpd: what was counted since the last time.
    void hourPassed(const engine::Snapshot &now);

private:
    void tell(const std::string &path, const Result<void> &state);
    [[nodiscard]] static engine::LineTime timeOf(const engine::Snapshot &now);

    Log &m_log;
    system::StatisticsFiles m_files;
    engine::ServerCounters m_counted;
    double m_since = 0; // the engine's uptime when counting began
};

} // namespace noonmark::daemon
