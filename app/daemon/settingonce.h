// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"
#include "app/daemon/options.h"
#include "core/engine/engineconfig.h"
#include "core/engine/observation.h"

#include <QCoreApplication>

#include <optional>

namespace noonmark::daemon {

// -q: the time is set once, and that is all. Says what has become of it, and with which status to end.
class SettingOnce
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::SettingOnce)

public:
    // Eight questions two seconds apart, and half a minute for who is slow or has yet to be found.
    static constexpr int Patience = 46; // s

    SettingOnce(const Options &options, Log &log);

    // How the engine is to run for it: ask at once, and step whatever is worth it unless the file or -x
    // forbids.
    static void adapt(engine::EngineConfig &config);

    // The status to end with, if this was what we waited for. `stepOfFile`: its `tinker step`.
    [[nodiscard]] std::optional<ExitStatus> heard(const engine::Event &event,
                                                  const engine::SystemSnapshot &now, double stepOfFile);
    // A file without servers: there is nothing to wait for.
    [[nodiscard]] ExitStatus hasNobodyToAsk();
    [[nodiscard]] ExitStatus patienceEnded(const engine::Snapshot &now);

private:
    ExitStatus stepped(double by);
    ExitStatus follows(double offset);

    const Options &m_options;
    Log &m_log;
};

} // namespace noonmark::daemon
